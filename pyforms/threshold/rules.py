"""How answers become a level of need.

Each rule is a predicate that carries the policy's name, with the sentence and source that the page
shows. A rule can only raise a range: so no low answer and no strength ever lowers a high one.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import chain

from pyforms.threshold.answers import (
    UNSURE,
    Danger,
    HowLong,
    Impact,
    OneAgency,
    Seen,
    ThresholdAnswers,
    Tried,
)
from pyforms.threshold.concerns import Concern, Step, by_id, sources

HIGHEST = 4
type Span = tuple[int, int]


@dataclass(frozen=True)
class Reason:
    """Why a range is what it is, and which document says so."""

    text: str
    source: str


@dataclass(frozen=True)
class Reading:
    """One concern: the lowest and highest level that its answers point to in the area, with reasons."""

    concern: Concern
    seen: Seen
    span: Span
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Rule:
    """A policy. `lowest` and `highest` are levels that the range is raised to; `one_more` lifts its top by one.

    `areas` limits it to areas that publish it; empty means everywhere.
    """

    applies: Callable[..., bool]
    says: str
    source: str
    lowest: int = 1
    highest: int = 1
    one_more: bool = False
    areas: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.applies.__name__.replace("_", " ")

    def raised(self, span: Span) -> Span:
        low = max(span[0], self.lowest)
        high = max(low, self.highest, span[1] + self.one_more)
        return low, min(high, HIGHEST)


# About one concern ------------------------------------------------------------------------------


def the_child_is_seriously_affected(reading: Reading, _: str) -> bool:
    return reading.seen.impact == Impact.SERIOUS


def the_effect_on_the_child_is_not_known(reading: Reading, _: str) -> bool:
    return reading.seen.impact == Impact.NOT_KNOWN


def help_has_not_changed_it(reading: Reading, _: str) -> bool:
    return reading.seen.tried == Tried.NO_CHANGE


def single_agency_help_has_not_worked_in_time(reading: Reading, _: str) -> bool:
    waited = reading.seen.how_long in (HowLong.MONTHS, HowLong.LONGER)
    return waited and reading.seen.tried == Tried.NO_CHANGE and reading.span[1] >= 2  # noqa: PLR2004 - Early Help begins at 2


def a_long_harm_adds_up(reading: Reading, _: str) -> bool:
    grave = reading.span[0] >= 3 and reading.concern.domain in ("parenting", "outside")  # noqa: PLR2004 - complex needs
    return grave and reading.seen.how_long == HowLong.LONGER


CONCERN_RULES = (
    Rule(
        the_child_is_seriously_affected,
        "When health, safety, learning or development is suffering, the need is complex at least, and may be more.",
        "ca1989",
        lowest=3,
        one_more=True,
    ),
    Rule(
        the_effect_on_the_child_is_not_known,
        "When nobody knows the effect on the child, the need may be one level higher.",
        "wt2023",
        one_more=True,
    ),
    Rule(
        help_has_not_changed_it,
        "When help was tried and nothing changed, the need may be one level higher.",
        "goodearlyhelp",
        one_more=True,
    ),
    Rule(
        a_long_harm_adds_up,
        "Poor care, or harm outside the home, that is serious and has lasted over six months may be significant harm.",
        "doncaster",
        highest=4,
    ),
    Rule(
        single_agency_help_has_not_worked_in_time,
        "When a single agency’s plan has not improved things at its review, the family moves to level 3.",
        "doncaster",
        lowest=3,
        areas=("doncaster",),
    ),
)


# About the whole situation ----------------------------------------------------------------------


@dataclass(frozen=True)
class Situation:
    """Everything that the rules about a whole situation look at."""

    answers: ThresholdAnswers
    readings: tuple[Reading, ...]
    span: Span

    def at_least(self, level: int) -> tuple[Reading, ...]:
        return tuple(reading for reading in self.readings if reading.span[0] >= level)


def someone_is_in_danger_now(situation: Situation) -> bool:
    return situation.answers.danger == Danger.YES


def it_is_not_sure_that_nobody_is_in_danger(situation: Situation) -> bool:
    return situation.answers.danger == Danger.NOT_SURE


def several_needs_meet_in_one_child(situation: Situation) -> bool:
    needs = situation.at_least(2)
    return len(needs) >= 3 and len({reading.concern.domain for reading in needs}) >= 2  # noqa: PLR2004 - see SITUATION_RULES


def one_agency_cannot_meet_the_need(situation: Situation) -> bool:
    return situation.answers.one_agency == OneAgency.NO


def needs_of_several_kinds_need_several_agencies(situation: Situation) -> bool:
    return one_agency_cannot_meet_the_need(situation) and len(situation.at_least(2)) >= 2  # noqa: PLR2004 - see SITUATION_RULES


def complex_needs_add_up(situation: Situation) -> bool:
    return len(situation.at_least(3)) >= 3  # noqa: PLR2004 - see SITUATION_RULES


SITUATION_RULES = (
    Rule(
        someone_is_in_danger_now,
        "Danger now comes before everything else: call, and ask for consent later.",
        "wt2023",
        lowest=4,
    ),
    Rule(
        it_is_not_sure_that_nobody_is_in_danger,
        "When you cannot say that nobody is in danger, level 4 stays possible until you can.",
        "wt2023",
        highest=4,
    ),
    Rule(
        several_needs_meet_in_one_child,
        "Three or more needs, in two or more parts of a child’s life, may need one plan that several agencies share.",
        "doncaster",
        highest=3,
    ),
    Rule(
        one_agency_cannot_meet_the_need,
        "A need that one agency cannot meet is at least an additional need, and may need a shared plan.",
        "doncaster",
        lowest=2,
        highest=3,
    ),
    Rule(
        needs_of_several_kinds_need_several_agencies,
        "Two or more needs that no one agency can meet call for a lead and a team around the family.",
        "doncaster",
        lowest=3,
    ),
    Rule(
        complex_needs_add_up,
        "Three or more complex needs together may add up to significant harm.",
        "wt2023",
        highest=4,
    ),
)


def read(answers: ThresholdAnswers, area: str) -> tuple[Reading, ...]:
    """Each chosen concern, read by the area's ladder and the rules about one concern, in page order."""
    ladders = by_id()
    ordered = (concern for concern in ladders.values() if concern.id in answers.concerns)
    return tuple(_read(concern, answers.concerns[concern.id], area) for concern in ordered)


