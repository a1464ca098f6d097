"""The SMART check: each goal and action in the area's own letters, with the words that it judged by.

It reads words and never meaning, so it asks and never blocks, and says "we found no…" where it found nothing. What only
people can say (how sure they are, who has agreed) is asked, not guessed: a letter that was not asked about is None. The
word lists are in check.toml; seeing.py says what anyone could see, numbers.py what a number measures, who.py who is a
person.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Literal

from pyforms.areas import Area, lookup
from pyforms.smart_plan import weigher
from pyforms.smart_plan.numbers import Number, numbers_of
from pyforms.smart_plan.seeing import VERBS, Verdict, is_finished, is_so, verdicts
from pyforms.smart_plan.when import has_deadline, names_a_day, names_a_weekday
from pyforms.smart_plan.who import is_person, people
from pyforms.smart_plan.words import Line as Read
from pyforms.smart_plan.words import Words, data, entries, read, stem
from pyforms.wording import day, listed, same

type About = Literal["what", "who", "by", "measure", "sure", "agreed_by", "need"]

WILL = ("will", "to", "is", "has", "can")
PROVIDED = {
    "goal": "that is what is provided, and not yet what changes",
    "action": "that does not say what anyone will do",
}
SHOWN = 60  # letters of a line that are said back


@dataclass(frozen=True)
class Ask:
    """One thing to look at again: which of the line's answers it is about, why, and one thing that could be done."""

    about: About
    words: str
    suggestion: str


@dataclass(frozen=True)
class Letter:
    """`met` is None where the check cannot know; `words` are what speaks for it, `asks` what does not."""

    name: str
    met: bool | None
    words: str = ""
    asks: tuple[Ask, ...] = ()
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

    @cached_property
    def said(self) -> Read:
        return read(self.text)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        return numbers_of(self.said.clauses)

    @cached_property
    def measured(self) -> Read:
        return read(self.measure)

    @cached_property
    def found(self) -> tuple[Verdict, ...]:
        """A goal's own measure may say how far; an action's says only whether the action works."""
        target = numbers_of(self.measured.clauses) if self.kind == "goal" else ()
        return verdicts(self.said, (*self.numbers, *target), is_action=self.kind == "action")

    @property
    def is_seen(self) -> bool:
        return any(each.kind == "seen" for each in self.found)

    @cached_property
    def features(self) -> frozenset[str]:
        return weigher.features(self.kind, self.said, self.measured)

    @cached_property
    def unseen(self) -> tuple[Ask, ...]:
        return _nothing_to_see(self)

    @property
    def is_one_word(self) -> bool:
        """ "CV" tells nobody what to do, "Attendance" nobody what is hoped for."""
        return len(self.said.words.said) == 1

    def as_written(self, words: Iterable[str]) -> tuple[str, ...]:
        """ "CAMHS" and not "camhs", where a word stands in the line so."""
        places = ((word, self.text.lower().find(word)) for word in words)
        return tuple(self.text[at : at + len(word)] if at >= 0 else word for word, at in places)

    def words(self, kind: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word for each in self.found if each.kind == kind for word in each.words))


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


def _letter(name: str, asks: tuple[Ask, ...], words: str = "") -> Letter:
    return Letter(name, met=False, asks=asks) if asks else Letter(name, met=True, words=words)


def _specific(name: str, line: Line) -> Letter:
    """What would be seen, and for an action who will do it: each is asked about by itself."""
    asks = (*_nobody_to_ask(line), *line.unseen)
    return _letter(name, asks, _said_back(line, "can be seen or heard"))


def _nobody_to_ask(line: Line) -> tuple[Ask, ...]:
    """An action is a person's: a service or a whole family cannot be rung and asked."""
    if line.kind == "goal" or any(is_person(who) for who in people(line.who)) or _names_a_doer(line):
        return ()
    done = f"“{shortened(line.text)}”"
    if not line.who:
        return (Ask("who", "Nobody is named.", f"Agree who will do {done}, and write their name."),)
    told = f"We found no person’s name in “{line.who}”."
    return (Ask("who", told, f"{_name_them(line.who)} who will do it."),)


