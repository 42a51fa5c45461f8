"""The owner's desk: set what each department is paid for, run the year, see every report beside the firm's."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

from game.firm import schemes, years
from game.firm.loading import load
from game.firm.payoffs import DEALS, ROLES, Policy, policies
from game.firm.settings import Firm
from game.screens.firm.outcome import Outcome, run_year
from game.screens.firm.shown import outcome_shown
from game.screens.firm.telling import Telling
from game.screens.page import Page
from game.screens.widgets import Button, Choice, Column, Grid, Panel, Row, Split, Widget, Words, heading

FIRMS = ("bicycles", "desk")
BONUS = "bonus"
STEPS = 8  # weights a line of the report is tried with; a finer search gains little and takes seconds
LEFT_OUT = ("units",)


class PayingScreen(Page):
    """A firm, a world, a payoff a department; Run the year."""

    def __init__(self, name: str = FIRMS[0]) -> None:
        self.name, self.world, self.year = name, 0, 0
        self.paid = {department: "role-bound" for firm in FIRMS for department in years.departments(load(firm))}
        self.outcome: Outcome | None = None
        self.tried: dict[str, float] = {}  # how it was paid and in what world, to what the firm earned a year
        self._searches: dict[str, Future[schemes.Scheme]] = {}
        self._worker = ThreadPoolExecutor(1)
        self._told_of_bonus = False
        self._running = False

    @property
    def heading(self) -> str:
        """The desk."""
        return self.stage.say("firm.paying_title")

    @property
    def firm(self) -> Firm:
        """The firm in the world chosen."""
        told = load(self.name)
        return schemes.shifted(told, told.shifts[self.world - 1]) if self.world else told

    @property
    def departments(self) -> tuple[str, ...]:
        """Those of the firm shown."""
        return years.departments(load(self.name))

    def leave(self) -> None:
        """Look for nothing more than what is under way."""
        self._worker.shutdown(wait=False, cancel_futures=True)
        self._worker = ThreadPoolExecutor(1)
        self._searches = {name: each for name, each in self._searches.items() if each.done() and not each.cancelled()}

    def frame(self, seconds: float) -> bool:
        """Offer the bonuses once they are found."""
        if self._found() is not None and not self._told_of_bonus:
            self.renew()
        return False

    def build(self) -> Widget:
        """What is set on the left, what came of it on the right."""
        say = self.stage.say
        self._told_of_bonus = self._found() is not None
        firms = [(name, say(f"firm.name_{name}")) for name in FIRMS]
        worlds = [(nth, say(f"firm.world_{self.name}_{nth}")) for nth in range(len(load(self.name).shifts) + 1)]
        left: list[Widget] = [
            Words(say(f"firm.about_{self.name}")),
            Choice(say("firm.firm"), firms, self.name, self._take_firm, name="firm"),
            heading(say("firm.paid_for")),
            *(self._pay_of(department) for department in self.departments),
            Choice(say("firm.world"), worlds, self.world, self._take_world, name="world"),
            Row(
                [
                    Button(say("firm.running" if self._running else "firm.run"), self.run, main=True, name="run"),
                    Button(say("firm.back"), self.go_back, name="back"),
                ]
            ),
        ]
        right = self._before() if self.outcome is None else self._after(self.outcome)
        self._right = Column(right)
        return Split(Column(left), self._right, share=0.46, least=380)

    def run(self) -> None:
        """The next year; after the first, bonuses are looked for in the background."""
        self.year += 1
        self._running = True
        self.renew()
        self.stage.draw()  # a lender's plan can take a second
        self._running = False
        self.outcome = run_year(self.firm, self.played(), self.year)
        self.tried[self._paid_so()] = self.outcome.usual.value
        self._search()
        self.renew()
        self._show_reports()

    def played(self) -> dict[str, str | Policy]:
        """What each department plays for; a bonus only once it is found."""
        scheme = self._found()
        bonuses = {} if scheme is None else dict(scheme.contracts)
        return {
            name: bonuses.get(name, "role-bound") if self.paid[name] == BONUS else self.paid[name]
            for name in self.departments
        }

    def _before(self) -> list[Widget]:
        """What each report will show, and what has been tried."""
        say = self.stage.say
        panels: list[Widget] = [
            Panel(Column([heading(say("firm.own_report", who=say(f"firm.{each}"))), Words(say(f"firm.shows_{each}"))]))
            for each in self.departments
        ]
        panels.append(Panel(Column([heading(say("firm.firm_report")), Words(say(f"firm.shows_{self.name}"))])))
        return [Words(say("firm.not_run"), bold=True), Grid(panels, cell=230, most=3), *self._tried()]

    def _after(self, outcome: Outcome) -> list[Widget]:
        """What came of the year, and what has been tried."""
        return [*outcome_shown(outcome, Telling(self.stage.say, self.firm), self.year), *self._tried()]

    def _tried(self) -> list[Widget]:
        """Every way to pay of this firm that was tried, the best on top."""
        if not self.tried:
            return []
        telling = Telling(self.stage.say, self.firm)
        best_first = sorted(self.tried.items(), key=lambda each: -each[1])
        lines: list[Widget] = [Words(f"{telling.money(earned)}: {paid}") for paid, earned in best_first]
        return [heading(self.stage.say("firm.tried")), *lines]

    def _paid_so(self) -> str:
        """The pay and the world now set, in words."""
        say = self.stage.say
        paid = [f"{say(f'firm.{each}')}: {self._pay_said(each, self.paid[each])}" for each in self.departments]
        return "; ".join([*paid, say(f"firm.world_{self.name}_{self.world}")])

    def _pay_said(self, department: str, policy: str) -> str:
        return self.stage.say(f"firm.pay_{ROLES[department] if policy == 'role-bound' else policy}")

    def _show_reports(self) -> None:
        """Where the reports stand below what is set, go down to them."""
        area = self.board.area
        if self._right.rect.left == area.left:
            self.board.scroll += self._right.rect.top - area.top

    def _pay_of(self, department: str) -> Widget:
        """What one department is paid for."""
        say, own = self.stage.say, ROLES[department]
        kind = years.desk_of(load(self.name)).BOOKS
        others = [each.name for each in policies(kind) if each.name not in (own, "firm-win", *LEFT_OUT)]
        offered = ["role-bound", "firm-win", *others, *(each for each in DEALS if each != "role-bound")]
        options = [(name, self._pay_said(department, name)) for name in offered]
        if self._told_of_bonus:
            options.insert(2, (BONUS, say("firm.pay_bonus")))

        def take(policy: str) -> None:
            self.paid[department] = policy
            self._forget()

        return Choice(say(f"firm.{department}"), options, self.paid[department], take, name=department)

    def _take_firm(self, name: str) -> None:
        self.name, self.world, self.year = name, 0, 0
        self.tried = {}
        self._forget()

    def _take_world(self, world: int) -> None:
        self.world = world
        self._forget()

    def _forget(self) -> None:
        """What was found belongs to other pay."""
        self.outcome = None
        self.renew()

    def _search(self) -> None:
        """The best bonuses of the firm as it is; tuned here, whatever world comes."""
        if self.name not in self._searches:
            self._searches[self.name] = self._worker.submit(schemes.best_scheme, load(self.name), steps=STEPS)

    def _found(self) -> schemes.Scheme | None:
        search = self._searches.get(self.name)
        return search.result() if search is not None and search.done() and not search.cancelled() else None
