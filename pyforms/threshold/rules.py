"""How answers become a level of need.

Each rule is a predicate that carries the policy's name, with the sentence and source that the page
shows. A rule can only raise a range: so no low answer and no strength ever lowers a high one.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from functools import cache, partial
from itertools import chain

from pyforms.threshold import ages
from pyforms.threshold.ages import Policy
from pyforms.threshold.answers import (
    UNSURE,
    Consent,
    Danger,
    HowLong,
    HowOften,
    Impact,
    OneAgency,
    Seen,
    ThresholdAnswers,
    Tried,
)
from pyforms.threshold.checks import HIGHEST
from pyforms.threshold.concerns import Concern, Step, by_id, sources
from pyforms.threshold.danger_told import Written
from pyforms.wording import clipped

type Span = tuple[int, int]


class Grounds(IntEnum):
    """What level 4 rests on, where it is reached or possible: each asks for more than the one before."""

    NONE = 0
    NEED = 1  # a child in need, and nothing said of harm: a request, made with the family
    HARM = 2  # significant harm, or likely: a call today
    DANGER = 3  # a call now


@dataclass(frozen=True)
class Reason:
    """Why a range is what it is, which document says so, and the fact that would close what it opens; `about` is the
    concern that it is about, in words."""

    text: str
    source: str
    settles: str = ""
    about: str = ""


NO_CONCERN = Reason("You chose no concern", "")


@dataclass(frozen=True)
class Rule:
    """A policy. `lowest` and `highest` are levels that the range is raised to; `one_more` lifts its top by one.

    `areas` limits it to areas that publish it; empty means everywhere. `grounds` is what level 4 rests on where the
    rule brings it: harm, unless the policy says otherwise. `settles` is the fact that would close the range which
    it opens; `{about}` in it stands for what the rule was applied to.
    """

    applies: Callable[..., bool]
    says: str
    source: str
    lowest: int = 1
    highest: int = 1
    one_more: bool = False
    areas: tuple[str, ...] = ()
    grounds: Grounds = Grounds.HARM
    settles: str = ""

    def raised(self, span: Span) -> Span:
        low = max(span[0], self.lowest)
        high = max(low, self.highest, span[1] + self.one_more)
        return low, min(high, HIGHEST)

    def rests_on(self, span: Span) -> Grounds:
        """What it adds to the grounds of level 4 in a range that it has raised."""
        brings = self.one_more or HIGHEST in (self.lowest, self.highest)
        return self.grounds if brings and span[1] == HIGHEST else Grounds.NONE


@dataclass(frozen=True)
class Weighed:
    """A range with every reason for it, and the two that put its lowest and its highest level where they are."""

    span: Span
    reasons: tuple[Reason, ...]
    low_by: Reason
    high_by: Reason
    grounds: Grounds = Grounds.NONE

    def under(self, rule: Rule, about: str) -> "Weighed":
        span = rule.raised(self.span)
        reason = Reason(rule.says, rule.source, rule.settles.format(about=about))
        return Weighed(
            span,
            (*self.reasons, reason),
            reason if span[0] > self.span[0] else self.low_by,
            reason if span[1] > self.span[1] else self.high_by,
            max(self.grounds, rule.rests_on(span)),
        )


@dataclass(frozen=True)
class Reading:
    """One concern: the lowest and highest level that its answers point to in the area, with reasons."""

    concern: Concern
    seen: Seen
    weighed: Weighed

    @property
    def span(self) -> Span:
        return self.weighed.span

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return self.weighed.reasons


@dataclass(frozen=True)
class Child:
    """What the rules about one concern know beside it: the ages left open, and every line that was chosen."""

    ages: tuple[int, ...]
    chosen: tuple[tuple[str, str], ...]
    weeks_left: int | None = None


# About one concern ------------------------------------------------------------------------------


def the_age_makes_it_graver(policy: Policy, line: tuple[str, str], child: Child) -> bool:
    its_line_and_age = ages.holds(policy.lines, *line) and any(age in policy.ages for age in child.ages)
    if not its_line_and_age or not ages.near(policy.weeks, child.weeks_left):
        return False
    return policy.also is None or any(ages.holds(policy.also, *other) for other in child.chosen)


def the_child_is_seriously_affected(reading: Reading) -> bool:
    return reading.seen.impact == Impact.SERIOUS


def it_depends_on_the_child_and_the_child_is_seriously_affected(reading: Reading) -> bool:
    return reading.span == (HIGHEST - 1, HIGHEST) and the_child_is_seriously_affected(reading)


def the_effect_on_the_child_is_not_known(reading: Reading) -> bool:
    return reading.seen.impact == Impact.NOT_KNOWN


def help_has_not_changed_it(reading: Reading) -> bool:
    return reading.seen.tried == Tried.NO_CHANGE


def what_happens_at_times_happens_most_weeks(reading: Reading) -> bool:
    harm = reading.span[0] >= 2 and reading.concern.domain in ("parenting", "outside")  # noqa: PLR2004 - more than usual
    return harm and reading.seen.how_often in (HowOften.WEEKLY, HowOften.DAILY)


def single_agency_help_has_not_worked_in_time(reading: Reading) -> bool:
    waited = reading.seen.how_long in (HowLong.MONTHS, HowLong.LONGER)
    return waited and reading.seen.tried == Tried.NO_CHANGE and reading.span[1] >= 2  # noqa: PLR2004 - Early Help begins at 2


def a_long_harm_adds_up(reading: Reading) -> bool:
    grave = reading.span[0] >= 3 and reading.concern.domain in ("parenting", "outside")  # noqa: PLR2004 - complex needs
    return grave and reading.seen.how_long == HowLong.LONGER


CONCERN_RULES = (
    Rule(
        it_depends_on_the_child_and_the_child_is_seriously_affected,
        "Where level 3 or 4 depends on the child, health, safety, learning or development that suffers means level 4.",
        "ca1989",
        lowest=4,
    ),
    Rule(
        the_child_is_seriously_affected,
        "When health, safety, learning or development is suffering, the need is complex at least, and may be more.",
        "ca1989",
        lowest=3,
        one_more=True,
        settles="whether the harm from “{about}” is significant: your safeguarding lead weighs that with you",
    ),
    Rule(
        the_effect_on_the_child_is_not_known,
        "When nobody knows the effect on the child, the need may be one level higher.",
        "wt2023",
        one_more=True,
        settles="what effect “{about}” has on the child",
    ),
    Rule(
        help_has_not_changed_it,
        "When help was tried and nothing changed, the need may be one level higher.",
        "goodearlyhelp",
        one_more=True,
        settles="why the help that was tried for “{about}” changed nothing",
    ),
    Rule(
        what_happens_at_times_happens_most_weeks,
        "Poor care, or harm outside the home, that comes back in most weeks may be a pattern, and then level 3.",
        "ng76",
        highest=3,
        settles="whether “{about}” is a pattern: keep a dated list, and ask the child",
    ),
    Rule(
        a_long_harm_adds_up,
        "Poor care, or harm outside the home, that is serious and has lasted over six months may be significant harm.",
        "doncaster",
        highest=4,
        settles="what months of “{about}” have done to the child: ask your safeguarding lead to look with you",
    ),
    Rule(
        single_agency_help_has_not_worked_in_time,
        "When a single agency’s plan has not improved things at its review, the family moves to level 3.",
        "doncaster",
        lowest=3,
        areas=("doncaster",),
    ),
)


def grounds_of(marked: Policy | Step) -> Grounds:
    """Level 4 without a mark is harm: a line or policy has to say that it is a need and no more."""
    if marked.danger:
        return Grounds.DANGER
    return Grounds.NEED if marked.need else Grounds.HARM


@cache
def age_rules() -> tuple[Rule, ...]:
    """The policies of ages.toml as rules; each is asked of a line, and of what is known of the child."""
    return tuple(
        Rule(
            partial(the_age_makes_it_graver, policy),
            policy.says,
            policy.source,
            policy.lowest,
            policy.highest,
            grounds=grounds_of(policy),
            settles=policy.settles,
        )
        for policy in ages.policies()
    )


@cache
def _age_rules_of(line: tuple[str, str]) -> tuple[Rule, ...]:
    """Those that name the line: few of them do, and every line of every ladder is placed in every result."""
    return tuple(
        rule for rule, policy in zip(age_rules(), ages.policies(), strict=True) if ages.holds(policy.lines, *line)
    )


# About the whole situation ----------------------------------------------------------------------


@dataclass(frozen=True)
class Situation:
    """Everything that the rules about a whole situation look at; `open_words` may be about danger, and nobody has
    answered them yet; `nobody_is_reached` says that some box says so of the family."""

    answers: ThresholdAnswers
    readings: tuple[Reading, ...]
    open_words: tuple[Written, ...] = ()
    nobody_is_reached: bool = False

    def at_least(self, level: int) -> tuple[Reading, ...]:
        return tuple(reading for reading in self.readings if reading.span[0] >= level)

    @property
    def about(self) -> str:
        """What was written, for the fact that would settle it."""
        return clipped(self.open_words[0].said) if self.open_words else ""


def too_little_is_said(situation: Situation) -> bool:
    """No concern, nobody said to be in danger, and no words about it: then there is no level, not even the lowest."""
    return not (situation.readings or situation.open_words) and situation.answers.danger == Danger.NO


def someone_is_in_danger_now(situation: Situation) -> bool:
    return situation.answers.danger == Danger.YES


def it_is_not_sure_that_nobody_is_in_danger(situation: Situation) -> bool:
    return situation.answers.danger == Danger.NOT_SURE


def words_about_danger_are_not_answered(situation: Situation) -> bool:
    return bool(situation.open_words)


def asking_could_add_to_the_risk(situation: Situation) -> bool:
    return situation.answers.consent == Consent.UNSAFE


def several_needs_meet_in_one_child(situation: Situation) -> bool:
    needs = situation.at_least(2)
    return len(needs) >= 3 and len({reading.concern.domain for reading in needs}) >= 2  # noqa: PLR2004 - see SITUATION_RULES


def one_agency_cannot_meet_the_need(situation: Situation) -> bool:
    return situation.answers.one_agency == OneAgency.NO


def needs_of_several_kinds_need_several_agencies(situation: Situation) -> bool:
    return one_agency_cannot_meet_the_need(situation) and len(situation.at_least(2)) >= 2  # noqa: PLR2004 - see SITUATION_RULES


NEEDS_OF_A_BABY = ("neglect", "basic_care", "supervision", "weight_diet", "missed_health_care", "home_safety")


def help_for_a_baby_in_need_is_turned_down(situation: Situation) -> bool:
    level = {reading.concern.id: reading.span[1] for reading in situation.readings}
    young = situation.answers.child_age in (0, 1) and situation.answers.consent == Consent.REFUSED
    return young and level.get("engagement", 1) >= 3 and any(level.get(need, 1) >= 2 for need in NEEDS_OF_A_BABY)  # noqa: PLR2004 - see SITUATION_RULES


OUT_OF_SIGHT: ages.Lines = {"no_education": ("no_place", "hidden"), "missing_school": ("severe", "chronic_care_risk")}


def nobody_reaches_a_child_out_of_school(situation: Situation) -> bool:
    chosen = ((reading.concern.id, reading.seen.step) for reading in situation.readings)
    return situation.nobody_is_reached and any(ages.holds(OUT_OF_SIGHT, *line) for line in chosen)


def complex_needs_add_up(situation: Situation) -> bool:
    return len(situation.at_least(3)) >= 3  # noqa: PLR2004 - see SITUATION_RULES


WORDS = "You wrote something that may be about danger, so level 4 cannot be ruled out until it is answered."
SITUATION_RULES = (
    Rule(
        several_needs_meet_in_one_child,
        "Three or more needs, in two or more parts of a child’s life, may need one plan that several agencies share.",
        "doncaster",
        highest=3,
        settles="whether one agency can meet these needs",
    ),
    Rule(
        one_agency_cannot_meet_the_need,
        "A need that one agency cannot meet is at least an additional need, and may need a shared plan.",
        "doncaster",
        lowest=2,
        highest=3,
        settles="whether the agencies need one shared plan and a lead, or a single referral would do",
    ),
    Rule(
        needs_of_several_kinds_need_several_agencies,
        "Two or more needs that no one agency can meet call for one lead and one shared plan.",
        "doncaster",
        lowest=3,
    ),
    Rule(
        complex_needs_add_up,
        "Three or more complex needs together may add up to significant harm.",
        "wt2023",
        highest=4,
        settles="whether these needs together harm the child significantly: ask your safeguarding lead",
    ),
    Rule(
        help_for_a_baby_in_need_is_turned_down,
        "Under two, needs that are not met while help is avoided and refused may become significant harm fast.",
        "cg89",
        lowest=3,
        highest=4,
        settles="how the baby is: a health visitor or doctor sees and weighs them, this week at the latest",
    ),
    Rule(
        nobody_reaches_a_child_out_of_school,
        "Nobody reaches the family, and no school sees the child: until somebody has, harm cannot be ruled out.",
        "cme",
        highest=4,
        settles="where the child is, seen and spoken to by somebody: a home visit today",
    ),
    Rule(
        asking_could_add_to_the_risk,
        "Where asking could put someone at more risk, harm cannot be ruled out yet.",
        "wt2023",
        highest=4,
        settles="what makes asking unsafe, weighed with your safeguarding lead",
    ),
    Rule(
        it_is_not_sure_that_nobody_is_in_danger,
        "When you cannot say that nobody is in danger, level 4 cannot be ruled out until you can.",
        "wt2023",
        highest=4,
        settles="whether anyone is in danger: see or speak to the child today, or ask someone who has",
    ),
    Rule(
        words_about_danger_are_not_answered,
        WORDS,
        "wt2023",
        highest=4,
        settles="whether “{about}” is about danger",
    ),
    Rule(
        someone_is_in_danger_now,
        "Danger now comes before everything else: call, and ask for consent later.",
        "wt2023",
        lowest=4,
        grounds=Grounds.DANGER,
    ),
)


def child_of(answers: ThresholdAnswers, today: date) -> Child:
    chosen = tuple((concern, seen.step) for concern, seen in answers.concerns.items())
    return Child(ages.of(answers, today), chosen, ages.weeks_left(answers, today))


def read(answers: ThresholdAnswers, area: str, child: Child) -> tuple[Reading, ...]:
    """Each chosen concern, read by the area's ladder and the rules about one concern, in page order."""
    return tuple(_read(by_id()[key], answers.concerns[key], child, area) for key in by_id() if key in answers.concerns)


