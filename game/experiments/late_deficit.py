"""late-deficit: what playing for the result is worth to a side that is behind, by minute and deficit."""

from __future__ import annotations

import math
from collections.abc import Sequence

from game.experiments.charts import Chart, Series
from game.experiments.comparing import percentage_points
from game.experiments.experiment import Cell, Experiment, Findings, Played
from game.experiments.outcomes import MEASURES, gained, measured
from game.experiments.report import Section
from game.experiments.settings import Minute, Settings, written
from game.experiments.tables import Column, Table, number
from game.fixture import Fixture
from game.intervals import Interval
from game.teams.scenarios import variant

STAYS, GOES = "role-bound", "team-win"
AT_85 = 10.0 + 2.0  # min a match from minute 85 takes: ten to play, and stoppages


class LateDeficit(Settings):
    """`matches` are played from minute 85; earlier starts, which take longer, get fewer, later ones more."""

    matches: int = 240
    minutes: tuple[Minute, ...] = (60, 65, 70, 75, 80, 85, 90, 93)
    deficits: tuple[int, ...] = (1, 2)
    scenario: str = "late-deficit"
    stays: str = STAYS  # the mixes compared
    goes: str = GOES
    rivals: str = STAYS  # the mix of the side that leads


def cells(settings: LateDeficit) -> list[Cell]:
    """Both mixes from every minute and deficit."""
    return [
        Cell(
            {"minute": minute, "deficit": deficit, "home": home},
            Fixture(variant(settings.scenario, minute=written(minute), score=(0, deficit)), home, settings.rivals),
            max(2, round(settings.matches * math.sqrt(AT_85 / (97 - minute)))),  # the cheapest precision overall
        )
        for minute in settings.minutes
        for deficit in settings.deficits
        for home in (settings.stays, settings.goes)
    ]


def find(played: Played, settings: LateDeficit) -> Findings:
    """The curves, their differences, and one sentence."""
    sections = [_saved(played, settings, deficit) for deficit in settings.deficits]
    sections += [_gain(played, settings, name) for name in ("by_chances", "saved", "points")]
    sections.append(_goals(played, settings))
    return Findings(_answer(played, settings), sections)


def _pair(
    played: Played, settings: LateDeficit, minute: int, deficit: int, name: str
) -> tuple[Interval, Interval, Interval]:
    """Staying, going, and going − staying, in one measure."""
    stays = played.of(minute=minute, deficit=deficit, home=settings.stays)
    goes = played.of(minute=minute, deficit=deficit, home=settings.goes)
    return measured(stays, name), measured(goes, name), gained(goes, stays, name)


def _answer(played: Played, settings: LateDeficit) -> str:
    """One sentence, at the minute nearest to 85."""
    minute = min(settings.minutes, key=lambda each: abs(each - 85))
    deficit = settings.deficits[0]
    stays, goes, gain = _pair(played, settings, minute, deficit, "saved")
    told = (
        f"{deficit} down in minute {minute}, the {settings.goes} eleven avoids defeat in "
        f"{number(goes.value, '.1%')} of matches, the {settings.stays} eleven in {number(stays.value, '.1%')}: "
        f"{percentage_points(gain)}."
    )
    sharper = _pair(played, settings, minute, deficit, "by_chances")[2]
    told += f" By the chances both sides make, which luck blurs less: {percentage_points(sharper)}."
    clear = [each for each in settings.minutes if _pair(played, settings, each, deficit, "by_chances")[2].low > 0]
    return f"{told} That gain is clear of zero at {len(clear)} of {len(settings.minutes)} starting minutes."


