"""choices: whether the choice of one defender matters, and whether it is another one in every scenario.

The button is pressed by rules (button.py). The best and the worst rule of a scenario are picked on the even matches
and judged on the odd ones, and the other way round, so that neither is flattered by the luck it was picked on.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from game.dilemma.pairs import Pairs
from game.experiments.button import BY_SCORE, HELD, PLAYED_FOR, Pressed, describe_pressed, play_pressed, pressed_seconds
from game.experiments.charts import Chart, Series
from game.experiments.comparing import percentage_points, verdict
from game.experiments.experiment import Cell, Experiment, Findings, Played
from game.experiments.outcomes import Values, average, in_pairs
from game.experiments.reaching import reached, reached_by_chances
from game.experiments.report import Section
from game.experiments.settings import Settings
from game.experiments.tables import Column, Table
from game.fixture import Fixture
from game.intervals import LEVEL, Interval, wilson
from game.policies.mix import mix
from game.post import Post
from game.results import Rows
from game.teams.objectives import Objective
from game.teams.scenarios import Scenario, scenario, scenarios

STAY, PUSH = "stay", "push"
RULES = (*HELD, BY_SCORE, *PLAYED_FOR)
ROLE = "role-bound"
"""Staying by another name where his job description is the role-bound one: then stay's matches stand for it."""
LATE = (2, 1500.0)  # half and second a scenario begins at to be tried unasked: minute 70
SIMPLE = (STAY, PUSH, "until 50 %", BY_SCORE, "team-win")
"""Rules of thumb: one of them followed in every scenario."""


class Choices(Settings):
    """`matches` of every scenario for each of stay and push; `share` of them for every other rule."""

    matches: int = 50
    share: float = 0.25
    scenarios: tuple[str, ...] = ()  # none named: all that begin at minute 70 or later


def cells(settings: Choices) -> list[Cell]:
    """Every scenario under every rule."""
    return [
        Cell({"scenario": told.name, "rule": rule}, Pressed(Fixture(told), rule), _matches(settings, rule))
        for told in chosen(settings)
        for rule in RULES
        if rule != ROLE or not _stays_role_bound(told)
    ]


def _stays_role_bound(told: Scenario) -> bool:
    """Whether staying means the role-bound job description to the man controlled."""
    held = mix(told.home.mix)[Post[str(told.controlled)]]
    return held.job is None or held.name == ROLE


def chosen(settings: Choices) -> list[Scenario]:
    """The scenarios asked for, or all from minute 70 on with somebody to control, the tutorial's left out."""
    if settings.scenarios:
        return [scenario(name) for name in settings.scenarios]
    late = [told for told in scenarios() if told.starts >= LATE and told.controlled is not None]
    return [told for told in late if "tutorial" not in told.tags]


def _matches(settings: Choices, rule: str) -> int:
    return settings.matches if rule in (STAY, PUSH) else max(2, math.ceil(settings.share * settings.matches))


Arms = Mapping[str, Values]
"""What every match of a rule was worth, by rule; match k on the same luck in each."""


def find(played: Played, settings: Choices) -> Findings:
    """Stay against push, best against worst, the moment, and rules of thumb."""
    told = chosen(settings)
    results = {each.name: _arms(played, each, reached) for each in told}
    chances = {each.name: _arms(played, each, reached_by_chances) for each in told}
    spreads = {name: spread(results[name], chances[name]) for name in results}
    sharp = {name: spread(chances[name], chances[name]) for name in results}
    sections = [
        _stay_or_push(results, chances, told),
        _best_and_worst(spreads, sharp),
        _every_rule(chances),
        _moments(chances),
        _thumbs(chances),
    ]
    return Findings(_answer(chances, results, overall(spreads), overall(sharp)), sections)


def _arms(played: Played, told: Scenario, measure: Callable[[Rows, Objective], Values]) -> dict[str, Values]:
    """Values by rule."""
    found = {}
    for rule in RULES:
        played_as = STAY if rule == ROLE and _stays_role_bound(told) else rule
        found[rule] = measure(played.of(scenario=told.name, rule=played_as), told.aim)
    return found