def _name_them(who: str) -> str:
    """ "Name the person at Oakfield Primary", "Name the person in the whole family", "Write the name of the ELSA"."""
    bare = same(who).removeprefix("the ")
    if "family" in bare.split() or bare in data()["who"]["everyone"]:
        return (
            "Choose one person in the family"
            if "family" in bare.split()
            else "Choose one person, and write the name of the one"
        )
    words = bare.split()
    if words and words[-1] in data()["who"]["roles"]:
        return f"Write the name of the {who}"
    return f"Name the person at {who}"


def _names_a_doer(line: Line) -> bool:
    """ "Mum will…", "Jo refers Ava": somebody stands before what is done. In "the form completed" nobody does."""
    words = line.said.words
    if _is_done_by_someone(line.said.clauses[0] if line.said.clauses else words):
        return True
    verbs = [mark for mark in line.said.marks if mark.kind in VERBS]
    end = min(
        [*(at for at, word in enumerate(words.lower[:5]) if word in WILL), *(mark.at for mark in verbs)], default=0
    )
    after = words.lower[end:]
    is_done_to = after[:2] == ("to", "be") or (len(after) == 1 and after[0].endswith("ed"))
    named = [word for word in words.said[:end] if word[0].isupper() or word.lower() in data()["who"]["family"]]
    is_family = any(word.lower() in data()["who"]["family"] for word in named)
    is_said = is_family or (bool(after) and (after[0] in WILL or after[0].endswith("s")))
    is_thing = any(word.lower() in _things() for word in named)
    return bool(named) and is_said and not is_done_to and not is_thing and is_person(" ".join(named))


def _is_done_by_someone(words: Words) -> bool:
    """ "Greet at the gate by Mr Attard", "form filled in by mum"."""
    known = data()["who"]
    after = (words.lower[at + 1] for at, word in enumerate(words.lower[:-1]) if word == "by")
    return any(word in known["titles"] or word in known["family"] for word in after)


@cache
def _things() -> frozenset[str]:
    return entries("service") | entries("thing") | entries("quality") | entries("gauge") | entries("proof")


def _nothing_to_see(line: Line) -> tuple[Ask, ...]:
    """Something that anyone could see happen, and not only a service or a hope."""
    hedges = line.said.found("hedge") if line.kind == "action" else ()
    if hedges:
        return (
            Ask(
                "what",
                f"{_quoted(hedges)} leaves open whether it happens.",
                f"Agree when “{shortened(line.text)}” would happen, or leave it out.",
            ),
        )
    if line.is_seen and not line.is_one_word:
        is_sure = is_so(line.said) or (_is_finished(line) if line.kind == "action" else _is_counted(line))
        told = "We could not find what someone would see or hear."
        return (Ask("what", told, _ask(line)),) if not is_sure and weigher.asks("S", line.features) else ()
    hoped, compared, services = (line.words(kind) for kind in ("hope", "compared", "service"))
    if hoped:
        return (
            Ask(
                "what",
                f"{_quoted(line.as_written(hoped))} can mean many things.{_numbers_that_measure_nothing(line)}",
                _ask(line),
            ),
        )
    if compared:
        return (Ask("what", f"{_quoted(line.as_written(compared))} does not say how much.", _compare(line)),)
    if line.words("score"):
        told = f"{_quoted(line.as_written(line.words('score')))} gives a score, and not what anyone would see."
        return (Ask("what", told, _ask(line)),)
    if services:
        return (
            Ask(
                "what",
                f"{_quoted(line.as_written(services))}: {PROVIDED[line.kind]}.",
                _ask(line, after=line.kind == "goal"),
            ),
        )
    return (Ask("what", "We found no words for what anyone would see or hear.", _ask(line)),)


def _said_back(line: Line, what: str) -> str:
    words = line.words("seen")[:1]
    return f"{_quoted(shortened(word) for word in words)} {what}." if words else ""


