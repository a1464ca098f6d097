"""The plan's days: the deadlines that the area's rules give, and a calendar of everything that falls due."""

from dataclasses import replace
from datetime import date

from pyforms import dates
from pyforms.areas import Area, lookup
from pyforms.areas.keys import EventKey, TimescaleKey
from pyforms.dates import Deadline, Due, Events
from pyforms.deadlines import (
    COUNTED_FROM,
    ONE_SERVICE_ONLY,
    TEAM_ONLY,
    TEAM_REVIEWS,
    counted_from,
    day_off,
    not_certain,
    what,
)
from pyforms.document import Block, Heading, Table, bullets, paragraph
from pyforms.form import Json
from pyforms.ics import Event
from pyforms.smart_plan.answers import Action, Need, Remind, SmartPlanAnswers, Team, taken_out
from pyforms.smart_plan.coverage import is_open
from pyforms.wording import day, same

type Blocks = tuple[Block, ...]
type Answered = dict[EventKey, date | None]
type Asked = frozenset[str]  # the paths of the days that far_days.py asks about

DUE: dict[TimescaleKey, str] = {
    "assessment": "assessment due",
    "first_meeting": "first team meeting due",
    "plan_shared": "plan and minutes to be sent",
    "first_review": "first review due",
    "review": "last day for the next review",
    "single_agency_review": "review of one service’s plan due",
    "outcome_tool_review": "outcome tool to be looked at again",
    "usual_length": "a plan’s usual length is over",
    "senior_review": "senior review due, if the case is still open",
}
SINCE: dict[str, str] = {"within": "of", "at most": "from", "every": "from", "after": "after", "usual": "from"}
REMINDERS: dict[Remind, tuple[int, ...]] = {Remind.WEEK_AND_DAY: (7, 1), Remind.DAY: (1,), Remind.NONE: ()}


def known(answers: SmartPlanAnswers) -> Events:
    """The known days that the area's rules count from."""
    asked = answers.key_dates
    found: Answered = {
        "opened": asked.opened,
        "consent": asked.consent,
        "lead_identified": asked.lead_identified,
        "first_meeting": asked.first_meeting,
        "first_plan": asked.first_plan or answers.plan_day,
        "plan": answers.plan_day,
    }
    return {key: when for key, when in found.items() if when}


def rules(answers: SmartPlanAnswers, area: Area) -> tuple[Deadline, ...]:
    """The area's rules for a plan of one service, or for one with team meetings."""
    others = TEAM_ONLY if answers.team == Team.ONE else ONE_SERVICE_ONLY if answers.team == Team.TEAM else ()
    return tuple(each for each in dates.deadlines(area, known(answers)) if each.key not in others)


def _is_asked(deadline: Deadline, answers: SmartPlanAnswers, asked: Asked) -> bool:
    """Whether the day that it counts from is one that is asked about."""
    event = deadline.timescale.event or "plan"
    is_the_plan_s = event == "plan" or (event == "first_plan" and answers.key_dates.first_plan is None)
    return ("plan_day" if is_the_plan_s else f"key_dates.{event}") in asked


def deadlines(answers: SmartPlanAnswers, area: Area, asked: Asked) -> Blocks:
    """Each rule with the day it gives; what is not known, and a day off, are said."""
    found = rules(answers, area)
    if not found:
        return ()
    columns = ("What", "Rule", "Counted from", "Last day")
    rows = tuple(
        (what(each), each.timescale.text, counted_from(each), _last_day(each, asked=_is_asked(each, answers, asked)))
        for each in found
    )
    sources = dict.fromkeys(lookup.source_of(area, each.timescale).cited for each in found)
    return (
        Heading(2, "Dates from the rules"),
        Table(f"What {area.name}’s rules ask for", columns, rows),
        bullets(*_late(answers, found), f"Source: {'; '.join(sources)}."),
    )


def _last_day(deadline: Deadline, *, asked: bool) -> str:
    found = deadline.due
    if found is None:
        return f"Not known: enter the date of {COUNTED_FROM[deadline.timescale.event or 'plan']}"
    span = f"{day(found.earliest)} to {day(found.day)}" if found.earliest else f"{found.day:%A} {day(found.day)}"
    doubt = " (counted from a date that is asked about)" if asked else ""
    return f"{span}{day_off(deadline)}{not_certain(deadline)}{doubt}"


def _late(answers: SmartPlanAnswers, found: tuple[Deadline, ...]) -> list[str]:
    """Where the review that was agreed is later than a rule's last day for one."""
    return [
        f"Your review on {day(answers.review_day)} is later than the rule asks: {what(each)}, {each.timescale.text}."
        for each in found
        if each.key in (ONE_SERVICE_ONLY if answers.team == Team.ONE else TEAM_REVIEWS)
        and each.due
        and answers.review_day > each.due.day
    ]


def events(answers: SmartPlanAnswers, area: Area, asked: Asked, *, is_over: bool) -> tuple[Event, ...]:
    """The review, every open action and every deadline; only open actions once the help is over.

    A day that is asked about, and what counts from it, waits until it is answered. No title holds a name unless the
    answers ask for it.
    """
    own = calendar_id(answers)
    actions = [
        event for number, need in enumerate(answers.needs, 1) for event in _actions(own, number, need, answers, asked)
    ]
    actions += [_taken_out(own, action, when, answers) for action, when in taken_out(answers).items()]
    if is_over:
        return tuple(actions)
    review = lookup.word(area, "review").name
    agreed = (
        ()
        if "review_day" in asked
        else (_event(f"{own}-review-{answers.round}", answers, answers.review_day, f"{_family(answers)}: {review}"),)
    )
    last_days = (
        _last_day_event(own, each, each.due, answers, area)
        for each in rules(answers, area)
        if each.due and not _is_asked(each, answers, asked)
    )
    return (*agreed, *actions, *last_days)


