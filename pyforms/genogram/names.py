"""Names: what makes two of them one, and what cannot be a name."""

import re
from functools import lru_cache
from unicodedata import category, combining, normalize

from pyforms.genogram.facts import Said, facts
from pyforms.genogram.tidy import brackets
from pyforms.genogram.words import among, kinds, plain, roles, words

SIGN = re.compile(
    r'[][:=,+~/&#|<>;{}\\^"]|(?:^|\s)[-–—\u2212*×·•∙](?:\s|$)|\s[\x27\u2019]?n[\x27\u2019]?\s|\s[x⚭⚮]\s|\sx\d|--|[-–—]>'
)
YEAR = re.compile(r"(?:(?<!\w)|\b[bd])(?:19|20)\d\d(?!\w)")
CROSSES = ("†", "✝")
NUMBERED = re.compile(r"^(.*\S) (\d{1,3})$")
STARTS_FACTS = ("born", "b.", "b", "dob", "died", "d.", "d", "deceased", "aged", "age", "due", "rip", "†", "✝")
STARTS_WITH_A_NUMBER = re.compile(r"^\d+[a-z]?\s")
FULL_STOP = re.compile(r"[^\W\d_]{3,}\.\s")
TITLES = ("mrs.", "rev.", "prof.", "snr.", "jnr.", "miss.", "fr.")
SIGNS = "“{name}” is not read as a name: “{sign}” has a meaning of its own. {remedy}"
REMEDY = "Write “Mum + Dad = Ella, Sam” for a family and “Ella: girl, born 2015” for a person, or put a name in quotes"


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """The same for names that differ in capitals, blanks, curly apostrophes or ornaments alone."""
    bare = name
    if not name.isascii():
        bare = "".join(letter for letter in normalize("NFKC", name) if category(letter) not in ("So", "Sk", "Cf", "Cs"))
        bare = bare.replace("\u2019", "'").replace("\u2018", "'")
    return " ".join(bare.casefold().split()).rstrip(".") or name.casefold()


def bare_letters(name: str) -> str:
    """Without accents, hyphens and blanks: what is left when somebody writes in haste."""
    letters = key(name)
    if letters.isascii():
        return letters if letters.isalnum() else "".join(filter(str.isalnum, letters))
    letters = normalize("NFKD", letters)
    return "".join(letter for letter in letters if letter.isalnum() and not combining(letter))


def is_unknown(name: str) -> bool:
    return key(name).strip("() ") in among("people", "unknown")


def trouble(name: str, *, is_alone: bool = False) -> str:
    """Why these words, without quotes, are no name; empty where they may be one."""
    if is_unknown(name):
        return ""
    if not any(letter.isalnum() or category(letter) == "So" for letter in name):
        return f"“{_short(name)}” is not read. {REMEDY}"
    sign = SIGN.search(name)
    if sign:
        return SIGNS.format(name=_short(name), sign=sign[0].strip(), remedy=REMEDY)
    if key(name).rstrip(":") in among("people", "heading"):
        return f"“{name}” is read as a heading, not as a person. {REMEDY}"
    parts = name.replace("(", " ").replace(")", " ").split()
    never = among("people", "never_in_a_name") | (among("people", "never_alone_in_a_name") if is_alone else frozenset())
    found = next((part for part in parts if part.casefold() in never), "")
    year = YEAR.search(name)
    if (
        found and not (is_alone and len(parts) == 1 and found.casefold() not in among("people", "never_in_a_name"))
    ) or year:
        return SIGNS.format(name=_short(name), sign=found or (year[0] if year else ""), remedy=REMEDY)
    if any(part in among("people", "pets") for part in parts):  # Cat is a person
        return f"“{_short(name)}” is not read as a person. A picture has people alone: leave an animal out"
    if STARTS_WITH_A_NUMBER.match(name):
        return f"“{_short(name)}” begins with a number, and is not read as a name. Write each person by a name"
    if FULL_STOP.search(name) and not any(part.casefold() in TITLES for part in parts):
        return f"“{_short(name)}” may be more than one person. Write a comma between two names"
    if is_alone and _is_sentence(parts):
        return f"“{_short(name)}” reads like a sentence, not like a name. {REMEDY}"
    return ""


def _is_sentence(parts: list[str]) -> bool:
    """A capital, then a small word that no name has; or more words than a name has."""
    small = [part for part in parts[1:] if part[:1].islower() and plain(part) not in among("people", "small")]
    return (bool(small) and parts[0][:1].isupper()) or len(small) > len(("great", "aunt", "jo"))


def _short(name: str) -> str:
    return name if len(name) <= len("Mum + Dad = Ella, Sam and someone else") else f"{name[:36]}…"


def peeled(name: str) -> tuple[str, Said | None]:
    """A name, and the facts that stand behind it without a colon: Ella (girl, 9); Ella born 2015."""
    bare, inside = brackets(name)
    if inside and bare and bare != name:
        said = told_in(inside)
        if said:
            again, more = peeled(bare)
            return again, _both(more, said)
    if name[:1] in CROSSES and name[1:].strip():
        again, more = peeled(name[1:].strip())
        return again, _both(more, facts(name[0]))
    parts = name.split()
    for at in range(1, len(parts)):
        if parts[at].casefold() in STARTS_FACTS or YEAR.fullmatch(parts[at]):
            said = facts(" ".join(parts[at:]))
            if (said.changes and not said.left) or (said.left and said.problem.startswith("An age")):
                return " ".join(parts[:at]), said
            break
    return name, None


def told_in(inside: str) -> Said | None:
    """What a bracket says of a person; None where it is no fact, such as (Mum's side)."""
    found: Said | None = None
    for part in inside.split(","):
        said = facts(part)
        is_age = bool(said.left) and said.problem.startswith("An age")
        if part.strip() and (said.left or said.relations) and not is_age:
            return None
        found = _both(found, said)
    return found if found and (found.changes or found.left) else None


def _both(one: Said | None, other: Said) -> Said:
    if one is None:
        return other
    return Said(
        {**one.changes, **other.changes},
        [*one.left, *other.left],
        one.problem or other.problem,
        [*one.relations, *other.relations],
        [*one.notes, *other.notes],
        one.is_grown or other.is_grown,
    )


def kind_in(inside: str) -> tuple[str, str] | None:
    """How a child came, from a bracket: the kind, and the word that stays with it."""
    return kinds().get(" ".join(inside.casefold().replace(".", "").split()))


def asks_kind(inside: str) -> bool:
    """Whether a bracket is about how a child came, in words that are in no list."""
    if key(inside) in roles():
        return False  # Jo (Mum) is a name
    return any(part in among("asks", "kind") for part in re.split(r"[\s/-]+", inside.casefold()))


def role(name: str) -> tuple[str, int] | None:
    """What a name such as Nan or Nan Sue says: its group, and how far it stands above the child."""
    first = key(name).split(" ")[0]
    return roles().get(first)


def parent_kind(name: str) -> str:
    """How children come to someone of such a name: a foster carer, a stepdad."""
    spaced = f" {' '.join(re.split(r'[^a-z]+', key(name)))} "
    if not any(mark in spaced for mark in ("step", "foster", "adopt", "guardian", "carer")):
        return ""
    return next(
        (kind for kind, every in words()["parent_kind"].items() if any(f" {each} " in spaced for each in every)), ""
    )
