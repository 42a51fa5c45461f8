"""How much more a side scores and concedes with one defender up comes from this engine's table."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.match import ENGINE
from game.policies.measured import KIND
from game.screens.debrief.window import EXAMPLE, GOES, STAYS, factors


def table(folder: Path, *, engine: int = ENGINE, **ways: tuple[float, float]) -> Path:
    told = [
        {"name": name.replace("_", "-"), "mix": "role-bound", "own": own, "opponent": opponent}
        for name, (own, opponent) in ways.items()
    ]
    path = folder / f"table-{engine}-{len(ways)}.json"
    path.write_text(json.dumps({"kind": KIND, "engine": engine, "ways": told}))
    return path


def test_factors_are_those_of_the_table(tmp_path: Path) -> None:
    assert {STAYS, GOES} == {"nobody", "full-back"}
    found = factors(table(tmp_path, nobody=(0.02, 0.01), full_back=(0.03, 0.011)))
    assert found == pytest.approx((1.5, 1.1))


def test_without_a_table_of_this_engine_the_theory_s_example_stands_in(tmp_path: Path) -> None:
    assert factors(tmp_path / "none.json") == EXAMPLE
    assert factors(table(tmp_path, engine=ENGINE + 1, nobody=(0.02, 0.01), full_back=(0.03, 0.011))) == EXAMPLE
    assert factors(table(tmp_path, nobody=(0.02, 0.01))) == EXAMPLE