def _ask(line: Line, *, after: bool = False) -> str:
    """The question that makes this line plain, in its own words."""
    said, who = f"“{shortened(line.text)}”", line.who or "the child"
    if line.kind == "action":
        person = line.who if is_person(line.who) else "them"
        return f"{said}: what would we see {person} do, where, and on which day?"
    if after:
        return f"After {said}: what would {who} do that {who} does not do now?"
    return f"{said}: what would we see {who} do{_where(line.text)} that does not happen now, and how often?"


def _where(text: str) -> str:
    words = text.lower().split()
    places = data()["places"]
    return next((f" {place}" for place, told in places.items() if any(word in told for word in words)), "")


def _compare(line: Line) -> str:
    return f"“{shortened(line.text)}”: write how it is now, and how much or how often would be enough."


def _numbers_that_measure_nothing(line: Line) -> str:
    """ "Year 9" says how old he is, and nothing of his behaviour."""
    idle = [number for number in line.numbers if not number.counts]
    return f" {_told_of(idle)}, and not how much or how often." if idle else ""


def _told_of(numbers: Iterable[Number]) -> str:
    return listed(f"“{number.words}” says {data()['says'].get(number.says, number.says)}" for number in numbers)


def _measurable(name: str, line: Line) -> Letter:
    """Anyone could tell when the time comes: a number that measures it, or what is plainly done or not done."""
    told = _told_by(line)
    if told is None:
        return Letter(name, met=False, asks=(_no_measure(line),))
    if not _is_plainly_told(line) and (weigher.asks("M", line.features) or _is_unclear(line)):
        words = f"We could not find how anyone would tell whether it is {'so' if line.kind == 'goal' else 'done'}."
        return Letter(name, met=False, asks=(Ask(_where_it_is_measured(line), words, _how_to_measure(line)),))
    return Letter(name, met=True, words=told)


def _told_by(line: Line) -> str | None:
    """What would tell anyone that a line is so or done; None where nothing would."""
    if _is_measured(line):
        return f"“{shortened(line.measure)}” is there to be looked at."
    is_done_or_not = (line.is_seen and not _goes_on(line)) or _is_finished(line)
    is_told = is_done_or_not and not _waits(line) and not (line.is_one_word and line.kind == "action")
    return _how_measured(line) if is_told or _has_a_score(line) else None


def _is_unclear(line: Line) -> bool:
    """What nobody could see happen, nobody can tell to be done, unless it has a measure."""
    return bool(line.unseen) and not _is_measured(line)


def _is_measured(line: Line) -> bool:
    return _measures(line) and not _is_a_bare_number(line)


def _is_plainly_told(line: Line) -> bool:
    """What counts, gives a score, or is finished once: no weight of words asks for more."""
    return _is_counted(line) or _has_a_score(line) or _is_finished(line) or is_so(line.said)


def _is_counted(line: Line) -> bool:
    """By its measure, or where it names what is counted anyway: "95% attendance"."""
    is_measured = any(number.counts for number in numbers_of(line.measured.clauses)) and not _is_a_bare_number(line)
    return is_measured or (bool(line.said.found("gauge")) and any(number.counts for number in line.numbers))


def _no_measure(line: Line) -> Ask:
    if line.measure:
        told = f"We found no number in “{shortened(line.measure)}”, and nothing that is there or not there."
        when = day(line.review_date)
        ask = f"What could anyone look at or count on {when}, to tell that “{shortened(line.text)}” worked?"
        return Ask("measure", told, ask)
    told = (
        _numbers_that_measure_nothing(line).strip()
        or "We found no number that measures it, no “how often”, and nothing that is plainly done or not done."
    )
    return Ask(_where_it_is_measured(line), told, _how_to_measure(line))


def _where_it_is_measured(line: Line) -> About:
    return "what" if line.kind == "goal" else "measure"


