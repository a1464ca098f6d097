"""Reading a line of a plan as words: which of the lists of check.toml it touches. No regular expression, no guess."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from pyforms import resources

WILL = ("will", "to", "is", "has", "and", "or")
STOPS = str.maketrans(dict.fromkeys('.,;:!?()[]"“”/–—', " ") | {"’": "'", "\N{LEFT SINGLE QUOTATION MARK}": "'"})
DOUBLED = "bdgmnprt"
VOWELS = "aeiou"
LONGEST = 5  # words in any entry of check.toml
UNSURE = {"no", "one", "first", "half", "second"}  # each has another meaning, so alone it counts nothing


@dataclass(frozen=True)
class Words:
    """A line in lower case, without its stops; `text` begins and ends with a space, so that a word is found whole."""

    text: str
    names_someone: bool
    phrases: frozenset[str]

    def found(self, group: str) -> frozenset[str]:
        return self.phrases & words_of(group)

    @property
    def hopes(self) -> frozenset[str]:
        """Vague words, and every form of the vague verbs."""
        return self.found("vague") | (self.phrases & forms_of("vague_verbs"))

    def shows(self, without: frozenset[str]) -> frozenset[str]:
        """What someone could be seen to do, once these words are cut out: "put in place" puts nothing anywhere."""
        text = self.text
        for word in sorted(without, key=len, reverse=True):
            text = text.replace(f" {word} ", " | ")
        return phrases_of(text.split()) & forms_of("seen")

    def comes_first(self, some: frozenset[str], others: frozenset[str]) -> bool:
        """Whether one of `some` stands before all of the others: "reads with Sam, to boost his confidence"."""
        places = [min((self.text.find(f" {word} ") for word in group), default=-1) for group in (some, others)]
        return 0 <= places[0] < places[1]

    @property
    def length(self) -> int:
        return len(self.text.split())

    @property
    def acts(self) -> frozenset[str]:
        """What someone could be seen to do."""
        return self.phrases & forms_of("seen")

    @property
    def is_counted(self) -> bool:
        """How much, how often, when or how long."""
        return self.has_time or self._has_digit or bool(self.found("numbers") - UNSURE)

    @property
    def has_time(self) -> bool:
        return bool(self.found("count")) or (bool(self.found("units")) and self._has_number)

    @property
    def has_deadline(self) -> bool:
        """A date or a span in the words themselves: "by 16 October", "until half term"."""
        after = [self.text.split(f" {word} ", 1)[1] for word in data()["deadline"] if f" {word} " in self.text]
        return any(_says_when(rest) for rest in after) or bool(self.found("holidays"))

    @property
    def _has_number(self) -> bool:
        return self._has_digit or bool(self.found("numbers"))

    @property
    def _has_digit(self) -> bool:
        return any(letter.isdigit() for letter in self.text)


def _says_when(words: str) -> bool:
    """Whether what follows "by" or "for" is a day, a month, a term or a span of weeks."""
    near = f" {' '.join(words.split()[:4])} "
    return any(f" {word} " in near for word in data()["calendar"])


def words_in(text: str) -> Words:
    plain = text.translate(STOPS).split()
    lower = " ".join(plain).lower()
    return Words(f" {lower} ", _names_someone(plain), phrases_of(lower.split()))


def phrases_of(words: list[str]) -> frozenset[str]:
    """Every run of up to LONGEST words, so that a line is looked up in the lists and no list is searched for."""
    starts = range(len(words))
    return frozenset(" ".join(words[at : at + size]) for size in range(1, LONGEST + 1) for at in starts)


def _names_someone(plain: list[str]) -> bool:
    """ "Mum will…", "Sarah rings…": a name or a family word that stands before what is done."""
    if len(plain) < len(("Mum", "rings")):
        return False
    first, after, verbs = plain[0], plain[1].lower(), forms_of("seen")
    is_name = first[0].isupper() and first.lower() not in verbs and (after in WILL or after in verbs)
    return first.lower() in data()["family"] or is_name


@cache
def data() -> dict[str, Any]:
    return resources.read_toml("pyforms.smart_plan", "check.toml")


@cache
def words_of(group: str) -> frozenset[str]:
    return frozenset(data()[group])


@cache
def forms_of(group: str) -> frozenset[str]:
    """Every form of the verbs in a list."""
    return frozenset(form for verb in data()[group] for form in _forms(verb))


def _forms(verb: str) -> set[str]:
    """walk, walks, walked, walking; hug, hugged, hugging; brush, brushes; tidy, tidies."""
    base, _, rest = verb.partition(" ")
    every = (base, _third_person(base), _past(base), f"{_stem(base)}ing")
    return {f"{form} {rest}".rstrip() for form in every} | set(data()["irregular"].get(verb, ()))


def _stem(base: str) -> str:
    if base.endswith("e"):
        return base[:-1]
    is_short = len(base) > len("go") and base[-1] in DOUBLED and base[-2] in VOWELS and base[-3] not in VOWELS
    return base + base[-1] if is_short else base


def _ends_in_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in VOWELS


def _third_person(base: str) -> str:
    if _ends_in_y(base):
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x", "o")) else f"{base}s"


def _past(base: str) -> str:
    return f"{base[:-1]}ied" if _ends_in_y(base) else f"{_stem(base)}ed"
