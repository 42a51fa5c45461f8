"""The plan of a lesson as one HTML page for A4 paper: it needs no network, and nothing beside itself."""

from __future__ import annotations

from pathlib import Path

from game.lessons.lesson import Lesson
from game.lessons.plan import plan_of
from game.lessons.words import told

TEMPLATE = "plan_page.html"  # beside this file
SLIPS = 4  # exit tickets on the last sheet


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

    return surroundings.get_template(TEMPLATE).render(plan=plan, say=say, slips=SLIPS)
