"""Everything that the threshold tool works out from answers, before any words are put to it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pyforms import form as forms
from pyforms.areas import Area, lookup
from pyforms.areas.keys import Situation as RouteSituation
from pyforms.areas.shapes import Route
from pyforms.threshold import acts, ages, danger_told, first
from pyforms.threshold import concerns as content
from pyforms.threshold.acts import Act
from pyforms.threshold.answers import (
    UNSURE,
    Consent,
    Danger,
    HowLong,
    HowOften,
    Impact,
    OneAgency,
    ThresholdAnswers,
    Tried,
)
from pyforms.threshold.checks import HIGHEST
from pyforms.threshold.danger_told import Written
from pyforms.threshold.first import First
from pyforms.threshold.rules import (
    Child,
    Grounds,
    Reading,
    Situation,
    Span,
    Weighed,
    child_of,
    overall,
    placed,
    read,
)
from pyforms.threshold.stands_for import Line
from pyforms.wording import listed

MULTI_AGENCY = 3  # the level at which one plan of several agencies is usual
NOBODY_YET = "Look in records and ask colleagues: nobody at home yet."
AFTER_THE_CALL = "After the call: "


@dataclass(frozen=True)
class Assessment:
    """A range of levels in an area with what it rests on; `reached` is None where too little was said to tell.
    `but_for_words` is what the answers give without the words that nobody has answered, `nobody_is_reached` whether
    some box says so of the family."""

    answers: ThresholdAnswers
    area: Area
    today: date
    child: Child
    readings: tuple[Reading, ...]
    written: tuple[Written, ...]
    reached: Weighed | None
    but_for_words: Weighed | None
    nobody_is_reached: bool = False

    @property
    def weighed(self) -> Weighed | None:
        """The range; None where too little was said to tell, and for an adult: levels of need are for children."""
        return None if self.is_adult else self.reached

    @property
    def span(self) -> Span:
        """The range; (0, 0) where there is none."""
        return self.weighed.span if self.weighed else (0, 0)

    @property
    def open_words(self) -> tuple[Written, ...]:
        return tuple(each for each in self.written if each.is_open)

    @property
    def set_aside(self) -> tuple[Written, ...]:
        """Danger that was stated, and that somebody said is none."""
        return tuple(each for each in self.written if each.found.sign.stated and each.why and not each.chosen)

    @property
    def without_reason(self) -> tuple[Written, ...]:
        """What was said to set a danger aside, and is no reason: the words stay open, whoever agreed."""
        return tuple(each for each in self.set_aside if each.no_reason)

    @property
    def waiting_for_the_lead(self) -> tuple[Written, ...]:
        return tuple(each for each in self.written if each.waits_for_the_lead)

    @property
    def asked_about(self) -> tuple[Written, ...]:
        """Open words that still matter: where the answers ask for a call anyhow, only a danger that is stated."""
        certain = self.reached is not None and self.reached.span[0] == HIGHEST
        called = _grounds(self.but_for_words) if certain else Grounds.NONE
        return tuple(
            each
            for each in self.open_words
            if not each.waits_for_the_lead and called < (Grounds.DANGER if each.found.sign.stated else Grounds.HARM)
        )

    @property
    def grounds(self) -> Grounds:
        """What level 4 rests on."""
        return Grounds.DANGER if self.danger_is_stated else _grounds(self.reached)

    @property
    def is_in_need(self) -> bool:
        """Level 4, for certain or possible, as a child in need: nothing that was said is about harm, and nothing keeps
        anyone from making the request with the family."""
        return self.grounds == Grounds.NEED and not (self.says_nothing_at_home or self._is_guarded)

    @property
    def danger_is_stated(self) -> bool:
        """Said in an answer, by a line that asks for a call now, or in words: never what is only possible."""
        if self.is_adult:
            said = any(
                reading.weighed.grounds == Grounds.DANGER and not _is_a_choice(reading) for reading in self.readings
            )
            said = said or self.answers.danger == Danger.YES
        else:
            said = _grounds(self.reached) == Grounds.DANGER
        return said or any(each.found.sign.stated for each in self.asked_about)

    @property
    def is_certain(self) -> bool:
        return self.span[0] == HIGHEST

    @property
    def may_be_statutory(self) -> bool:
        return self.span[1] == HIGHEST

    @property
    def asking_is_unsafe(self) -> bool:
        return self.answers.consent == Consent.UNSAFE

    @cached_property
    def first(self) -> tuple[First, ...]:
        """What comes before everything else for the chosen lines and for the lines that open words stand for, the
        guards first; nothing that another guard forbids, and no step for what words only may mean."""
        others = (each for each in first.every() if not each.is_guard and self.may(each.says))
        stated = {line for each in self.open_words if each.found.sign.stated for line in each.lines}
        return (*_strictest(self._guards), *(each for each in others if self._meets(each, stated)))

    @cached_property
    def doctor_first(self) -> tuple[str, ...]:
        return danger_told.doctor_first(self.written, self.child.ages)

    def meant(self, *, stated: bool) -> tuple[Line, ...]:
        """The lines that open words stand for, those of other concerns than the chosen ones."""
        chosen = {reading.concern.id for reading in self.sure}
        open_ = self.open_words if stated else self.asked_about
        said = (each for each in open_ if each.found.sign.stated == stated)
        return tuple(dict.fromkeys(line for each in said for line in each.lines if line[0] not in chosen))

    def steps_for(self, line: Line) -> tuple[str, ...]:
        """What comes before everything else for a line, and may stand on this page."""
        others = (each for each in first.every() if not each.is_guard and self.is_for_the_child(each))
        return tuple(each.says for each in others if each.holds(*line) and self.may(each.says))

    def _meets(self, each: First, meant: Collection[Line]) -> bool:
        """Whether a policy is about this child and a line that was chosen, or one that is meant."""
        if not self.is_for_the_child(each):
            return False
        chosen = ((reading.concern.id, step) for reading in self.readings for step in _steps(each, reading))
        return any(each.holds(*line) for line in (*chosen, *meant))

    def is_for_the_child(self, each: First) -> bool:
        of_age = any(age in each.ages for age in self.child.ages) and ages.near(each.weeks, self.child.weeks_left)
        return of_age and (self.nobody_is_reached or not each.unreachable)

    @cached_property
    def _guards(self) -> tuple[First, ...]:
        """Whoever may be the danger is spared no guard because words only may mean it."""
        meant = {line for each in self.open_words for line in each.lines}
        staff = {(danger_told.STAFF, "allegation")} if self.is_about_staff else set()
        return tuple(each for each in first.every() if each.is_guard and self._meets(each, meant | staff))

    @property
    def _is_guarded(self) -> bool:
        return bool(self._guards or self.open_words)

    @property
    def words_may_name_someone_at_home(self) -> bool:
        """What open words mean is not said outright, and they name somebody who may be the danger."""
        return any(each.may_name_someone_at_home for each in self.open_words)

    @property
    def looks_at_words_first(self) -> bool:
        """Nobody at home is asked while words may be about somebody there, or about anything."""
        guards = [each for each in first.every() if each.is_guard and self.is_for_the_child(each)]
        return any(
            each.may_mean_anything or any(guard.holds(*line) for guard in guards for line in each.lines)
            for each in self.open_words
        )

    @cached_property
    def forbidden(self) -> frozenset[Act]:
        """What nothing on the page may have people do with the family, in whatever step it is said."""
        meets = {Act.MEET} if any(each.no_meeting for each in self._guards) else set()
        tells = {Act.TELL} if self.tells_on_advice else set()
        held = self.states_open_danger or self.looks_at_words_first or self._stands_in_place
        waits = {Act.ASK, Act.MEET} if held else set()
        return acts.EVERY if self.says_nothing_at_home else frozenset(meets | tells | waits)

    @property
    def _stands_in_place(self) -> bool:
        return not self.is_certain and any(each.instead and self._meets(each, ()) for each in first.every())

    @property
    def states_open_danger(self) -> bool:
        """Words state a danger, and nobody has answered them: until then no step of help is taken at home."""
        return any(each.found.sign.stated for each in self.open_words)

    @property
    def tells_nobody(self) -> bool:
        return any(each.tell_nobody for each in self._guards)

    @property
    def tells_on_advice(self) -> bool:
        """At level 4, and while words may be about someone at home, the family is told of a call only as whoever takes
        it advises."""
        advised = self.words_may_name_someone_at_home or any(
            each.on_advice or each.tell_nobody or each.no_meeting for each in self._guards
        )
        return self.may_be_statutory and advised and not self.is_in_need

    @property
    def says_nothing_at_home(self) -> bool:
        """Nothing on the page may then have the family asked, told or met."""
        return self.asking_is_unsafe or self.tells_nobody

    @property
    def comes_before_early_help(self) -> bool:
        return any(each.instead or each.tell_nobody for each in self.first)

    @property
    def is_about_staff(self) -> bool:
        """Chosen, or said in words that nobody has explained, whatever else was chosen for them."""
        said = (each for each in self.written if each.is_about_staff and (each.is_open or not each.why))
        chosen = any(reading.concern.id == danger_told.STAFF for reading in self.readings)
        return chosen or (not self.is_adult and any(said))

    @property
    def goes_its_own_way(self) -> bool:
        """Everything that was chosen has a route of its own, with no step of Early Help beside it."""
        own = [each.lines for each in self.first if each.own_route]
        return bool(self.needs) and all(any(each.concern.id in lines for lines in own) for each in self.needs)

    @property
    def when(self) -> str:
        """By when someone is called: the one word for it on a page."""
        return "now" if self.danger_is_stated else "today"

    @property
    def usual_services_meet_it(self) -> bool:
        """Level 1: no plan, assessment or meeting is named for it."""
        return self.span == (1, 1)

    @property
    def is_adult(self) -> bool:
        return (self.answers.child_age or 0) >= ages.ADULT

    @property
    def decides_alone(self) -> bool:
        return ages.DECIDES <= (self.answers.child_age or 0) < ages.ADULT

    @property
    def sure(self) -> tuple[Reading, ...]:
        return tuple(reading for reading in self.readings if reading.seen.step != UNSURE)

    @property
    def needs(self) -> tuple[Reading, ...]:
        """Concerns that are, or may be, above what universal services meet."""
        return tuple(reading for reading in self.readings if reading.span[1] > 1)

    @property
    def settles(self) -> str:
        """The one fact that put the top of a range where it is, and would close it; empty where there is no range."""
        if self.weighed is None or self.span[0] == self.span[1]:
            return ""
        return self.weighed.high_by.settles

    @cached_property
    def would_move(self) -> tuple[str, ...]:
        """For each concern, the first line of its ladder that is wholly above the level if it were so."""
        if self.is_adult:
            return ()
        return tuple(
            f"{reading.concern.label}: if it is, or becomes, “{step.text}” (level {_levels(step, self.area)})"
            for reading in self.sure
            for step in [_step_above(reading, self)]
            if step
        )

    @cached_property
    def not_known(self) -> tuple[str, ...]:
        silent = self.says_nothing_at_home or self.looks_at_words_first
        later = AFTER_THE_CALL if self.states_open_danger else ""
        told = ((each, not silent or _asks_safely(each)) for each in self.needs)
        return tuple(
            gap for each, asks in told for gap in _gaps(each, f"{later}{each.concern.ask}" if asks else NOBODY_YET)
        )

    def may(self, said: str) -> bool:
        """Whether a step may stand on this page: every step that has the family asked, told or met goes through it."""
        return acts.allowed(said, self.forbidden)

    def tools(self, reading: Reading) -> tuple[str, ...]:
        """The tools of a concern that fit the child's age and the chosen line, and are not held back."""
        every = ((key, content.tools()[key]) for key in reading.concern.tools)
        oldest = max(self.child.ages)
        return tuple(
            key
            for key, tool in every
            if tool.suits(reading.concern.id, oldest)
            and tool.is_for(reading.concern.id, reading.seen.step)
            and self.may(tool.what)
        )

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The national family outcomes that the needs touch, in their published order."""
        touched = {outcome for reading in self.needs for outcome in reading.concern.outcomes}
        young = min(self.child.ages) < ages.SCHOOL
        fitting = (item for item in lookup.national_outcomes() if young or item.key != "early_years")
        return tuple(item.text for item in fitting if item.key in touched)

    @property
    def headlines(self) -> tuple[str, ...]:
        """The headline concerns of the area's own plan that the needs touch."""
        touched = {reading.concern.headline for reading in self.needs}
        asked = self.area.concerns
        return tuple(item.text for item in asked.items if item.key in touched) if asked else ()

    @cached_property
    def routes(self) -> tuple[tuple[int, Route], ...]:
        """The area's next step at each level that the answers leave to act on. Where level 4 is only possible, that
        is the lowest: the rest is to talk to someone today. None where it would have the family asked or told and that
        is not safe, or where something comes before Early Help."""
        waits = (
            self.says_nothing_at_home
            or self.states_open_danger
            or self.goes_its_own_way
            or (self.comes_before_early_help and not self.is_certain)
        )
        if self.weighed is None or self.usual_services_meet_it or waits or not (self.readings or self.is_certain):
            return ()
        low, high = self.span
        levels = dict.fromkeys((low,) if high == HIGHEST and not self.is_in_need else (low, high))
        found = ((level, self._safe(level, _route(self, level, levels))) for level in levels)
        fitting = ((level, route) for level, route in found if _fits(route, level, self.area))
        kept = ((level, route) for level, route in fitting if not (self.tells_on_advice and _tells(route)))
        return tuple((level, route) for level, route in kept if self.may(route.text))

    def _safe(self, level: int, route: Route) -> Route:
        """Advice from the area, where its own step would do what is forbidden here."""
        return route if self.may(route.text) or level == HIGHEST else lookup.route(self.area, level, "unsure")


