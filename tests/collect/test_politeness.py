from quietsignal.collect.politeness import Politeness


def test_one_host_is_not_hurried_and_others_do_not_wait():
    """The second request to a host waits for its pause, that to another host does not."""
    slept = []
    politeness = Politeness(sleep=slept.append, clock=lambda: 100.0)
    politeness.wait("a.test", 2.0)
    politeness.wait("b.test", 2.0)
    assert slept == []
    politeness.wait("a.test", 2.0)
    politeness.wait("a.test", 2.0)
    assert slept == [2.0, 4.0]
