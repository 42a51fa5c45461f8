"""`dilemma class`: a room for a class to vote in, with the projector where there is a screen."""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import sys
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.request import Request, urlopen

import typer

from game.files import write_whole

if TYPE_CHECKING:
    from game.classroom.launch import OpenRoom

PROJECTOR = "game.screens.projector"
LIBRARIES = ("starlette", "uvicorn", "websockets", "segno")


def hold(
    lesson: Annotated[str | None, typer.Argument(help="A lesson to give; left out, you ask what you like.")] = None,
    lan: Annotated[bool, typer.Option("--lan", help="Let phones in; without it only this computer.")] = False,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="The port; 8642 when it is free.")] = None,
    resume: Annotated[Path | None, typer.Option(metavar="FILE", help="Go on with a room kept in this file.")] = None,
    hands_up: Annotated[bool, typer.Option("--hands-up", help="No phones: you count raised hands.")] = False,
    minutes: Annotated[int, typer.Option(help="How long the lesson takes: 45 or 20.")] = 45,
    language: Annotated[str | None, typer.Option(help="en or es; what the room and the report speak.")] = None,
    name: Annotated[list[str] | None, typer.Option(help="A host name phones use for this computer.")] = None,
    screen: Annotated[bool, typer.Option(help="Open the projector's window.")] = True,
) -> None:
    """Hold a class: phones or raised hands vote, you run the room from the projector or a browser."""
    _need_the_libraries()
    from game.classroom.launch import open_room
    from game.classroom.words import LANGUAGES
    from game.policies.names import unknown

    spoken = language or _own_language()
    if spoken not in LANGUAGES:
        raise unknown("language", spoken, LANGUAGES)
    if resume is not None and not resume.is_file():
        raise ValueError(f"no file {resume}; rooms are kept in {_folder()}")
    steps = _steps(lesson, minutes, hands=hands_up) if lesson is not None else []
    if resume is not None:
        lesson, minutes = _resumed(resume, lesson, minutes)
    names = tuple(each.lower() for each in name or ())
    project, why = _projector() if screen else (None, "--no-screen")
    with open_room(file=resume, lan=lan, port=port, hands_up=hands_up, language=spoken, names=names) as room:
        _announce(room, spoken, lan=lan, hands_up=hands_up)
        if steps and resume is None:  # a room kept in a file has its plan already
            _say(room, {"do": "plan", "steps": steps, "title": _title(lesson)})
        try:
            if project is not None:
                project(url=room.url, token=room.token, lesson=lesson, language=spoken, minutes=minutes)
            else:
                _tell("no_screen", spoken, why=why)
                _tell("stop", spoken)
                _wait(room)
        finally:
            _keep_report(room, spoken)


def _announce(room: OpenRoom, language: str, *, lan: bool, hands_up: bool) -> None:
    """What the teacher needs to know, in the terminal and nowhere else."""
    _tell("room", language, code=room.code)
    if hands_up:
        _tell("hands_up", language)
    elif lan:
        for address in room.addresses:
            _tell("phones", language, address=address, code=room.code)
    else:
        _tell("here_only", language)
    _tell("console", language, link=f"{room.url}/desk#{room.token}")
    _tell("secret", language)
    if not hands_up:
        _tell("check", language, link=f"{room.url}/check")
    _tell("file", language, file=room.file)
    _tell("resume", language, file=room.file)


def _steps(lesson: str, minutes: int, *, hands: bool) -> list[dict[str, Any]]:
    """What the room does one after the other; KeyError or ValueError, before anything opens, for what there is not."""
    from game.lessons import lesson as find
    from game.lessons import room_steps

    return room_steps(find(lesson), minutes=minutes, hands=hands)


def _title(lesson: str | None) -> dict[str, str] | None:
    """The lesson's title in every language."""
    from game.lessons import both

    return both(lesson, "title") if lesson is not None else None


def _resumed(file: Path, lesson: str | None, minutes: int) -> tuple[str | None, int]:
    """The lesson and its length whose plan the room in `file` was given last; what was asked for where it has none."""
    from game.classroom.commands import read_command
    from game.classroom.ledger import read_ledger
    from game.lessons import LENGTHS, lessons, room_steps

    told = [entry["step"] for entry in read_ledger(file)[1] if entry.get("step", {}).get("do") == "plan"]
    for found in lessons() if told else []:
        for length, hands in product(LENGTHS, (False, True)):
            plan = {"do": "plan", "steps": room_steps(found, minutes=length, hands=hands)}
            if read_command(json.dumps(plan)).model_dump(exclude_none=True)["steps"] == told[-1]["steps"]:
                return found.name, length
    return lesson, minutes


def _keep_report(room: OpenRoom, language: str) -> None:
    """Save report and votes beside the room's file, if anything was asked, and say where."""
    headers = {"Authorization": f"Bearer {room.token}"}
    try:
        with urlopen(Request(f"{room.url}/desk/state", headers=headers), timeout=10.0) as answer:
            if not json.loads(answer.read())["rounds"]:
                return
        for path, kind in (("report.html", ".html"), ("export.csv", ".csv"), ("export.json", ".json")):
            with urlopen(Request(f"{room.url}/desk/{path}", headers=headers), timeout=10.0) as answer:
                write_whole(room.file.with_suffix(kind), answer.read())
    except OSError as error:
        _tell("no_report", language, why=error)
        return
    _tell("report", language, file=room.file.with_suffix(".html"))


def _say(room: OpenRoom, command: dict[str, Any]) -> None:
    """One command of the teacher's."""
    headers = {"Authorization": f"Bearer {room.token}", "Content-Type": "application/json"}
    asked = Request(f"{room.url}/desk/say", json.dumps(command).encode(), headers)
    with urlopen(asked, timeout=10.0) as answer:
        answer.read()


def _tell(key: str, language: str, **filled: object) -> None:
    """One line in the terminal."""
    from game.classroom.words import words

    typer.echo(words(language, "class")["terminal"][key].format(**filled))


def _wait(room: OpenRoom) -> None:
    """Until Ctrl-C, or until the room cannot be kept up."""
    while room.trouble is None:
        time.sleep(0.5)
    raise OSError(room.trouble)


def _projector() -> tuple[Callable[..., Any] | None, str]:
    """What opens the projector's window, or None and why there is none."""
    if importlib.util.find_spec(PROJECTOR) is None:
        return None, "this version has none"
    if sys.platform.startswith("linux") and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))):
        return None, "no display"
    opened: Callable[..., Any] = importlib.import_module(PROJECTOR).open_projector
    return opened, ""


def _own_language() -> str:
    """Spanish on a Spanish system, English on every other."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "es" if spoken.lower().startswith("es") else "en"


def _folder() -> Path:
    """Where rooms are kept."""
    from game.classroom.launch import rooms_folder

    return rooms_folder()


def _need_the_libraries() -> None:
    """Say how to get what is missing, before anything opens."""
    missing = [each for each in LIBRARIES if importlib.util.find_spec(each) is None]
    if missing:
        raise ValueError(
            f"the classroom needs {', '.join(missing)}; install them with: pip install 'defenders-dilemma[class]'"
        )
