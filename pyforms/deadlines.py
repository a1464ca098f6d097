"""A deadline in words: what falls due, what it is counted from, and what the day leaves open."""

from pyforms import dates
from pyforms.areas.keys import EventKey, TimescaleKey
from pyforms.dates import Deadline
from pyforms.wording import day

# Which rules are for a plan with team meetings, and which for one service's.
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


def what(deadline: Deadline) -> str:
    words = deadline.timescale.what
    return words[0].upper() + words[1:]


def counted_from(deadline: Deadline) -> str:
    """The source's own words, or our reading where it has none."""
    timescale = deadline.timescale
    said = timescale.counted_from or f"{COUNTED_FROM[timescale.event or 'plan']} (our reading: the source does not say)"
    return f"{said}. {timescale.note}" if timescale.note else said


def day_off(deadline: Deadline) -> str:
    found = deadline.due
    if found is None or found.earliest or dates.is_working_day(found.day):
        return ""
    before = dates.working_day_by(found.day)
    return f" (a day off: {before:%A} {day(before)} is the working day before)"


def not_certain(deadline: Deadline) -> str:
    if deadline.due is None or deadline.due.certain:
        return ""
    return f" (bank holidays after {dates.last_known_day().year} are not published yet: check this by hand)"
