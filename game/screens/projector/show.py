"""A match's lesson behind the projector: the matches it shows, and what is worked out meanwhile."""

from __future__ import annotations

import threading

from game.dilemma.verdict import judge
from game.fixture import Fixture
from game.lessons import Act, Lesson, is_dose
from game.lessons.shown import BONUSES, bonuses, doses, jobs
from game.screens.debrief.account import Account
from game.screens.debrief.story import Choice, Story, tell
from game.screens.debrief.telling import Telling
from game.screens.debrief.thinking import PLANNED, PUSH, STAY, Thinking
from game.screens.language import Language
from game.screens.projector.following import Following, State
from game.screens.projector.pair import two_choices, two_jobs
from game.screens.projector.thousand import Thousand
from game.screens.projector.voted import VotedMatch
from game.screens.projector.words import ClassWords
from game.screens.readying import Readying
from game.teams.scenarios import scenario

RESULT = "result"  # the bonus that pays what the team plays for


class Show(Following):
    """Sets up in `follow` what the room's act shows, and lets it go on in `pass_time`."""

    def __init__(self, lesson: Lesson, say: Language, *, minutes: int = 45, planned: int = PLANNED) -> None:
        super().__init__(lesson, say, minutes=minutes)
        self.planned = planned
        self.told = scenario(lesson.scenario)
        self.thinking = Thinking(self.told.aim, planned=planned)
        self.story: Story | None = None
        self.thousand: Thousand | None = None
        self.luck = 0  # which luck after the lesson's own a split screen shows
        self.readying = Readying()
        self.readying.start()
        self._paired: tuple[str, int, str | None] | None = None
        self._reader: threading.Thread | None = None

    @property
    def counted(self) -> object:
        """How many matches there are, in tens, and what else has come."""
        thousand = self.thousand.count if self.thousand is not None else 0
        futures = sum(each.count for each in list(self.thinking.asked.values()))
        return thousand // 10, futures // 10, self.story is not None, self.readying.state, self.readying.done

    @property
    def moments(self) -> list[Act]:
        """The acts in which the class decides."""
        return [act for act in self.acts if act.do == "moment"]

    def follow(self, state: State) -> None:
        """Take in what the room says: set up what the act shows."""
        self.state = state
        if not self.readying.ready:
            return
        if self.thousand is None:
            self.thousand = Thousand(self.fixtures(), seed=self.lesson.seed, planned=self.planned)
            self.thousand.start()
        if self._reader is not None and self._reader.is_alive():
            return  # the match is being played to its end
        do, act = self.do, self.act
        if act is not None and do in ("match", "moment"):
            stop = 0 if act.do == "play" else act.nth + (do == "match")
            self._match().lead(stop, self.choices())
        self._pair_up(do)

    @property
    def unready(self) -> bool:
        """Whether the engine is still being made ready for the match of now."""
        return self.do == "match" and self.match is None

    def pass_time(self, seconds: float) -> bool:
        """Let a match go on; whether it did."""
        if self.do in ("match", "moment") and self.match is not None:
            before = len(self.match.pages)
            moved = self.match.pass_time(seconds, at_once=self.do == "moment") > 0
            if len(self.match.pages) > before:
                self.think()
            return moved
        if self.pair is not None and self.do in ("split", "other"):
            return self.pair.pass_time(seconds) > 0
        return False

    def speak(self, say: Language) -> None:
        """Say everything in another language, the matches on show too."""
        super().speak(say)
        if self.match is not None:
            self.match.say = say
        if self.pair is not None and self._paired is not None:
            titles = self.sides()[1] if self._paired[0] == "split" else self._ways()
            for shown, title in zip(self.pair.both, titles, strict=True):
                shown.title = title

    def close(self) -> None:
        """Stop everything behind the page."""
        self.thinking.cancel()
        if self.thousand is not None:
            self.thousand.cancel()
        self.readying.stop()

    # — what the class said —

    def choices(self) -> list[bool]:
        """At every moment decided: whether the room sends him; without a majority he does what he did."""
        decided: list[bool] = []
        if not self.moments:
            return decided
        name = self.moments[0].step.questions[0]
        options = self.lesson.questions[name].options
        for question in (each for each in self.asked if each.get("name") == name):
            if not question["class"] or self.live(question):
                continue
            counts = question["class"]["counts"]
            push, stay = (counts[options.index(each)] for each in (PUSH, STAY))
            before = decided[-1] if decided else False
            decided.append(before if push == stay else push > stay)
        return decided

    def bonus(self) -> str | None:
        """The bonus the class set, as an option's name; None before, or in a lesson without."""
        asked = [each for each in self.asked if each.get("name") == "bonus" and each["class"] and not self.live(each)]
        if not asked or "bonus" not in self.lesson.questions:
            return None
        counts: list[int] = asked[0]["class"]["counts"]
        return self.lesson.questions["bonus"].options[counts.index(max(counts))]

    def predicted(self) -> float | None:
        """What the class expected of 100 matches, its median; None where it was not asked."""
        names = [name for name, each in self.lesson.questions.items() if each.between and each.between[1] == 100]
        found = [self.middle(name) for name in names]
        return found[-1] if found else None

    def guessed(self) -> int | None:
        """How many players the class thinks it takes, its median before; None where it was not asked."""
        found = self.middle("how-many")
        return None if found is None else round(found)

    # — matches —

    def fixtures(self) -> list[Fixture]:
        """What the thousand matches are of: bonuses, doses, or the two jobs."""
        return list(bonuses(self.lesson).values()) or (
            doses(self.lesson) if is_dose(self.lesson) else jobs(self.lesson)
        )

    def columns_of_jobs(self) -> tuple[int, int]:
        """Which of these are the lesson's two jobs."""
        return (0, len(self.fixtures()) - 1) if is_dose(self.lesson) else (0, 1)

    def sides(self) -> tuple[list[Fixture], list[str]]:
        """The two matches of a split screen, and what stands over them."""
        made = jobs(self.lesson)
        set_by_class = self.bonus()
        if set_by_class not in (None, RESULT):
            made[0] = bonuses(self.lesson)[str(set_by_class)]
        return made, [self.job(each) for each in made]

    def job(self, fixture: Fixture) -> str:
        """What the eleven of `fixture` are there for, in words."""
        return self.say(f"lessons.job_{fixture.home}")

    def think(self) -> None:
        """Begin with the futures of every moment reached."""
        if self.match is not None:
            for page in self.match.pages:
                self.thinking.start(page, self.match.playing.setup, self.match.playing.slot)

    def again(self) -> None:
        """The split screen from the start, on the next luck."""
        self.luck += 1

    def telling(self, nth: int | None = None) -> Telling | None:
        """The choice at moment `nth` (None: the last) in the debrief's words; None until the match is told."""
        if self.story is None or self.match is None or not self.match.pages:
            return None
        nth = len(self.match.pages) - 1 if nth is None else nth
        page, played = self.match.pages[nth], self.story.played
        choices = self.choices()
        did = PUSH if nth < len(choices) and choices[nth] else STAY
        known = self.thinking.known(page, played.slot)
        verdict = judge(known) if known is not None and known.count > 1 else None
        choice = Choice(int(page.tick), did, page, int(played.match.tick) - int(page.tick))
        account = Account(choice, known, verdict, played.outcome.reached)
        return Telling(ClassWords(self.say), self.story, None, account)

    def _match(self) -> VotedMatch:
        """The class's match, under the bonus it set."""
        name = self.bonus()
        home = None if name is None else BONUSES[name]
        if self.match is None or self.match.fixture.home != home:
            fixture = Fixture(self.lesson.scenario, home=home)
            moments = self.moments[0].step.moments
            self.match = VotedMatch(fixture, self.say, seed=self.lesson.seed, moments=moments)
        return self.match

    def _pair_up(self, do: str) -> None:
        """Have the two matches of this act ready, and the story of the one behind its futures."""
        if do in ("futures", "verdict", "luck", "other", "summary") and self.moments:
            self._tell_story()
        key = (do, self.luck, self.bonus())
        if do not in ("split", "other") or key == self._paired:
            return
        if do == "split":
            fixtures, titles = self.sides()
            self.pair = two_jobs(fixtures, titles, seed=self.lesson.seed + self.luck)
            self._paired = key
        elif self.match is not None and self.match.pages:
            self.pair = two_choices(self.match.playing, self.match.pages[-1], self._ways(), self._words())
            self._paired = key

    def _words(self) -> tuple[str, str]:
        """What the class told him last, and the other word."""
        choices = self.choices()
        return (PUSH, STAY) if choices and choices[-1] else (STAY, PUSH)

    def _ways(self) -> list[str]:
        """What stands over the match with either."""
        return [self.say(f"projector.{key}_{word}") for key, word in zip(("chose", "else"), self._words(), strict=True)]

    def _tell_story(self) -> None:
        """Finish the match and tell it, in the background; again when the choices have changed."""
        match = self._match()
        match.lead(len(match.moments), self.choices())
        told = self.story is not None and self.story.played.match.tick == match.match.tick and match.playing.over
        if told or (self._reader is not None and self._reader.is_alive()):
            return

        def read() -> None:
            match.finish()
            self.think()
            if match.pages:
                self.thinking.hurry(match.pages[-1], match.playing.slot)
            self.story = tell(match.playing.played())

        self._reader = threading.Thread(target=read, name="story", daemon=True)
        self._reader.start()
