import json

import pytest

from collect.pages import BODY, page

JSON_LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Not this"},
        {
            "@type": ["NewsArticle"],
            "headline": "Serbia &amp; China to hold joint drill",
            "datePublished": "2025-07-14T23:30:00+02:00",
            "author": [{"name": "By A. Writer"}, {"name": "B. Editor"}, {"name": "A. Writer"}],
            "publisher": {"@type": "Organization", "name": "Example Times"},
        },
    ],
}


def test_json_ld_describes_the_page(read):
    """Title, authors, publisher and day are taken from the article's own description."""
    head = f"<script type='application/ld+json'>{json.dumps(JSON_LD)}</script>"
    parsed = read(
        page(
            head + "<meta property='og:site_name' content='Other'>",
            body=f"<div>{BODY}</div>".replace("h1", "h2"),
        )
    )
    assert parsed.title == "Serbia & China to hold joint drill"
    assert (parsed.author, parsed.publisher) == ("A. Writer, B. Editor", "Example Times")
    assert parsed.published == "2025-07-14"


@pytest.mark.parametrize(
    "source",
    [
        "{",
        "[" * 100_000,
        '{"@type": 5}',
        '[{"@type": "NewsArticle", "author": {"name": 7}}]',
        "null",
    ],
)
def test_broken_json_ld_does_not_harm(read, source):
    """A description that is no JSON, or not of the right shape, is passed over."""
    parsed = read(page(f"<title>T</title><script type='application/ld+json'>{source}</script>"))
    assert parsed.text.startswith("T\n\n")
    assert parsed.author is None


def test_language_is_the_pages_own_or_told_by_its_words(read):
    """The lang attribute is believed; without one the words decide."""
    assert read(page(attributes='lang="sr-Latn"')).language == "sr"
    assert read(page()).language == "en"


def test_a_page_can_say_that_it_is_synthetic(read):
    """Test pages mark themselves, and so does the document."""
    assert read(page("<meta name='quietsignal:synthetic' content='yes'>")).synthetic
    assert not read(page()).synthetic


def test_the_address_of_a_saved_page_is_its_canonical_one(read):
    """A file knows where it came from by its link; a fetched page keeps the address it has."""
    head = "<link rel='canonical' href='https://example.org/drill'>"
    assert read(page(head)).address == "https://example.org/drill"
    assert read(page(head), address="https://a.test/x").address == "https://a.test/x"
    assert read(page("<link rel='canonical' href='javascript:alert(1)'>")).address == ""
