"""Pay on the pitch: when a footballer who is one goal down goes forward, by what he is paid for.

Nothing here is drawn: the moments are those of `game.dilemma.bonus`. Whole contracts are played out in matches by
`dilemma experiment contracts`.
"""

from __future__ import annotations

import math

from game.dilemma import bonus
from game.dilemma.bonus import Contract
from game.experiments.charts import Chart, Series
from game.experiments.report import Section
from game.experiments.tables import Column, Table
from game.firm.saying import Say, told
from game.firm.settings import PayRoom, PushGiven

WIN, DRAW = 3.0, 1.0  # points, what the footballer is paid besides the fine
SCORED, CONCEDED = 1.0, 0.4  # the bonus that stands in for the result; right nowhere, sent forward or home by the world
AT_ONCE = 95.0  # minutes drawn for who goes at every time


def goes_at(contract: Contract, push: PushGiven, *, moved: bool = False) -> float:
    """Minutes before the end from which he goes forward; 0 when never, inf when at every time.

    `moved`: the opponent's counter-attacks are `push.moved_factor` instead of `push.opponent_factor`.
    """
    found = bonus.solve(
        contract,
        own_rate=push.own_rate,
        opponent_rate=push.opponent_rate,
        own_factor=push.own_factor,
        opponent_factor=push.moved_factor if moved else push.opponent_factor,
        minutes_left=1.0,
    )
    return found.push_at


def fines_section(room: PayRoom, say: Say) -> Section:
    """A footballer fined for goals against."""
    title = told(say, "fines_title")
    rows = [(fine, goes_at(_fined(fine), room.push)) for fine in room.fines]
    columns = (
        Column("fine", told(say, "fines_fine"), ".2f"),
        Column("minutes", told(say, "fines_minutes"), ".2f"),
    )
    finite = [min(row[1], AT_ONCE) for row in rows]
    limit = f"{_fatal_fine(room.push):.3f}"
    drawn = Series(told(say, "fines_line"), list(room.fines), finite)
    alt = f"{title}: {told(say, 'fines_alt', limit=limit)}"
    chart, table = Chart("lines", title, alt, [drawn], told(say, "fines_axis"), "", ".1f"), Table(title, columns, rows)
    name = "the-same-on-the-pitch-a-fine-for-each-goal-against"
    return Section(title, told(say, "fines_text", limit=limit), chart, table, name=name)


def contracts_section(room: PayRoom, say: Say) -> Section:
    """The bonus schemes of the firm, paid to a footballer: before and after the world moves."""
    title = told(say, "contracts_title")
    paid = contracts(room, say)
    now, later = ([goes_at(each, room.push, moved=moved) for each in paid.values()] for moved in (False, True))
    columns = (
        Column("paid", told(say, "contracts_paid")),
        Column("minutes", told(say, "contracts_minutes"), ".2f"),
        Column("moved", told(say, "contracts_moved"), ".2f"),
    )
    names = list(paid)
    lines = [
        Series(told(say, f"contracts_{line}"), names, [min(each, AT_ONCE) for each in minutes])
        for line, minutes in (("minutes", now), ("moved", later))
    ]
    rows = list(zip(names, now, later, strict=True))
    alt = f"{title}: {told(say, 'contracts_alt')}"
    chart = Chart("bars", title, alt, lines, "", told(say, "fines_line"), ".1f")
    fines = ",".join(str(max(1, round(100 * size * room.blame))) for size in room.departments)
    text = [told(say, "contracts_shares", fine=f"{room.blame:g}")]
    text += [told(say, f"contracts_{part}") for part in ("tasks", "proxy")]
    text.append(told(say, "contracts_played", fines=fines))
    return Section(title, text, chart, Table(title, columns, rows), name="the-same-on-the-pitch-whole-contracts")


def contracts(room: PayRoom, say: Say) -> dict[str, Contract]:
    """The contracts compared, by what they are called."""
    return {
        told(say, "contract_result"): Contract(win=WIN, draw=DRAW),
        **{told(say, "contract_share", count=n): share_with_blame(n, room.blame) for n in room.departments},
        told(say, "contract_clean_sheet"): Contract(win=WIN, draw=DRAW, clean_sheet=WIN),
        told(say, "contract_conceded"): Contract(per_goal_conceded=1.0),
        told(say, "contract_scored"): Contract(per_goal=1.0),
        told(say, "contract_proxy"): Contract(per_goal=SCORED, per_goal_conceded=CONCEDED),
    }


def share_with_blame(players: int, blame: float) -> Contract:
    """An equal share of the points, and the whole of a fine of `blame` draws for each goal against.

    A share shrinks with `players`, his own fine does not: the same as a fine of `players` · `blame` of a draw.
    """
    return Contract(win=WIN / players, draw=DRAW / players, per_goal_conceded=blame * DRAW)


def _fined(fine: float) -> Contract:
    return Contract(win=WIN, draw=DRAW, per_goal_conceded=fine * DRAW)


def _fatal_fine(push: PushGiven) -> float:
    """The fine, as a share of a draw, from which he never goes."""
    found = bonus.fatal_fine_at_the_whistle(
        own_rate=push.own_rate,
        opponent_rate=push.opponent_rate,
        own_factor=push.own_factor,
        opponent_factor=push.opponent_factor,
    )
    return found if math.isfinite(found) else 0.0
