"""The plan of a lesson as one HTML page for A4 paper: it needs no network, and nothing beside itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from game.lessons.lesson import Lesson
from game.lessons.plan import plan_of
from game.lessons.words import told

if TYPE_CHECKING:
    from markupsafe import Markup

TEMPLATE = "plan_page.html"  # beside this file
SLIPS = 4  # exit tickets on the last sheet
COMMAND = re.compile(r"dilemma (?:class|lesson|play)(?: (?:--)?[\w-]+)+")


def unbroken(text: str) -> Markup:
    """`text` with its commands in type of their own, that break between words only: one types them from paper."""
    from markupsafe import Markup, escape

    return Markup(COMMAND.sub(_command, str(escape(text))))


def _command(found: re.Match[str]) -> str:
    words = "".join(f"<span>{word}</span> " for word in found[0].split()).rstrip()
    return f"<code>{words}</code>"


def plan_page(lesson: Lesson, *, minutes: int = 45, language: str = "en") -> str:
    """The plan of `minutes` (45 or 20) in `language`, ready to print. ValueError or KeyError for others."""
    import jinja2

    plan = plan_of(lesson, minutes=minutes, language=language)
    surroundings = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def say(key: str) -> str:
        return told(language, f"plan_{key}")

    surroundings.filters["unbroken"] = unbroken
    return surroundings.get_template(TEMPLATE).render(plan=plan, say=say, slips=SLIPS)