def _read(concern: Concern, seen: Seen, child: Child, area: str) -> Reading:
    if seen.step == UNSURE:
        reading = Reading(concern, seen, _any_of(concern, child, area))
    else:
        reading = Reading(concern, seen, placed(concern, concern.step(seen.step), child, area))
    for rule in CONCERN_RULES:
        if _holds(rule, area) and rule.applies(reading):
            meant = replace(rule, grounds=_on_the_ladder(rule, reading))
            reading = replace(reading, weighed=reading.weighed.under(meant, concern.label))
    return reading


LEARNING = ("missing_school", "exclusion", "no_education")


def _on_the_ladder(rule: Rule, reading: Reading) -> Grounds:
    """Help that changed nothing is no harm by itself, nor is learning that suffers where school is missed: where a line
    or its ladder leads to a need, these lead there."""
    affected = rule.applies in (
        the_child_is_seriously_affected,
        it_depends_on_the_child_and_the_child_is_seriously_affected,
    )
    learning = affected and reading.concern.id in LEARNING and reading.weighed.grounds == Grounds.NEED
    helped = rule.applies is help_has_not_changed_it and reading.concern.leads_to_need
    return Grounds.NEED if learning or helped else rule.grounds


def _any_of(concern: Concern, child: Child, area: str) -> Weighed:
    lows, highs = zip(*(placed(concern, step, child, area).span for step in concern.steps), strict=True)
    settles = f"which line of “{concern.label}” fits"
    unsure = Reason("You were not sure which line fits, so all of them stay open.", "", settles)
    grounds = Grounds.HARM if max(highs) == HIGHEST else Grounds.NONE
    return Weighed((min(lows), max(highs)), (unsure,), unsure, unsure, grounds)


