"""What is being weighed: options on the page of notes, the best of them chosen with a little noise."""

from __future__ import annotations

from game import chance
from game.chance import Why
from game.intent import Intent
from game.kernel import kernel
from game.parameters import Parameters
from game.state import Match, Notes, Player

OWN_LINE = 6.0  # m from his own goal line nobody plays or takes the ball back into
LATE = 0.9  # by how much a lean counts for more than the fourth power, while it is not whole
SUPPORT_FLOOR = 0.50  # share of the other stake that `score` counts at least, off the ball: sitters still support


@kernel
def wipe(notes: Notes) -> None:
    """A clean page."""
    notes.weighed = 0
    notes.chosen = -1


@kernel
def put(
    notes: Notes,
    kind: int,
    mate: int,
    x: float,
    y: float,
    power: float,
    lift: float,
    p: float,
    threat: float,
    danger: float,
    value: float,
) -> None:
    """Write one option; a full page takes no more."""
    if notes.weighed >= len(notes.options):
        return
    option = notes.options[notes.weighed]
    notes.weighed += 1
    option.kind = kind
    option.mate = mate
    option.x = x
    option.y = y
    option.power = power
    option.lift = lift
    option.p = p
    option.threat = threat
    option.danger = danger
    option.value = value


@kernel
def go_to(notes: Notes, x: float, y: float, pace: float) -> None:
    """Write one spot to go to while the ball is dead."""
    put(notes, Intent.RESTART, -1, x, y, pace, 0.0, 0.0, 0.0, 0.0, 1.0)


@kernel
def put_valued(
    notes: Notes,
    play: Parameters,
    kind: int,
    mate: int,
    x: float,
    y: float,
    power: float,
    lift: float,
    p: float,
    threat: float,
    lost: float,
    score: float,
    concede: float,
) -> None:
    """Write one option, valued by his stakes: what it brings when it comes off, what is lost when it does not."""
    value = score * p * threat - concede * (1.0 - p) * lost - (score + concede) * (1.0 - p) * play.keep
    put(notes, kind, mate, x, y, power, lift, p, threat, lost, value)


@kernel
def choose(match: Match, notes: Notes, slot: int, noise: float, steady: float) -> int:
    """The best option in this man's eyes; each judged with bell-shaped noise (goals).

    What he thinks of one he goes on thinking for `steady` ticks; drawn anew at each look, the best of many draws would
    talk him out of every carry.
    """
    since = match.tick // int(steady)
    best = -1
    best_value = -1e9
    for n in range(notes.weighed):
        judged = notes.options[n].value
        if noise > 0.0:
            judged += noise * chance.bell(match.seed, since, slot, Why.CHOICE + 64 * (n + 1))
        if judged > best_value:
            best = n
            best_value = judged
    notes.chosen = best
    return best


@kernel
def floored(stake: float, other: float, floor: float) -> float:
    """`stake`, but never below `floor` times `other`."""
    return max(stake, floor * other)


@kernel
def bend(tilt: float, calm: float, sitting: float) -> float:
    """How far behaviour leans at stakes that lean `tilt` (-1 … 1): hardly while they are near even, fully at (1, 0).

    Men do not chase a goal from the first minute on: reacting to the score in proportion makes equal sides draw nearly
    every second match, and in proportion to its square (`calm` 0) a third of them. So a lean that is not nearly whole
    counts for less than its square (`calm` 1). Protecting a lead bends play less (`sitting`) than chasing one.
    """
    square = tilt * tilt
    leans = square * (1.0 - calm + calm * square * (1.0 + LATE * (1.0 - square)))
    return leans if tilt > 0.0 else -sitting * leans


@kernel
def lean(player: Player) -> float:
    """-1 … 1: how far his stakes lean towards scoring; 0 when even."""
    total = player.score + player.concede
    if total <= 0.0:
        return 0.0
    return (player.score - player.concede) / total
