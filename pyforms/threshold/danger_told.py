"""What was written that may be about danger, in whichever box, and whether somebody has answered it.

It can only raise: words that are answered leave the level where the rest of the answers puts it.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from pyforms import danger, fields
from pyforms.danger import Found, Sign
from pyforms.form import Form
from pyforms.resources import read_toml
from pyforms.threshold import ages, stands_for
from pyforms.threshold.answers import UNSURE, ThresholdAnswers
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
    sentence, `lead` which safeguarding lead agreed, `answers` the chosen lines that say what it says, and `beside` one
    of the same concern that says less, and is no ordinary need."""

    found: Found
    sentence: str
    why: str
    lead: str
    answers: tuple[stands_for.Line, ...] = ()
    beside: tuple[stands_for.Line, ...] = ()

    @property
    def chosen(self) -> bool:
        return bool(self.answers)

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
    def means(self) -> str:
        """What it may be a sign of, with what the sentence names beside it."""
        more = (key for key in stands_for.named_concerns(self.found.sign, self.sentence))
        labels = [by_id()[key].label.lower() for key in more if key not in self.found.sign.concerns]
        return "; or ".join((self.found.sign.means, *labels))

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


def doctor_first(written: Iterable[Written], old: Collection[int]) -> tuple[str, ...]:
    """What a doctor has to see before anything else, though the words may only mean it."""
    open_still = [each for each in written if not each.why]
    read = {kind for each in open_still for kind in each.found.sign.kinds}
    return tuple(
        str(each["says"])
        for number, each in enumerate(_data()["medical"])
        if any(age in _band(each) for age in old)
        and (
            not read.isdisjoint(each.get("kinds", ()))
            or any(_pattern("medical", number).search(told.sentence) for told in open_still)
        )
    )


def _band(entry: Mapping[str, Any]) -> range:
    return ages.band_of({"ages": [ages.UNBORN, ages.OLDEST], **entry})


def where(written: Iterable[Written]) -> str:
    """Where a line is chosen for what was written: "the line that fits under “Neglect” and “Sexual abuse”"."""
    keys = dict.fromkeys(key for each in written for key in ((STAFF,) if each.is_about_staff else each.concerns))
    labels = [f"“{by_id()[key].label}”" for key in keys if key in by_id()]
    return f"the line that fits under {listed(labels)}" if labels else "the line that fits"


def nobody_is_reached(form: Form, answers: ThresholdAnswers) -> bool:
    """Some box says that nobody can reach the family."""
    given = answers.model_dump(mode="json", exclude_defaults=True)
    return any(_pattern("unreachable", 0).search(text) for _, _, text in fields.texts(form.fields, given))


def read(form: Form, answers: ThresholdAnswers) -> tuple[Written, ...]:
    """Every sign in every box, the stated ones first."""
    given = answers.model_dump(mode="json", exclude_defaults=True)
    boxes = {path: text for path, _, text in fields.texts(form.fields, given)}
    lines = tuple((key, seen.step) for key, seen in answers.concerns.items() if seen.step != UNSURE)
    about = [(sentence, each) for each in answers.looked for sentence in map(_key, _sentences(each.words))]
    whys = {sentence: each.why for sentence, each in about}
    leads = {sentence: each.lead for sentence, each in about}
    written = (
        _written(found, holding, (_of_all(holding, whys), _of_all(holding, leads)), lines)
        for found in danger.found(form, answers)
        if _counts(found)
        for holding in [_holding(found.sign.said, boxes[found.path])]
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


def _written(found: Found, holding: list[str], said: tuple[str, str], chosen: tuple[stands_for.Line, ...]) -> Written:
    sentence = ". ".join(holding)
    answers = a_line_says_as_much(found.sign, sentence, chosen)
    beside = () if answers else _of_the_same_concern(found.sign, sentence, chosen)
    return Written(found, sentence, *said, answers, beside)


def a_line_says_as_much(sign: Sign, sentence: str, chosen: tuple[stands_for.Line, ...]) -> tuple[stands_for.Line, ...]:
    """The chosen lines that answer words: of level 4 under a concern that they may belong to, or as grave as what each
    of their kinds stands for. A milder line never answers them, nor one by which nothing has happened; of what is only
    asked about one meaning is enough, where the words name the degree of its line."""
    telling = tuple(line for line in chosen if not ages.holds(stands_for.no_answer(), *line))
    kinds = stands_for.by_kind(sign, sentence)
    gravest = (line for line in telling if line[0] in points_to(sign) and stands_for.is_harm(line))
    repeated = (line for line in telling if not sign.stated and any(line in meant.repeated for meant in kinds))
    said = [next((line for line in telling if meant.is_said_by(line)), None) for meant in kinds]
    every = tuple(dict.fromkeys(line for line in said if line)) if None not in said else ()
    return next(((line,) for line in chain(gravest, repeated)), every)


def _of_the_same_concern(sign: Sign, sentence: str, chosen: tuple[stands_for.Line, ...]) -> tuple[stands_for.Line, ...]:
    own = {concern for concern, _ in stands_for.lines(sign, sentence)}
    return tuple(line for line in chosen if line[0] in own and stands_for.is_complex(line))


@cache
def _kinds(name: str) -> frozenset[str]:
    return frozenset(_data()[name]["kinds"])


@cache
def _pattern(name: str, number: int) -> re.Pattern[str]:
    entry = _data()[name][number] if isinstance(_data()[name], list) else _data()[name]
    return re.compile("|".join(entry["words"]), re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    return read_toml("pyforms.threshold", "written.toml")
