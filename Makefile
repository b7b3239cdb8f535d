# Every target makes what it needs first: `make demo` and `make test` run on a fresh machine.
.POSIX:
.PHONY: help setup demo test check format lock reference clean

PYTHON_BIN = .venv/bin

help:
	@echo "make demo       build the built-in case and write its brief to demo/"
	@echo "make test       run the tests; a choice of them: make test ARGS='tests/records -k dates'"
	@echo "make check      run the linters, the types, the import layers and the docs check, as CI does"
	@echo "make format     format the code and mend what the linter can mend"
	@echo "make reference  write the pages of docs/reference that come from the code"
	@echo "make lock       resolve the dependencies of pyproject.toml into requirements.lock"
	@echo "make clean      remove the virtual environment and what the other targets wrote"

setup:
	@scripts/setup

demo: setup
	@$(PYTHON_BIN)/quietsignal demo --out demo

test: setup
	@scripts/browser
	@$(PYTHON_BIN)/python -m pytest -q $(ARGS)

check: setup
	@scripts/check

format: setup
	@$(PYTHON_BIN)/ruff format --quiet .
	@$(PYTHON_BIN)/ruff check --quiet --fix .

reference: setup
	@$(PYTHON_BIN)/python scripts/reference.py

lock: setup
	@scripts/lock

clean:
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist demo
	@echo "removed: virtual environment, caches, build and demo"
