"""Everything that the threshold tool works out from answers, before any words are put to it."""

from dataclasses import dataclass
from functools import cached_property

from pyforms.areas import Area, lookup
from pyforms.areas.keys import Situation as RouteSituation
from pyforms.areas.shapes import Route
from pyforms.threshold import concerns as content
from pyforms.threshold.answers import (
    UNSURE,
    Consent,
    HowLong,
    HowOften,
    Impact,
    OneAgency,
    ThresholdAnswers,
    Tried,
)
from pyforms.threshold.rules import HIGHEST, Reading, Reason, Span, overall, read
from pyforms.wording import listed


@dataclass(frozen=True)
class Assessment:
    """A range of levels in an area with what it rests on."""

    answers: ThresholdAnswers
    area: Area
    readings: tuple[Reading, ...]
    span: Span
    reasons: tuple[Reason, ...]

    @property
    def urgent(self) -> bool:
        """A chosen line means: act today."""
        return any(reading.concern.step(reading.seen.step).danger for reading in self.sure)

    @property
    def may_be_statutory(self) -> bool:
        return self.span[1] == HIGHEST

    @property
    def sure(self) -> tuple[Reading, ...]:
        return tuple(reading for reading in self.readings if reading.seen.step != UNSURE)

    @property
    def needs(self) -> tuple[Reading, ...]:
        """Concerns that are, or may be, above what universal services meet."""
        return tuple(reading for reading in self.readings if reading.span[1] > 1)

    @cached_property
    def would_move(self) -> tuple[str, ...]:
        """For each concern, the mildest line of its ladder that would raise the level if it were so."""
        return tuple(
            f"{reading.concern.label}: if it is, or becomes, “{step.text}” (level {_levels(step, self.area)})"
            for reading in self.sure
            for step in [_step_above(reading, self.span, self.area)]
            if step
        )

    @cached_property
    def not_known(self) -> tuple[str, ...]:
        return tuple(gap for reading in self.needs for gap in _gaps(reading))

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The national family outcomes that the needs touch, in their published order."""
        touched = {outcome for reading in self.needs for outcome in reading.concern.outcomes}
        return tuple(item.text for item in lookup.national_outcomes() if item.key in touched)

    @property
    def headlines(self) -> tuple[str, ...]:
        """The headline concerns of the area's own plan that the needs touch."""
        touched = {reading.concern.headline for reading in self.needs}
        asked = self.area.concerns
        return tuple(item.text for item in asked.items if item.key in touched) if asked else ()

    @property
    def routes(self) -> tuple[Route, ...]:
        """What to do next at each level of the range, gravest first."""
        low, high = self.span
        found = [
            lookup.route(self.area, level, situation)
            for level in range(high, low - 1, -1)
            for situation in _situations(self.answers, level)
        ]
        return tuple(dict.fromkeys(route for route in found if route))


def assess(answers: ThresholdAnswers, area: Area) -> Assessment:
    readings = read(answers, area.id)
    span, reasons = overall(answers, readings, area.id)
    gravest_first = tuple(sorted(readings, key=lambda reading: reading.span, reverse=True))
    return Assessment(answers, area, gravest_first, span, reasons)


def _situations(answers: ThresholdAnswers, level: int) -> tuple[RouteSituation, ...]:
    refused: tuple[RouteSituation, ...] = ("refused",) if answers.consent == Consent.REFUSED else ()
    if level == HIGHEST:
        return ("danger", "step_up", *refused)
    if answers.one_agency == OneAgency.YES:
        return ("single_agency", *refused)
    if answers.one_agency == OneAgency.NO:
        return ("multi_agency", *refused)
    return ("single_agency", "multi_agency", "unsure", *refused)


def _step_above(reading: Reading, span: Span, area: Area) -> content.Step | None:
    steps = reading.concern.steps
    later = steps[steps.index(reading.concern.step(reading.seen.step)) + 1 :]
    return next((step for step in later if step.levels(area.id)[1] > span[0]), None)


def _levels(step: content.Step, area: Area) -> str:
    low, high = step.levels(area.id)
    return str(low) if low == high else f"{low} or {high}"


def _gaps(reading: Reading) -> tuple[str, ...]:
    seen, label = reading.seen, reading.concern.label
    asked = {
        "which line of the ladder fits": seen.step == UNSURE,
        "how long it has gone on": seen.how_long in (None, HowLong.NOT_KNOWN),
        "how often it happens": seen.how_often in (None, HowOften.NOT_KNOWN),
        "the effect on the child": seen.impact in (None, Impact.NOT_KNOWN),
        "what has been tried": seen.tried in (None, Tried.NOT_KNOWN),
    }
    missing = [what for what, absent in asked.items() if absent]
    return (f"{label}: {listed(missing)}. {reading.concern.ask}",) if missing else ()
