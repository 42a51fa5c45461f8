from game.fixture import Fixture
from game.screens.language import Language
from game.screens.projector.pair import two_choices, two_jobs
from game.screens.projector.voted import VotedMatch
from game.state import fingerprint

DEFICIT = Fixture("late-deficit", home="role-bound")


def test_the_same_job_on_the_same_luck_is_the_same_match_twice() -> None:
    pair = two_jobs([DEFICIT, DEFICIT], ["left", "right"], seed=5)
    for _ in range(4):
        pair.pass_time(0.25)
    left, right = (fingerprint(each.live.match) for each in pair.both)
    assert left == right
    assert pair.both[0].figures == pair.both[1].figures


def test_figures_count_from_where_the_two_began() -> None:
    pair = two_jobs([DEFICIT, Fixture("late-deficit", home="team-win")], ["left", "right"], seed=5)
    assert all(each.figures == (0, 0.0, 0, 0.0) for each in pair.both)
    for _ in range(4):
        pair.pass_time(0.25)
    assert all(0.0 <= each.figures[3] <= 1.0 for each in pair.both)


def test_two_choices_start_from_one_page_and_differ_in_what_he_is_told() -> None:
    match = VotedMatch(Fixture("late-deficit"), Language("en"), seed=3, moments=("85:05",))
    while not match.arrived:
        match.pass_time(0.25, at_once=True)
    pair = two_choices(match.playing, match.pages[0], ["went", "stays"], ["push", "stay"])
    assert [int(each.live.match.tick) for each in pair.both] == [int(match.pages[0].tick)] * 2
    told = [int(each.live.match.players[match.playing.slot].told) for each in pair.both]
    assert told[0] != told[1]
    assert int(match.pages[0].players[match.playing.slot].told) == int(match.match.players[match.playing.slot].told)
