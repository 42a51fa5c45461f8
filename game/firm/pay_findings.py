"""What the small models about pay show, as tables and figures: nothing here is drawn, all of it is worked out."""

from __future__ import annotations

import numpy as np

from game.experiments.charts import Chart, Series
from game.experiments.experiment import Findings
from game.experiments.report import Section
from game.experiments.tables import Column, Table, number
from game.firm import pay
from game.firm.coupling import Team, TwoStages, random_landscape
from game.firm.pay import TwoTasks
from game.firm.pay_on_pitch import contracts_section, fines_section
from game.firm.saying import Say, told
from game.firm.settings import PayRoom


def pay_study(room: PayRoom, count: int, say: Say, *, seed: int) -> Findings:
    """All models with the figures of `room`, in the language of `say`; `count` random landscapes are climbed."""
    sections = [
        _shares(room, say),
        _tasks(room, say),
        _transfer(room, say),
        _talking(room, say),
        _landscapes(room, say, count=count, seed=seed),
        fines_section(room, say),
        contracts_section(room, say),
    ]
    most = max(room.departments)
    answer = told(say, "pay_answer", most=most, ratio=number(pay.welfare_ratio(most), ".0%"))
    return Findings(answer, sections)


def _shares(room: PayRoom, say: Say) -> Section:
    """Holmström: equal shares."""
    title = told(say, "shares_title")
    rows = []
    for size in room.departments:
        # the closed form beside the efforts that departments settle on by trying
        settled = pay.settle_efforts(pay.equal_shares(size), size)
        best = pay.welfare(np.ones(size))
        rows.append((size, pay.effort_under_equal_shares(size), pay.welfare(settled) / best, pay.welfare_ratio(size)))
    columns = (
        Column("departments", told(say, "shares_departments"), ",d"),
        Column("effort", told(say, "shares_effort"), ".3f"),
        Column("settled", told(say, "shares_settled"), ".1%"),
        Column("closed_form", "(2n − 1) / n²", ".1%"),
    )
    sizes = [float(size) for size in room.departments]
    lines = [
        Series(told(say, "shares_trying"), sizes, [row[2] for row in rows]),
        Series("(2n − 1) / n²", sizes, [row[3] for row in rows], theory=True),
    ]
    axes = told(say, "shares_departments"), told(say, "shares_axis")
    chart = Chart("lines", title, f"{title}: {told(say, 'shares_alt')}", lines, *axes, ".0%")
    table = Table(title, columns, rows)
    return Section(title, told(say, "shares_text"), chart, table, name="sharing-the-result-equally")


def _tasks(room: PayRoom, say: Say) -> Section:
    """Holmström & Milgrom: one task measured, one not."""
    title = told(say, "tasks_title")
    tasks = TwoTasks(**room.two_tasks.model_dump())
    best = tasks.best_bonus()
    levels = sorted({0.0, 0.25, 0.5, 0.75, 1.0, max(0.0, best)})
    rows = [(each, *tasks.efforts(each), tasks.surplus(each)) for each in levels]
    columns = (
        Column("bonus", told(say, "tasks_bonus"), ".5f"),
        Column("measured", told(say, "tasks_measured"), "+.3f"),
        Column("unmeasured", told(say, "tasks_unmeasured"), "+.3f"),
        Column("surplus", told(say, "tasks_surplus"), "+.4f"),
    )
    drawn = (("line_measured", 1), ("line_other", 2), ("surplus", 3))
    lines = [Series(told(say, f"tasks_{name}"), levels, [row[place] for row in rows]) for name, place in drawn]
    alt = f"{title}: {told(say, 'tasks_alt', best=f'{max(0.0, best):.3f}')}"
    text = told(say, "tasks_text", best=number(best, ".5f"))
    chart = Chart("lines", title, alt, lines, told(say, "tasks_axis"), "", ".2f")
    return Section(title, text, chart, Table(title, columns, rows), name="a-bonus-on-the-task-that-is-measured")


def _transfer(room: PayRoom, say: Say) -> Section:
    """Hirshleifer: the price between two divisions."""
    title = told(say, "price_title")
    stages = TwoStages(**room.two_stages.model_dump())
    best, alone = stages.best_quantity(), stages.monopoly_quantity()
    dear = stages.price - stages.fall * alone
    rows = [
        (told(say, "price_firm"), stages.best_transfer(), best, stages.profit(best), 1.0),
        (told(say, "price_maker"), dear, alone, stages.profit(alone), stages.monopoly_ratio()),
    ]
    columns = (
        Column("price_is", told(say, "price_whose")),
        Column("transfer", told(say, "price_between"), ".2f"),
        Column("quantity", told(say, "price_traded"), ".2f"),
        Column("profit", told(say, "price_profit"), ",.1f"),
        Column("ratio", told(say, "price_ratio"), ".0%"),
    )
    alt = f"{title}: {told(say, 'price_alt', ratio=number(stages.monopoly_ratio(), '.0%'))}"
    drawn = Series(told(say, "price_profit"), [str(row[0]) for row in rows], [float(row[3]) for row in rows])
    chart, table = Chart("bars", title, alt, [drawn], "", "", ",.0f"), Table(title, columns, rows)
    return Section(title, told(say, "price_text"), chart, table, name="the-price-one-division-charges-the-other")


def _talking(room: PayRoom, say: Say) -> Section:
    """Marschak & Radner: telling each other."""
    title = told(say, "talk_title")
    team = Team(**room.team.model_dump())
    overlaps = sorted({0.0, 0.25, 0.5, 0.75, 0.9, abs(team.overlap)})
    teams = [Team(team.spread, each) for each in overlaps]
    rows = [(each.overlap, each.worth_alone(), each.worth_together(), each.value_of_talking()) for each in teams]
    columns = (
        Column("overlap", told(say, "talk_overlap"), ".2f"),
        Column("alone", told(say, "talk_alone"), ".3f"),
        Column("together", told(say, "talk_together"), ".3f"),
        Column("talking", told(say, "talk_worth"), ".3f"),
    )
    drawn = Series(told(say, "talk_worth"), overlaps, [row[3] for row in rows])
    chart = Chart("lines", title, f"{title}: {told(say, 'talk_alt')}", [drawn], told(say, "talk_overlap"), "", ".2f")
    return Section(title, told(say, "talk_text"), chart, Table(title, columns, rows), name="what-talking-is-worth")


def _landscapes(room: PayRoom, say: Say, *, count: int, seed: int) -> Section:
    """Kauffman & Weinberger: choices that touch."""
    title = told(say, "climb_title")
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
        Column("touching", told(say, "climb_touching"), ",d"),
        Column("self", told(say, "climb_self"), ".3f"),
        Column("all", told(say, "climb_all"), ".3f"),
        Column("best", told(say, "climb_best"), ".3f"),
    )
    touched = [float(row[0]) for row in rows]
    drawn = (("self", 1), ("all", 2), ("best", 3))
    lines = [Series(told(say, f"climb_{name}"), touched, [row[place] for row in rows]) for name, place in drawn]
    axes = told(say, "climb_touching"), told(say, "climb_axis")
    chart = Chart("lines", title, f"{title}: {told(say, 'climb_alt')}", lines, *axes, ".2f")
    text, table = told(say, "climb_text", size=size, climbs=climbs, seed=seed), Table(title, columns, rows)
    name = "departments-that-better-themselves-one-choice-at-a-time"
    return Section(title, text, chart, table, name=name)
