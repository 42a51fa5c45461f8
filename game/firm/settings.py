"""What a firm is like: the records that the parameter files of `assets/firm/` fill, checked field by field."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Number = Annotated[float, Field(strict=True)]
MOST = 1e12  # of anything; sums of squares of more leave what a float can hold
Positive = Annotated[float, Field(strict=True, gt=0, le=MOST)]
NotNegative = Annotated[float, Field(strict=True, ge=0, le=MOST)]
Rate = Annotated[float, Field(strict=True, gt=0, le=0.2)]
Factor = Annotated[float, Field(strict=True, gt=1, le=20)]
Share = Annotated[float, Field(strict=True, ge=0, le=1)]
Name = Annotated[str, Field(min_length=1, max_length=60)]


class Strict(BaseModel):
    """What all records of a file share: read-only, no unknown fields, finite numbers."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Product(Strict):
    """One product; a year's orders at price p are market − slope · p."""

    name: Name
    market: Positive  # units a year asked for if it were free
    slope: Positive  # units a year lost per unit of money asked
    cost: NotNegative  # material and work, per unit
    overhead: NotNegative = 0.0  # a year, once it is set up
    setup: NotNegative = 0.0  # per lot
    holding: NotNegative = 0.0  # per unit kept for a year
    capacity: Positive = 1e9  # most units a quarter can be made ready

    @property
    def choke(self) -> float:
        """The price at which nobody buys any more."""
        return self.market / self.slope

    @model_validator(mode="after")
    def _has_a_buyer(self) -> Self:
        if self.cost >= self.choke:
            raise ValueError(
                f"'{self.name}' costs {self.cost:g} to make and nobody pays more than "
                f"{self.choke:g} (market / slope); give a cost below that"
            )
        return self


class MarketShift(Strict):
    """How the world of the product firm moves: factors on every product's own figures."""

    name: Name
    cost: Positive = 1.0
    market: Positive = 1.0
    slope: Positive = 1.0
    overhead: NotNegative = 1.0


class ProductFirm(Strict):
    """A firm with sales and production; one season a quarter."""

    kind: Literal["products"] = "products"
    name: Name
    products: Annotated[tuple[Product, ...], Field(min_length=1, max_length=40)]
    seasons: tuple[NotNegative, NotNegative, NotNegative, NotNegative] = (1.0, 1.0, 1.0, 1.0)
    uncertainty: Annotated[float, Field(strict=True, ge=0, le=2)] = 0.0
    """Standard deviation of the logarithm of a quarter's orders."""
    together: Share = 0.0
    """Share of that variance which moves all products at once."""
    push_gain: NotNegative = 0.0
    """Share of orders that pushing a product with full force adds."""
    push_cost: NotNegative = 0.0
    """A year of full force on one product; half the force costs a quarter."""
    missed_order: Share = 0.0
    """Good will lost with an order that cannot be filled, as a share of the price."""
    salvage: Share = 0.0
    """What stock left at the end of the year fetches, as a share of its cost."""
    meetings: Annotated[int, Field(strict=True, ge=0, le=20)] = 0
    """How often the departments answer each other's plans before the year begins."""
    shifts: tuple[MarketShift, ...] = ()

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        names = [product.name for product in self.products]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"two products are called '{twice[0]}'; give each its own name")
        if abs(sum(self.seasons) - 4) > 1e-9:
            raise ValueError(
                f"seasons add up to {sum(self.seasons):g}; they must add up to 4, one each when all quarters are alike"
            )
        return self


class CreditShift(Strict):
    """How the world of the credit desk moves: factors on its own figures."""

    name: Name
    rate: Positive = 1.0
    loss: Positive = 1.0
    capital: NotNegative = 1.0
    level: Positive = 1.0


