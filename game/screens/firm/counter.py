"""The credit counter: twelve people ask for a loan, the person says yes or no to each, and sees what came of it."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np

from game.firm.counter import Counter, best_line, open_counter
from game.firm.loading import load
from game.firm.settings import CreditDesk
from game.intervals import Interval
from game.screens import theme
from game.screens.charts import Bar, Bars
from game.screens.debrief.told import Charted
from game.screens.firm.telling import LOAN, Telling
from game.screens.page import Page
from game.screens.widgets import Button, Column, Grid, Row, Switch, Widget, Words, heading, note

APPLICANTS = 12
SEEDS = 2**31


class CounterScreen(Page):
    """Paid for no bad debt, or for what the firm earns: the same twelve people."""

    def __init__(self, seed: int | None = None) -> None:
        desk = load("desk")
        assert isinstance(desk, CreditDesk)
        self.desk = desk
        self.counter: Counter
        self.accepted: list[bool] = []
        self.served = False
        self._next_day(seed)

    @property
    def heading(self) -> str:
        """Who one is."""
        return self.stage.say("firm.be_credit")

    def build(self) -> Widget:
        """What a loan brings, the twelve, and what came of them."""
        say, telling = self.stage.say, Telling(self.stage.say, self.desk)
        counter = self.counter
        terms = say(
            "firm.loan_terms",
            loan=telling.euros(LOAN),
            gain=telling.money(counter.rate),
            loss=telling.money(counter.loss),
            capital=telling.money(counter.capital),
        )
        found = self._found(telling) if self.served else []
        day = Button(say("firm.decide"), self.serve, main=True, name="run")
        if self.served:
            day = Button(say("firm.next_day"), self._another, main=True, name="run")
        back = Button(say("firm.back"), self.go_back, name="back")
        return Column([*found, Words(terms), note(say("firm.score_errs")), self._people(telling), Row([day, back])])

    def serve(self) -> None:
        """Say it to all twelve."""
        self.served = True
        self.renew()
        self.board.scroll = 0

    def _people(self, telling: Telling) -> Widget:
        """A switch each; afterwards what became of each."""
        say, counter = telling.say, self.counter
        people: list[Widget] = []
        for nth in range(APPLICANTS):
            asked = say("firm.applicant", number=nth + 1, score=max(0, round(100 * float(counter.score[nth]))))
            if self.served:
                fate = say("firm.defaulted" if counter.fails[nth] else "firm.repaid")
                answer = say("firm.accept" if self.accepted[nth] else "firm.refuse")
                people.append(Words(say("firm.fate", asked=asked, answer=answer, fate=fate)))
            else:
                words = say("firm.refuse"), say("firm.accept")
                people.append(Switch(asked, self.accepted[nth], self._answer(nth), words=words, name=f"person {nth}"))
        return Grid(people, cell=380, most=2)

    def _found(self, telling: Telling) -> list[Widget]:
        """The own report, the firm's, and the decision apart from luck."""
        say, counter, accepted = telling.say, self.counter, self.accepted
        bad, earned = counter.bad_debt(accepted), counter.earned(accepted)
        shown = [
            ("firm.counter_you", counter.expected(accepted), theme.SKY, "shield"),
            ("firm.counter_firm", counter.expected(list(counter.worth_it)), theme.AMBER, "arrow"),
            ("firm.counter_none", 0.0, theme.MUTED, "dot"),
        ]
        bars = [
            Bar(say(key), Interval(value, value, value), telling.money(value), ink, mark)
            for key, value, ink, mark in shown
        ]
        title = say("firm.counter_expected")
        alt = " ".join([f"{title}.", *(f"{bar.label}: {bar.written}." for bar in bars)])
        return [
            heading(say("firm.counter_report", number=telling.own("credit", -bad), money=telling.money(earned))),
            Words(say(self._verdict())),
            Words(say("firm.counter_line", score=round(100 * best_line(self.desk)))),
            Charted([Bars(title, bars, alt, (say("firm.pay"), say("firm.earned")))], high=90, lines=6.2),
        ]

    def _verdict(self) -> str:
        """What the answers were worth, apart from luck."""
        counter = self.counter
        best = counter.expected(list(counter.worth_it))
        if counter.expected(self.accepted) >= 0.9 * best:
            return "firm.counter_good"
        taken = np.array(self.accepted)
        missed = counter.worth[counter.worth_it & ~taken].sum()
        wasted = -counter.worth[taken & ~counter.worth_it].sum()
        return "firm.counter_strict" if missed > wasted else "firm.counter_loose"

    def _answer(self, nth: int) -> Callable[[bool], None]:
        def take(yes: bool) -> None:
            self.accepted[nth] = yes

        return take

    def _another(self) -> None:
        self._next_day(None)
        self.renew()

    def _next_day(self, seed: int | None) -> None:
        drawn = random.randrange(SEEDS) if seed is None else seed
        self.counter = open_counter(self.desk, APPLICANTS, seed=drawn)
        self.accepted, self.served = [False] * APPLICANTS, False
