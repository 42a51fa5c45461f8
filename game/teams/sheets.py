"""Team sheets: who of a squad plays in which slot of a formation, and who sits on the bench."""

from __future__ import annotations

from dataclasses import dataclass

from game.policies.names import unknown
from game.post import LINES, Post
from game.state import NOBODY, SIDE, SQUAD, Sheet
from game.teams.formations import Formation
from game.teams.squads import Squad

BENCH = SQUAD - SIDE


@dataclass(frozen=True)
class TeamSheet:
    """Indices into the squad: eleven by slot, then the bench."""

    formation: Formation
    lineup: tuple[int, ...]
    bench: tuple[int, ...]

    def write(self, sheet: Sheet) -> None:
        """Fill places and men of the record `sheet`; stakes are not its business."""
        for index, slot in enumerate(self.formation.slots):
            sheet.post[index] = Post[slot.post]
            sheet.depth[index] = slot.depth
            sheet.width[index] = slot.width
            sheet.lineup[index] = self.lineup[index]
        for seat in range(BENCH):
            sheet.bench[seat] = self.bench[seat] if seat < len(self.bench) else NOBODY


def team_sheet(
    squad: Squad,
    formation: Formation,
    lineup: list[int] | None = None,
    *,
    bench: list[int] | None = None,
) -> TeamSheet:
    """The sheet with shirt numbers `lineup` in slot order and `bench`, each chosen where not given.

    Left to choose, a slot takes the first man of its post not yet on the sheet, then one of its line, then
    anyone. Raises ValueError for a line-up that is not eleven different men of the squad with one keeper.
    """
    if lineup is None:
        chosen = _chosen(squad, formation)
    else:
        chosen = _indices(squad, lineup, "lineup")
        _check_eleven(squad, chosen)
    rest = [index for index in range(SQUAD) if index not in chosen]
    if bench is None:
        return TeamSheet(formation, tuple(chosen), tuple(rest))
    seats = _indices(squad, bench, "bench")
    both = [squad.players[index].number for index in seats if index in chosen]
    if both:
        raise ValueError(f"number {both[0]} stands in the lineup and sits on the bench")
    return TeamSheet(formation, tuple(chosen), tuple(seats))


def _chosen(squad: Squad, formation: Formation) -> list[int]:
    """The best man for each slot, the posts that fit exactly served first."""
    chosen = [NOBODY] * SIDE
    for fits in (_same_post, _same_line, _any_outfield):
        for slot, post in enumerate(formation.posts):
            if chosen[slot] == NOBODY:
                free = (index for index in range(SQUAD) if index not in chosen)
                own = (index for index in free if fits(Post[squad.players[index].post], post))
                chosen[slot] = next(own, NOBODY)
    return chosen


def _same_post(his: Post, post: Post) -> bool:
    return his == post


def _same_line(his: Post, post: Post) -> bool:
    return any(his in line and post in line for line in LINES.values())


def _any_outfield(his: Post, post: Post) -> bool:
    return his != Post.GK


def _indices(squad: Squad, numbers: list[int], what: str) -> list[int]:
    """Where the men with `numbers` stand in the squad; refuses strangers and repeats."""
    for number in numbers:
        if number not in squad.numbers:
            worn = [str(each) for each in sorted(squad.numbers)]
            raise unknown(f"player of {squad.name} in the {what}", str(number), worn)
        if numbers.count(number) > 1:
            raise ValueError(f"number {number} stands in the {what} {numbers.count(number)} times")
    return [squad.numbers.index(number) for number in numbers]


def _check_eleven(squad: Squad, chosen: list[int]) -> None:
    """Refuse a line-up of another size, or without exactly one keeper in the first slot."""
    if len(chosen) != SIDE:
        raise ValueError(f"{len(chosen)} players; a side is {SIDE}")
    keepers = [slot for slot, index in enumerate(chosen) if squad.players[index].post == "GK"]
    if len(keepers) != 1:
        raise ValueError(f"{len(keepers)} keepers; a side has one")
    if keepers != [0]:
        raise ValueError(f"the keeper stands in place {keepers[0] + 1} of the lineup; he comes first")
