"""competitions: the same late score in a league, on goal difference, in a cup and in a second leg."""

from __future__ import annotations

import numpy as np

from game.dilemma.pairs import Pairs
from game.experiments.charts import Chart, Series
from game.experiments.comparing import verdict
from game.experiments.experiment import Cell, Experiment, Findings, Played
from game.experiments.outcomes import Values, average, in_pairs, points
from game.experiments.report import Section
from game.experiments.settings import Minute, Settings, written
from game.experiments.tables import Column, Table, shown
from game.fixture import Fixture
from game.intervals import Interval, wilson
from game.policies.team_win import GOAL_DIFFERENCE
from game.results import Rows
from game.teams.scenarios import variant

GOES, STAYS = "team-win", "role-bound"
MINUTES = 10.0

CASES: dict[str, tuple[str, tuple[int, int]]] = {
    "league": ("league", (0, 0)),
    "goal difference counts": ("goal-difference", (0, 0)),
    "cup tie": ("cup", (0, 0)),
    "second leg, first drawn": ("aggregate", (0, 0)),
    "second leg, first won by one": ("aggregate", (1, 0)),
    "second leg, first lost by one": ("aggregate", (0, 1)),
}
"""By what people call it: the competition, and the first leg's score from the home side's view."""

PAID_IN_POINTS = ("league", "goal difference counts")  # the others: through or out


class Competitions(Settings):
    """`matches` of every competition, for a team-win and a role-bound home side."""

    matches: int = 400
    minute: Minute = 85
    score: tuple[int, int] = (0, 1)
    rivals: str = STAYS


def cells(settings: Competitions) -> list[Cell]:
    """Every competition for both home sides, from the same moment."""
    made = []
    for name, (kind, first_leg) in CASES.items():
        prize = {"kind": kind, "first_leg": first_leg}
        told = variant("late-deficit", minute=written(settings.minute), score=settings.score, competition=prize)
        made += [
            Cell({"competition": name, "home": home}, Fixture(told, home, settings.rivals), settings.matches)
            for home in (GOES, STAYS)
        ]
    return made


def worth(rows: Rows, name: str) -> Values:
    """What a match was worth there: points, points and a tenth a goal, or 1 for going through and 0 for going out."""
    kind, (own, other) = CASES[name]
    margin = (rows["home_goals"] - rows["away_goals"]).astype(np.float64)
    if kind == "league":
        return points(rows)
    if kind == "goal-difference":
        return np.asarray(points(rows) + GOAL_DIFFERENCE * margin)
    total = margin + own - other
    kicks = rows["home_kicks_scored"] - rows["away_kicks_scored"]
    through = np.where(total == 0, kicks, total) > 0
    return np.asarray(through, dtype=np.float64)


def find(played: Played, settings: Competitions) -> Findings:
    """What is at stake, what it is worth, and how the football differs."""
    gains = {name: _gain(played, name) for name in CASES}
    return Findings(_answer(gains), [_worth(played, settings, gains), _pushes(played)])


def _gain(played: Played, name: str) -> Interval:
    """Worth of playing for the result beyond the role, in the competition's own coin."""
    goes, stays = (worth(played.of(competition=name, home=home), name) for home in (GOES, STAYS))
    return in_pairs(goes, stays) if name in PAID_IN_POINTS else Pairs.of(goes, stays).interval()


def _reached(rows: Rows, name: str) -> Interval:
    """What one kind of side reached: a mean of points, or a share of ties."""
    values = worth(rows, name)
    return average(values) if name in PAID_IN_POINTS else wilson(int(values.sum()), len(values))


def _push(played: Played, name: str) -> Interval:
    """Expected goals for in ten minutes, team-win minus role-bound: how much it goes forward."""
    goes, stays = (_chances(played.of(competition=name, home=home), "home_xg") for home in (GOES, STAYS))
    return in_pairs(goes, stays)


def _chances(rows: Rows, name: str) -> Values:
    """Expected goals in ten minutes; extra time counts as time."""
    return np.asarray(rows[name] * (MINUTES * 60.0 / np.maximum(rows["seconds"], 1.0)))


