import pytest

from game.post import Post
from game.record import blank
from game.state import NOBODY, SIDE, Sheet
from game.teams.formations import formation, formations
from game.teams.sheets import team_sheet
from game.teams.squads import squad, squads

ELEVEN = [1, 2, 4, 5, 3, 7, 8, 14, 11, 9, 18]
SQUAD = squad("alderbrook")
SHAPE = formation("4-4-2")


@pytest.mark.parametrize("club", squads())
@pytest.mark.parametrize("shape", formations())
def test_a_sheet_left_to_choose_has_a_keeper_and_nobody_twice(club: str, shape: str) -> None:
    chosen = team_sheet(squad(club), formation(shape))
    men = squad(club).players
    assert len({*chosen.lineup, *chosen.bench}) == SIDE + len(chosen.bench) == len(men)
    assert [men[index].post for index in chosen.lineup].count("GK") == 1
    assert men[chosen.lineup[0]].post == "GK"


def test_a_slot_takes_the_first_man_of_its_post() -> None:
    chosen = team_sheet(SQUAD, SHAPE)
    assert [SQUAD.players[index].number for index in chosen.lineup] == [1, 2, 4, 5, 3, 7, 8, 14, 11, 9, 18]


def test_a_lineup_is_taken_as_written_and_the_rest_sit_down() -> None:
    chosen = team_sheet(SQUAD, SHAPE, [12, *ELEVEN[1:]])
    assert SQUAD.players[chosen.lineup[0]].number == 12
    assert len(chosen.bench) == 7


def test_a_short_bench_leaves_empty_seats() -> None:
    sheet = blank(Sheet)
    team_sheet(SQUAD, SHAPE, ELEVEN, bench=[12, 10]).write(sheet)
    assert [SQUAD.players[index].number for index in sheet.bench if index != NOBODY] == [12, 10]
    assert list(sheet.bench[2:]) == [NOBODY] * 5
    assert sheet.post[0] == Post.GK
    assert sheet.depth[0] == -1.0


@pytest.mark.parametrize(
    ("lineup", "said"),
    [
        (ELEVEN[:10], "10 players; a side is 11"),
        ([*ELEVEN, 10], "12 players; a side is 11"),
        ([*ELEVEN[:10], 12], "2 keepers; a side has one"),
        ([10, *ELEVEN[1:]], "0 keepers; a side has one"),
        ([2, 1, *ELEVEN[2:]], "the keeper stands in place 2"),
        ([*ELEVEN[:10], 77], "no player of Alderbrook in the lineup called '77'"),
        ([*ELEVEN[:10], 2], "number 2 stands in the lineup 2 times"),
    ],
)
def test_a_lineup_that_is_no_eleven_is_refused(lineup: list[int], said: str) -> None:
    with pytest.raises((ValueError, KeyError), match=said):
        team_sheet(SQUAD, SHAPE, lineup)


@pytest.mark.parametrize(
    ("bench", "said"),
    [([2], "stands in the lineup and sits on the bench"), ([12, 12], "in the bench 2 times"), ([90], "called '90'")],
)
def test_a_bench_that_cannot_be_is_refused(bench: list[int], said: str) -> None:
    with pytest.raises((ValueError, KeyError), match=said):
        team_sheet(SQUAD, SHAPE, ELEVEN, bench=bench)
