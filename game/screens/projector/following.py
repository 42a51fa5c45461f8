"""Where a lesson's room stands, for what stands behind the projector: a match's lesson (`show`) or a firm's."""

from __future__ import annotations

from typing import Any

from game.lessons import Act, Lesson, acts, middle
from game.screens.language import Language
from game.screens.projector.pair import Pair
from game.screens.projector.voted import VotedMatch

State = dict[str, Any]
ASKING = ("ask", "vote", "locked", "revealed", "ticket")


class Following:
    """Follows the room: `follow` with every state, `pass_time` with every frame."""

    def __init__(self, lesson: Lesson, say: Language, *, minutes: int = 45) -> None:
        self.lesson, self.say = lesson, say
        self.acts = acts(lesson, minutes=minutes)
        self.state: State = {}
        self.match: VotedMatch | None = None
        self.pair: Pair | None = None

    @property
    def act(self) -> Act | None:
        """The act the room is in; None in the lobby, or where its plan is not this lesson's."""
        plan = self.state.get("plan", {"at": 0, "of": 0})
        fits = plan["of"] == len(self.acts) and plan["at"] > 0 and self.state["phase"] != "lobby"
        return self.acts[plan["at"] - 1] if fits else None

    @property
    def next_act(self) -> Act | None:
        """The act after it."""
        plan = self.state.get("plan", {"at": 0, "of": 0})
        return self.acts[plan["at"]] if plan["of"] == len(self.acts) and plan["at"] < len(self.acts) else None

    @property
    def do(self) -> str:
        """What the projector does now: an act's name, `match` while it goes on, `reason` or `pairs` after a reveal."""
        act, phase = self.act, self.state.get("phase")
        if act is None:
            return ""
        if phase in ASKING:
            return "moment" if act.do == "moment" and self._asks_of_plan() else "ask"
        if phase != "debrief":
            return ""
        after = {"ask": "reason", "moment": "match", "play": "match", "ticket": "pairs"}
        return after.get(act.do, act.do) if self.state["text"] is None or act.do == "play" else act.do

    @property
    def asked(self) -> list[State]:
        """All questions there were, with what the class said where it has been revealed; by round."""
        return sorted([*self.state["past"], *self.state["questions"]], key=lambda each: int(each["round"]))

    def middle(self, name: str) -> float | None:
        """The number in the middle of what the class first answered to `name`; None where it has not."""
        found = [each for each in self.asked if each.get("name") == name and each["class"]]
        return middle(self.lesson.questions[name], found[0]) if found else None

    @property
    def unready(self) -> bool:
        """Whether a match is to be shown that is not there yet: the next step waits for it."""
        return False

    @property
    def counted(self) -> object:
        """Something that changes when what is worked out behind the page has grown."""
        return None

    def follow(self, state: State) -> None:
        """Take in what the room says."""
        self.state = state

    def speak(self, say: Language) -> None:
        """Say everything in another language from now on."""
        self.say = say

    def pass_time(self, seconds: float) -> bool:
        """Let a match go on by `seconds`; whether it did."""
        return False

    def again(self) -> None:
        """The same on other luck, where there is such a thing."""

    def close(self) -> None:
        """Stop everything behind the page."""

    def live(self, question: State) -> bool:
        """Whether votes on it are still being taken."""
        on_show = question["round"] in [each["round"] for each in self.state["questions"]]
        return on_show and self.state["phase"] != "revealed"

    def _asks_of_plan(self) -> bool:
        """Whether the question on show is the act's own, not one the teacher put in between."""
        act, shown = self.act, self.state["questions"]
        return act is not None and bool(shown) and shown[0].get("name") == act.step.questions[0]
