import numpy as np

from game.benching.bench import bench
from game.experiments.spells import Spell, play_spell, spell_seconds
from game.fixture import Fixture

FIXTURE = Fixture("tests/short.toml", "team-win", "role-bound")


def test_a_spell_to_the_whistle_is_the_match_a_bench_plays():
    rows = play_spell(Spell(FIXTURE), 4, 1, 2)
    benched = bench("tests/short.toml", home="team-win", away="role-bound", matches=3, seed=4, workers=1)[1:]
    for name in rows.dtype.names:
        np.testing.assert_array_equal(rows[name], benched[name], err_msg=name)


def test_a_spell_lasts_as_long_as_it_says():
    rows = play_spell(Spell(Fixture("late-deficit"), 15.0), 4, 0, 3)
    np.testing.assert_array_equal(rows["seconds"], 15.0)
    assert spell_seconds(Spell(Fixture("late-deficit"), 15.0)) == 15.0
