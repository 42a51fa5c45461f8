"""The room itself: its phase, its questions and the votes. No clock, no network, no disk.

Everything that happens is a step of the teacher's or a vote, each with the time it came; the same steps and votes give
the same room, which is how a room is read back from its file.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from game.classroom.commands import (
    Ask,
    Close,
    Command,
    Debrief,
    Door,
    Hands,
    Open,
    Plain,
    Plan,
    Play,
    Press,
    Scene,
    Step,
    Switch,
    Ticket,
)
from game.classroom.questions import Choice, Number, Text

TAKING = ("vote", "ticket")
MOST_UNDONE = 50  # steps that can be taken back
GRACE = 10.0  # s left to vote after a restart, at least


class Refused(ValueError):
    """A command or a vote that does not fit now; its text is one line."""


@dataclass
class Cast:
    """One phone's vote in one round."""

    answer: float
    sure: int | None
    n: int
    at: float


@dataclass
class Asked:
    """One question in one round."""

    round: int
    question: Choice | Number
    opened: float | None = None
    clock: str = ""  # of the match shown, when votes were first taken
    score: str = ""
    votes: dict[str, Cast] = field(default_factory=dict)  # by alias
    hands: list[int] | None = None
    revealed: bool = False  # the class has seen the answers
    changes: int = 0  # of its votes and hands
    counted: tuple[int, dict[str, Any]] | None = None  # the tally after so many changes

    @cached_property
    def about(self) -> dict[str, Any]:
        """The question as it was asked, with its round."""
        return {**self.question.model_dump(exclude_none=True), "round": self.round}


@dataclass(frozen=True)
class Beat:
    """Where the lesson stands."""

    phase: str = "lobby"
    shown: tuple[int, ...] = ()
    text: Text | None = None
    deadline: float | None = None
    plan_at: int = 0


