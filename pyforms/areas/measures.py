"""How an area measures and times: its scale, its SMART and its timescales."""

from typing import Literal

from pydantic import Field, field_validator, model_validator

from pyforms.areas.keys import EventKey, TimescaleKey
from pyforms.areas.shapes import Fact


class Scale(Fact):
    """A scaling question's numbers; `best` is the hoped-for end, which is the low one in some areas. `asks` is what
    is rated, as it stands after "how"; `ours` names the ends whose words are ours, where the source has none."""

    lowest: int
    highest: int
    best: int
    lowest_words: str
    highest_words: str
    asks: str = ""
    ours: tuple[Literal["lowest", "highest"], ...] = ()
    between: bool = False  # whether answers between two whole numbers are used

    @model_validator(mode="after")
    def ends_are_ends(self) -> "Scale":
        if not (self.lowest < self.highest and self.best in (self.lowest, self.highest)):
            raise ValueError("lowest must be below highest, and best must be one of the two")
        return self

    @property
    def worst(self) -> int:
        return self.lowest if self.best == self.highest else self.highest

    @property
    def best_words(self) -> str:
        return self.highest_words if self.best == self.highest else self.lowest_words

    @property
    def worst_words(self) -> str:
        return self.lowest_words if self.best == self.highest else self.highest_words

    def progress(self, before: float, after: float) -> float:
        """Steps towards the hoped-for end; below zero when things got worse."""
        return after - before if self.best == self.highest else before - after


class Smart(Fact):
    """What the five letters of SMART stand for."""

    words: tuple[str, str, str, str, str]

    @field_validator("words")
    @classmethod
    def spell_smart(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        if "".join(word[:1].lower() for word in words) != "smart":
            raise ValueError("the five words must begin with S, M, A, R and T, in that order")
        return words


class Timescale(Fact):
    """How soon or how often. `within` and `at most` are limits, `every` repeats, `after` is when something
    falls due, `usual` is a usual length from `at_least` to `amount`. Empty `counted_from`: not stated.
    `event` is the day that a form counts from; `follows` names a timescale whose last day begins this one."""

    rule: Literal["within", "every", "after", "at most", "usual"]
    amount: int = Field(ge=1)
    at_least: int | None = None
    unit: Literal["hours", "days", "working days", "weeks", "months"]
    what: str
    counted_from: str = ""
    event: EventKey | None = None
    follows: TimescaleKey | None = None

    @property
    def text(self) -> str:
        """Such as "within 20 working days", "every 6 weeks", "12 to 14 weeks"."""
        if self.rule == "every" and self.amount == 1:
            return f"every {self.unit[:-1]}"
        unit = self.unit[:-1] if self.amount == 1 else self.unit
        amount = f"{self.at_least} to {self.amount}" if self.at_least else str(self.amount)
        return f"{amount} {unit}" if self.rule == "usual" else f"{self.rule} {amount} {unit}"
