import numpy as np

from game.census.counts import count
from game.census.kicks import PASS_EDGES, SHOT_EDGES, THIRDS, kicks
from game.census.legs import ROLES, legs
from game.census.possession import possession
from game.events import Action
from game.pitch import HALF_WIDTH, LENGTH


def final(watched, field):
    """What the match itself counted, home and away."""
    return watched.looks[-1]["teams"][field]


def test_a_look_is_taken_every_second_until_the_whistle(watched):
    ticks = watched.looks["tick"]

    assert (np.diff(ticks)[:-1] == 20).all()
    assert watched.looks[-1]["clock"]["over"] == 1
    assert (watched.looks["clock"]["over"][:-1] == 0).all()


def test_the_events_tell_the_score_the_match_ended_with(watched):
    facts = count(watched)

    assert facts["goals"][0] == final(watched, "goals").sum()
    assert (
        sum(values[0] for name, values in facts.items() if name.startswith("goals_") and "-" in name) == facts["goals"]
    )
    assert facts["home_win"] + facts["draw"] + facts["away_win"] == 1


def test_events_and_the_counters_of_the_match_agree(watched):
    facts = {**count(watched), **kicks(watched)}

    for fact, field in [
        ("shots", "shots"),
        ("blocked", "blocked"),
        ("fouls", "fouls"),
        ("offsides", "offsides"),
        ("yellow_cards", "yellows"),
        ("red_cards", "reds"),
        ("interceptions", "interceptions"),
        ("tackles", "tackles"),
        ("take_ons", "take_ons"),
    ]:
        assert list(facts[fact]) == list(final(watched, field)), fact


def test_nothing_begins_after_it_ended_and_order_is_kept(watched):
    events = watched.events

    assert (events.begun <= events.ended).all()
    assert (np.diff(events.ended) >= 0).all()


def test_kicks_are_played_from_the_pitch_towards_the_rivals(watched):
    events = watched.events
    played = events.are(Action.PASS, Action.CROSS, Action.SHOT)

    assert (events.x[played] > -1.0).all()
    assert (events.x[played] < LENGTH + 1.0).all()
    assert (np.abs(events.y[played]) < HALF_WIDTH + 1.0).all()
    assert events.x[events.are(Action.SHOT)].mean() > LENGTH / 2
    assert events.x[events.are(Action.GOALKICK)].max() < 10.0
    assert events.x[events.are(Action.CORNER_CROSSED)].min(initial=LENGTH) > 100.0


def test_bands_share_out_all_passes_and_shots(watched):
    facts = kicks(watched)

    for names in (
        [f"share_{low}" for low in PASS_EDGES[:-1]],
        [f"share_{third}" for third in THIRDS],
        [f"shots_{low:g}" for low in SHOT_EDGES[:-1]],
    ):
        assert np.isclose(sum(facts[name].mean() for name in names), 100.0)


def test_a_few_steps_with_the_ball_are_no_dribble_and_part_no_pass_from_the_next(watched):
    events = watched.events
    runs = events.are(Action.DRIBBLE)
    gone = np.hypot(events.end_x - events.x, events.end_y - events.y)

    assert (gone[events.dribbles()] >= 10.0).all()
    assert count(watched)["dribbles"].sum() == np.sum(runs & (gone >= 10.0)) < runs.sum()
    kept = (events.action <= Action.GOALKICK) & ~(runs & (gone < 10.0))
    halves = len(set(events.half[kept]))
    assert len(possession(watched)["action_gap"]) == kept.sum() - halves


def test_sequences_cut_possessions_and_hold_every_open_pass(watched):
    facts = possession(watched)

    assert (facts["sequences"] >= facts["possessions"]).all()
    assert abs(facts["possessions"][0] - facts["possessions"][1]) <= 1
    assert (facts["sequence_passes"] * facts["sequences"]).round().tolist() == kicks(watched)["passes"].tolist()
    assert (facts["sequence_seconds"] >= 0.0).all()


def test_spells_add_up_to_the_match(watched):
    facts = possession(watched)

    # a look is a second, so each of some hundred spells is a second out at most
    assert abs(facts["spell_seconds"].sum() / 60.0 - facts["in_play"][0]) < 2.0
    assert np.isclose(facts["spell_seconds"].sum() + facts["dead_seconds"].sum(), len(watched.looks))


def test_every_role_runs_and_sprints_less_than_it_covers(watched):
    facts = legs(watched)

    for role in ROLES:
        assert len(facts[f"distance_{role}"]) > 0
        assert (facts[f"sprinted_{role}"] + facts[f"high_speed_{role}"] <= facts[f"distance_{role}"]).all()
