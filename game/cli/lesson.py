"""`dilemma lesson`: the lessons there are, their plans to print, and a lesson without a teacher."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from game.lessons import Lesson, Step
    from game.lessons.shown import TwoShares


def lesson(
    name: Annotated[str | None, typer.Argument(help="A lesson; left out, all are listed.")] = None,
    plan: Annotated[bool, typer.Option("--plan", help="Print the plan for the teacher instead.")] = False,
    minutes: Annotated[int, typer.Option(help="45 or 20.")] = 45,
    language: Annotated[str, typer.Option(help="en or es.")] = "en",
    matches: Annotated[int, typer.Option(min=2, max=10_000, help="Matches played behind each comparison.")] = 200,
) -> None:
    """List the lessons, print the plan of one, or take one alone in this terminal."""
    from game.lessons import lesson as find
    from game.lessons import plan_text

    if name is None:
        _list(language)
    elif plan:
        typer.echo(plan_text(find(name), minutes=minutes, language=language), nl=False)
    else:
        _Alone(find(name), language, matches).run(minutes)


def _list(language: str) -> None:
    from game.lessons import lessons, told

    known = lessons()
    width = max(len(each.name) for each in known)
    for each in known:
        row = told(language, "list_row", idea=told(language, each.name, "idea"))
        typer.echo(f"{each.name:{width}}  {told(language, each.name, 'title')}: {row}")


class _Alone:
    """A lesson one person takes: he answers by typing, and the matches are played here."""

    def __init__(self, lesson: Lesson, language: str, matches: int) -> None:
        self.lesson, self.language, self.matches = lesson, language, matches
        self.before: dict[str, str] = {}

    def say(self, *keys: str, **filled: object) -> None:
        """One line, after an empty one."""
        from game.lessons import told

        typer.echo("\n" + told(self.language, *keys, **filled))

    def run(self, minutes: int) -> None:
        """All steps in turn."""
        steps = self.lesson.cut(minutes)
        self.say(self.lesson.name, "title")
        self.say(self.lesson.name, "idea")
        for step in steps:
            self._step(step)

    def _step(self, step: Step) -> None:
        from game.lessons.plan import talking_points
        from game.lessons.shown import either_choice, either_job

        if step.do == "match":
            self.say("alone_match", scenario=self.lesson.scenario, seed=self.lesson.seed)
        if step.do == "futures":
            self.say("alone_playing", count=self.matches)
            self._show(either_choice(self.lesson, count=self.matches), "alone")
        if step.do == "split":
            self.say("alone_playing_split", count=self.matches)
            self._show(either_job(self.lesson, count=self.matches), "job")
        if step.do == "talk":
            typer.echo("\n" + "\n".join(f"- {line}" for line in talking_points(self.lesson, self.language)))
            self._typed("alone_continue")
        for name in step.questions:
            self._ask(name, step)

    def _show(self, found: TwoShares, kind: str) -> None:
        """Both shares with their intervals, and whether that decides."""
        from game.lessons import told

        for name, share in zip(found.names, found.shares, strict=True):
            value, low, high = (f"{100 * part:.0f}" for part in share)
            self.say("alone_outcome", what=told(self.language, f"{kind}_{name}"), share=value, low=low, high=high)
        if found.close:
            self.say("alone_close")

    def _ask(self, name: str, step: Step) -> None:
        """One question, asked again until the answer is one; and what was answered the first time."""
        from game.lessons import told

        asked = self.lesson.questions[name]
        self.say("q", name, "text")
        for nth, option in enumerate(asked.options, 1):
            typer.echo(f"  {nth}  {told(self.language, 'q', name, option)}")
        low, high = asked.between[:2] if asked.between else (1, len(asked.options))
        key = "alone_between" if asked.between else "alone_answer"
        number = self._number(key, low, high)
        if number is None:
            return
        answer = str(number) if asked.between else told(self.language, "q", name, asked.options[number - 1])
        if step.when == "after" and name in self.before:
            self.say("alone_before", before=self.before[name], after=answer)
        self.before.setdefault(name, answer)

    def _number(self, key: str, low: int, high: int) -> int | None:
        """A number from `low` to `high`; None when he skips it."""
        while typed := self._typed(key, low=low, high=high, count=high):
            if typed.isascii() and typed.isdecimal() and low <= int(typed) <= high:
                return int(typed)
            self.say("alone_again", low=low, high=high)
        return None

    def _typed(self, key: str, **filled: object) -> str:
        """What he types; nothing at the end of a piped input."""
        from game.lessons import told

        typer.echo(told(self.language, key, **filled), nl=False)
        try:
            return input().strip()
        except EOFError:
            typer.echo()
            return ""
