"""The hand on the player: what is asked at a tick becomes the one order given before that tick is played."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.intent import Intent
from game.match import HELD, PUSHED
from game.pitch import HALF_LENGTH, HALF_WIDTH
from game.replay import Order
from game.screens.play.aim import aim
from game.screens.play.asked import SPRINT, Asked
from game.state import NOBODY, SIDE, Match

STEERED = 10  # ticks a steering order lasts; renewed while the direction is held
REACH = 18.0  # m ahead a steered man is sent, so that he does not brake
STRIKING = 14  # ticks a kick asked for a little early is kept for the ball to come
CHASING = 4  # ticks between two looks at where the ball to be tackled is
CALLING = 40  # ticks a call for the ball lasts
SOON = 0.35  # s ahead of the carrier a tackler runs


@dataclass
class Hand:
    """Gives `slot` his orders. Orders depend on the match and on what was asked, on nothing else."""

    slot: int
    way: tuple[float, float] | None = None
    pace: float = 0.0
    kick: Intent | None = None
    kick_until: int = 0
    tackling: bool = False

    def order(self, match: Match, asked: Asked) -> Order | None:
        """The order to give before `match` plays its next tick; None when nothing changes."""
        player, tick = match.players[self.slot], int(match.tick)
        told = PUSHED if asked.push else HELD
        plain = Order(tick, self.slot, told=told, until=int(player.ordered_until))
        if asked.kick is not None:
            self.kick, self.kick_until = asked.kick, tick + STRIKING
        wish = self._kick(match, asked, plain) or self._tackle(match, asked, plain) or self._steer(match, asked, plain)
        if asked.call and match.ball.carrier != self.slot:
            return replace(wish or replace(plain, until=0), calls=CALLING)
        if wish is not None:
            return wish
        return replace(plain, until=0) if told != int(player.told) else None

    def _kick(self, match: Match, asked: Asked, plain: Order) -> Order | None:
        """A kick at his feet, at a restart he takes, or kept until the ball reaches him."""
        if self.kick is None:
            return None
        if match.tick >= self.kick_until or not _ball_for(match, self.slot):
            self.kick = None
            return None
        made = aim(match, self.slot, self.kick, asked.way)
        if match.ball.carrier == self.slot:
            self.kick = None
        self.way, self.tackling = None, False
        return replace(
            plain,
            until=plain.tick + 2,
            kind=int(made.kind),
            x=round(made.x, 2),
            y=round(made.y, 2),
            pace=SPRINT,
            mate=made.mate,
            power=round(made.power, 2),
            lift=round(made.lift, 2),
        )

    def _tackle(self, match: Match, asked: Asked, plain: Order) -> Order | None:
        """After the rival's ball, to win it."""
        rival = match.ball.carrier not in range(self.slot // SIDE * SIDE, self.slot // SIDE * SIDE + SIDE)
        if not asked.tackle or not rival or match.dead.kind:
            self.tackling = False
            return None
        if self.tackling and plain.until > plain.tick:
            return None if plain.told == int(match.players[self.slot].told) else _same_want(match, self.slot, plain)
        self.tackling, self.way = True, None
        x, y = _clamped(float(match.ball.x + match.ball.vx * SOON), float(match.ball.y + match.ball.vy * SOON))
        return replace(plain, until=plain.tick + CHASING, kind=int(Intent.TACKLE), x=x, y=y, pace=SPRINT)

    def _steer(self, match: Match, asked: Asked, plain: Order) -> Order | None:
        """Where the direction held leads; nothing while he has a restart to take."""
        held = asked.way if match.dead.taker != self.slot or not match.dead.kind else None
        was, self.way = self.way, held
        if held is None:
            let_go = was is not None and plain.until > plain.tick
            return _stand(match, self.slot, plain) if let_go else None
        carrying = match.ball.carrier == self.slot
        kind = Intent.CARRY if carrying else Intent.STEER
        same = was == held and self.pace == asked.pace and plain.told == int(match.players[self.slot].told)
        same = same and int(match.players[self.slot].want.kind) == kind
        if same and plain.until > plain.tick:
            return None
        self.pace = asked.pace
        player = match.players[self.slot]
        x, y = _clamped(float(player.x) + REACH * held[0], float(player.y) + REACH * held[1])
        return replace(plain, until=plain.tick + STEERED, kind=int(kind), x=x, y=y, pace=asked.pace)


def _ball_for(match: Match, slot: int) -> bool:
    """Whether he has the ball, takes the restart, or may meet it."""
    if match.dead.kind:
        return int(match.dead.taker) == slot
    return int(match.ball.carrier) in (slot, NOBODY)


def _stand(match: Match, slot: int, plain: Order) -> Order:
    """The direction is let go: his own head takes over with the next tick but one."""
    player = match.players[slot]
    kind = Intent.CARRY if match.ball.carrier == slot else Intent.STEER
    x, y = _clamped(float(player.x), float(player.y))
    return replace(plain, until=plain.tick + 1, kind=int(kind), x=x, y=y, pace=SPRINT)


def _same_want(match: Match, slot: int, plain: Order) -> Order:
    """The order he is under, told otherwise."""
    want = match.players[slot].want
    return replace(plain, kind=int(want.kind), x=float(want.x), y=float(want.y), pace=float(want.pace))


def _clamped(x: float, y: float) -> tuple[float, float]:
    """The nearest spot on the pitch, to the centimetre."""
    x = min(max(x, -HALF_LENGTH), HALF_LENGTH)
    y = min(max(y, -HALF_WIDTH), HALF_WIDTH)
    return round(x, 2), round(y, 2)