def _goes_on(line: Line) -> bool:
    """ "Use the radio aid, ongoing", "walk the dog with Corey", "to be able to talk about mum".

    It is done again and again, so nobody can tell how often would do.
    """
    first = next((mark.text for mark in line.said.marks if mark.kind in (*VERBS, "negated")), "")
    goes_on = first in entries("habit") or first in entries("talking" if line.kind == "goal" else "practice")
    hangs_on_something = line.kind == "action" and not entries("hanging").isdisjoint(line.said.words.lower)
    goes_on = goes_on or hangs_on_something or bool(line.said.words.holds("seldom"))
    is_told = any(number.counts for number in line.numbers) or has_deadline(line.said) or names_a_weekday(line.said)
    return goes_on and not is_told


def _is_a_bare_number(line: Line) -> bool:
    """ "3", "100%", "7 days", "4 out of 5": of what? It measures only what the line itself counts."""
    words, hoped = line.measured.words, " ".join(line.measured.found("quality")).split()
    is_bare = bool(words.said) and all(
        not word.isalpha() or word in entries("bare") or word in data()["numbers"]["words"] or word in hoped
        for word in words.lower
    )
    is_counted = line.kind == "action" and any(each.kind in ("seen", "service") for each in line.found)
    return is_bare and not is_counted and not line.said.found("gauge")


def _has_a_score(line: Line) -> bool:
    """ "SDQ from 22 to 15" measures, and shows nothing that anyone would see."""
    return any(each.kind == "score" for each in line.found) and any(number.counts for number in line.numbers)


def _waits(line: Line) -> bool:
    """ "Review in due course": an action that waits for a better moment is never known not to be done."""
    return line.kind == "action" and bool(line.said.found("hedge") or line.measured.found("hedge"))


def _is_finished(line: Line) -> bool:
    hoped = set(line.words("hope")) - entries("finished")
    return not hoped and is_finished(line.said, is_action=line.kind == "action")


def _how_to_measure(line: Line) -> str:
    when = f"on {day(line.review_date)}"
    gauges = line.said.found("gauge")
    if gauges:
        return f"Write the {gauges[0]} now, and what would be good enough {when}."
    if line.words("compared"):
        return _compare(line)
    if line.kind == "goal" and line.unseen:
        return f"Then write how often, how many or how long would be good enough {when}."
    if line.is_seen:
        return f"“{shortened(line.text)}”: write how often, or for how long."
    return f"“{shortened(line.text)}”: what could anyone see or count {when} to tell that it is so?"


def _how_measured(line: Line) -> str:
    counted = [number for number in line.numbers if number.counts]
    return f"{_told_of(counted)}." if counted else _said_back(line, "is so or not so")


def _measures(line: Line) -> bool:
    """Whether a measure can be counted, seen to happen, or is there; what somebody thinks of it gives nothing.

    Nor does a part of what nobody counts ("Self-esteem 10%"), or of a hoped change the name of what is counted.
    """
    measured = line.measured
    if _says_it_again(line):
        return False
    numbers, gauges = numbers_of(measured.clauses), measured.found("gauge")
    is_hope = measured.found("quality")
    if any(number.counts and not (is_hope and "%" in number.words) for number in numbers):
        return True
    if measured.words.holds("proof"):
        return True
    seen = [each for each in verdicts(measured, numbers, is_action=True) if each.kind == "seen"]
    is_there = gauges and not measured.words.holds("unmeasured") and not (line.kind == "goal" and line.words("hope"))
    return bool(is_there) or any(not read(" ".join(each.words)).words.holds("unmeasured") for each in seen)


def _says_it_again(line: Line) -> bool:
    """ "Signposting done", "Tenancy is sustained": the line's own words tell nobody what to look for."""
    own = {stem(word) for word in line.said.words.lower}
    return all(stem(word) in own or word in entries("again") for word in line.measured.words.lower)