def assess(answers: ThresholdAnswers, area: Area, today: date) -> Assessment:
    child = child_of(answers, today)
    readings = read(answers, area.id, child)
    written = danger_told.read(forms.get("threshold"), answers)
    still_open = tuple(each for each in written if each.is_open)
    unreached = danger_told.nobody_is_reached(forms.get("threshold"), answers)
    reached, but_for_words = (
        overall(Situation(answers, readings, left, unreached), area.id) for left in (still_open, ())
    )
    gravest_first = tuple(sorted(readings, key=lambda reading: reading.span, reverse=True))
    return Assessment(answers, area, today, child, gravest_first, written, reached, but_for_words, unreached)


def _steps(each: First, reading: Reading) -> tuple[str, ...]:
    """The lines that a choice may mean. An unsure one may be any, but of steps to take only the gravest is told."""
    if reading.seen.step != UNSURE:
        return (reading.seen.step,)
    every = tuple(step.id for step in reading.concern.steps)
    if each.is_guard or each.tell_nobody:
        return every
    told = [
        step
        for step in every
        if any(ages.holds(one.lines, reading.concern.id, step) for one in first.every() if not one.is_guard)
    ]
    return tuple(told[-1:])


def _strictest(guards: Collection[First]) -> tuple[First, ...]:
    """Where nobody may be told anything, whom to tell on advice is not said beside it."""
    silent = any(each.tell_nobody for each in guards)
    return tuple(each for each in guards if each.tell_nobody or each.no_meeting or each.own_route or not silent)