def _saved(played: Played, settings: LateDeficit, deficit: int) -> Section:
    """How often defeat is avoided, by minute."""
    pairs = [_pair(played, settings, minute, deficit, "saved") for minute in settings.minutes]
    chart = Chart(
        "lines",
        f"Avoids defeat, {deficit} down",
        f"Two falling curves over the starting minute, {settings.minutes[0]} to {settings.minutes[-1]}: "
        f"{settings.goes} avoids defeat in {number(pairs[0][1].value, '.0%')} falling to "
        f"{number(pairs[-1][1].value, '.0%')}, {settings.stays} in {number(pairs[0][0].value, '.0%')} falling to "
        f"{number(pairs[-1][0].value, '.0%')}.",
        [
            Series(settings.goes, settings.minutes, [pair[1] for pair in pairs]),
            Series(settings.stays, settings.minutes, [pair[0] for pair in pairs]),
        ],
        "minute at the start",
        "draws or wins",
        ".0%",
    )
    columns = (
        Column("minute", "minute", "d"),
        Column("matches", "matches a side", ",d"),
        Column("stays", settings.stays, ".1%"),
        Column("goes", settings.goes, ".1%"),
        Column("gain", "difference, paired", "+.1%"),
    )
    rows = [
        (minute, len(played.of(minute=minute, deficit=deficit, home=settings.stays)), *pair)
        for minute, pair in zip(settings.minutes, pairs, strict=True)
    ]
    text = f"The home side is 0–{deficit} down when play begins, against a {settings.rivals} side."
    heading = f"How often {deficit} down is not lost"
    return Section(heading, text, chart, Table(f"Share of matches drawn or won from 0–{deficit}", columns, rows))


def _gain(played: Played, settings: LateDeficit, name: str) -> Section:
    """Going − staying in one measure, for every deficit."""
    heading, style, _ = MEASURES[name]
    found = {d: [_pair(played, settings, minute, d, name)[2] for minute in settings.minutes] for d in settings.deficits}
    chart = Chart(
        "lines",
        f"{heading.capitalize()}: {settings.goes} minus {settings.stays}",
        f"Paired difference in {heading} over the starting minute, a curve for each deficit, with a line at zero.",
        [Series(f"{d} down", settings.minutes, values) for d, values in found.items()],
        "minute at the start",
        f"difference, {heading}",
        style,
        mark=0.0,
    )
    columns = (Column("minute", "minute", "d"), *(Column(f"down_{d}", f"{d} down", f"+{style}") for d in found))
    rows = [(minute, *(found[d][at] for d in found)) for at, minute in enumerate(settings.minutes)]
    text = "Match by match on the same luck. Where the interval holds zero, these matches do not tell the two apart."
    table = Table(f"{heading.capitalize()}, {settings.goes} minus {settings.stays}", columns, rows)
    return Section(f"What going is worth: {heading}", text, chart, table)


def _goals(played: Played, settings: LateDeficit) -> Section:
    """What the gain is paid with: goals and chances at both ends, one down."""
    deficit = settings.deficits[0]
    names: Sequence[str] = ("goals_for", "goals_against", "xg_for", "xg_against")
    found = {name: [_pair(played, settings, minute, deficit, name)[2] for minute in settings.minutes] for name in names}
    chart = Chart(
        "lines",
        f"Chances at both ends, {deficit} down",
        "Paired difference in expected goals for and against over the starting minute.",
        [Series(MEASURES[name][0], settings.minutes, found[name]) for name in ("xg_for", "xg_against")],
        "minute at the start",
        "difference, expected goals a match",
        ".2f",
        mark=0.0,
    )
    columns = (Column("minute", "minute", "d"), *(Column(name, MEASURES[name][0], "+.3f") for name in names))
    rows = [(minute, *(found[name][at] for name in names)) for at, minute in enumerate(settings.minutes)]
    text = (
        "Goals and chances at both ends, paired differences. Expected goals (xG) count every shot at what such a shot "
        "is usually worth; they are less at the mercy of luck than goals."
    )
    return Section(
        "What it brings and what it costs",
        text,
        chart,
        Table(f"{settings.goes} minus {settings.stays}, {deficit} down", columns, rows),
    )


EXPERIMENT = Experiment(
    name="late-deficit",
    title="Late deficit",
    question="Your side is behind and the match is nearly over: what is it worth that everybody plays for the result?",
    settings=LateDeficit,
    cells=cells,
    find=find,
)
