"""contracts: what a team gets when its players are paid for something else, and the fine at which the push dies."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

import numpy as np
from pydantic import field_validator

from game.dilemma import bonus
from game.experiments.charts import Chart, Series
from game.experiments.comparing import Arms, dots, gains, gains_table, largest, percentage_points
from game.experiments.experiment import Cell, Experiment, Findings, Played
from game.experiments.outcomes import Values, average, gained, in_pairs, measured
from game.experiments.playing import describe_fixture, fixture_seconds, play_fixture
from game.experiments.report import Section
from game.experiments.settings import Settings
from game.experiments.tables import Column, Table, number
from game.fixture import Fixture
from game.intervals import Interval
from game.policies.final import Final
from game.policies.registry import find as find_policy
from game.policies.registry import policy
from game.results import Rows
from game.teams.scenarios import variant

GOES, STAYS = "team-win", "role-bound"
FINED = "fined-"
BEHIND, LEVEL = "0–1 in minute 85", "0–0 in minute 60"
MINUTES = 10.0  # left when play begins behind, added time included
MOST_FINE = 1000  # hundredths of a draw


class Contracts(Settings):
    """`matches` of every contract from behind; a third as many from level, which take longer."""

    matches: int = 240
    contracts: tuple[str, ...] = (
        GOES,
        STAYS,
        "per-win",
        "per-goal-conceded",
        "clean-sheet",
        "goal-bonus",
        "per-goal-scored",
        "win-and-clean-sheet",
    )
    fines: tuple[int, ...] = (10, 20, 30, 50, 100, 200)  # hundredths of a draw, for each goal conceded
    rivals: str = STAYS

    @field_validator("contracts")
    @classmethod
    def _has_both(cls, contracts: tuple[str, ...]) -> tuple[str, ...]:
        if not {GOES, STAYS} <= set(contracts):
            raise ValueError(f"contracts are compared with {GOES} and {STAYS}; name both among them")
        return contracts

    @field_validator("fines")
    @classmethod
    def _can_be_paid(cls, fines: tuple[int, ...]) -> tuple[int, ...]:
        if not fines or not all(0 < each <= MOST_FINE for each in fines):
            raise ValueError(f"fines are 1 to {MOST_FINE} hundredths of a draw")
        return tuple(sorted(fines))


@functools.cache
def fined(hundredths: int) -> str:
    """The name of a policy that pays the league's points less a fine for every goal conceded; made on first use."""

    def pays(final: Final) -> float:
        """Paid the league's points, fined for every goal conceded."""
        return final.points - hundredths / 100.0 * final.conceded

    pays.__name__ = f"fined_{hundredths}"
    policy(kind="contract")(pays)
    return f"{FINED}{hundredths}"


