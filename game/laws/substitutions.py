"""The players (Law 3): substitutions, how many and in how many windows, and somebody always in goal.

Simplified: a change is done at once; the old man is gone, the new one stands at the touch line by halfway. A change of
both sides at one stoppage costs each of them a window, as the Law has it.
"""

from __future__ import annotations

from game.events import Action, Result, jot
from game.kernel import kernel
from game.laws.restarts import hold_up
from game.pitch import HALF_WIDTH
from game.post import Post
from game.state import NOBODY, SIDE, Match, Notes, Setup

EXTRA_TIME = 3
CHANGE_LOST = 30.0  # s lost at a stoppage with changes, whoever makes them
APART = 1.0  # m between two men who wait to come on
HELD_UP = 25.0  # s from the whistle to the restart, at least
ANOTHER_LINE = 2  # misfit of a man from the line next to the one he is to play in
OUT_OF_PLACE = 9  # misfit of an outfield man in goal


@kernel
def changes_left(match: Match, setup: Setup, side: int) -> int:
    """How many men `side` may change at this stoppage (Law 3.2; one man and window more in extra time)."""
    team = match.teams[side]
    more = 1 if match.clock.half >= EXTRA_TIME else 0
    open_now = team.changed_at == match.dead.since
    if not open_now and team.windows >= setup.competition.windows + more:
        return 0
    return setup.competition.substitutions + more - team.substitutions


@kernel
def pick_substitute(match: Match, setup: Setup, slot: int, most: int) -> int:
    """The place on the bench of the man who fits `slot` best; NOBODY when no one with misfit `most` or less is left.

    Keepers play nowhere but in goal.
    """
    side = slot // SIDE
    sheet = setup.sheets[side]
    post = sheet.post[slot % SIDE]
    best = NOBODY
    least = most + 1
    for place in range(len(sheet.bench)):
        man = sheet.bench[place]
        if man == NOBODY or match.teams[side].used >> place & 1:
            continue
        misfit = _misfit(setup.squads[side, man].post, post)
        if misfit < least:
            best = place
            least = misfit
    return best


@kernel
def _misfit(home: int, post: int) -> int:
    """How far a man at home in post `home` is from `post`: 0 none, 1 same line, up to OUT_OF_PLACE and beyond."""
    if home == post:
        return 0
    if home == Post.GK:
        return OUT_OF_PLACE + 1
    if post == Post.GK:
        return OUT_OF_PLACE
    return 1 + abs(_line(home) - _line(post))


@kernel
def _line(post: int) -> int:
    """0 keeper, 1 defence, 2 midfield, 3 attack (post.LINES)."""
    return (post + 2) // 3


@kernel
def replace(match: Match, setup: Setup, notes: Notes, slot: int, place: int) -> None:
    """Bring bench man `place` on for `slot`, at a stoppage; the first change of a stoppage costs the window."""
    side = slot // SIDE
    team = match.teams[side]
    since = match.dead.since
    if team.changed_at != since:
        if match.teams[1 - side].changed_at != since:
            match.clock.lost += CHANGE_LOST
        team.changed_at = since
        team.windows += 1
    hold_up(match, HELD_UP)
    bring_on(match, setup, notes, slot, place)
    player = match.players[slot]
    player.x = -(2.0 + APART * (slot % SIDE)) * match.teams[side].attacks
    player.y = 0.5 - HALF_WIDTH


@kernel
def bring_on(match: Match, setup: Setup, notes: Notes, slot: int, place: int) -> None:
    """Fill `slot` with bench man `place`, fresh, and write it down: the event's worth is the man who went off."""
    side = slot // SIDE
    team = match.teams[side]
    player = match.players[slot]
    old = player.man
    player.man = setup.sheets[side].bench[place]
    player.on = 1
    player.legs = 1.0
    player.breath = 1.0
    player.vx = 0.0
    player.vy = 0.0
    player.down_until = 0
    player.touch_at = 0
    player.yellow = 0
    player.goals = 0
    match.caution[slot] = 0
    team.used |= 1 << place
    team.substitutions += 1
    jot(match, notes, slot, Action.SUBSTITUTION, Result.SUCCESS, 0, player.x, player.y, player.x, player.y, float(old))


@kernel
def leave(match: Match, slot: int) -> None:
    """Off the pitch for good."""
    player = match.players[slot]
    player.on = 0
    player.x = -3.0 * match.teams[slot // SIDE].attacks
    player.y = -HALF_WIDTH - 3.0
    player.vx = 0.0
    player.vy = 0.0
    if match.dead.taker == slot:
        match.dead.taker = NOBODY


@kernel
def count_men(match: Match, side: int) -> int:
    """How many men of `side` are on the pitch."""
    count = 0
    for slot in range(side * SIDE, side * SIDE + SIDE):
        count += match.players[slot].on
    return count


@kernel
def keep_goal(match: Match, setup: Setup, notes: Notes, side: int) -> None:
    """The keeper is off: the substitute keeper comes on for a forward, or a forward takes the gloves (Law 3.1)."""
    keeper = side * SIDE
    spare = keeper + _most_forward(match, setup, side)
    place = pick_substitute(match, setup, keeper, 0)
    if place != NOBODY and changes_left(match, setup, side) > 0:
        leave(match, spare)
        replace(match, setup, notes, keeper, place)
        return
    _change_places(match, keeper, spare)
    leave(match, spare)


@kernel
def _change_places(match: Match, keeper: int, spare: int) -> None:
    """The man of slot `spare`, as he is, fills slot `keeper`."""
    goal = match.players[keeper]
    man = match.players[spare]
    goal.man = man.man
    goal.on = 1
    goal.x = man.x
    goal.y = man.y
    goal.vx = man.vx
    goal.vy = man.vy
    goal.legs = man.legs
    goal.breath = man.breath
    goal.yellow = man.yellow
    goal.goals = man.goals


@kernel
def _most_forward(match: Match, setup: Setup, side: int) -> int:
    """Place (1–10) of the most forward man of `side` on the pitch, nobody a person controls."""
    best = 1
    most = -1.0
    for place in range(1, SIDE):
        slot = side * SIDE + place
        if slot == setup.start.controlled or match.players[slot].on == 0:
            continue
        if setup.sheets[side].depth[place] > most:
            most = setup.sheets[side].depth[place]
            best = place
    return best