def gain(arms: Arms, one: str, other: str) -> Interval:
    """Mean of `one` − `other` over the matches both have played; Bonett and Price's interval for results."""
    first, second = _both(arms, one, other)
    return Pairs.of(first, second).interval() if _results(first, second) else in_pairs(first, second)


def level(values: Values) -> Interval:
    """The mean, with Wilson's interval for results and Student's for chances."""
    return wilson(int(values.sum()), len(values)) if _results(values) else average(values)


def standing(arms: Arms) -> dict[str, float]:
    """How every rule stands: its gain on staying over the matches it has played, on top of staying in all of them."""
    base = float(arms[STAY].mean())
    return {rule: base + float(np.subtract(*_both(arms, rule, STAY)).mean()) for rule in arms}


def spread(worth: Arms, picked_by: Arms) -> Interval:
    """Best rule − worst rule, picked by `picked_by` on one half of the matches and measured by `worth` on the other."""
    found = []
    for fold in (0, 1):
        means = standing({rule: values[fold::2] for rule, values in picked_by.items()})
        best, worst = max(means, key=lambda rule: means[rule]), min(means, key=lambda rule: means[rule])
        one, other = _both({rule: values[1 - fold :: 2] for rule, values in worth.items()}, best, worst)
        found.append(one - other)
    return average(np.concatenate(found))


def overall(spreads: Mapping[str, Interval]) -> Interval:
    """The mean over scenarios of independent estimates, with its normal interval."""
    values = np.array([each.value for each in spreads.values()])
    halves = np.array([(each.high - each.low) / 2.0 for each in spreads.values()])
    half = float(np.sqrt(np.nansum(halves**2)) / len(halves))
    middle = float(values.mean())
    return Interval(middle, middle - half, middle + half)


def _results(*arms: Values) -> bool:
    """Whether these are results, reached or not, rather than chances."""
    return all(np.isin(values, (0.0, 1.0)).all() for values in arms)


def _both(arms: Arms, one: str, other: str) -> tuple[Values, Values]:
    """The values of both over the matches both have played."""
    count = min(len(arms[one]), len(arms[other]))
    return arms[one][:count], arms[other][:count]


def _answer(chances: Mapping[str, Arms], results: Mapping[str, Arms], raw: Interval, sharp: Interval) -> str:
    """What one man's choice is worth, and how many scenarios ask for which."""
    sides = {name: gain(arms, PUSH, STAY) for name, arms in chances.items()}
    go = [name for name, each in sides.items() if each.low > 0]
    stay = [name for name, each in sides.items() if each.high < 0]
    return (
        f"Over {len(results)} scenarios the best way to press the button beats the worst by "
        f"{percentage_points(raw)} of reaching the objective by results, {percentage_points(sharp)} by chances. "
        f"Pushing throughout is clearly better in {len(go)} ({', '.join(go) or 'none'}), staying in {len(stay)} "
        f"({', '.join(stay) or 'none'}), at {LEVEL:.0%} and by chances."
    )


def _stay_or_push(results: Mapping[str, Arms], chances: Mapping[str, Arms], told: Sequence[Scenario]) -> Section:
    """The button held throughout against never."""
    columns = (
        Column("scenario", "scenario"),
        Column("controlled", "you"),
        Column("matches", "matches", ",d"),
        Column("stay", "stays", ".1%"),
        Column("push", "pushes", ".1%"),
        Column("gain", "push − stay", "+.1%"),
        Column("by_chances", "by chances", "+.1%"),
        Column("verdict", "by chances"),
    )
    rows = []
    for each in told:
        raw, sharp = results[each.name], gain(chances[each.name], PUSH, STAY)
        said = verdict(sharp, better="push", worse="stay")
        ways = (level(raw[STAY]), level(raw[PUSH]), gain(raw, PUSH, STAY))
        rows.append((each.name, each.controlled, len(raw[STAY]), *ways, sharp, said))
    gains = [gain(chances[each.name], PUSH, STAY) for each in told]
    chart = Chart(
        "dots",
        "Push or stay?",
        f"A dot a scenario: pushing throughout minus staying, from {min(each.value for each in gains):+.1%} to "
        f"{max(each.value for each in gains):+.1%} of reaching the objective, by chances; a line at zero.",
        [Series("push − stay", [each.name for each in told], gains)],
        "",
        "P(objective), push − stay",
        ".1%",
        mark=0.0,
    )
    text = (
        "Both on the same luck. By chances: the share of matches in which goals as likely as the chances made would "
        "have reached the objective, which is less at the mercy of luck than results."
    )
    return Section("Push or stay", text, chart, Table("How often the objective is reached", columns, rows))


