"""The SMART check: each goal and action in the area's own letters, with the words that it judged by.

It reads words and never meaning, so it prompts and never blocks. What only people can say (how sure they are, who has
agreed) is asked, not guessed: a letter that was not asked about is None. The word lists are in check.toml.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pyforms.areas import Area, lookup
from pyforms.smart_plan.words import Words, data, forms_of, words_in
from pyforms.wording import day, listed, same


@dataclass(frozen=True)
class Letter:
    """`met` is None where the check cannot know; `words` are what it judged by; `suggestion` is one thing to do."""

    name: str
    met: bool | None
    words: str = ""
    suggestion: str = ""


@dataclass(frozen=True)
class Line:
    """A goal or an action with what the plan says of it. `who` is who will do it, or for a goal whose it is."""

    kind: Literal["goal", "action"]
    text: str
    plan_date: date
    review_date: date
    who: str = ""
    by: date | None = None
    measure: str = ""
    sure: int | None = None
    agreed_by: str = ""
    need: str = ""


@dataclass(frozen=True)
class Note:
    """Something about several lines at once."""

    key: str
    text: str


def check_line(line: Line, area: Area) -> tuple[Letter, ...]:
    """The five letters, under the names that the area gives them."""
    smart = lookup.smart(area)
    return tuple(JUDGES[name](name, line) for name in smart.words) if smart else ()


def check_plan(lines: Iterable[Line]) -> tuple[Note, ...]:
    """What shows only when the lines are seen together."""
    due = [line.by for line in lines if line.kind == "action" and line.by]
    if len(due) < data()["limits"]["all_on_one_day"] or len(set(due)) > 1:
        return ()
    text = f"Every action is due on {day(due[0])}. Which could come first, so that something gets easier soon?"
    return (Note("all-on-one-day", text),)


def _specific(name: str, line: Line) -> Letter:
    said = words_in(line.text)
    return _nobody_named(name, line, said) or _not_seen(name, line, said) or Letter(name, met=True)


def _nobody_named(name: str, line: Line, said: Words) -> Letter | None:
    """An action is a person's: an agency cannot be rung and asked."""
    if line.kind == "goal":
        return None
    agencies = [line.who] if _is_agency(line.who) else [who for who in _people(line.who) if _is_agency(who)]
    if agencies:
        return Letter(
            name, met=False, words=f"“{listed(agencies)}” is not one person.", suggestion="Name who there will do it."
        )
    if not line.who and not said.names_someone:
        return Letter(
            name, met=False, words="Nobody is named.", suggestion="Agree who will do it, and write their name."
        )
    return None


def _people(who: str) -> list[str]:
    for mark in (" and ", "&", "/", ";"):
        who = who.replace(mark, ",")
    return [part.strip() for part in who.split(",") if part.strip()]


def _is_agency(who: str) -> bool:
    bare = same(who).removeprefix("the ").rstrip(".")
    return bare in data()["agency"] or bare.split(" ")[-1] in data()["agency_endings"]


def _not_seen(name: str, line: Line, said: Words) -> Letter | None:
    """Something that anyone could see happen, and not only a service or a hope."""
    words = _only_a_service(line, said) or _only_a_hope(line, said) or _nothing_to_see(said)
    return Letter(name, met=False, words=words, suggestion=_ask(line)) if words else None


def _only_a_service(line: Line, said: Words) -> str:
    """Using a service is an action, once it says when; it is never yet the change that a goal is."""
    service = said.found("service")
    is_goal = line.kind == "goal"
    shown = said.shows(service) - (set(data()["admin"]) if is_goal else set())
    if not service or shown or (not is_goal and said.has_time):
        return ""
    what = "is what is provided, not what changes" if is_goal else "does not say what anyone will do"
    return f"{_quoted(service)} {what}."


def _only_a_hope(line: Line, said: Words) -> str:
    """Vague words may follow what can be seen, or stand beside a number. They cannot stand alone."""
    vague = said.hopes
    shown = said.shows(vague)
    firm = shown - forms_of("weak")
    is_made_plain = (said.is_counted and (shown or line.kind == "goal")) or len(shown) > len(vague)
    if not vague or is_made_plain or said.comes_first(firm, vague):
        return ""
    return f"{_quoted(vague)} can mean many things."


def _nothing_to_see(said: Words) -> str:
    unseen = said.found("unseen")
    if said.is_counted:
        return ""
    if unseen and not said.shows(unseen) - forms_of("weak"):
        return f"{_quoted(unseen)} cannot be seen by itself."
    if not said.acts and said.length < data()["limits"]["long_enough"]:
        return "There is nothing in it that anyone could see happen."
    return ""


