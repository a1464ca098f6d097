"""What was written that may be about danger, in whichever box, and whether somebody has answered it.

It can only raise: words that are answered leave the level where the rest of the answers puts it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from pyforms import danger
from pyforms.danger import Found
from pyforms.form import Form
from pyforms.threshold.answers import UNSURE, ThresholdAnswers
from pyforms.threshold.checks import HIGHEST
from pyforms.threshold.concerns import by_id
from pyforms.wording import listed, same

# What a copied sentence may lose or gain at its ends.
AROUND = " .,;:!?“”\"'\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
LOOKED = "looked"


@dataclass(frozen=True, slots=True)
class Written:
    """Words that may be about danger. `why` is what the person said about exactly these words; `chosen` says that a
    line was chosen which answers them."""

    found: Found
    why: str
    chosen: bool

    @property
    def said(self) -> str:
        return self.found.sign.said

    @property
    def is_open(self) -> bool:
        return not (self.why or self.chosen)


def where(written: Iterable[Written]) -> str:
    """Where a line is chosen for what was written: "the line that fits under “Neglect” and “Sexual abuse”"."""
    keys = dict.fromkeys(key for each in written for key in each.found.sign.concerns)
    labels = [f"“{by_id()[key].label}”" for key in keys if key in by_id()]
    return f"the line that fits under {listed(labels)}" if labels else "the line that fits"


def read(form: Form, answers: ThresholdAnswers, highest: Mapping[str, int]) -> tuple[Written, ...]:
    """Every sign in every box, the stated ones first; `highest` gives the top level of each chosen concern."""
    whys = {_key(each.words): each.why for each in answers.looked}
    sure = {key for key, seen in answers.concerns.items() if seen.step != UNSURE}
    written = (
        Written(found, whys.get(_key(found.sign.said), ""), _is_chosen(found, sure, highest))
        for found in danger.found(form, answers)
        if _counts(found)
    )
    return tuple(sorted(written, key=lambda each: not each.found.sign.stated))


def _key(words: str) -> str:
    return same(words).strip(AROUND)


def _counts(found: Found) -> bool:
    """The copied words are not said again, and an explanation may name what it explains, but not state a danger."""
    group, _, rest = found.path.partition(".")
    return group != LOOKED or (rest.endswith(".why") and found.sign.stated)


def _is_chosen(found: Found, sure: Collection[str], highest: Mapping[str, int]) -> bool:
    """A line of what it may be a sign of answers a doubt; a danger that is stated is answered by a grave line only."""
    return any(key in sure and (highest[key] == HIGHEST or not found.sign.stated) for key in found.sign.concerns)