def _best_and_worst(raw: Mapping[str, Interval], sharp: Mapping[str, Interval]) -> Section:
    """What is at stake in the choice."""
    columns = (
        Column("scenario", "scenario"),
        Column("results", "best − worst, by results", "+.1%"),
        Column("chances", "by chances", "+.1%"),
    )
    rows = [(name, raw[name], sharp[name]) for name in raw]
    rows.append(("mean", overall(raw), overall(sharp)))
    text = (
        "Best and worst rule are picked by chances on half of the matches and compared on the other half, both ways "
        "round: a choice flattered by its own luck would show here as nothing."
    )
    return Section("What the choice is worth", text, None, Table("Best rule minus worst rule", columns, rows))


def _every_rule(chances: Mapping[str, Arms]) -> Section:
    """P(objective) of every rule."""
    columns = (Column("scenario", "scenario"), *(Column(_name(rule), rule, ".1%") for rule in RULES))
    sharp = [(name, *(standing(arms)[rule] for rule in RULES)) for name, arms in chances.items()]
    text = (
        "By chances. A rule with a percentage holds the button from or until that share of the time left; by the "
        "score, while the objective is not reached. Role-bound is staying, but for who is told by his club to sit back."
    )
    return Section("Every rule", text, None, Table("P(objective) by rule", columns, sharp))


def _moments(chances: Mapping[str, Arms]) -> Section:
    """From when on it is best to go."""
    columns = (
        Column("scenario", "scenario"),
        Column("best", "best rule"),
        Column("gain", "gain on staying", "+.1%"),
        Column("second", "gain on the next rule", "+.1%"),
    )
    rows = []
    for name, arms in chances.items():
        found = standing(arms)
        best, second = sorted(found, key=lambda rule: -found[rule])[:2]
        against = gain(arms, best, STAY) if best != STAY else Interval(0.0, math.nan, math.nan)
        rows.append((name, best, against, gain(arms, best, second)))
    text = "Picked on all matches, so the gains flatter the best rule a little; `What the choice is worth` does not."
    return Section("When to go", text, None, Table("The best rule of each scenario", columns, rows))


def _thumbs(chances: Mapping[str, Arms]) -> Section:
    """What following one rule everywhere gives away."""
    columns = (
        Column("rule", "rule"),
        Column("mean", "mean P(objective)", ".1%"),
        Column("short", "short of the best rule", "+.1%"),
        Column("best_in", "best in", "d"),
    )
    stands = {name: standing(arms) for name, arms in chances.items()}
    best = {name: max(found, key=lambda rule: found[rule]) for name, found in stands.items()}
    rows = []
    for rule in SIMPLE:
        short = overall({name: gain(arms, rule, best[name]) for name, arms in chances.items()})
        mean = float(np.mean([found[rule] for found in stands.values()]))
        rows.append((rule, mean, short, sum(each == rule for each in best.values())))
    text = "One rule followed in every scenario, against the best rule of each. By chances."
    return Section("Rules of thumb", text, None, Table("One rule for all", columns, rows))


def _name(rule: str) -> str:
    """A rule as a column of a file."""
    return rule.replace(" %", "").replace(" ", "_").replace("-", "_")


EXPERIMENT = Experiment(
    name="choices",
    title="One man's choice",
    question="Does the choice of one defender matter, when is going right, and does any rule of thumb win?",
    settings=Choices,
    cells=cells,
    find=find,
    play=play_pressed,
    describe=describe_pressed,
    seconds=pressed_seconds,
)
