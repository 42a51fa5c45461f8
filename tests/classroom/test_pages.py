from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from game.assets import asset
from game.classroom import qr
from game.classroom.launch import OpenRoom
from game.classroom.pages import FOLDER
from tests.classroom.visitors import visit

FILES = sorted(FOLDER.iterdir())
AREAS = ("phone", "class")


def leaves(shelf: dict[str, Any], path: str) -> Iterator[tuple[str, str]]:
    for key, value in shelf.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{path}.{key}")
        else:
            yield f"{path}.{key}", value


def book(language: str) -> dict[str, str]:
    shelves = {area: tomllib.loads(asset("words", language, f"{area}.toml").read_text("utf-8")) for area in AREAS}
    return dict(leave for area, shelf in shelves.items() for leave in leaves(shelf, area))


def test_both_languages_say_the_same_things_with_the_same_blanks() -> None:
    english, spanish = book("en"), book("es")
    assert english.keys() == spanish.keys()
    for key, text in english.items():
        assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", spanish[key])), key


@pytest.mark.parametrize("path", [file for file in FILES if file.suffix == ".js"], ids=lambda path: path.name)
def test_every_word_a_page_says_is_in_the_book(path: Path) -> None:
    words = book("en")
    for key in re.findall(r'say\("((?:phone|class)\.[a-z0-9_.]+)"', path.read_text("utf-8")):
        assert key in words or f"{key}_one" in words, key


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_page_refers_to_the_outside(path: Path) -> None:
    found = re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}[^\s\"'`]*", path.read_text("utf-8"))
    assert [each for each in found if each != "http://www.w3.org/2000/svg"] == []


@pytest.mark.parametrize("path", [file for file in FILES if file.suffix == ".html"], ids=lambda path: path.name)
def test_no_page_has_script_or_style_in_its_markup(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"<style|style=|<script(?![^>]*src=)|\son\w+=", text)


def test_the_code_on_the_wall_is_twelve_pixels_a_module_and_says_the_address() -> None:
    address = "http://192.168.100.123:8642/KQXM"
    picture = ET.fromstring(qr.qr_svg(address))
    rows = qr.qr_rows(address)
    width = int(picture.attrib["width"])
    assert width == (len(rows) + 2 * qr.MARGIN) * qr.MODULE
    assert qr.MODULE >= 12
    assert 440 <= width <= 600
    assert {len(row) for row in rows} == {len(rows)}
    assert rows[0].startswith("11111110"), "the corner scanners look for"


def test_pages_are_asked_for_once_and_then_known(room: OpenRoom) -> None:
    first = visit(room, f"/{room.code}")
    assert first.status == 200
    again = visit(room, f"/{room.code}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status, again.body) == (304, b"")


def test_every_answer_tells_the_browser_to_trust_nothing_else(room: OpenRoom) -> None:
    for path in ("/", "/pages/phone.js", "/words/en.json", "/qr/0.svg", "/nothing/here", "/desk/state"):
        headers = visit(room, path).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "Server" not in headers
