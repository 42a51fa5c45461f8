"""What the small models about pay show, as tables and figures: nothing here is drawn, all of it is worked out."""

from __future__ import annotations

from dataclasses import asdict

import numpy as np

from game.experiments.charts import Chart, Series
from game.experiments.experiment import Findings
from game.experiments.report import Section
from game.experiments.tables import Column, Table
from game.firm import pay
from game.firm.coupling import Team, TwoStages, random_landscape
from game.firm.footballer import Contract, Push, push_minutes
from game.firm.pay import TwoTasks
from game.firm.settings import PayRoom

WIN, DRAW = 3.0, 1.0  # points, what the footballer is paid besides the fine


def pay_study(room: PayRoom, count: int, *, seed: int) -> Findings:
    """All models with the figures of `room`; `count` random landscapes are climbed."""
    sections = [
        _shares(room),
        _tasks(room),
        _transfer(room),
        _talking(room),
        _landscapes(room, count, seed),
        _fines(room),
    ]
    most = max(room.departments)
    answer = (
        f"No split of the result alone mends it: {most} departments in equal shares make "
        f"{pay.welfare_ratio(most):.0%} of what they could, a bonus on what is measured empties what is not, and a "
        "small fine for one's own blame keeps a player at home to the end. Prices and talk help where acts touch."
    )
    return Findings(answer, sections)


def _shares(room: PayRoom) -> Section:
    """Holmström: equal shares."""
    title = "Sharing the result equally"
    rows = []
    for size in room.departments:
        # the closed form beside the efforts that departments settle on by trying
        settled = pay.settle_efforts(pay.equal_shares(size), size)
        best = pay.welfare(np.ones(size))
        rows.append((size, pay.effort_under_equal_shares(size), pay.welfare(settled) / best, pay.welfare_ratio(size)))
    columns = (
        Column("departments", "departments", ",d"),
        Column("effort", "effort of each (best: 1)", ".3f"),
        Column("settled", "welfare found by trying", ".1%"),
        Column("closed_form", "(2n − 1) / n²", ".1%"),
    )
    sizes = [float(size) for size in room.departments]
    lines = [
        Series("found by trying", sizes, [row[2] for row in rows]),
        Series("(2n − 1) / n²", sizes, [row[3] for row in rows], theory=True),
    ]
    chart = Chart("lines", title, f"{title}: the more departments, the less each works.", lines,
                  "departments", "share of the best welfare", ".0%")  # fmt: skip
    text = "Each bears the whole cost of his effort and keeps an n-th of its fruit (Holmström 1982)."
    return Section(title, text, chart, Table(title, columns, rows))


def _tasks(room: PayRoom) -> Section:
    """Holmström & Milgrom: one task measured, one not."""
    title = "A bonus on the task that is measured"
    tasks = TwoTasks(**room.two_tasks.model_dump())
    best = tasks.best_bonus()
    levels = sorted({0.0, 0.25, 0.5, 0.75, 1.0, max(0.0, best)})
    rows = [(each, *tasks.efforts(each), tasks.surplus(each)) for each in levels]
    columns = (
        Column("bonus", "bonus a unit", ".5f"),
        Column("measured", "effort where it counts", "+.3f"),
        Column("unmeasured", "change in effort elsewhere", "+.3f"),
        Column("surplus", "surplus", "+.4f"),
    )
    lines = [Series(name, levels, [row[place] for row in rows])
             for name, place in (("measured task", 1), ("other task", 2), ("surplus", 3))]  # fmt: skip
    alt = f"{title}: effort moves to the measured task; the surplus is highest at {max(0.0, best):.3f}."
    text = f"The best bonus is {best:.5f}, far below the measured task's whole worth; at or below 0, pay none at all."
    return Section(title, text, Chart("lines", title, alt, lines, "bonus", "", ".2f"), Table(title, columns, rows))