def _is_a_choice(reading: Reading) -> bool:
    return reading.concern.id in ages.chosen_by_adults()


def _grounds(weighed: Weighed | None) -> Grounds:
    return weighed.grounds if weighed else Grounds.NONE


def _route(found: Assessment, level: int, levels: Collection[int]) -> Route:
    """Of two levels the lower gets advice, not a plan that would contradict the plan for the other."""
    refused = found.answers.consent == Consent.REFUSED
    if level == HIGHEST and found.is_in_need and refused:
        return lookup.route(found.area, level - 1, "refused")  # a no is respected while nobody fears harm
    lower = len(levels) > 1 and level == min(levels) and not refused
    return lookup.route(found.area, level, "unsure" if lower else _situation(found, level))


def _situation(found: Assessment, level: int) -> RouteSituation:
    answers = found.answers
    if level == HIGHEST:
        return "in_need" if found.is_in_need else _at_the_highest(found)
    if answers.consent == Consent.REFUSED:
        return "refused"
    if answers.one_agency == OneAgency.NO or (answers.one_agency != OneAgency.YES and level >= MULTI_AGENCY):
        return "multi_agency"
    return "single_agency"


def _at_the_highest(found: Assessment) -> RouteSituation:
    """An assessment is attached only where Early Help has been tried, and never while a call waits for it."""
    if found.danger_is_stated:
        return "danger"
    if found.answers.consent == Consent.REFUSED:
        return "refused"
    tried = {reading.seen.tried for reading in found.readings}
    return "step_up" if tried & {Tried.HELPED, Tried.PARTLY, Tried.NO_CHANGE} else "danger"


