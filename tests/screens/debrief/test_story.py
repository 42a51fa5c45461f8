import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import game
from game.screens.debrief.again import Again
from game.screens.debrief.story import APART, LEAD_IN, MOST, Moment, chosen, tell
from game.screens.debrief.thinking import PUSH, STAY


@pytest.fixture(scope="module")
def story(played):
    return tell(played)


def test_a_story_runs_from_the_first_page_to_the_whistle(story, played):
    assert story.ticks[0] == played.pages[0].tick
    assert story.ticks[-1] == played.match.tick
    assert len(story.ticks) == len(story.clocks) == len(story.shares) == len(story.ratings)
    assert story.ticks == sorted(story.ticks)


def test_its_goals_are_those_of_the_match(story, played):
    start = played.pages[0].teams
    for side in (0, 1):
        scored = int(played.match.teams[side].goals - start[side].goals)
        assert [each for _, each in story.goals].count(side) == scored


def test_chances_end_where_the_match_ended(story, played):
    assert all(0.0 <= share <= 1.0 for share in story.shares)
    assert story.shares[-1] == float(played.outcome.reached)


def test_the_longest_push_is_what_the_debrief_asks_about(story):
    assert [choice.did for choice in story.choices] == [STAY, PUSH, STAY]
    assert story.main.did == PUSH
    assert story.main.page.tick == story.main.tick


def test_who_never_pushed_is_asked_about_staying_from_the_start(stayed):
    main = tell(stayed).main
    assert (main.did, main.tick) == (STAY, stayed.pages[0].tick)
    assert main.lasted == stayed.match.tick - stayed.pages[0].tick


def test_clocks_are_read_at_a_tick_or_before_it(story):
    assert story.clock(story.ticks[0]) == story.clocks[0]
    assert story.clock(story.ticks[3] + 1) == story.clocks[3]
    assert story.clock(10**9) == story.clocks[-1]


@given(st.lists(st.builds(Moment, st.integers(0, 9000), st.just("shot_for"), st.just(3), st.floats(0, 3)), max_size=30))
def test_moments_are_few_apart_and_in_order(seen):
    kept = chosen(seen)
    ticks = [moment.tick for moment in kept]
    assert len(kept) <= MOST
    assert ticks == sorted(ticks)
    assert all(later - earlier >= APART for earlier, later in itertools.pairwise(ticks))
    assert not seen or max(seen, key=lambda each: each.weight).weight == max(each.weight for each in kept)


def test_a_moment_is_shown_from_four_seconds_before():
    assert Moment(400, "push", 1, 1.0).begins == 400 - LEAD_IN


@pytest.mark.parametrize("start", [0, 333, 500])
def test_a_run_shown_again_ends_as_it_did(played, start):
    again = Again(played, start)
    assert again.match.tick == max(start, int(played.pages[0].tick))
    while not again.over:
        again.tick()
    assert game.fingerprint(again.match) == game.fingerprint(played.match)
