"""What a stretch of words says about one person: the facts that a picture can show, and the words that are left."""

import re
from dataclasses import dataclass, field
from typing import Any

from pyforms.genogram.family import Loss, Sex
from pyforms.genogram.words import among, longest_phrase, phrases, plain
from pyforms.moment import LONGEST_DATE, MONTHS, Moment, NoDate, moment

AGE = re.compile(r"^(?:aged? ?)?\d{1,3} ?(?:y(?:ea)?rs?|y/?o|months?|mths?|weeks?|wks?|days?)?(?:[ -]old)?$")
LONGEST_RANGE = 3  # words: 1930 to 2001
LONGEST_AGE = 4  # words: aged 9 years old
RANGE = re.compile(r"^(\d{4}) ?(?:[-–—]|to) ?(\d{4})$")
SOMEBODY_ELSE = "If it is about somebody else, write it in a line for them, such as “Mum: died 2019”"
EXPECTING = "Write the baby as a child: “Mum = Baby”, and “Baby: due March 2027”"
NOT_SURE = "A picture has no sign for what is not sure"
REMEDY = "Write girl, boy, neither, born 2007, died 2019, due May 2027 or this child for what can be drawn"
AGED = "An age goes out of date. Write the year of birth, such as born 2017"


@dataclass
class Said:
    """`changes` are fields of a person, `left` the words without a drawing, `relations` those that need a line."""

    changes: dict[str, Any] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    problem: str = ""
    relations: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # words that stay beside what is drawn of them
    is_grown: bool = False

    @property
    def is_all_facts(self) -> bool:
        return not self.left and bool(self.changes)


def facts(words: str) -> Said:
    """Reads on from fact to fact: from the first word that is none, the rest is left."""
    reader = _Reader(words.split())
    at = since = count = 0
    while at < len(reader.words):
        end = reader.fact(at)
        if end > at:
            at = since = end
            count += 1
        elif reader.is_small(at):
            at += 1
        else:
            break
    reader.leave(since, len(reader.words), _remedy(reader.words[since:]))
    if count and _is_unsure(reader.words):
        return Said(left=[words.strip()], problem=NOT_SURE)
    if count > 1 and _names_kin(reader.words):
        return Said(left=[words.strip()], problem=SOMEBODY_ELSE)
    return reader.said


def _remedy(every: list[str]) -> str:
    if any(plain(word) in among("people", "expecting") for word in every):
        return EXPECTING
    about = {phrases().get((plain(word),), ("", ""))[0] for word in every}
    is_fact = bool(about & {"born", "died", "dead", "sex", "stillborn"})
    return SOMEBODY_ELSE if is_fact and _names_kin(every) else REMEDY


def _names_kin(every: list[str]) -> bool:
    """ "Mum died 2019", of Ella: whose death it is, a word for a relative makes doubtful."""
    return any(plain(word).removesuffix("'s") in among("people", "kin") for word in every)


def _is_unsure(every: list[str]) -> bool:
    return any(plain(word) in among("people", "unsure") for word in every)


