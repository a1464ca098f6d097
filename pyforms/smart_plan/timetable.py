"""The plan's days: the deadlines that the area's rules give, and a calendar of everything that falls due."""

from datetime import date

from pyforms import dates
from pyforms.areas import Area, lookup
from pyforms.areas.keys import EventKey, TimescaleKey
from pyforms.dates import Deadline, Events
from pyforms.document import Block, Heading, Table, bullets
from pyforms.form import Json
from pyforms.ics import Event
from pyforms.smart_plan.answers import Action, Need, SmartPlanAnswers, Team
from pyforms.smart_plan.coverage import is_open
from pyforms.wording import day

type Blocks = tuple[Block, ...]
type Answered = dict[EventKey, date | None]

TEAM_REVIEWS: tuple[TimescaleKey, ...] = ("first_review", "review")
TEAM_ONLY: tuple[TimescaleKey, ...] = ("first_meeting", *TEAM_REVIEWS)
ONE_SERVICE_ONLY: tuple[TimescaleKey, ...] = ("single_agency_review",)
COUNTED_FROM: dict[EventKey, str] = {
    "opened": "the day the case was opened",
    "consent": "consent",
    "lead_identified": "a lead being agreed",
    "first_meeting": "the first team meeting",
    "first_plan": "the first plan",
    "plan": "the latest plan or review",
}


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


def deadlines(answers: SmartPlanAnswers, area: Area) -> Blocks:
    """Each rule with the day it gives; what is not known, and a day off, are said."""
    found = rules(answers, area)
    if not found:
        return ()
    columns = ("What", "Rule", "Counted from", "Last day")
    rows = tuple((_what(each), each.timescale.text, _from(each), _last_day(each)) for each in found)
    sources = dict.fromkeys(lookup.source_of(area, each.timescale).title for each in found)
    return (
        Heading(2, "Dates from the rules"),
        Table(f"What {area.name}’s rules ask for", columns, rows),
        bullets(*_late(answers, found), f"Source: {'; '.join(sources)}."),
    )


def _what(deadline: Deadline) -> str:
    words = deadline.timescale.what
    return words[0].upper() + words[1:]


def _from(deadline: Deadline) -> str:
    """The source's own words, or our reading where it has none."""
    timescale = deadline.timescale
    said = timescale.counted_from or f"{COUNTED_FROM[timescale.event or 'plan']} (our reading: the source does not say)"
    return f"{said}. {timescale.note}" if timescale.note else said


def _last_day(deadline: Deadline) -> str:
    found = deadline.due
    if found is None:
        return f"Not known: enter the date of {COUNTED_FROM[deadline.timescale.event or 'plan']}"
    span = f"{day(found.earliest)} to {day(found.day)}" if found.earliest else f"{found.day:%A} {day(found.day)}"
    return f"{span}{_day_off(deadline)}{_not_certain(deadline)}"


def _day_off(deadline: Deadline) -> str:
    found = deadline.due
    if found is None or found.earliest or dates.is_working_day(found.day):
        return ""
    before = dates.working_day_by(found.day)
    return f" (a day off: {before:%A} {day(before)} is the working day before)"


def _not_certain(deadline: Deadline) -> str:
    if deadline.due is None or deadline.due.certain:
        return ""
    return f" (bank holidays after {dates.last_known_day().year} are not published yet: check this by hand)"


def _late(answers: SmartPlanAnswers, found: tuple[Deadline, ...]) -> list[str]:
    """Where the review that was agreed is later than a rule's last day for one."""
    return [
        f"Your review on {day(answers.review_day)} is later than the rule asks: {_what(each)}, {each.timescale.text}."
        for each in found
        if each.key in (ONE_SERVICE_ONLY if answers.team == Team.ONE else TEAM_REVIEWS)
        and each.due
        and answers.review_day > each.due.day
    ]


def events(answers: SmartPlanAnswers, area: Area, *, is_over: bool) -> tuple[Event, ...]:
    """The review, every open action and every deadline; only open actions once the help is over.

    No title holds a name unless the answers ask for it.
    """
    actions = [event for number, need in enumerate(answers.needs, 1) for event in _actions(number, need, answers)]
    if is_over:
        return tuple(actions)
    last_days = [
        Event(each.due.day, f"Early Help, last day: {each.timescale.what}", f"{area.name}: {each.timescale.text}.")
        for each in rules(answers, area)
        if each.due
    ]
    return (Event(answers.review_day, f"Early Help: {lookup.word(area, 'review').name}"), *actions, *last_days)


def _actions(number: int, need: Need, answers: SmartPlanAnswers) -> list[Event]:
    return [
        Event(action.by, *_titled(f"{number}.{place}", action, answers))
        for place, action in enumerate(need.actions, 1)
        if action.by and is_open(action)
    ]


def _titled(at: str, action: Action, answers: SmartPlanAnswers) -> tuple[str, str]:
    if answers.names_in_titles:
        who = f"{action.who}: " if action.who else ""
        return f"{who}{action.what}", f"Early Help plan, action {at}. {action.measure}".strip()
    return f"Early Help: action {at} of the plan is due", "What it is stands in the plan."


def findings(answers: SmartPlanAnswers, area: Area) -> Json:
    found = rules(answers, area)
    return {"deadlines": {each.key: each.due.day.isoformat() if each.due else None for each in found}}
