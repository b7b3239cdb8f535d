import pytest

from quietsignal.errors import FetchRefused


def rules(site, text, status=200):
    site.page("/robots.txt", text, status=status, content_type="text/plain")


def test_robots_txt_is_respected(site, fetcher):
    """What a site disallows is not asked for; what it allows is."""
    rules(site, b"User-agent: *\nDisallow: /private\nUser-agent: Other\nDisallow: /\n")
    site.page("/private/a")
    got = fetcher()
    assert got.fetch(site.page("/a")).content
    with pytest.raises(FetchRefused, match=r"robots.txt of 127.0.0.1 disallows it for QuietSignal"):
        got.fetch(f"{site.address}/private/a")
    assert site.asked("/private/a") == 0
    assert site.asked("/robots.txt") == 1


def test_robots_txt_is_asked_for_redirects_too(site, fetcher):
    """A redirect into a disallowed part is refused there."""
    rules(site, b"User-agent: QuietSignal\nDisallow: /private\n")
    site.page("/private")
    with pytest.raises(FetchRefused, match="disallows it"):
        fetcher().fetch(site.redirect("/a", "/private"))
    assert site.asked("/private") == 0


def test_a_site_whose_rules_fail_is_left_alone(site, fetcher):
    """Rules that cannot be read allow nothing (RFC 9309); rules that do not exist, everything."""
    rules(site, b"", status=500)
    with pytest.raises(FetchRefused, match=r"robots.txt: found status 500"):
        fetcher().fetch(site.page("/a"))
    assert site.asked("/a") == 0
    rules(site, b"", status=403)
    assert fetcher().fetch(site.page("/a")).content


def test_rules_without_end_are_bounded(site, fetcher):
    """A robots.txt of many megabytes is not read."""
    rules(site, b"#" * 600_000)
    with pytest.raises(FetchRefused, match=r"robots.txt: found 600,000 bytes"):
        fetcher().fetch(site.page("/a"))


def test_a_site_can_ask_for_a_longer_pause(site, fetcher, slept):
    """Between two requests to a host there is the pause that its rules ask for, within reason."""
    site.page("/a")
    got = fetcher(host_delay_seconds=1.0)
    got.fetch(f"{site.address}/a")
    got.fetch(f"{site.address}/a")
    assert 0.5 < slept[-1] <= 1.0
    rules(site, b"User-agent: *\nCrawl-delay: 7\n")
    slower = fetcher(host_delay_seconds=1.0)
    slower.fetch(f"{site.address}/a")
    slower.fetch(f"{site.address}/a")
    assert 6.0 < slept[-1] <= 7.0