def _transfer(room: PayRoom) -> Section:
    """Hirshleifer: the price between two divisions."""
    title = "The price one division charges the other"
    stages = TwoStages(**room.two_stages.model_dump())
    best, alone = stages.best_quantity(), stages.monopoly_quantity()
    rows = [
        ("the firm's", stages.best_transfer(), best, stages.profit(best), 1.0),
        ("the maker's", stages.price - stages.fall * alone, alone, stages.profit(alone), stages.monopoly_ratio()),
    ]
    columns = (
        Column("price_is", "whose price"),
        Column("transfer", "price between them", ".2f"),
        Column("quantity", "traded", ".2f"),
        Column("profit", "profit of both", ",.1f"),
        Column("ratio", "of the best", ".0%"),
    )
    alt = f"{title}: the maker's own price leaves {stages.monopoly_ratio():.0%} of the profit."
    drawn = Series("profit of both", [str(row[0]) for row in rows], [float(row[3]) for row in rows])
    chart = Chart("bars", title, alt, [drawn], "", "", ",.0f")
    text = "At the marginal cost of the best quantity both do right alone; at a price set for profit, less is traded."
    return Section(title, text, chart, Table(title, columns, rows))


def _talking(room: PayRoom) -> Section:
    """Marschak & Radner: telling each other."""
    title = "What talking is worth"
    team = Team(**room.team.model_dump())
    overlaps = sorted({0.0, 0.25, 0.5, 0.75, 0.9, abs(team.overlap)})
    teams = [Team(team.spread, each) for each in overlaps]
    rows = [(each.overlap, each.worth_alone(), each.worth_together(), each.value_of_talking()) for each in teams]
    columns = (
        Column("overlap", "how much their acts touch", ".2f"),
        Column("alone", "each knows his own", ".3f"),
        Column("together", "both know both", ".3f"),
        Column("talking", "value of talking", ".3f"),
    )
    drawn = Series("value of talking", overlaps, [row[3] for row in rows])
    alt = f"{title}: nothing where acts do not touch, more and more where they do."
    chart = Chart("lines", title, alt, [drawn], "how much acts touch", "", ".2f")
    text = (
        "Both play for the whole. Where their acts do not touch they need not talk; else it is worth S q² / (1 − q²)."
    )
    return Section(title, text, chart, Table(title, columns, rows))


def _landscapes(room: PayRoom, count: int, seed: int) -> Section:
    """Kauffman & Weinberger: choices that touch."""
    title = "Departments that better themselves, one choice at a time"
    size = room.landscape.departments
    climbs = min(count, 200)  # landscapes a row; more move the second figure behind the point only
    rows = []
    for touching in room.landscape.touching:
        rng = np.random.default_rng((seed, touching))
        reached = []
        for _ in range(climbs):
            land = random_landscape(size, touching, rng)
            start = int(rng.integers(2**size))
            whole = land.whole
            reached.append((whole[land.climb_for_self(start)], whole[land.climb_for_all(start)], whole.max()))
        rows.append((touching, *np.mean(reached, axis=0).tolist()))
    columns = (
        Column("touching", "others each touches", ",d"),
        Column("self", "each for himself", ".3f"),
        Column("all", "each for all", ".3f"),
        Column("best", "best there is", ".3f"),
    )
    touched = [float(row[0]) for row in rows]
    lines = [Series(name, touched, [row[place] for row in rows])
             for name, place in (("each for himself", 1), ("each for all", 2), ("best there is", 3))]  # fmt: skip
    alt = f"{title}: where nobody touches anybody all is one; the more they touch, the more playing for oneself loses."
    text = f"{size} departments with a yes or no each, {climbs} random firms a row (seed {seed})."
    chart = Chart("lines", title, alt, lines, "others each touches", "what the whole gets", ".2f")
    return Section(title, text, chart, Table(title, columns, rows))


def _fines(room: PayRoom) -> Section:
    """A footballer fined for goals against."""
    title = "The same on the pitch: a fine for each goal against"
    push = Push(**room.push.model_dump())
    base = Contract(win=WIN, draw=DRAW)
    rows = []
    for fine in room.fines:
        contract = Contract(**{**asdict(base), "per_conceded": fine * DRAW})
        rows.append((fine, push_minutes(contract, push)))
    columns = (
        Column("fine", "fine, in draws", ".2f"),
        Column("minutes", "goes when so many minutes are left", ".2f"),
    )
    fines = [row[0] for row in rows]
    finite = [row[1] if np.isfinite(row[1]) else 95.0 for row in rows]
    alt = f"{title}: the larger the fine the later he goes; from {push.largest_fine:.2f} of a draw never."
    chart = Chart("lines", title, alt,
                  [Series("minutes left", fines, finite)], "fine, as a share of a draw", "", ".1f")  # fmt: skip
    text = f"One goal down. From a fine of {push.largest_fine:.3f} of a draw he never goes (0; ∞: at once)."
    return Section(title, text, chart, Table(title, columns, rows))