AREA_FACT = "where your own area’s threshold document places “{}”"


def placed(concern: Concern, step: Step, child: Child, area: str) -> Weighed:
    """A line where the area places it, and where the child's age raises it to."""
    low, high = step.levels(area)
    young = _not_yet(concern, step, child)
    if young:
        low, high = min(low, young.most - 1), min(high, young.most)
        said = Reason(young.says, young.source, "what the child misses: ask the nursery or health visitor")
        return Weighed((low, high), (Reason(step.text, _cited(step, area)), said), said, said)
    line = Reason(step.text, _cited(step, area))
    either = Reason(
        f"Areas place this at level {low} or {high}, or much depends on the child.",
        "",
        step.settles or AREA_FACT.format(concern.label),
    )
    reasons = (line, either) if low != high else (line,)
    grounds = grounds_of(step) if high == HIGHEST or step.danger else Grounds.NONE
    found = Weighed((low, high), reasons, line, reasons[-1], grounds)
    for rule in _age_rules_of((concern.id, step.id)):
        if rule.applies((concern.id, step.id), child):
            found = found.under(rule, concern.label)
    return _without_either(found, either) if found.span != (low, high) else found


def _not_yet(concern: Concern, step: Step, child: Child) -> ages.NotYet | None:
    """The policy by which a line says little of this child; none where one of the ages left open is older."""
    named = (each for each in ages.not_yet() if ages.holds(each.lines, concern.id, step.id))
    return next((each for each in named if all(age in each.ages for age in child.ages)), None)


