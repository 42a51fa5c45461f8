"""The way into the firm: what it is about in two sentences, and four doors."""

from __future__ import annotations

from collections.abc import Callable

from game.screens.page import Page
from game.screens.stage import Screen
from game.screens.widgets import Button, Column, Grid, Widget, Words
from game.screens.widgets.card import Card


class FirmScreen(Page):
    """Pay the departments, or be one."""

    middle = True
    wide = 960

    @property
    def heading(self) -> str:
        """Without a word of football."""
        return self.stage.say("firm.title")

    def build(self) -> Widget:
        """A card a door."""
        say = self.stage.say
        cards = [
            Card(say(f"firm.door_{name}"), [say(f"firm.door_{name}_about")], self._opening(door), name=name)
            for name, door in DOORS.items()
        ]
        back = Button(say("firm.back"), self.go_back, name="back")
        return Column([Words(say("firm.intro")), Grid(cards, cell=300, most=2), back], stretch=False)

    def _opening(self, door: Callable[[], Screen]) -> Callable[[], None]:
        return lambda: self.stage.push(door())


def firm_screen() -> Screen:
    """The first page of the firm, for the title's menu."""
    return FirmScreen()


def _paying() -> Screen:
    from game.screens.firm.paying import PayingScreen

    return PayingScreen()


def _office(department: str) -> Callable[[], Screen]:
    def opening() -> Screen:
        from game.screens.firm.office import OfficeScreen

        return OfficeScreen(department)

    return opening


def _counter() -> Screen:
    from game.screens.firm.counter import CounterScreen

    return CounterScreen()


DOORS: dict[str, Callable[[], Screen]] = {
    "pay": _paying,
    "sales": _office("sales"),
    "production": _office("production"),
    "credit": _counter,
}
"""What each card opens; imported then, since planning needs the numbers' libraries."""