def _tells(route: Route) -> bool:
    """The steps of a call say when the family is told, as if nobody at home were the danger."""
    return route.situation in ("danger", "refused")


def _fits(route: Route, level: int, area: Area) -> bool:
    """Where the area does not meet a level with Early Help, nobody is sent there to write an Early Help Assessment."""
    early_help = any(each.early_help for each in lookup.levels_at(area, level, level))
    return early_help or route.form != "assessment" or level == HIGHEST


def _step_above(reading: Reading, found: Assessment) -> content.Step | None:
    low, high = found.span
    steps = tuple(
        step
        for step in reading.concern.steps
        if _fits_the_age(step, reading, found.child) or step.id == reading.seen.step
    )
    later = steps[steps.index(reading.concern.step(reading.seen.step)) + 1 :]
    lowest = ((step, placed(reading.concern, step, found.child, found.area.id).span[0]) for step in later)
    graver = (step for step, least in lowest if least > high or least == HIGHEST > low)
    return next((step for step in graver if not _is_over(step)), None)


def _fits_the_age(step: content.Step, reading: Reading, child: Child) -> bool:
    """A line for other ages is nothing that this child can turn to."""
    named = (each for each in ages.fits() if ages.holds(each.lines, reading.concern.id, step.id))
    return all(any(age in each.ages for age in child.ages) for each in named)


def _is_over(step: content.Step) -> bool:
    """What lies in the past is no turn for the worse."""
    return step.id.startswith("past")


def _levels(step: content.Step, area: Area) -> str:
    low, high = step.levels(area.id)
    return str(low) if low == high else f"{low} or {high}"


def _asks_safely(reading: Reading) -> bool:
    """The questions of a ladder about which nobody is told are put to the child alone, or to records."""
    return any(each.tell_nobody and reading.concern.id in each.lines for each in first.every())


def _gaps(reading: Reading, ask: str) -> tuple[str, ...]:
    seen, label = reading.seen, reading.concern.label
    asked = {
        "which line of the ladder fits": seen.step == UNSURE,
        "how long it has gone on": seen.how_long in (None, HowLong.NOT_KNOWN),
        "how often it happens": seen.how_often in (None, HowOften.NOT_KNOWN),
        "the effect on the child": seen.impact in (None, Impact.NOT_KNOWN),
        "what has been tried": seen.tried in (None, Tried.NOT_KNOWN),
    }
    missing = [what for what, absent in asked.items() if absent]
    return (f"{label}: {listed(missing)}. {ask}",) if missing else ()
