"""The guard of the fetcher: only the public internet, whatever the address, name or redirect."""

import socket
import threading

import pytest

from quietsignal.collect.addresses import checked_hosts
from quietsignal.collect.fetch import Fetcher
from quietsignal.errors import FetchRefused
from quietsignal.settings import Settings


def nobody(_host, _port):
    raise AssertionError("an address that is refused as written was looked up")


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("http://127.0.0.1/", "found 127.0.0.1, which is loopback"),
        ("http://169.254.169.254/latest/meta-data", "which is link-local"),
        ("http://10.0.0.1/", "which is private"),
        ("http://100.64.0.1/", "CGNAT"),
        ("http://0.0.0.0/", "which is unspecified"),
        ("http://224.0.0.1/", "which is multicast"),
        ("http://[::1]/", "found ::1, which is loopback"),
        ("http://[::]/", "which is unspecified"),
        ("http://[::ffff:127.0.0.1]/", "which is IPv4 in IPv6"),
        ("http://[::ffff:8.8.8.8]/", "which is IPv4 in IPv6"),
        ("http://[64:ff9b::7f00:1]/", "NAT64"),
        ("http://[2002:7f00:1::]/", "6to4"),
        ("http://[fe80::1]/", "which is link-local"),
        ("http://[fe80::1%25eth0]/", "found"),
        ("http://[fd00::1]/", "which is private"),
        ("http://2130706433/", "found host '2130706433'"),
        ("http://0x7f000001/", "found host '0x7f000001'"),
        ("http://0177.0.0.1/", "no address"),
        ("http://0x7f.0.0.1/", "found host"),
        ("http://127.1/", "found host '127.1'"),
        ("http://127。0。0。1/", "which is loopback"),
        ("http://%31%32%37.0.0.1/", "found host"),
        ("http://①②⑦.0.0.1/", "no address"),
        ("http://localhost/", "found this machine"),
        ("http://LOCALHOST./", "found this machine"),
        ("http://a.localhost/", "found this machine"),
        ("http://user@example.org/", "found a user name"),
        ("http://user:secret@example.org/", "found a user name"),
        ("http://example.org\\@127.0.0.1/", "found spaces, backslashes"),
        ("http://example.org/\r\nHost: x", "found spaces, backslashes"),
        ("http://example.org:22/", "found port 22, expected 80, 443"),
        ("http://example.org:0/", "found port 0"),
        ("ftp://example.org/", "found scheme 'ftp'"),
        ("file:///etc/passwd", "found scheme 'file'"),
        ("gopher://example.org/", "found scheme 'gopher'"),
        ("http://", "found host ''"),
        ("http:///x", "found host ''"),
        ("https://" + "a" * 3_000, "more than 2,000 characters"),
    ],
)
def test_an_address_is_refused_as_written(address, found):
    """Each trick is one line that names address, finding and expectation; nothing is looked up."""
    with pytest.raises(FetchRefused) as caught:
        Fetcher(resolve=nobody).fetch(address)
    message = str(caught.value)
    assert found in message
    assert "expected" in message
    assert "\n" not in message
    assert "secret" not in message


def test_a_name_that_does_not_exist_is_one_clear_error():
    """A host that the name service does not know is named."""

    def unknown(_host, _port):
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    with pytest.raises(FetchRefused, match=r"nowhere.test: found no such host"):
        Fetcher(resolve=unknown).fetch("https://nowhere.test/")


def test_a_name_that_changes_between_check_and_use_gains_nothing(site, fetcher):
    """DNS rebinding: each connection resolves once and goes to the number that was checked."""
    answers = [("93.184.215.14",), ("127.0.0.1",)]
    asked = []

    def rebinding(host, port):
        asked.append(host)
        return answers[min(len(asked), 2) - 1]

    settings = Settings(allow_ports=(site.port,))
    assert checked_hosts("news.test", site.port, resolve=rebinding, settings=settings) == answers[0]
    with pytest.raises(FetchRefused, match=r"news.test: found 127.0.0.1, which is loopback"):
        Fetcher(settings, resolve=rebinding).fetch(f"http://news.test:{site.port}/")
    assert len(asked) == 2
    assert site.requests == []


def test_the_checked_number_is_connected_to_with_the_name_as_host(site, fetcher):
    """The connection goes to the resolved number; the Host header keeps the name."""
    site.page("/a")
    asked = []

    def one(host, _port):
        asked.append(host)
        return ("127.0.0.1",)

    allowed = fetcher(resolve=one, allow_hosts=("news.test",))
    assert (
        allowed.fetch(f"http://news.test:{site.port}/a").address
        == f"http://news.test:{site.port}/a"
    )
    assert asked == ["news.test", "news.test"]  # once for robots.txt, once for the page
    assert site.requests[-1][1]["Host"] == f"news.test:{site.port}"


@pytest.mark.parametrize(
    "to",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.2/",
        "http://localhost/",
        "http://[::1]/",
        "http://2130706433/",
        "//10.0.0.1/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "http://user:pw@example.org/",
        "http://example.org:8080/",
        "http://exa mple.org/",
        "",
    ],
)
def test_a_redirect_is_checked_like_an_address(site, fetcher, to):
    """A page cannot send the fetcher inside, nor to another scheme, port or user."""
    address = site.redirect("/away", to)
    with pytest.raises(FetchRefused) as caught:
        fetcher(resolve=lambda host, _: (host,) if host == "127.0.0.1" else nobody(host, 0)).fetch(
            address
        )
    assert str(caught.value).startswith(f"{address}: ")
    assert "redirect" in str(caught.value)
    assert "pw" not in str(caught.value)


def test_a_redirect_to_a_name_that_points_inside_is_refused(site, fetcher):
    """The number of a redirect's host is checked as that of the first."""
    address = site.redirect("/away", "http://inner.test/")
    with pytest.raises(FetchRefused, match=r"inner.test: found 192.168.0.1, which is private"):
        fetcher(
            resolve=lambda host, _: ("127.0.0.1" if host == "127.0.0.1" else "192.168.0.1",)
        ).fetch(address)


def test_loopback_is_not_reachable_by_default(site):
    """Without the explicit setting the test server itself is out of reach."""
    with pytest.raises(FetchRefused):
        Fetcher().fetch(site.address)
    with pytest.raises(FetchRefused, match="loopback"):
        Fetcher(Settings(allow_ports=(site.port,))).fetch(site.address)
    assert site.requests == []


def test_proxies_and_credentials_of_the_environment_are_not_used(
    site, fetcher, monkeypatch, tmp_path
):
    """Neither a proxy variable nor a .netrc has any effect."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login a password b\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    fetcher().fetch(site.page("/a"))
    assert "Authorization" not in site.requests[-1][1]


def test_the_name_and_not_the_number_is_secured(fetcher):
    """Over https the server is asked for by its name, against which its certificate is checked."""
    greetings = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def greet():
            for _ in range(2):
                connection, _ = server.accept()
                with connection:
                    greetings.append(connection.recv(4_096))

        thread = threading.Thread(target=greet, daemon=True)
        thread.start()
        port = server.getsockname()[1]
        allowed = fetcher(
            resolve=lambda *_: ("127.0.0.1",),
            allow_hosts=("news.test",),
            allow_ports=(port,),
            attempts=2,
        )
        with pytest.raises(FetchRefused, match="found no connection"):
            allowed.fetch(f"https://news.test:{port}/")
        thread.join(5)
    assert [greeting.count(b"news.test") for greeting in greetings] == [1, 1]