class CreditDesk(Strict):
    """A lender with business and credit managers; a loan is one unit of money, for a year."""

    kind: Literal["credit"] = "credit"
    name: Name
    applicants: Annotated[int, Field(strict=True, ge=1, le=10_000)]
    """A quarter; their chances of default are spread evenly from 0 to 1 (times `level`)."""
    rate_low: Positive
    """Margin on a loan that comes back, at which everybody takes it."""
    rate_high: Positive
    """Margin at which nobody does; the same as `rate_low` when the market sets the price."""
    loss: Annotated[float, Field(strict=True, gt=0, le=1)]
    """Share of a loan lost when it defaults."""
    capital: NotNegative
    """What a unit lent for a year costs the firm."""
    fixed: NotNegative = 0.0
    """Cost of running the desk, per applicant."""
    screening: NotNegative = 0.0
    """Cost of looking at an applicant whom business puts forward."""
    noise: Annotated[float, Field(strict=True, ge=0, le=1)] = 0.0
    """Standard deviation of what the score gets wrong."""
    open_door: Annotated[float, Field(strict=True, ge=0, lt=1)] = 0.0
    """Smallest share of all applicants that the cut must let through."""
    level: Positive = 1.0
    """Factor on every chance of default when the year begins."""
    drift: Annotated[float, Field(strict=True, ge=-1, le=1)] = 0.0
    """Mean growth of the logarithm of that factor, a quarter."""
    swing: Annotated[float, Field(strict=True, ge=0, le=1)] = 0.0
    """Standard deviation of that growth."""
    rereads: Annotated[bool, Field(strict=True)] = False
    """Whether the desk learns the factor from each quarter's defaults, or keeps the rule."""
    trust: Positive = 10.0
    """How many defaults the old reading weighs as much as."""
    luck: Annotated[bool, Field(strict=True)] = True
    """Whether applicants and defaults are drawn, or come exactly as expected."""
    meetings: Annotated[int, Field(strict=True, ge=0, le=20)] = 0
    shifts: tuple[CreditShift, ...] = ()

    @model_validator(mode="after")
    def _has_a_price(self) -> Self:
        if self.rate_high < self.rate_low:
            raise ValueError(
                f"rate_high is {self.rate_high:g}, below rate_low {self.rate_low:g}; give the same or more"
            )
        return self


Firm = ProductFirm | CreditDesk


class TwoTasksGiven(Strict):
    """Figures of `pay.TwoTasks`."""

    measured_value: NotNegative
    unmeasured_value: NotNegative
    overlap: Annotated[float, Field(strict=True, gt=-1, lt=1)]
    caution: NotNegative
    noise: NotNegative


class TwoStagesGiven(Strict):
    """Figures of `coupling.TwoStages`."""

    price: Positive
    fall: Positive
    cost: NotNegative
    steepness: NotNegative

    @model_validator(mode="after")
    def _pays(self) -> Self:
        if self.cost >= self.price:
            raise ValueError(f"cost {self.cost:g} is not below price {self.price:g}; give less")
        return self


class TeamGiven(Strict):
    """Figures of `coupling.Team`."""

    spread: NotNegative
    overlap: Annotated[float, Field(strict=True, gt=-1, lt=1)]


class LandscapeGiven(Strict):
    """Size of `coupling.random_landscape`."""

    departments: Annotated[int, Field(strict=True, ge=1, le=14)]
    touching: Annotated[tuple[int, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _touches_others(self) -> Self:
        if not all(0 <= each < self.departments for each in self.touching):
            raise ValueError(f"touching is {list(self.touching)}; give 0 to {self.departments - 1}")
        return self


class PushGiven(Strict):
    """Goals a minute while a footballer stays, and what going forward makes of them."""

    own_rate: Rate
    opponent_rate: Rate
    own_factor: Factor
    opponent_factor: Factor
    moved_factor: Factor = 3.0
    """The opponent's factor once the world has moved."""


class PayRoom(Strict):
    """The figures of the small models about pay."""

    kind: Literal["pay"] = "pay"
    name: Name
    departments: Annotated[tuple[Annotated[int, Field(ge=1, le=100)], ...], Field(min_length=1)]
    """Sizes of the firm for which equal shares are worked out."""
    two_tasks: TwoTasksGiven
    two_stages: TwoStagesGiven
    team: TeamGiven
    landscape: LandscapeGiven
    push: PushGiven
    fines: Annotated[tuple[NotNegative, ...], Field(min_length=1)]
    """Fines a goal against, as shares of a draw."""
    blame: NotNegative = 0.04
    """Fine a goal against that is paid besides an equal share of the points, as a share of a draw."""