def _agreed(name: str, line: Line) -> Letter:
    """Asked. Whoever does an action is one of those who agreed to it."""
    if line.kind == "goal" or not line.agreed_by:
        return Letter(name, met=None, suggestion="Ask everyone who is named, the family first.")
    agreed = same(line.agreed_by)
    missing = [who for who in people(line.who) if not any(part in agreed for part in _name_parts(who))]
    told = f"{listed(missing)} does not stand among those who agreed."
    return _letter(name, (Ask("agreed_by", told, f"Ask {listed(missing)}."),) if missing else ())


def _name_parts(who: str) -> list[str]:
    """The words of a name, without brackets and titles: "Marek (Dad)" may sign as Marek or as Dad."""
    plain = same(who).replace("(", " ").replace(")", " ").split()
    return [part for part in plain if part not in ("mr", "mrs", "ms", "miss", "dr", "of", "the")]


def _attainable(name: str, line: Line) -> Letter:
    """Asked of the person who will do it, never guessed."""
    if line.sure is None:
        return Letter(
            name,
            met=None,
            suggestion="" if line.kind == "goal" else f"Ask {line.who or 'them'}: how sure are you, 0 to 10?",
        )
    return _letter(name, _not_sure(line), f"{line.sure} of 10 sure.")


def _not_sure(line: Line) -> tuple[Ask, ...]:
    if line.sure is None or line.sure >= data()["limits"]["sure"]:
        return ()
    told = f"{line.who or 'The person who does it'} is {line.sure} of 10 sure."
    return (Ask("sure", told, "Ask what would make it one higher: a smaller step, or some help?"),)


def _realistic(name: str, line: Line) -> Letter:
    """An absolute is out of reach for any family; otherwise how sure people are decides, where they were asked."""
    absolute = line.said.words.holds("absolute")
    told = f"{_quoted(absolute)} leaves no room for a bad day."
    asks = (Ask("what", told, f"“{shortened(line.text)}”: agree how often would be good enough."),) if absolute else ()
    return _letter(name, (*asks, *_not_sure(line)))


def _relevant(name: str, line: Line) -> Letter:
    asks = (
        () if line.need else (Ask("need", "It stands under no need.", "Say which change it is for, or leave it out."),)
    )
    return _letter(name, asks, f"It stands under “{line.need}”.")


def _timely(name: str, line: Line) -> Letter:
    if line.by:
        asks = _not_in_time(line, line.by)
        return _letter(name, asks, "" if asks else f"{day(line.by)}.")
    open_ended = line.said.words.holds("open_ended")
    if not open_ended and (has_deadline(line.said) or names_a_day(line.measured)):
        return Letter(name, met=True, words="A day or a span stands in the words.")
    done = f"“{shortened(line.text)}” is {'so' if line.kind == 'goal' else 'done'}"
    say = f"Say by which day {done}: the review is on {day(line.review_date)}."
    why = f"{_quoted(open_ended)} is no date." if open_ended else "We found no date."
    return Letter(name, met=False, asks=(Ask("by", why, say),))


def _not_in_time(line: Line, by: date) -> tuple[Ask, ...]:
    """A goal may lie beyond the review where its own words say so: "by the end of Key Stage 2"."""
    if by < line.plan_date:
        return (Ask("by", f"{day(by)} is before the plan.", f"Agree a new day for “{shortened(line.text)}”."),)
    if by <= line.review_date or (line.kind == "goal" and has_deadline(line.said)):
        return ()
    review = day(line.review_date)
    step = f"Agree a first step of “{shortened(line.text)}” that is done by the review."
    if line.kind == "goal":
        step = f"Say what would be so by then: the review is on {review}."
    return (Ask("by", f"{day(by)} is after the review on {review}.", step),)


def shortened(text: str) -> str:
    """Enough of a line to know it by."""
    bare = " ".join(text.split()).rstrip(".")
    return bare if len(bare) <= SHOWN else f"{bare[:SHOWN].rsplit(' ', 1)[0]}…"


def _quoted(found: Iterable[str]) -> str:
    return listed(f"“{word}”" for word in found)


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