def _ask(line: Line) -> str:
    if line.kind == "goal":
        return f"Ask: what would we see {line.who or 'the child'} doing, that does not happen now?"
    return f"Ask: what would I see {line.who or 'them'} do, where, and on which day?"


def _measurable(name: str, line: Line) -> Letter:
    said, measure = words_in(line.text), words_in(line.measure)
    if line.kind == "goal":
        if said.is_counted:
            return Letter(name, met=True)
        return Letter(
            name,
            met=False,
            words="There is no number, time or “how often” in it.",
            suggestion="Say how often, how many or for how long.",
        )
    if not line.measure:
        if said.is_counted and said.has_time and said.acts:
            return Letter(name, met=True)
        return Letter(
            name,
            met=False,
            words="There is no measure.",
            suggestion="Say what anyone could see or count when it is done.",
        )
    if measure.is_counted or measure.found("proof") or (measure.acts and not measure.found("vague")):
        return Letter(name, met=True)
    return Letter(
        name,
        met=False,
        words=f"“{line.measure}” cannot be seen or counted.",
        suggestion="Say what anyone could look at: a chart, a number, a visit that happened.",
    )


def _agreed(name: str, line: Line) -> Letter:
    """Asked. Whoever does an action is one of those who agreed to it."""
    if line.kind == "goal" or not line.agreed_by:
        return Letter(name, met=None, suggestion="Ask everyone who is named, the family first.")
    agreed = same(line.agreed_by)
    missing = [who for who in _people(line.who) if not any(part in agreed for part in _name_parts(who))]
    if missing:
        return Letter(
            name,
            met=False,
            words=f"{listed(missing)} is not among those who agreed.",
            suggestion=f"Ask {listed(missing)}.",
        )
    return Letter(name, met=True)


def _name_parts(who: str) -> list[str]:
    """The words of a name, without brackets and titles: "Marek (Dad)" may sign as Marek or as Dad."""
    plain = same(who).replace("(", " ").replace(")", " ").split()
    return [part for part in plain if part not in ("mr", "mrs", "ms", "miss", "dr", "of", "the")]


def _attainable(name: str, line: Line) -> Letter:
    """Asked of the person who will do it, never guessed."""
    limit = data()["limits"]["sure"]
    if line.sure is None:
        return Letter(
            name,
            met=None,
            suggestion="" if line.kind == "goal" else f"Ask {line.who or 'them'}: how sure are you, 0 to 10?",
        )
    if line.sure < limit:
        return Letter(
            name,
            met=False,
            words=f"{line.who or 'The person who does it'} is {line.sure} of 10 sure.",
            suggestion="Ask what would make it one higher: a smaller step, or some help?",
        )
    return Letter(name, met=True, words=f"{line.sure} of 10 sure.")


def _realistic(name: str, line: Line) -> Letter:
    """An absolute is out of reach for any family; otherwise how sure people are decides, where they were asked."""
    absolute = words_in(line.text).found("absolute")
    if absolute:
        return Letter(
            name,
            met=False,
            words=f"{_quoted(absolute)} leaves no room for a bad day.",
            suggestion="Agree how often would be good enough.",
        )
    if line.sure is not None and line.sure < data()["limits"]["sure"]:
        return _attainable(name, line)
    return Letter(name, met=True)


def _relevant(name: str, line: Line) -> Letter:
    if line.need:
        return Letter(name, met=True, words=f"It stands under “{line.need}”.")
    return Letter(
        name, met=False, words="It stands under no need.", suggestion="Say which change it is for, or leave it out."
    )


def _timely(name: str, line: Line) -> Letter:
    said = words_in(line.text)
    if line.by and line.by < line.plan_date:
        return Letter(name, met=False, words=f"{day(line.by)} is before the plan.", suggestion="Agree a new date.")
    if line.by and line.by > line.review_date:
        return Letter(
            name,
            met=False,
            words=f"{day(line.by)} is after the review on {day(line.review_date)}.",
            suggestion="Agree a first step that is done by the review.",
        )
    if line.by:
        return Letter(name, met=True)
    open_ended = said.found("open_ended")
    if open_ended:
        return Letter(name, met=False, words=f"{_quoted(open_ended)} is no date.", suggestion="Agree a day.")
    if said.has_deadline:
        return Letter(name, met=True)
    return Letter(name, met=False, words="There is no date.", suggestion="Agree a day before the review.")


def _quoted(found: Iterable[str]) -> str:
    return listed(f"“{word}”" for word in sorted(found))


JUDGES: dict[str, Callable[[str, Line], Letter]] = {
    "Specific": _specific,
    "Measurable": _measurable,
    "Agreed": _agreed,
    "Attainable": _attainable,
    "Achievable": _attainable,
    "Realistic": _realistic,
    "Relevant": _relevant,
    "Timely": _timely,
    "Time-bound": _timely,
}
