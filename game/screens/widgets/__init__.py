"""The game's own widgets: text, buttons, settings and cards, laid out in flow on a board with one focus."""

from game.screens.widgets.board import Board
from game.screens.widgets.button import Button
from game.screens.widgets.keycap import KeyCap, hints
from game.screens.widgets.layout import Column, Grid, Holder, Panel, Row, Split
from game.screens.widgets.look import Look, look_of
from game.screens.widgets.setting import Choice, Slider, Switch
from game.screens.widgets.widget import Widget
from game.screens.widgets.words import Gap, Words, heading, note, title

__all__ = [
    "Board",
    "Button",
    "Choice",
    "Column",
    "Gap",
    "Grid",
    "Holder",
    "KeyCap",
    "Look",
    "Panel",
    "Row",
    "Slider",
    "Split",
    "Switch",
    "Widget",
    "Words",
    "heading",
    "hints",
    "look_of",
    "note",
    "title",
]