@dataclass
class _Reader:
    """Words, and what they have said so far. Each reading gives where it ended: where it began if it read nothing."""

    words: list[str]
    said: Said = field(default_factory=Said)

    def fact(self, at: int) -> int:
        for read in (self._phrase, self._bare_date, self._age):
            end = read(at)
            if end > at:
                return end
        return at

    def is_small(self, at: int) -> bool:
        """A word between two facts, passed over: "a girl who was born 2015"."""
        word = plain(self.words[at])
        return not word or word in among("life", "filler")

    def leave(self, start: int, end: int, problem: str) -> None:
        left = " ".join(self.words[start:end])
        if plain(left):
            self.said.left.append(left)
            self.said.problem = self.said.problem or problem

    def _phrase(self, at: int) -> int:
        for size in range(min(longest_phrase(), len(self.words) - at), 0, -1):
            known = phrases().get(tuple(plain(word) for word in self.words[at : at + size]))
            if known:
                end = self._told(*known, at, at + size)
                if end > at:
                    return end
        return at

    def _told(self, what: str, value: str, start: int, at: int) -> int:
        if what in ("sex", "subject", "living") or what.startswith("relation"):
            return self._sort(what, value, start, at)
        if what in ("born", "due"):
            return self._birth(what, start, at)
        if what in ("dead", "died"):
            return self._death(what, start, at)
        date, end = dated(self.words, at)
        if what == "stillborn":
            self.said.changes |= {"is_dead": True, "is_stillborn": True}
        else:
            self.said.changes["loss"] = Loss(what)
        if date:
            self.said.changes["born"] = date
        self.said.problem = self.said.problem or _no_date(self.words[end:])
        return end

    def _sort(self, what: str, value: str, start: int, at: int) -> int:
        if self._is_wedding(start, at):
            return start
        if what == "subject":
            self.said.changes["is_subject"] = True
        elif value == Sex.UNBORN:
            self.said.changes["due"] = None
        elif what != "living":
            self.said.changes["sex"] = Sex(value)
        word = " ".join(self.words[start:at])
        if plain(word).startswith("trans "):
            self.said.notes.append(f'"{word}"')
        if plain(word).split(" ")[-1] in among("people", "grown"):
            self.said.is_grown = True
        if what.startswith("relation"):
            self.said.relations.append((what.partition(" ")[2], " ".join(self.words[start:at])))
        return at

    def _is_wedding(self, start: int, at: int) -> bool:
        """ "m. 2010", or "m 2010" of somebody whose birth or death is said."""
        if plain(self.words[start]) != "m" or at >= len(self.words):
            return False
        return self.words[start].endswith(".") or bool(self.said.changes.keys() & {"born", "died"})

    def _birth(self, what: str, start: int, at: int) -> int:
        """An unknown day is one that nobody has to be told of; a word with nothing behind it is left."""
        lived = RANGE.match(" ".join(self.words[at : at + 1]))
        if lived:
            return self._life(lived, at + 1)
        date, end = dated(self.words, at)
        if date is None and end == at:
            if at == len(self.words) and self._is_letter(start):
                return start
            self.leave(start, len(self.words), _why_no_date(self.words[at:]))
            end = len(self.words)
        if what == "due":
            if date or not self.words[at:] or _begins_a_date(self.words[at:]):  # "due in court" is no birth
                self.said.changes["due"] = date
        elif date:
            self.said.changes["born"] = date
        return end

    def _death(self, what: str, start: int, at: int) -> int:
        """With what was written between the death and its date left; "dead tired" and a lone "d" are no deaths."""
        date, end = dated(self.words, at)
        if what == "dead" and date is None and (end < len(self.words) or self._is_letter(start)):
            return start
        if date is None:
            late = next((place for place in range(end + 1, len(self.words)) if self._ends_in_a_date(place)), 0)
            if late and plain(self.words[late - 1]) in among("life", "not_on"):
                self.leave(end, len(self.words), "Write a year, about 1980, or died without one")
                end = len(self.words)
            elif late:
                self.leave(end, late, REMEDY)
                date, end = dated(self.words, late)
        self.said.changes |= {"is_dead": True, "died": date}
        self.said.problem = self.said.problem or _no_date(self.words[end:])
        return end

    def _is_letter(self, at: int) -> bool:
        return len(self.words[at].strip(".")) == 1 and self.words[at].isascii()

    def _ends_in_a_date(self, at: int) -> bool:
        date, end = dated(self.words, at) if at >= len(self.words) - LONGEST_DATE else (None, at)
        return date is not None and end == len(self.words)

    def _life(self, lived: re.Match[str], end: int) -> int:
        self.said.changes |= {"born": moment(lived[1]), "is_dead": True, "died": moment(lived[2])}
        return end

    def _bare_date(self, at: int) -> int:
        """A date by itself is a birth, two with a dash a life; only once."""
        if "born" in self.said.changes:
            return at
        for size in (LONGEST_RANGE, 1):
            lived = RANGE.match(" ".join(self.words[at : at + size]).strip("()"))
            if lived:
                return self._life(lived, at + size)
        date, end = dated(self.words, at)
        if date:
            self.said.changes["born"] = date
            return end
        return at

    def _age(self, at: int) -> int:
        for size in range(min(LONGEST_AGE, len(self.words) - at), 0, -1):
            if AGE.match(" ".join(self.words[at : at + size]).casefold().strip("()")):
                years = " ".join(self.words[at : at + size]).strip("()")
                self.said.left.append(f"aged {years}" if years.isdigit() else years)
                self.said.problem = self.said.problem or AGED
                return at + size
        return at


def dated(every: list[str], at: int) -> tuple[Moment | None, int]:
    """A date from a word on, and where it ends; words such as "unknown" end it too."""
    first = at
    while at < len(every) and every[at].casefold() in ("in", "on", ":"):
        at += 1
    for size in range(min(LONGEST_DATE, len(every) - at), 0, -1):
        part = " ".join(every[at : at + size]).strip("()")
        try:
            return moment(part), at + size
        except NoDate:
            if part.casefold() in among("life", "no_date"):
                return None, at + size
    return None, first


def _begins_a_date(rest: list[str]) -> bool:
    first = next((word for word in rest if word.casefold() not in ("in", "on", "early", "mid", "late")), "")
    return first[:1].isdigit() or first.casefold()[:3] in MONTHS


def _no_date(rest: list[str]) -> str:
    """What is wrong with a date, where digits are left."""
    return _why_no_date(rest) if any(letter.isdigit() for letter in "".join(rest[:1])) else ""


def _why_no_date(rest: list[str]) -> str:
    try:
        moment(" ".join(rest))
    except NoDate as fault:
        return str(fault)
    return ""
