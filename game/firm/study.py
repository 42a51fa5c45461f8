"""A firm's study as an experiment, so that it is run in chunks, kept in a folder and resumed like every other."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.experiments.experiment import Cell, Experiment, Findings, Played
from game.experiments.settings import Settings
from game.firm import luck, schemes, years
from game.firm.findings import Measured, plans_of
from game.firm.saying import Say, told
from game.firm.sections import findings
from game.firm.settings import Firm
from game.record import layout
from game.results import Rows

CHUNK = 4 * luck.BLOCK  # years


class StudySettings(Settings):
    """What a study's rows depend on; `matches` are years."""

    firm: dict[str, Any]
    mixes: tuple[str, ...] = ()
    bonus: bool = True


@dataclass(frozen=True)
class Settled:
    """A firm whose departments have settled on a plan."""

    firm: Firm
    plan: Mapping[str, Any]


def study_of(firm: Firm, say: Say) -> Experiment[StudySettings]:
    """The study of `firm`, to be prepared with `settings_of` and told in the language of `say`."""
    return Experiment(
        name=f"firm-{firm.kind}",
        title=told(say, f"title_{firm.kind}"),
        question=told(say, f"question_{firm.kind}"),
        settings=StudySettings,
        cells=functools.partial(_cells, firm),
        find=functools.partial(_find, firm, say),
        play=_play,
        columns=layout(years.desk_of(firm).BOOKS),
        describe=_described,
        seconds=_seconds,
    )


def settings_of(firm: Firm, count: int, *, mixes: Sequence[str] = (), bonus: bool = True) -> StudySettings:
    """The study's settings: `count` years of each setting, `mixes` besides the usual ones.

    KeyError or ValueError for a mix no department can play, before the work.
    """
    for mix in mixes:
        years.assigned(firm, mix)
    told = firm.model_dump(mode="json")
    return StudySettings(matches=count, chunk_seconds=CHUNK, firm=told, mixes=tuple(mixes), bonus=bonus)


def _cells(firm: Firm, settings: StudySettings) -> list[Cell]:
    plans = plans_of(firm, settings.mixes, _scheme(firm, settings))
    return [
        Cell({"world": world, "plays": plays}, Settled(there, plan), settings.matches)
        for (world, plays), (there, plan) in plans.items()
    ]


def _find(firm: Firm, say: Say, played: Played, settings: StudySettings) -> Findings:
    books = {
        (str(cell.keys["world"]), str(cell.keys["plays"])): rows.view(np.recarray)
        for cell, rows in zip(played.cells, played.rows, strict=True)
    }
    return findings(Measured(firm, books, settings.mixes, _scheme(firm, settings)), say)


def _scheme(firm: Firm, settings: StudySettings) -> schemes.Scheme | None:
    return _sought(firm) if settings.bonus else None


@functools.lru_cache(maxsize=4)
def _sought(firm: Firm) -> schemes.Scheme:
    """The best bonuses, sought once for planning and telling."""
    return schemes.best_scheme(firm)


def _play(plan: Settled, seed: int, first: int, count: int) -> Rows:
    """Years `first` to `first` + `count` - 1 of a settled firm."""
    rows = years.run(plan.firm, plan.plan, count, seed=seed, first=first)
    return np.asarray(rows).view(layout(years.desk_of(plan.firm).BOOKS))


def _described(plan: Settled) -> dict[str, Any]:
    """What the rows hang on: the firm's figures there, and the plan, number by number."""
    halves = {
        department: {name: np.asarray(figures).tolist() for name, figures in vars(half).items()}
        for department, half in plan.plan.items()
    }
    return {"figures": plan.firm.model_dump(mode="json"), "plan": halves}


def _seconds(plan: Settled) -> float:
    """A year counts as a second, so that chunks are whole blocks of luck."""
    return 1.0
