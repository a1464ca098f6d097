"""What was written that may be about danger, in whichever box, and whether somebody has answered it.

It can only raise: words that are answered leave the level where the rest of the answers puts it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pyforms import danger, fields
from pyforms.danger import Found, Sign
from pyforms.form import Form
from pyforms.resources import read_toml
from pyforms.threshold import ages, stands_for
from pyforms.threshold.answers import UNSURE, ThresholdAnswers
from pyforms.threshold.checks import HIGHEST
from pyforms.threshold.concerns import by_id
from pyforms.wording import listed, same

# What a copied sentence may lose or gain at its ends.
AROUND = " .,;:!?“”\"'\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
SENTENCE_END = re.compile(r"[.!?;]+")
LOOKED = "looked"
STAFF = "staff_allegation"


@dataclass(frozen=True, slots=True)
class Written:
    """Words that may be about danger, with the whole sentence. `why` is what the person said about exactly that
    sentence, `lead` which safeguarding lead agreed; `chosen` says that a line was chosen which answers it."""

    found: Found
    sentence: str
    why: str
    lead: str
    chosen: bool

    @property
    def said(self) -> str:
        return self.found.sign.said

    @property
    def is_open(self) -> bool:
        return not self.chosen and (not self.why or bool(self.no_reason) or self.waits_for_the_lead)

    @property
    def no_reason(self) -> str:
        """Why what was said of a stated danger does not close it, whoever agreed; empty where it may."""
        return no_reason(self.why) if self.found.sign.stated and self.why else ""

    @property
    def waits_for_the_lead(self) -> bool:
        """Explained, but in words so grave that one person's reason does not close them."""
        plain = self.found.sign.stated and bool(grave() & {*self.found.sign.kinds})
        return plain and bool(self.why) and not (self.no_reason or self.lead or self.chosen)

    @property
    def lines(self) -> tuple[stands_for.Line, ...]:
        """The lines that the words stand for; none where they may be about anything."""
        return stands_for.lines(self.found.sign, self.sentence)

    @property
    def concerns(self) -> tuple[str, ...]:
        """The concerns under which the line is found that answers these words."""
        staff = (STAFF,) if self.is_about_staff else ()
        named = () if self.found.sign.kinds else self.found.sign.concerns
        return tuple(dict.fromkeys((*staff, *(concern for concern, _ in self.lines), *named)))

    @property
    def may_name_someone_at_home(self) -> bool:
        """What the words mean is not said outright and they name somebody who may be the danger, or nobody has placed
        what they say."""
        stated = self.found.sign.stated
        return not self.lines if stated else stands_for.names("at_home", self.sentence)

    @property
    def may_mean_anything(self) -> bool:
        """Only their weight raised these words, or they could not be read, or they may name somebody at home."""
        return not self.found.sign.kinds or self.may_name_someone_at_home

    @property
    def is_about_staff(self) -> bool:
        return STAFF in points_to(self.found.sign)


def grave() -> frozenset[str]:
    """The kinds that one person's reason does not close."""
    return _kinds("grave")


def points_to(sign: Sign) -> tuple[str, ...]:
    """Every concern that words may belong to; the route of an allegation comes first where they are about staff."""
    staff = (STAFF,) if _kinds("staff") & {*sign.kinds} else ()
    return tuple(dict.fromkeys((*staff, *sign.concerns)))


def no_reason(why: str) -> str:
    """The policy, in words, by which a reason is none; empty where it may be one."""
    cleared = bool(_pattern("clears", 0).search(why))
    every = enumerate(_data()["no_reason"])
    found = (
        each
        for number, each in every
        if not (cleared and each.get("clears")) and _pattern("no_reason", number).search(why)
    )
    return str(next(found, {"says": ""})["says"])


def where(written: Iterable[Written]) -> str:
    """Where a line is chosen for what was written: "the line that fits under “Neglect” and “Sexual abuse”"."""
    keys = dict.fromkeys(key for each in written for key in ((STAFF,) if each.is_about_staff else each.concerns))
    labels = [f"“{by_id()[key].label}”" for key in keys if key in by_id()]
    return f"the line that fits under {listed(labels)}" if labels else "the line that fits"


def nobody_is_reached(form: Form, answers: ThresholdAnswers) -> bool:
    """Some box says that nobody can reach the family."""
    given = answers.model_dump(mode="json", exclude_defaults=True)
    return any(_pattern("unreachable", 0).search(text) for _, _, text in fields.texts(form.fields, given))


def read(form: Form, answers: ThresholdAnswers, highest: Mapping[str, int]) -> tuple[Written, ...]:
    """Every sign in every box, the stated ones first; `highest` gives the top level of each chosen concern."""
    given = answers.model_dump(mode="json", exclude_defaults=True)
    boxes = {path: text for path, _, text in fields.texts(form.fields, given)}
    sure = {key: seen.step for key, seen in answers.concerns.items() if seen.step != UNSURE}
    about = [(sentence, each) for each in answers.looked for sentence in map(_key, _sentences(each.words))]
    whys = {sentence: each.why for sentence, each in about}
    leads = {sentence: each.lead for sentence, each in about}
    written = (
        Written(found, ". ".join(holding), _of_all(holding, whys), _of_all(holding, leads), chosen)
        for found in danger.found(form, answers)
        if _counts(found)
        for holding in [_holding(found.sign.said, boxes[found.path])]
        for chosen in [_is_chosen(found.sign, ". ".join(holding), sure, highest)]
    )
    return tuple(sorted(written, key=lambda each: not each.found.sign.stated))


def _holding(said: str, text: str) -> list[str]:
    """Every whole sentence of a box that holds the words: the same words elsewhere may mean another thing."""
    there = [sentence for sentence in _sentences(text) if _key(said) in _key(sentence)]
    return list(dict.fromkeys(there)) or _sentences(said)


def _of_all(holding: list[str], said: Mapping[str, str]) -> str:
    """What somebody said of these sentences; empty while it was not said of one of them."""
    found = [said.get(_key(sentence), "") for sentence in holding]
    return found[0] if found and all(found) else ""


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in SENTENCE_END.split(text) if _key(part)]


def _key(words: str) -> str:
    return same(words).strip(AROUND)


def _counts(found: Found) -> bool:
    """The copied words are not said again, and an explanation may name what it explains, but not state a danger."""
    group, _, rest = found.path.partition(".")
    return group != LOOKED or (rest.endswith(".why") and found.sign.stated)


def _is_chosen(sign: Sign, sentence: str, sure: Mapping[str, str], highest: Mapping[str, int]) -> bool:
    """A line of what it may be a sign of answers a doubt; a danger that is stated is answered by a grave line only, and
    by none that says that nothing has happened."""
    keys = {*points_to(sign), *(concern for concern, _ in stands_for.lines(sign, sentence))}
    if not sign.stated:
        return bool(keys & {*sure})
    grave = (key for key in keys & {*sure} if highest[key] == HIGHEST)
    return any(not ages.holds(stands_for.no_answer(), key, sure[key]) for key in grave)


@cache
def _kinds(name: str) -> frozenset[str]:
    return frozenset(_data()[name]["kinds"])


@cache
def _pattern(name: str, number: int) -> re.Pattern[str]:
    entry = _data()[name][number] if name == "no_reason" else _data()[name]
    return re.compile("|".join(entry["words"]), re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    return read_toml("pyforms.threshold", "written.toml")