def _answer(gains: dict[str, Interval]) -> str:
    """Where the same score is worth going for."""
    clear = [name for name, gain in gains.items() if gain.low > 0]
    against = [name for name, gain in gains.items() if gain.high < 0]
    told = "From the same score at the same minute, playing for what the competition gives "
    told += f"pays clearly here: {', '.join(clear)}." if clear else "pays clearly nowhere in so many matches."
    if against:
        told += f" It costs here: {', '.join(against)}."
    open_still = [name for name in gains if name not in clear and name not in against]
    return told + (f" Too close to call: {', '.join(open_still)}." if open_still and clear else "")


def _worth(played: Played, settings: Competitions, gains: dict[str, Interval]) -> Section:
    """The gain by competition, and what both sides reach."""
    chart = Chart(
        "dots",
        f"{GOES} minus {STAYS}",
        "A dot with its interval for every competition: what playing for the result is worth there, in points or in "
        "the chance to go through.",
        [Series("difference", list(gains), list(gains.values()))],
        "",
        "points, or chance to go through",
        ".2f",
        mark=0.0,
    )
    columns = (
        Column("competition", "competition"),
        Column("coin", "counted in"),
        Column("goes", GOES, ".3f"),
        Column("stays", STAYS, ".3f"),
        Column("gain", "difference, paired", "+.3f"),
        Column("verdict", "verdict"),
    )
    rows = []
    for name, gain in gains.items():
        goes, stays = (_reached(played.of(competition=name, home=home), name) for home in (GOES, STAYS))
        coin = {"league": "points", "goal-difference": "points + 0.1 a goal"}.get(CASES[name][0], "through")
        rows.append((name, coin, goes, stays, gain, verdict(gain, better="pays", worse="costs")))
    home, away = settings.score
    text = (
        f"The home side stands {home}–{away} in minute {settings.minute} of this match; rivals {settings.rivals}. "
        "Cup ties and second legs that end level go to extra time and kicks from the mark."
    )
    return Section("What it is worth", text, chart, Table("Worth of a match, by competition", columns, rows))


def _pushes(played: Played) -> Section:
    """How much further forward the same eleven goes in each."""
    pushes = {name: _push(played, name) for name in CASES}
    chart = Chart(
        "dots",
        f"Chances made: {GOES} minus {STAYS}",
        "A dot with its interval for every competition: expected goals in ten minutes that a side which plays for the "
        "result makes beyond a role-bound one.",
        [Series("difference", list(pushes), list(pushes.values()))],
        "",
        "expected goals in ten minutes",
        ".2f",
        mark=0.0,
    )
    columns = (
        Column("competition", "competition"),
        Column("push", "xG for, difference", "+.3f"),
        Column("risk", "xG against, difference", "+.3f"),
        Column("shots", f"{GOES}: shots in ten minutes", ".2f"),
    )
    rows = []
    for name, push in pushes.items():
        goes, stays = (played.of(competition=name, home=home) for home in (GOES, STAYS))
        risk = in_pairs(_chances(goes, "away_xg"), _chances(stays, "away_xg"))
        rows.append((name, push, risk, average(_chances(goes, "home_shots"))))
    most, least = max(pushes, key=lambda name: pushes[name].value), min(pushes, key=lambda name: pushes[name].value)
    text = (
        f"The same players at the same score made {shown(pushes[most], '+.2f')} expected goals more in ten minutes in "
        f"“{most}”, the most of these, and {shown(pushes[least], '+.2f')} in “{least}”, the least. Where intervals "
        "overlap, these matches do not tell competitions apart."
    )
    return Section("How differently they play", text, chart, Table("Per ten minutes of the match", columns, rows))


EXPERIMENT = Experiment(
    name="competitions",
    title="Competitions",
    question="One down with five minutes left: is it the same decision in a league, in a cup and in a second leg?",
    settings=Competitions,
    cells=cells,
    find=find,
)