@dataclass
class Room:
    """Everything that is so in a room."""

    beat: Beat = Beat()
    rounds: dict[int, Asked] = field(default_factory=dict)
    last_round: int = 0
    before: list[Beat] = field(default_factory=list)  # that can be gone back to
    plan: list[Step] = field(default_factory=list)
    title: Text | None = None  # of the lesson the plan is of
    blank: bool = False
    live: bool = False
    door: bool = True
    clock: str = ""
    score: str = ""
    results: list[dict[str, Any]] = field(default_factory=list)
    seats: dict[str, int] = field(default_factory=dict)
    """The office of every phone that was dealt one, by alias; kept to the end."""

    def obey(self, command: Command, now: float) -> None:
        """Do what the teacher says, at `now` (s, any epoch); Refused when it does not fit the phase."""
        if self.beat.phase == "closed":
            raise Refused("the room is closed")
        match command:
            case Switch(do="blank"):
                self.blank = command.on
            case Switch():
                self.live = command.on
            case Door():
                self.door = command.open
            case Scene():
                self.clock, self.score = command.clock, command.score
            case Plan():
                self.plan, self.title = list(command.steps), command.title
                self.beat = replace(self.beat, plan_at=0)
            case Hands():
                self._count_hands(command)
            case Plain(do="undo"):
                self._undo()
            case Play() | Press() | Plain(do="whistle"):
                pass  # done elsewhere; that a match was asked for is on record
            case _:
                self._go(command, now)

    def _go(self, command: Command, now: float) -> None:
        """Go on to another beat, so that it can be undone."""
        left = self.beat
        if isinstance(command, Plain) and command.do == "next":
            self._next(now)
        else:
            self._step(command, now)
        if self.beat != left:
            self.before = [*self.before[1 - MOST_UNDONE :], left]

    def _step(self, command: Command, now: float) -> None:
        """Do one of the commands that change the beat."""
        match command:
            case Ask():
                self._show("ask", [command.question])
            case Open(question=None):
                self._open_again(now)
            case Open(question=question) if question is not None:
                self._show("vote", [question])
                self._start(now)
            case Ticket():
                self._show("ticket", list(command.questions))
                self._start(now)
            case Plain(do="lock"):
                self._need("lock", *TAKING)
                self._set(phase="locked", deadline=None)
            case Plain(do="reveal"):
                self._need("reveal", "locked", *TAKING)
                self._set(phase="revealed", deadline=None)
                for asked in self.shown():
                    asked.revealed = True
            case Debrief():
                self._set(phase="debrief", shown=(), text=command.text, deadline=None)
            case Plain(do="lobby"):
                self._set(phase="lobby", shown=(), text=None, deadline=None)
            case Close():
                self._set(phase="closed", shown=(), text=None, deadline=None)

    def vote(self, who: str, round_number: int, cast: Cast) -> bool:
        """Take the vote of the alias `who`; False when it was taken before. Refused says `locked`, `old` or `shape`."""
        asked = self.rounds.get(round_number)
        if asked is None or round_number not in [each.round for each in self.shown_to(who)]:
            raise Refused("old")
        if self.beat.phase not in TAKING:
            raise Refused("locked")
        deadline = self.beat.deadline
        if deadline is not None and cast.at > deadline:
            raise Refused("locked")
        if not asked.question.holds(cast.answer) or (cast.sure is not None and not asked.question.sure):
            raise Refused("shape")
        had = asked.votes.get(who)
        if had is not None and cast.n <= had.n:
            return False
        asked.votes[who] = cast
        asked.changes += 1
        return True

    def shown(self) -> list[Asked]:
        """The questions on show."""
        return [self.rounds[number] for number in self.beat.shown]

    def shown_to(self, who: str) -> list[Asked]:
        """Those that the alias `who` may answer: not another office's."""
        return [
            asked
            for asked in self.shown()
            if asked.question.office is None or asked.question.office.place == self.seats.get(who)
        ]

    def deal(self, who: str) -> int | None:
        """The office `who` is given now, one that the fewest have; None where none are on show or he has his."""
        places = sorted({asked.question.office.place for asked in self.shown() if asked.question.office is not None})
        if not places or self.seats.get(who) in places:
            return None
        taken = list(self.seats.values())
        self.seats[who] = min(places, key=taken.count)
        return self.seats[who]

    def give_grace(self, now: float) -> None:
        """After a restart: leave those who were cut off a moment to vote."""
        if self.beat.deadline is not None:
            self._set(deadline=max(self.beat.deadline, now + GRACE))

    def _set(self, **changes: Any) -> None:
        """Change the beat."""
        self.beat = replace(self.beat, **changes)

    def _need(self, command: str, *phases: str) -> None:
        """Refuse `command` outside `phases`."""
        if self.beat.phase not in phases:
            raise Refused(f"{command} comes after {', '.join(phases)}; the room is in {self.beat.phase}")

    def _show(self, phase: str, questions: list[Choice | Number]) -> None:
        """Put `questions` on show, each in a new round."""
        numbers = range(self.last_round + 1, self.last_round + 1 + len(questions))
        self.last_round += len(questions)
        self.rounds.update({number: Asked(number, each) for number, each in zip(numbers, questions, strict=True)})
        self._set(phase=phase, shown=tuple(numbers), text=None, deadline=None)

    def _start(self, now: float) -> None:
        """Take votes on what is on show."""
        for asked in self.shown():
            if asked.opened is None:
                asked.opened, asked.clock, asked.score = now, self.clock, self.score
        seconds = [asked.question.seconds for asked in self.shown() if asked.question.seconds]
        self._set(deadline=now + max(seconds) if seconds else None)

    def _open_again(self, now: float) -> None:
        """From a question on show, or a locked one, to votes; a locked one has no time limit any more."""
        self._need("open", "ask", "locked")
        again = self.beat.phase == "locked"
        self._set(phase="vote" if len(self.beat.shown) == 1 else "ticket")
        if not again:
            self._start(now)

    def _next(self, now: float) -> None:
        """The next beat of the lesson."""
        onward: dict[str, Command] = {
            "ask": Open(do="open"),
            "vote": Plain(do="lock"),
            "ticket": Plain(do="lock"),
            "locked": Plain(do="reveal"),
            "revealed": Debrief(do="debrief"),
        }
        if self.beat.phase in onward:
            self._step(onward[self.beat.phase], now)
            return
        if self.beat.plan_at >= len(self.plan):
            raise Refused("nothing comes next: the plan is at its end; ask a question or close the room")
        step = self.plan[self.beat.plan_at]
        if step.ask is not None:
            self._show("ask", [step.ask])
        elif step.ticket is not None:
            self._step(Ticket(do="ticket", questions=step.ticket), now)
        else:
            self._step(Debrief(do="debrief", text=step.debrief), now)
        self._set(plan_at=self.beat.plan_at + 1)

    def _undo(self) -> None:
        """Back to the beat before; what was asked since is withdrawn with its votes, but its number stays used."""
        if not self.before:
            raise Refused("there is nothing to take back")
        gone = self.withdrawn()
        beat = self.before.pop()
        for number in gone:
            del self.rounds[number]
        self.beat = replace(beat, deadline=None)

    def withdrawn(self) -> set[int]:
        """The rounds that go, with their votes, when the last step is taken back."""
        if not self.before:
            return set()
        kept = {number for beat in self.before for number in beat.shown}
        return set(self.beat.shown) - kept

    def _count_hands(self, hands: Hands) -> None:
        """Keep the hands counted for one round."""
        asked = self.rounds.get(hands.round)
        if asked is None or not isinstance(asked.question, Choice):
            raise Refused(f"no question with buttons in round {hands.round}")
        if len(hands.counts) != len(asked.question.options):
            raise Refused(f"round {hands.round} has {len(asked.question.options)} buttons, not {len(hands.counts)}")
        asked.hands = list(hands.counts)
        asked.changes += 1
