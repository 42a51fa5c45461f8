import itertools
import math

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.intervals import Interval
from game.screens import theme
from game.screens.charts import MARKS, Bar, Bars, IconArray
from game.screens.line_chart import Band, LineChart, Mark

SIZES = [(440, 260), (900, 500)]
NAMES = ("won", "drawn", "lost")

ARRAY = IconArray("If you go", 61, 119, 520, 1000, "alt", NAMES, ("outcome", "matches"))
BARS = Bars(
    "Worth",
    [
        Bar("Your decision", Interval(5.6, 3.1, 8.1), "+5.6 ± 2.5"),
        Bar("Luck", Interval(-11.8, math.nan, math.nan), "−11.8", theme.MUTED, "cross"),
    ],
    "alt",
    ("what", "of 100"),
)
LINE = LineChart(
    "Chance",
    [85.0, 87.0, 90.0],
    [0.1, 0.2, 0.8],
    "alt",
    ("clock", "chance"),
    ticks=[(85.0, "85:00"), (85.2, "85:12"), (90.0, "90:00")],
    marks=[Mark(86.0, "push", "arrow", theme.AMBER), Mark(86.1, "stay", "shield", theme.SKY)],
    bands=[Band(86.0, 88.0, "best time to go")],
    cursor=87.0,
)


def drawn(chart, size, pixels=14):
    surface = pygame.Surface(size)
    surface.fill(theme.INK)
    box = surface.get_rect().inflate(-20, -20)
    return surface, box, chart.draw(surface, box, pixels=pixels)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("pixels", [12, 24])
@pytest.mark.parametrize("chart", [ARRAY, BARS, LINE], ids=["array", "bars", "line"])
def test_words_of_a_chart_stay_in_their_box_and_off_each_other(chart, size, pixels):
    _, box, words = drawn(chart, size, pixels)
    assert len(words) >= 4
    for nth, word in enumerate(words):
        assert box.inflate(4, 4).contains(word), (word, box)
        assert word.inflate(-4, -8).collidelist([other.inflate(-4, -8) for other in words[:nth]]) < 0


@pytest.mark.parametrize("chart", [ARRAY, BARS, LINE], ids=["array", "bars", "line"])
def test_every_chart_is_a_table_too(chart):
    rows = chart.table()
    assert {len(row) for row in rows} == {2}
    assert chart.alt


@given(st.integers(0, 2000), st.integers(0, 2000), st.integers(0, 2000), st.integers(1, 4000))
def test_marks_of_an_array_add_up_and_follow_the_counts(won, drew, lost, planned):
    array = IconArray("", won, drew, lost, planned, "", NAMES, ("", ""))
    marks = array.marks()
    total = won + drew + lost
    assert sum(marks) == round(MARKS * total / max(planned, total, 1))
    for mark, count in zip(marks, array.counts, strict=True):
        assert abs(mark - count * MARKS / max(planned, total, 1)) <= 1.0


def test_an_array_fills_in_over_time():
    inked = []
    for share in (0, 0.5, 1):
        counts = [round(share * count) for count in (300, 300, 400)]
        surface, _, _ = drawn(IconArray("", *counts, 1000, "", NAMES, ("", "")), (900, 300))
        inked.append(
            sum(pygame.mask.from_threshold(surface, ink, (60, 60, 60)).count() for ink in (theme.SKY, theme.DANGER))
        )
    assert inked[0] < inked[1] < inked[2]


def test_outcomes_differ_without_their_colours():
    faces = set()
    for counts in ((1000, 0, 0), (0, 1000, 0), (0, 0, 1000)):
        surface, box, _ = drawn(IconArray("", *counts, 1000, "", NAMES, ("", "")), (900, 300))
        part = surface.subsurface(pygame.Rect(box.left, box.top + 30, 100, 100))
        faces.add(pygame.mask.from_threshold(part, theme.INK, (40, 40, 40)).count())
    assert len(faces) == 3


def test_bars_reach_as_far_as_their_intervals():
    low, high = BARS.span()
    assert low == -11.8
    assert high == 8.1
    assert Bars("", [Bar("", Interval(math.nan, math.nan, math.nan), "")], "", ("", "")).span() == (0.0, 1.0)


@pytest.mark.parametrize(("x", "share"), [(80.0, 0.1), (85.0, 0.1), (86.0, 0.15), (88.5, 0.5), (99.0, 0.8)])
def test_a_line_is_straight_between_its_points(x, share):
    assert LINE.at(x) == pytest.approx(share)


@given(st.floats(85.0, 90.0))
def test_scrubbing_finds_the_time_under_the_mouse(x):
    box = pygame.Rect(10, 10, 880, 480)
    plot = LINE.plot(box, pixels=14)
    pixel = plot.left + (x - 85.0) / 5.0 * plot.width
    assert LINE.x_at(box, pixel, pixels=14) == pytest.approx(x, abs=1e-6)


@pytest.mark.parametrize("share", [0.0, 0.008, 0.03, 0.09, 0.19, 0.5, 0.51, 1.0])
def test_a_small_chance_still_fills_a_part_of_the_plot_a_person_sees(share):
    chart = LineChart("Chance", [85.0, 90.0], [share, 0.0], "alt", ("clock", "chance"))
    assert share <= chart.top <= max(0.04, 2.5 * share)
    assert [float(name) / 100 for _, name in chart.levels] == pytest.approx([0.0, chart.top / 2, chart.top])


def test_marks_close_together_are_all_named():
    shapes = [("go forward", "arrow"), ("come back", "shield"), ("goal", "dot")]
    marks = [Mark(90.05 + nth / 10, name, shape, theme.AMBER) for nth, (name, shape) in enumerate(shapes)]
    line = [85.0, 90.3, 90.31, 95.0], [0.1, 0.05, 0.93, 1.0]
    chart = LineChart("Chance", *line, "alt", ("clock", "%"), marks=marks)
    surface = pygame.Surface((1200, 400))
    written = chart.draw(surface, surface.get_rect(), pixels=14)
    widths = [theme.width_of(name, 14) for name, _ in shapes]
    assert [box.width for box in written[-3:]] == widths
    for one, other in itertools.combinations(written, 2):
        assert not one.colliderect(other)
