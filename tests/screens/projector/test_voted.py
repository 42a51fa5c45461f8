import pytest

from game.fixture import Fixture
from game.screens.language import Language
from game.screens.projector.voted import VotedMatch
from game.state import fingerprint

MOMENTS = ("85:10", "85:20")


@pytest.fixture
def match() -> VotedMatch:
    return VotedMatch(Fixture("late-deficit"), Language("en"), seed=3, moments=MOMENTS)


def to_the_stop(match: VotedMatch) -> None:
    while not match.arrived:
        match.pass_time(0.25, at_once=True)


def test_the_match_stands_still_at_every_moment(match: VotedMatch) -> None:
    match.lead(0, [])
    to_the_stop(match)
    assert (match.clock, match.pass_time(1.0)) == ("85:10", 0)
    match.lead(1, [True])
    to_the_stop(match)
    assert (match.clock, len(match.pages)) == ("85:20", 2)


def test_the_room_tells_the_defender_from_the_moment_on(match: VotedMatch) -> None:
    match.lead(1, [True])
    to_the_stop(match)
    told = [(int(order.tick), int(order.told)) for order in match.playing.orders]
    assert told[-1] == (int(match.pages[0].tick), 1)
    match.lead(2, [True, False])
    match.pass_time(0.05, at_once=True)
    assert not match.pushing


def test_a_step_taken_back_gives_the_same_match_as_if_it_had_never_been(match: VotedMatch) -> None:
    match.lead(1, [True])
    to_the_stop(match)
    pushed = fingerprint(match.pages[1])
    match.lead(0, [])
    to_the_stop(match)
    assert match.clock == "85:10"
    match.lead(1, [False])
    to_the_stop(match)
    match.lead(0, [])
    match.lead(1, [True])
    to_the_stop(match)
    assert fingerprint(match.pages[1]) == pushed


def test_a_hurried_match_plays_more_of_itself_in_the_same_time(match: VotedMatch) -> None:
    match.lead(0, [])
    usual = match.pass_time(0.1)
    match.hurried = True
    assert match.pass_time(0.1) > usual
    match.lead(1, [False])
    assert not match.hurried
