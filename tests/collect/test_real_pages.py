"""Extraction of real pages against the public benchmark of article bodies, beside trafilatura.

The data (article-extraction-benchmark of Zyte, 181 pages of 2019) are not part of the project;
they are looked for beside it, in shared/data/coder.
"""

import datetime as dt
import gzip
import json
import re
from collections import Counter
from statistics import mean

import pytest
import trafilatura

from quietsignal.collect import parse

pytestmark = pytest.mark.data


def token_f1(found, wanted):
    """F1 of the words of two texts, each word counted as often as it stands."""
    found, wanted = (Counter(re.findall(r"\w+", text)) for text in (found, wanted))
    common = (found & wanted).total()
    return 2 * common / (found.total() + wanted.total()) if common else 0.0


@pytest.fixture(scope="module")
def folder(shared_data):
    found = shared_data / "coder" / "article-extraction-benchmark"
    if not found.is_dir():
        pytest.skip("article-extraction-benchmark is absent: expected in shared/data/coder")
    return found


@pytest.fixture(scope="module")
def truth(folder):
    return json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))


def content(folder, key):
    return gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes())


def test_bodies_are_no_worse_than_those_of_bare_trafilatura(folder, truth, hints):
    """On every fifth page the body, without our headline, agrees with the truth as well as bare."""
    ours, bare = [], []
    for key, entry in list(truth.items())[::5]:
        made = hints("text/html", address=entry["url"], captured_on=dt.date(2020, 1, 1))
        parsed = parse(content(folder, key), made)
        body = parsed.text.removeprefix(parsed.title).lstrip("\n")
        ours.append(token_f1(body, entry["articleBody"]))
        bare.append(
            token_f1(
                trafilatura.extract(content(folder, key), fast=True) or "", entry["articleBody"]
            )
        )
    assert mean(ours) >= mean(bare)
    assert mean(ours) > 0.95


def test_days_published_agree_with_the_addresses(folder, truth, hints):
    """Where the address tells the day, ours is that day or, across time zones, the next."""
    for entry_key, entry in list(truth.items())[::4]:
        match = re.search(r"/(20\d\d)/(\d\d)/(\d\d)/", entry["url"])
        if match:
            made = hints("text/html", address=entry["url"], captured_on=dt.date(2020, 1, 1))
            found = dt.date.fromisoformat(parse(content(folder, entry_key), made).published)
            assert 0 <= (found - dt.date(*map(int, match.groups()))).days <= 1
