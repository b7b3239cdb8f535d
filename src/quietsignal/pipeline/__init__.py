"""The pipeline: opens a project folder and joins the steps; `demo` is the whole run on a page.

Commands import the module that they need, since all together take over a second to load.
"""

__all__ = [
    "adding",
    "answering",
    "demo",
    "linking",
    "loading",
    "reading",
    "registers",
    "writing",
]