def _without_either(found: Weighed, either: Reason) -> Weighed:
    """Two levels that areas give a line are not said where age has moved it away from them."""
    left = tuple(reason for reason in found.reasons if reason is not either)
    return replace(found, reasons=left, high_by=left[-1] if found.high_by is either else found.high_by)


def _cited(step: Step, area: str) -> str:
    """The area's own published indicator where it has one, or else the first document that the line rests on."""
    own = (source for source in step.sources if source.startswith(f"{area}-"))
    others = (source for source in step.sources if sources()[source].level is None)
    return next(chain(own, others, step.sources))


def _holds(rule: Rule, area: str) -> bool:
    return not rule.areas or area in rule.areas


def overall(situation: Situation, area: str) -> Weighed | None:
    """The whole situation: the highest concern leads, and rules raise it further; None where too little is said."""
    if too_little_is_said(situation):
        return None
    weighed = _highest(situation.readings)
    for rule in SITUATION_RULES:
        if _holds(rule, area) and rule.applies(situation):
            weighed = weighed.under(rule, situation.about)
    return weighed


def _highest(readings: tuple[Reading, ...]) -> Weighed:
    if not readings:
        return Weighed((1, 1), (), NO_CONCERN, NO_CONCERN)
    lowest = max(readings, key=lambda reading: reading.span)
    highest = max(readings, key=lambda reading: reading.span[::-1])
    grounds = max(reading.weighed.grounds for reading in readings)
    return Weighed(
        (lowest.span[0], highest.span[1]),
        (),
        replace(lowest.weighed.low_by, about=lowest.concern.label),
        replace(highest.weighed.high_by, about=highest.concern.label),
        grounds,
    )
