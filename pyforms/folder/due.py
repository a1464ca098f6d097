"""What is due, and when: the days that were agreed, and those that the area's rules give from what the folder holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import NamedTuple, cast, get_args

from pyforms import areas, dates, deadlines
from pyforms.areas import Area
from pyforms.areas.keys import EventKey, TimescaleKey
from pyforms.dates import Deadline
from pyforms.flows import Action, Goal, KeyDay, MayKnow, Thing, Working
from pyforms.folder import entries, joining
from pyforms.folder.model import Folder, Item
from pyforms.wording import clipped, day

TELL_OF_DAYS = (KeyDay, Working, MayKnow, Goal, Action)
# Until a form is whole, nobody can tell what it lets others know.
TELL_SO_FAR = (KeyDay, Working, Goal, Action)
# What every area might be expected to time: where neither it nor the general rules do, that is said.
USUALLY_TIMED: dict[TimescaleKey, str] = {
    "assessment": "The assessment",
    "first_meeting": "The first team meeting",
    "plan_shared": "Sending the plan",
    "first_review": "The first review",
    "review": "Later reviews",
}
AGREED = {"review": "Review of the plan", "ask_again": "Ask again whether consent still holds"}
FIRST_COUNTS: tuple[EventKey, ...] = ("opened", "consent", "lead_identified", "first_meeting", "first_plan")


# Whoever sets or counts them, on one day they are one meeting.
REVIEW = "review"
REVIEWS: tuple[TimescaleKey, ...] = (*deadlines.TEAM_REVIEWS, *deadlines.ONE_SERVICE_ONLY)


class Why(NamedTuple):
    """How a day came about, and from where that is known."""

    said: str
    source: str


@dataclass(frozen=True)
class Due:
    """Something with a day, or None while it cannot be known, and all that says so; of one `event` on one day there is
    one.

    A day that is past was not missed: whether the thing was done, the folder does not know.
    """

    what: str
    day: date | None
    why: tuple[Why, ...]
    event: str
    is_past: bool = False


type Said = list[tuple[Thing, str]]  # what forms know, each with its form and day in words


def due(folder: Folder, today: date) -> list[Due]:
    """What lies ahead, the next first; what is past, the last first; then what has no day, and why."""
    items = folder.newest_first()
    told = {item.id: [*_told(item)] for item in items}
    area = joining.place(folder)
    now = [*chain.from_iterable(told[item.id] for item in _holding(items))]
    ever = [*chain(*told.values())]
    found = [_as_of(each, today) for each in _once(chain(_agreed(now), _from_rules(area, ever, _alone(now))))]
    ahead = [each for each in found if each.day and not each.is_past]
    past = [each for each in found if each.is_past]
    undated = [each for each in found if each.day is None]
    return [*sorted(ahead, key=_day), *sorted(past, key=_day, reverse=True), *undated, *_not_stated(area)]


def _told(item: Item) -> Iterator[tuple[Thing, str]]:
    if entries.is_unfinished(item):
        half_done = f"{joining.source(item)}, half done"
        so_far = joining.offered_so_far(item, *TELL_SO_FAR)
        yield from ((thing, half_done) for thing in so_far if getattr(thing, "day", True))
    else:
        yield from ((thing, joining.source(item)) for thing in joining.offered(item, *TELL_OF_DAYS))


def _holding(newest_first: Iterable[Item]) -> Iterator[Item]:
    """Of each kind of form the newest that is finished, and what was begun since: it may be all that there is."""
    finished: set[str] = set()
    for item in newest_first:
        if item.saved["form"] not in finished:
            yield item
            if not entries.is_unfinished(item):
                finished.add(item.saved["form"])


def _day(each: Due) -> date:
    return each.day or date.max


def _as_of(each: Due, today: date) -> Due:
    return replace(each, is_past=each.day is not None and each.day < today)


def _once(every: Iterable[Due]) -> Iterable[Due]:
    """What falls on one day for several reasons stands once, under its first name, with all of them."""
    found: dict[tuple[str, date | None], Due] = {}
    for each in every:
        kept = found.setdefault((each.event, each.day), each)
        if kept is not each:
            more = [_under_its_name(each, why) if each.what != kept.what else why for why in each.why]
            why = tuple(dict.fromkeys((*kept.why, *more)))
            found[each.event, each.day] = replace(kept, why=why)
    return found.values()


def _under_its_name(each: Due, why: Why) -> Why:
    return Why(f"{each.what}: {why.said}", why.source)


def _agreed(said: Said) -> Iterator[Due]:
    """What the newest form of each kind says: of an older plan, the review and the actions are over."""
    for thing, source in said:
        if isinstance(thing, KeyDay) and thing.event in AGREED:
            yield _due(AGREED[thing.event], thing.day, Why("agreed", source), thing.event)
        if isinstance(thing, MayKnow) and thing.may and thing.until:
            yield _due(f"What {thing.name} may be told ends", thing.until, Why("agreed", source))
        if isinstance(thing, Action) and thing.by:
            who = f"{thing.who}: " if thing.who else ""
            what = clipped(thing.what, 120) or "an action that is not written yet"
            yield _due(f"{who}{what}", thing.by, Why("an action", source))
        if isinstance(thing, Goal) and thing.by:
            yield _due(clipped(thing.words, 120), thing.by, Why("a goal", source))


def _due(what: str, when: date | None, why: Why, event: str = "") -> Due:
    return Due(what, when, (why,), event or what)


def _alone(said: Said) -> bool | None:
    return next((thing.alone for thing, _ in said if isinstance(thing, Working)), None)


def _from_rules(area: Area, said: Said, alone: bool | None) -> Iterator[Due]:  # noqa: FBT001 - None is an answer too
    events = _events(said)
    others = {True: deadlines.TEAM_ONLY, False: deadlines.ONE_SERVICE_ONLY, None: ()}[alone]
    counted = dates.deadlines(area, {event: each.day for event, (each, _) in events.items()})
    for each in counted:
        if each.key not in others:
            source = areas.source_of(area, each.timescale).cited
            general = "" if areas.stated(area, "timescales", each.key) else ", a general rule"
            when = each.due.day if each.due else None
            why = Why(f"{each.timescale.text}, {_counted(each, events)}{general}", source)
            yield _due(deadlines.what(each), when, why, REVIEW if when and each.key in REVIEWS else each.key)


def _events(said: Said) -> dict[EventKey, tuple[KeyDay, str]]:
    """The days that rules count from: the first of each, but the latest plan. The help’s first plan is the earliest."""
    days = [(thing, source) for thing, source in said if isinstance(thing, KeyDay)]
    days.sort(key=lambda each: each[0].day)
    found: dict[EventKey, tuple[KeyDay, str]] = {}
    for thing, source in days:
        if thing.event in ("plan", "reviewed"):
            found["plan"] = (thing, source)
        elif thing.event in get_args(EventKey):
            found.setdefault(cast("EventKey", thing.event), (thing, source))
    first = next((each for each in days if each[0].event == "plan"), None)
    if first:
        found.setdefault("first_plan", first)
    return found


def _counted(deadline: Deadline, events: dict[EventKey, tuple[KeyDay, str]]) -> str:
    """From what the day is counted, or what is missing for that."""
    own = deadline.timescale
    event = own.event or "plan"
    if own.follows:
        return f"counted from {own.counted_from or 'the end of the one before'}"
    if event not in events:
        return f"counted from {deadlines.COUNTED_FROM[event]}: no form in this folder says when that was"
    thing, source = events[event]
    words = f"counted from {day(thing.day)}, {deadlines.COUNTED_FROM[event]} ({source})"
    span = f"; from {day(deadline.due.earliest)} on" if deadline.due and deadline.due.earliest else ""
    return f"{words}{span}{deadlines.day_off(deadline)}{deadlines.not_certain(deadline)}"


def _not_stated(area: Area) -> Iterator[Due]:
    for key, what in USUALLY_TIMED.items():
        if not areas.timescale(area, key):
            yield _due(what, None, Why("not stated", f"what {area.name} publishes"))