def _read(concern: Concern, seen: Seen, area: str) -> Reading:
    reading = Reading(concern, seen, *_placed(concern, seen, area))
    for rule in CONCERN_RULES:
        if _holds(rule, area) and rule.applies(reading, area):
            reading = replace(
                reading,
                span=rule.raised(reading.span),
                reasons=(*reading.reasons, Reason(rule.says, rule.source)),
            )
    return reading


def _placed(concern: Concern, seen: Seen, area: str) -> tuple[Span, tuple[Reason, ...]]:
    if seen.step == UNSURE:
        lows, highs = zip(*(step.levels(area) for step in concern.steps), strict=True)
        return (min(lows), max(highs)), (Reason("You were not sure which line fits, so all of them stay open.", ""),)
    step = concern.step(seen.step)
    low, high = step.levels(area)
    either = (
        f"This may be level {low} or {high}: areas differ, or much depends on the child. Ask your safeguarding lead."
    )
    differ = (Reason(either, ""),)
    return (low, high), (Reason(step.text, _cited(step, area)), *(differ if low != high else ()))


def _cited(step: Step, area: str) -> str:
    """The area's own published indicator where it has one, or else the first document that the line rests on."""
    own = (source for source in step.sources if source.startswith(f"{area}-"))
    others = (source for source in step.sources if sources()[source].level is None)
    return next(chain(own, others, step.sources))


def _holds(rule: Rule, area: str) -> bool:
    return not rule.areas or area in rule.areas


def overall(answers: ThresholdAnswers, readings: tuple[Reading, ...], area: str) -> tuple[Span, tuple[Reason, ...]]:
    """The range of levels for the whole situation: the highest concern leads, and rules raise it further."""
    low = max((reading.span[0] for reading in readings), default=1)
    high = max((reading.span[1] for reading in readings), default=1)
    situation = Situation(answers, readings, (low, high))
    reasons: list[Reason] = []
    for rule in SITUATION_RULES:
        if _holds(rule, area) and rule.applies(situation):
            situation = replace(situation, span=rule.raised(situation.span))
            reasons.append(Reason(rule.says, rule.source))
    return situation.span, tuple(reasons)
