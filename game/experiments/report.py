"""A report as one HTML file that needs no network: the question, the answer, then every figure beside its table.

Nothing here knows football: whoever has a question, facts, charts and tables can make one.
"""

from __future__ import annotations

import base64
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.assets import asset
from game.experiments.charts import Chart
from game.experiments.figures import png, svg
from game.experiments.tables import Table
from game.files import write_whole

PAGE = "report.html"
TEMPLATE = "report_page.html"  # beside this file


@dataclass(frozen=True)
class Section:
    """A part of a report: `text` in paragraphs, a figure with its table beside it; each may be left out."""

    heading: str
    text: str | Sequence[str] = ()
    figure: Chart | None = None
    table: Table | None = None
    name: str = ""  # of its files, the same in every language; made from the heading when left out

    @property
    def paragraphs(self) -> Sequence[str]:
        """The text, paragraph by paragraph."""
        return [self.text] if isinstance(self.text, str) else self.text

    @property
    def slug(self) -> str:
        """A file name."""
        return self.name or re.sub(r"[^a-z0-9]+", "-", self.heading.lower()).strip("-") or "section"


@dataclass(frozen=True)
class Report:
    """A question, what was run to answer it (`facts`, in words by name), what came out, and the sections with it."""

    title: str
    question: str
    facts: Mapping[str, str]
    sections: Sequence[Section]
    answer: str = ""
    language: str = "en"

    def __post_init__(self) -> None:
        slugs = [each.slug for each in self.sections]
        twice = {slug for slug in slugs if slugs.count(slug) > 1}
        if twice:
            raise ValueError(
                f"two sections of '{self.title}' are called alike ({', '.join(sorted(twice))}); rename one"
            )


def page(report: Report) -> str:
    """The report as HTML, figures inside."""
    return _filled(report, _drawn(report))


def write_report(report: Report, folder: Path) -> Path:
    """Put the report into `folder`: report.html, every figure as SVG and PNG, every table as CSV; where the page is."""
    for name in ("figures", "tables"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    pictures = _drawn(report)
    for section in report.sections:
        if section.figure is not None:
            write_whole(folder / "figures" / f"{section.slug}.svg", pictures[section.slug])
            write_whole(folder / "figures" / f"{section.slug}.png", png(section.figure))
        if section.table is not None:
            write_whole(folder / "tables" / f"{section.slug}.csv", section.table.as_csv())
    write_whole(folder / PAGE, _filled(report, pictures).encode())
    return folder / PAGE


def _drawn(report: Report) -> dict[str, bytes]:
    """Every figure as SVG, by its section's slug."""
    return {each.slug: svg(each.figure) for each in report.sections if each.figure is not None}


def _filled(report: Report, pictures: Mapping[str, bytes]) -> str:
    """The template with the report in it; pictures as addresses that hold the image themselves."""
    import jinja2

    surroundings = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    inside = {
        slug: "data:image/svg+xml;base64," + base64.b64encode(content).decode() for slug, content in pictures.items()
    }
    words = tomllib.loads(asset("words", report.language, "report.toml").read_text(encoding="utf-8"))
    return surroundings.get_template(TEMPLATE).render(report=report, pictures=inside, words=words)
