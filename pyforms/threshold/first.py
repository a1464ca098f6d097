"""What comes before everything else for some lines: first.toml, checked as it is read."""

from dataclasses import dataclass
from functools import cache

from pyforms.resources import read_toml
from pyforms.threshold import ages, checks
from pyforms.threshold.concerns import sources

NAME = "first.toml"


@dataclass(frozen=True, slots=True)
class First:
    """A policy of first.toml; with `weeks`, it holds only for a baby who is due within them, and with `unreachable`
    only where some box says that nobody reaches the family."""

    policy: str
    lines: ages.Lines
    ages: range
    says: str
    source: str
    weeks: int | None = None
    tell_nobody: bool = False
    on_advice: bool = False
    no_meeting: bool = False
    own_route: bool = False
    instead: bool = False
    unreachable: bool = False
    is_call: bool = False

    def holds(self, concern: str, step: str) -> bool:
        return ages.holds(self.lines, concern, step)

    @property
    def is_guard(self) -> bool:
        """It keeps someone safe by what is not done, so it may stand above a call."""
        return self.tell_nobody or self.on_advice or self.no_meeting


@cache
def every() -> tuple[First, ...]:
    """In the file's order. Raises ContentError on a mistake."""
    return tuple(_first(entry) for entry in read_toml("pyforms.threshold", NAME)["first"])


def _first(entry: dict[str, object]) -> First:
    where = str(entry.get("policy", "an entry without policy"))
    given = {"ages": [ages.UNBORN, ages.OLDEST], **entry}
    checks.keys(NAME, where, given, First)
    checks.known(NAME, where, "source", [str(given["source"])], sources())
    return First(**{**given, "lines": ages.lines(where, given["lines"]), "ages": ages.band_of(given)})  # type: ignore[arg-type]
