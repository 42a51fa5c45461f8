import numpy as np
import pytest

from game.chance import SEED_LIMIT
from game.policies import policies
from game.post import Post
from game.state import NOBODY, PAYOFFS, SIDE, Setup, fingerprint
from game.teams.kick_off import kick_off
from game.value.stakes import stake

SCORE, CONCEDE = 0, 1


def bytes_of(setup: Setup) -> bytes:
    return np.asarray(setup).tobytes()


@pytest.mark.parametrize("held", policies(), ids=lambda held: held.name)
def test_every_policy_can_be_played_by_either_side(held) -> None:
    _, setup = kick_off("late-deficit", home=held.name, away=held.name)
    for sheet in setup.sheets:
        rows = {int(row) for row in sheet.payoff}
        assert rows == {NOBODY} if held.job else NOBODY not in rows
        assert all(max(pair) == 1.0 for pair in zip(sheet.job_score, sheet.job_concede, strict=True))


def test_a_mix_gives_each_post_its_own_stakes() -> None:
    _, setup = kick_off("late-deficit", home="role-bound,RB=team-win,FW=goal-bonus", away="team-win")
    home, away = setup.sheets
    for slot, post in enumerate(home.post):
        if post == Post.RB:
            assert home.payoff[slot] == away.payoff[slot]
        elif post in (Post.RW, Post.LW, Post.ST):
            assert home.payoff[slot] not in (NOBODY, away.payoff[slot])
        else:
            assert home.payoff[slot] == NOBODY
    assert len({int(row) for row in away.payoff}) == 1


def test_the_stakes_of_the_side_one_down_are_in_its_row() -> None:
    _, setup = kick_off("late-deficit", home="team-win", away="team-win")
    row = int(setup.sheets[0].payoff[1])
    assert stake(setup, row, 0, 1, 120.0, SCORE) > 20.0 * stake(setup, row, 0, 1, 120.0, CONCEDE)
    assert stake(setup, row, 1, 0, 120.0, CONCEDE) > 20.0 * stake(setup, row, 1, 0, 120.0, SCORE)


def test_the_first_leg_gives_the_sides_different_rows() -> None:
    _, setup = kick_off("aggregate", home="team-win", away="team-win")
    assert setup.sheets[0].payoff[0] != setup.sheets[1].payoff[0]


def test_only_the_seed_of_a_match_depends_on_the_seed() -> None:
    match, setup = kick_off("late-deficit", seed=3)
    other, same = kick_off("late-deficit", seed=SEED_LIMIT - 1)
    assert bytes_of(setup) == bytes_of(same)
    assert fingerprint(match) != fingerprint(other)
    other.seed = match.seed
    assert fingerprint(match) == fingerprint(other)


def test_home_advantage_helps_one_side_by_what_it_costs_the_other() -> None:
    _, even = kick_off()
    _, setup = kick_off(home_advantage=0.1)
    assert [sheet.strength for sheet in even.sheets] == [1.0, 1.0]
    assert [sheet.strength for sheet in setup.sheets] == pytest.approx([0.9, 1.1])


def test_the_switches_reach_the_setup() -> None:
    _, setup = kick_off(freeze=True, push_gain=0.0, law_year="2017/18")
    assert (setup.freeze, setup.push_gain, setup.competition.keeper_seconds) == (1, 0.0, 6.0)
    _, plain = kick_off()
    assert (plain.freeze, plain.push_gain, plain.competition.keeper_seconds) == (0, 1.0, 8.0)


def test_equal_squads_meet_man_for_man() -> None:
    _, setup = kick_off()
    squads = np.asarray(setup)["squads"]
    assert squads[0].tobytes() == squads[1].tobytes()
    assert list(setup.sheets[0].lineup) == list(setup.sheets[1].lineup)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"scenario": "late-deficits"}, "did you mean 'late-deficit'"),
        ({"home": "team-wins"}, "did you mean 'team-win'"),
        ({"away": ""}, "a mix is one policy"),
        ({"seed": -1}, "a seed is a whole number from 0 to 4611686018427387903, not -1"),
        ({"seed": SEED_LIMIT}, "a seed is a whole number"),
        ({"seed": 1.5}, "a seed is a whole number"),
        ({"home_advantage": 0.9}, "home_advantage is 0 to 0.5, not 0.9"),
        ({"law_year": "2018"}, "no law year called '2018'"),
        ({"push_gain": -1.0}, "push_gain is 0 to 10, not -1.0"),
        ({"push_gain": float("nan")}, "push_gain is 0 to 10, not nan"),
    ],
)
def test_a_bad_argument_is_refused_in_a_line(wrong, said: str) -> None:
    with pytest.raises((ValueError, KeyError), match=said) as caught:
        kick_off(**wrong)
    assert "\n" not in str(caught.value)


def test_more_payoffs_than_a_match_holds_are_refused(tmp_path) -> None:
    paths = []
    for number in range(PAYOFFS + 1):
        path = tmp_path / f"p{number}.py"
        path.write_text(
            "from game.policies import policy\n@policy(kind='contract')\n"
            f"def wants_{number}(final):\n    'Paid late.'\n    return float(final.scored > {number})\n"
        )
        paths.append(path)
    posts = ["RB", "LB", "CB", "RW", "LW", "CM", "ST"]
    home = "role-bound," + ",".join(f"{post}={path}" for post, path in zip(posts, paths[:7], strict=False))
    away = "role-bound," + ",".join(f"{post}={path}" for post, path in zip(posts, paths[7:], strict=False))
    with pytest.raises(ValueError, match=f"a match holds {PAYOFFS} different payoffs"):
        kick_off(home=home, away=away)


def test_slots_of_one_side_are_eleven() -> None:
    _, setup = kick_off()
    assert all(len(set(sheet.lineup)) == SIDE for sheet in setup.sheets)