def _event(uid: str, answers: SmartPlanAnswers, when: date, title: str, details: str = "") -> Event:
    remind = REMINDERS[answers.calendar.remind]
    return Event(f"{uid}@early-help-guide", when, title, details, sequence=answers.checked, remind=remind)


def _taken_out(own: str, action: str, when: date, answers: SmartPlanAnswers) -> Event:
    """What a calendar may hold of an action that the plan has no longer."""
    title = f"{_family(answers)}: an action that is no longer in the plan"
    gone = _event(f"{own}-action-{action}", answers, when, title)
    return replace(gone, remind=(), cancelled=True)


def calendar_id(answers: SmartPlanAnswers) -> str:
    """The plan's own id and the first child's: a saved plan that is used for another family is not the same one.

    Without an id, that of every answer together: no two families share it, but none outlasts a change.
    """
    from hashlib import sha256  # noqa: PLC0415 - only a plan with dates needs it

    def short(words: str) -> str:
        return sha256(words.encode()).hexdigest()

    if not answers.id:
        return short(answers.model_dump_json())[:32]
    return f"{answers.id}-{short(same(answers.children[0].name))[:8]}"


def _family(answers: SmartPlanAnswers) -> str:
    """Early Help EH 12"""
    return f"Early Help {answers.calendar.reference}".rstrip()


def _last_day_event(own: str, deadline: Deadline, found: Due, answers: SmartPlanAnswers, area: Area) -> Event:
    timescale = deadline.timescale
    span = timescale.text.removeprefix("after ")
    asks = f"{span} {SINCE[timescale.rule]} {COUNTED_FROM[timescale.event or 'plan']}"
    details = (
        f"{what(deadline)}. {area.name}’s rule: {timescale.text}. Counted from: {counted_from(deadline)}",
        f"{day(found.day)}{day_off(deadline)}{not_certain(deadline)}",
    )
    title = f"{_family(answers)}: {DUE[deadline.key]} ({area.name}: {asks})"
    return _event(f"{own}-{_of_rule(deadline, answers)}", answers, found.day, title, "\n".join(details))


def _of_rule(deadline: Deadline, answers: SmartPlanAnswers) -> str:
    """What counts from the latest plan falls due anew after each review; everything else is due once."""
    again = f"-{answers.round}" if deadline.timescale.event == "plan" else ""
    return f"rule-{deadline.key.replace('_', '-')}{again}"


def _actions(own: str, number: int, need: Need, answers: SmartPlanAnswers, asked: Asked) -> list[Event]:
    return [
        _event(f"{own}-action-{action.id or at}", answers, action.by, *_titled(at, action, answers))
        for place, action in enumerate(need.actions)
        for at in (f"{number}.{place + 1}",)
        if action.by and is_open(action) and f"needs.{number - 1}.actions.{place}.by" not in asked
    ]


def _titled(at: str, action: Action, answers: SmartPlanAnswers) -> tuple[str, str]:
    if not answers.calendar.names_in_titles:
        return f"{_family(answers)}: action {at} of the plan is due", "What it is stands in the plan."
    who = f"{action.who}: " if action.who else ""
    title = f"{answers.calendar.reference} {who}{action.what}".strip()
    return title, f"Early Help plan, action {at}. {action.measure}".strip()


def calendar(answers: SmartPlanAnswers, found: tuple[Event, ...], held_back: int) -> Blocks:
    """What the calendar file will do, and what it cannot promise."""
    if not (found or held_back):
        return ()
    waits = (
        f" {_many(held_back)} left out: the dates are asked about. If you mean one, enter it by hand."
        if held_back
        else ""
    )
    if not found:
        return (Heading(2, "Calendar file"), paragraph(f"There is none.{waits}"))
    again = (
        "If a date moves, check the plan again and import the new file: most calendars then move the entry that they "
        "have. Not every one does, so look, and delete an old entry that stays. Where the first child’s name changes, "
        "every entry comes anew: delete the old ones."
        if answers.id
        else "This plan has no id of its own, so a calendar cannot tell which entries it has already: delete the old "
        "ones before you import the file again. Checked on the form’s page, a plan gets an id."
    )
    cancelled = _cancelled(sum(event.cancelled for event in found))
    tell = "" if answers.calendar.reference else " To tell families apart, give it a reference under “Calendar file”."
    return (
        Heading(2, "Calendar file"),
        paragraph(f"It holds {_many(len(found))}, for you to import.{cancelled}{waits}{tell} {again}"),
    )


def _cancelled(entries: int) -> str:
    if not entries:
        return ""
    tell = "tells" if entries == 1 else "tell"
    return (
        f" {_many(entries)} of them {tell} your calendar that an action is no longer in the plan. Not every calendar "
        "then takes it out: look, and delete what stays."
    )


def _many(entries: int) -> str:
    return "1 entry" if entries == 1 else f"{entries} entries"


def findings(answers: SmartPlanAnswers, area: Area) -> Json:
    found = rules(answers, area)
    return {"deadlines": {each.key: each.due.day.isoformat() if each.due else None for each in found}}
