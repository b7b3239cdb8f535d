import io

from quietsignal.collect import Inputs
from quietsignal.errors import FetchRefused, ItemFailed
from quietsignal.settings import Settings

SMALL = Settings(max_bytes=1_000)


def receive(*sources, **fields):
    return list(Inputs(**{"settings": SMALL} | fields).receive(map(str, sources)))


def only(*sources, **fields):
    (outcome,) = receive(*sources, **fields)
    return outcome


def test_a_file_is_received_with_its_bytes_and_type(tmp_path):
    """A text file gives its bytes unchanged, its name and its media type."""
    path = tmp_path / "note.txt"
    path.write_bytes(b"Hello\r\nworld")
    outcome = only(path)
    assert (outcome.content, outcome.media_type) == (b"Hello\r\nworld", "text/plain")
    assert outcome.name == str(path)


def test_the_rest_of_the_batch_goes_on(tmp_path):
    """A failure stands between its neighbours and stops neither."""
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    outcomes = receive(tmp_path / "a.txt", tmp_path / "missing", tmp_path / "a.txt")
    assert [isinstance(outcome, ItemFailed) for outcome in outcomes] == [False, True, False]


def test_sources_are_received_one_at_a_time(tmp_path):
    """A million files need the memory of one: the next source is asked for when it is due."""
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    asked = []

    def sources():
        for number in range(3):
            asked.append(number)
            yield str(tmp_path / "a.txt")

    outcomes = Inputs().receive(sources())
    next(outcomes)
    assert asked == [0]


def test_standard_input_is_read_and_bounded():
    """A dash reads standard input, of which no more than the limit is taken."""
    assert only("-", stdin=io.BytesIO(b"some text")).name == "standard input"
    assert "found nothing" in str(only("-", stdin=io.BytesIO(b"")))
    endless = io.BytesIO(b"x" * 5_000)
    assert "found more than 1,000 bytes" in str(only("-", stdin=endless))
    assert endless.tell() == 1_001


def test_addresses_go_to_the_fetcher_and_nowhere_without_one():
    """With no fetcher an address is refused; files of that form do not exist."""
    assert isinstance(only("https://example.org/"), FetchRefused)
    assert "nothing is fetched" in str(only("ftp://example.org/"))
    asked = []
    receive("https://example.org/a", fetch=asked.append)
    assert asked == ["https://example.org/a"]