def cells(settings: Contracts) -> list[Cell]:
    """Every contract from behind and from level, every fine from behind."""
    behind = variant("late-deficit")
    level = variant("late-deficit", minute="60:00", score=(0, 0))
    made = [
        Cell({"start": BEHIND, "home": home}, Fixture(behind, home, settings.rivals), settings.matches)
        for home in (*settings.contracts, *map(fined, settings.fines))
    ]
    made += [
        Cell({"start": LEVEL, "home": home}, Fixture(level, home, settings.rivals), max(2, settings.matches // 3))
        for home in settings.contracts
    ]
    return made


def play(plan: Fixture, seed: int, first: int, count: int) -> Rows:
    """The rows of some matches; makes the fined policies known in whatever process this is."""
    return play_fixture(_known(plan), seed, first, count)


def describe(plan: Fixture) -> Any:
    """All that the rows of `plan` depend on."""
    return describe_fixture(_known(plan))


def _known(plan: Fixture) -> Fixture:
    """`plan`, its policy registered."""
    if plan.home is not None and plan.home.startswith(FINED):
        fined(int(plan.home.removeprefix(FINED)))
    return plan


def find(played: Played, settings: Contracts) -> Findings:
    """What the team gets, what the player earns, and where the push dies."""
    behind: Arms = {home: played.of(start=BEHIND, home=home) for home in settings.contracts}
    level: Arms = {home: played.of(start=LEVEL, home=home) for home in settings.contracts}
    sweep: Arms = {name: played.of(start=BEHIND, home=name) for name in map(fined, settings.fines)}
    push = _Push(behind[STAYS], behind[GOES])
    sections = [
        _team(behind, settings, BEHIND),
        _dies(push, sweep, settings),
        _earns(level),
        _team(level, settings, LEVEL),
    ]
    return Findings(_answer(behind, push, sweep, settings), sections)


class _Push:
    """The push as the engine shows it: rates of chances a minute, staying and going, and their ratios."""

    def __init__(self, stays: Rows, goes: Rows) -> None:
        self.stays, self.goes = stays, goes
        self.own, self.opponent = (_rate(stays, name) for name in ("home_xg", "away_xg"))
        self.own_factor = _rate(goes, "home_xg") / max(self.own, 1e-9)
        self.opponent_factor = _rate(goes, "away_xg") / max(self.opponent, 1e-9)

    def lasts(self, fine: float) -> float:
        """By theory, the share of the time left in which a side on points and this fine (in draws) pushes."""
        solved = bonus.solve(
            bonus.Contract(win=3.0, draw=1.0, per_goal_conceded=fine),
            own_rate=self.own,
            opponent_rate=self.opponent,
            own_factor=self.own_factor,
            opponent_factor=self.opponent_factor,
            minutes_left=MINUTES,
        )
        return min(solved.push_at, MINUTES) / MINUTES

    def fatal_fine(self) -> float:
        """By theory, the fine in draws from which nobody pushes at any time; nan where going makes no chances."""
        if self.own_factor <= 1.0:
            return float("nan")
        return bonus.fatal_fine_at_the_whistle(
            own_rate=self.own,
            opponent_rate=self.opponent,
            own_factor=self.own_factor,
            opponent_factor=self.opponent_factor,
        )

    def told(self) -> str:
        """What the closed form makes of the engine's rates, in words."""
        fatal = self.fatal_fine()
        if np.isnan(fatal):
            return "In these matches going makes no more chances than staying, so theory knows no push to end."
        return (
            f"With these rates the closed form says that from a fine of {number(fatal, '.2f')} of a draw nobody pushes "
            "at any time. The engine weighs its stakes smoothly instead of switching at one fine."
        )

    def left(self, rows: Rows) -> Interval:
        """The share of the engine's push that `rows` still show: 1 as team-win, 0 as role-bound."""
        whole = gained(self.goes, self.stays, "xg_for").value
        if whole <= 0:
            return Interval(float("nan"), float("nan"), float("nan"))
        return Interval(*(end / whole for end in gained(rows, self.stays, "xg_for")))


def _rate(rows: Rows, name: str) -> float:
    """Expected goals a minute of match time."""
    return float(rows[name].sum() / rows["seconds"].sum() * 60.0)


def _answer(behind: Arms, push: _Push, sweep: Arms, settings: Contracts) -> str:
    """Which contract costs most, and how small a fine stops the push."""
    lost = gains(behind, GOES, "by_chances")
    worst = min(lost, key=lambda name: lost[name].value)
    half = half_gone(settings.fines, [push.left(rows).value for rows in sweep.values()])
    _, clear = largest({name: Interval(-each.value, -each.high, -each.low) for name, each in lost.items()})
    costs = "costs the team most" if clear else "is seen to cost most, though it may be luck"
    told = (
        f"From behind, the contract “{worst}” {costs}: {percentage_points(lost[worst])} in the chance to "
        f"avoid defeat, against {GOES}."
    )
    where = f"half of the push is gone at {half:.2f} of a draw" if half is not None else "no fine tried halves the push"
    closed = push.fatal_fine()
    theory = "" if np.isnan(closed) else f"; theory, with the engine's own rates, ends it at {number(closed, '.2f')}"
    return f"{told} Fined for every goal conceded, {where}{theory}."


def half_gone(fines: Sequence[int], left: Sequence[float]) -> float | None:
    """The fine, in draws, at which the push first falls to a half, between the fines tried; None if it never does."""
    places, values = [0.0, *(fine / 100.0 for fine in fines)], [1.0, *left]
    for at in range(1, len(values)):
        if values[at] <= 0.5:
            high, low = values[at - 1], values[at]
            return places[at - 1] + (places[at] - places[at - 1]) * (high - 0.5) / (high - low)
    return None


def _team(arms: Arms, settings: Contracts, start: str) -> Section:
    """The team's result on each contract, against playing for the result."""
    measure, style = ("by_chances", ".1%") if start == BEHIND else ("points", ".2f")
    found = gains(arms, GOES, measure)
    label = "defeat avoided, by chances" if start == BEHIND else "points a match"
    chart = dots(
        f"Against {GOES}: {label}",
        f"A dot with its interval for every contract: {label}, minus those of an eleven that plays for the result.",
        {"difference": found},
        f"difference, {label}",
        style=style,
    )
    names: tuple[str, ...] = ("points", "xg_for", "xg_against")
    if start == BEHIND:
        names = ("saved", "by_chances", *names)
    text = f"All eleven of the home side are on the contract, from {start}, against a {settings.rivals} side."
    table = gains_table(f"Contract minus {GOES}, from {start}", arms, GOES, names, first="contract")
    return Section(f"What the team gets: {start}", text, chart, table)


def _earns(arms: Arms) -> Section:
    """What the contract pays its own players, against what it would pay them for playing for the result."""
    rows = []
    for name, own in arms.items():
        payoff = find_policy(name).payoff
        if payoff is None or name in (GOES, "goal-bonus"):
            continue  # a job is not paid by the match; who scored is not in the rows
        pay, other = _pay(payoff, own), _pay(payoff, arms[GOES])
        rows.append((name, average(pay), average(other), in_pairs(pay, other), gained(own, arms[GOES], "points")))
    columns = (
        Column("contract", "contract"),
        Column("pay", "pays its players", ".3f"),
        Column("pay_team_win", f"would pay {GOES} players", ".3f"),
        Column("gain", "theirs, difference", "+.3f"),
        Column("points", "the team's points, difference", "+.3f"),
    )
    text = (
        "Each contract's pay, in its own unit, in the matches of players who play for it and in the same matches "
        "played for the result. Where the first difference is up and the last one down, the contract got what it pays "
        "for."
    )
    return Section("What the players earn", text, None, Table(f"Pay a match, from {LEVEL}", columns, rows))


def _pay(payoff: Any, rows: Rows) -> Values:
    """What `payoff` pays after each match."""
    score = zip(rows["home_goals"].tolist(), rows["away_goals"].tolist(), strict=True)
    return np.array([payoff(Final(scored, conceded)) for scored, conceded in score], dtype=np.float64)


def _dies(push: _Push, sweep: Arms, settings: Contracts) -> Section:
    """The push against the fine, in the engine and by theory."""
    places = [0.0, *(fine / 100.0 for fine in settings.fines)]
    arms = [push.goes, *sweep.values()]
    engine = [push.left(rows) for rows in arms]
    theory = [push.lasts(fine) for fine in places]
    chart = Chart(
        "lines",
        "What a fine leaves of the push",
        "Two curves falling over the fine for each goal conceded: the engine's extra chances, and theory's share of "
        "the last ten minutes in which pushing pays the player.",
        [
            Series("engine: share of the extra chances", places, engine),
            Series("theory: share of the time pushing", places, theory, theory=True),
        ],
        "fine for a goal conceded, in draws",
        "share of the push left",
        ".0%",
        mark=0.0,
    )
    columns = (
        Column("fine", "fine, in draws", ".2f"),
        Column("left", "push left, engine", ".0%"),
        Column("theory", "push left, theory", ".0%"),
        Column("saved", "defeat avoided", ".1%"),
        Column("by_chances", "defeat avoided, by chances", ".1%"),
        Column("xg_against", "xG against", ".3f"),
    )
    rows = [
        (fine, engine[at], theory[at], *(measured(arms[at], name) for name in ("saved", "by_chances", "xg_against")))
        for at, fine in enumerate(places)
    ]
    text = [
        "All eleven are paid the league's points (3, 1, 0) and fined for every goal conceded. The push is what "
        f"{GOES} creates beyond {STAYS}: "
        f"chances ×{number(push.own_factor, '.2f')} for and ×{number(push.opponent_factor, '.2f')} against.",
        push.told(),
    ]
    figure = None if np.isnan(push.fatal_fine()) else chart
    return Section("The fine at which the push dies", text, figure, Table("The push, by fine", columns, rows))


EXPERIMENT = Experiment(
    name="contracts",
    title="Contracts",
    question="If players are paid for goals, clean sheets or wins, what does the team get?",
    settings=Contracts,
    cells=cells,
    find=find,
    play=play,
    describe=describe,
    seconds=fixture_seconds,
)
