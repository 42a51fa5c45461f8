"""Two elevens stood by hand around a ball: both in 4-4-2, the side with it spread out, the other in its block.

Letters and frame are those of tests/boards.py: `A`–`K` at home attack to the right, `a`–`k` away. Where the blocks
stand follows the tables of real football (last line against ball, length, width), not the engine's own numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.match import run_on
from game.pitch import HALF_LENGTH, HALF_WIDTH, within
from game.state import SIDE, TICKS_PER_SECOND
from tests.boards import LETTERS, Board, Play, again, lay

Spot = tuple[float, float]

POSTS: dict[str, tuple[float, float]] = {
    "B": (0.0, -1.0),
    "C": (0.0, -0.33),
    "D": (0.0, 0.33),
    "E": (0.0, 1.0),
    "F": (0.5, -1.0),
    "G": (0.42, -0.3),
    "H": (0.42, 0.3),
    "I": (0.5, 1.0),
    "J": (1.0, -0.25),
    "K": (1.0, 0.25),
}
"""Depth 0…1 and width -1…1 of each post, as in the formation 4-4-2."""

LUCKS = 24  # seeds a claim rests on


def elevens(ball: Spot, carrier: str, *, told: dict[str, str] | None = None, **moved: Spot | None) -> Board:
    """Both elevens around `ball` at the feet of `carrier`; `moved` stands men elsewhere (None: off the pitch)."""
    ours = carrier.isupper()
    spots = {
        **_stand(ball, with_ball=ours),
        **{letter.lower(): _turned(spot) for letter, spot in _stand(_turned(ball), with_ball=not ours).items()},
    }
    line = sorted(x for letter, (x, _) in spots.items() if letter.islower() is ours)
    for letter, (x, y) in spots.items():
        if letter.isupper() is ours and letter not in "Aa":
            x = min(x, max(line[-2], ball[0], 0.0) - 0.5) if ours else max(x, min(line[1], ball[0], 0.0) + 0.5)
            spots[letter] = (x, y)
    spots[carrier] = (ball[0] - (0.5 if ours else -0.5), ball[1])
    spots.update({letter: spot for letter, spot in moved.items() if spot is not None})
    for letter in [letter for letter, spot in moved.items() if spot is None]:
        del spots[letter]
    words = {"home": "team-win", "away": "team-win", "ball": carrier, **(told or {})}
    return Board(f"Ball at {ball} with {carrier}", spots, words, [])


def _turned(spot: Spot) -> Spot:
    """The same spot for a side that attacks the other way."""
    return -spot[0], -spot[1]


def _stand(ball: Spot, *, with_ball: bool) -> dict[str, Spot]:
    """An eleven attacking to the right, the ball there: line against ball as SkillCorner's table has it."""
    gap = ball[0] + HALF_LENGTH
    attack = (min(12.0 + 0.55 * gap, 55.0), 33.0, 27.0, 0.15)
    line, long, wide, shift = attack if with_ball else (4.0 + 0.53 * gap, 28.0, 17.0, 0.5)
    spots: dict[str, Spot] = {"A": (-HALF_LENGTH + min(2.0 + 0.2 * gap, 18.0), 0.15 * ball[1])}
    for letter, (depth, width) in POSTS.items():
        x = within(line + depth * long - HALF_LENGTH, -HALF_LENGTH + 2, HALF_LENGTH - 5)
        spots[letter] = (x, within(width * wide + shift * ball[1], -HALF_WIDTH + 2, HALF_WIDTH - 2))
    return spots


def plays(board: Board, lucks: int = LUCKS, **changes: str) -> Iterator[Play]:
    """The board before its first tick, once for each luck; `pass: G J` says whose ball rolls, and for whom."""
    start = lay(board, **changes)
    if "pass" in board.told:
        by, to = (LETTERS.index(letter) for letter in board.told["pass"].split())
        ball = start.match.ball
        ball.kicker, ball.last, ball.aimed, ball.kicked = by, by, to, start.match.tick - 2
        start.match.having = by // SIDE
    for seed in range(1, lucks + 1):
        yield again(start, seed)


def rolling(board: Board, by: str, to: str, spot: Spot, velocity: Spot) -> Board:
    """The same with the ball under way from `spot` (m/s), a pass of `by` to `to`, instead of at a man's feet."""
    runs = f"{board.told.get('runs', '')}; * {velocity[0]} {velocity[1]}".lstrip("; ")
    told = {**board.told, "ball": "", "runs": runs, "pass": f"{by} {to}"}
    return Board(board.title, {**board.spots, "*": spot}, told, [])


def later(board: Board, seconds: float, lucks: int = LUCKS, **changes: str) -> list[Play]:
    """The board `seconds` on (whistles or not), once for each luck."""
    played = []
    for play in plays(board, lucks, **changes):
        run_on(play.match, play.setup, play.notes, round(seconds * TICKS_PER_SECOND))
        played.append(play)
    return played


def watched(board: Board, seconds: float, lucks: int = LUCKS, **changes: str) -> list[Play]:
    """The same tick by tick to the first whistle: kicks, touches and wishes are kept."""
    return [play.play(seconds) for play in plays(board, lucks, **changes)]


def aimed(play: Play, seconds: float) -> float:
    """How far up the pitch (x) the next kick is aimed; where the ball has got to when none comes in so many seconds."""
    for _ in play.ticks(seconds):
        if play.kicks:
            return float(play.match.flight.aim_x)
    return float(play.match.ball.x)


def mean(values: list[float]) -> float:
    """Their mean."""
    return sum(values) / len(values)


def share(truths: list[bool]) -> float:
    """How many of them are true, 0…1."""
    return sum(truths) / len(truths)


def of_side(letter: str) -> str:
    """The outfield letters of the side `letter` plays for."""
    return LETTERS[1:SIDE] if letter.isupper() else LETTERS[SIDE + 1 :]


def xs(play: Play, letters: str) -> list[float]:
    """How far up the pitch (m, attacking direction of their side) the men so called stand."""
    return [float(play.man(letter).x) * (1.0 if letter.isupper() else -1.0) for letter in letters]


def ys(play: Play, letters: str) -> list[float]:
    """How far across the pitch (m, pitch frame) they stand."""
    return [float(play.man(letter).y) for letter in letters]


def everybody_waits(letters: str) -> dict[str, str]:
    """The word that keeps these men where they are."""
    return {"waits": " ".join(letters)}
