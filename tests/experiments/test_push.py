from game.experiments.push import ALONE, CONTESTS, COUNTS, FROZEN, WANTED, Push, cells


def test_every_contest_has_its_eleven_and_a_frozen_one_at_the_same_score():
    made = {tuple(cell.keys.values()) for cell in cells(Push())}
    for contest in CONTESTS.values():
        assert (contest.score, contest.home, contest.rivals, "") in made
        assert (contest.score, FROZEN, contest.base_rivals or contest.rivals, "") in made


def test_one_man_alone_is_one_man_and_gets_more_matches():
    alone = {cell.keys["alone"]: cell for cell in cells(Push(matches=50, alone=4)) if cell.keys["alone"]}
    assert set(alone) == set(ALONE)
    for name, cell in alone.items():
        assert len(cell.plan.fixture.slots) == len(ALONE[name]) <= 1
        assert cell.matches == 200
    posts = {name: [slot for slot, _ in cell.plan.fixture.slots] for name, cell in alone.items()}
    assert posts["right back"] != posts["centre-back"]
    assert not any(cell.keys["alone"] for cell in cells(Push(alone=0)))


def test_what_is_wanted_is_counted():
    for contest, count in WANTED:
        assert contest in CONTESTS
        assert count in COUNTS
