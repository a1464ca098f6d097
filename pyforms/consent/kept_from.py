"""From whom something is to be kept: who is named in some words, and which words say that somebody does not know."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from operator import ne
from typing import Any, NamedTuple

from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Agency, Person, Role, YesNo
from pyforms.resources import read_toml
from pyforms.wording import same

DOCTOR = "the doctor"
SHORT, LONG = 4, 6  # letters: the shortest name in which a slip is forgiven, and the shortest that forgives any one
INITIALS = 3
LETTERS_CUT = 2  # fewer, and another short name would be meant as well
ENDINGS = ("ie", "ey", "y")
NOT = re.compile("n['\u2018\u2019`]t\\b", re.IGNORECASE)
PIECE = re.compile("['\u2018\u2019`]s\\b|[^\\W_]+")
SENTENCE_END = re.compile(r"[.;!?\n]+")
OWNS = " 's"
SPELT = {"ph": "f", "ck": "k", "c": "k", "ey": "i", "ie": "i", "y": "i", "z": "s", "ah": "a"}
KEPT = re.compile(r" (\w+ ){0,2}?(not|never|\w+nt) (to )?(be )?(know|told|hear|find)")


class Mention(NamedTuple):
    """Where somebody is named in plain words, whether by a name or only by what they are to somebody."""

    start: int
    end: int
    person: Person
    by_name: bool


@cache
def _data() -> dict[str, Any]:
    return read_toml("pyforms.consent", "kept_from.toml")


@cache
def _rows() -> dict[str, re.Pattern[str]]:
    return {each["name"]: re.compile(each["words"]) for each in _data()["from"]}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = _data()["unknowing"][name]
    return re.compile("|".join(words) if isinstance(words, list) else words)


def plain(words: str) -> str:
    """Small letters and single gaps, no stops; what somebody owns is told by an 's of its own."""
    return " ".join(piece.group().lower().replace("\u2019", "'") for piece in PIECE.finditer(NOT.sub("nt", words)))


def sentences(words: str) -> list[str]:
    return [part.strip() for part in SENTENCE_END.split(words) if part.strip()]


def unknowing(words: str) -> list[str]:
    """The sentences that say that somebody does not know something, or must not."""
    return [each for each in sentences(words) if _pattern("words").search(_pattern("not_secret").sub(" ", plain(each)))]


def without_the_wish(words: str) -> str:
    """What a sentence says beside that somebody is not to know it."""
    return _pattern("words").sub(" ", plain(words))


def hides(words: str) -> bool:
    """Somebody is hidden, or looked for: the one who looks may be any of those who get a page."""
    return bool(_pattern("hides").search(plain(words)))


def named(words: str) -> list[str]:
    """Who is named in some words, as the table calls them."""
    return [name for name, pattern in _rows().items() if pattern.search(words.lower())]


# Services


def told_all_the_same(answers: ConsentAnswers) -> list[str]:
    """Services that are to be told, and may be those from whom something is to be kept private."""
    whom = "\n".join(_from_whom(answers, each) for each in sentences(answers.restrictions))
    told = [each.name for each in answers.agencies if each.may == YesNo.YES and is_in(answers, each, whom)]
    return list(dict.fromkeys(told))


def _from_whom(answers: ConsentAnswers, words: str) -> str:
    """A sentence without what is to be kept, where it clearly says from whom: to tell Willow, and not to tell Carl
    about Willow, is no contradiction. Where that is in doubt, all of it."""
    typed = NOT.sub("nt", words)
    if _pattern("from_others").search(typed.lower()):
        return words
    for whom, what in _divided(typed):
        if not _pattern("in_doubt").search(what.lower()) and _names_somebody(answers, whom):
            return whom
    return words


def _divided(words: str) -> Iterator[tuple[str, str]]:
    """From whom, and what, as a sentence may say it: whom first, whom last, or whom after what is not to be said."""
    knowing = _pattern("knowing").search(words)
    if knowing and (matter := _pattern("matter").search(words, knowing.end())):
        yield words[: matter.start()], words[matter.start() :]
    if is_from := _pattern("is_from").search(words):
        yield words[is_from.end() :], words[: is_from.start()]
    mention = _pattern("mention").search(words)
    if mention and (to_whom := _pattern("to_whom").search(words, mention.end())):
        yield words[to_whom.end() :], words[mention.end() : to_whom.start()]


def _names_somebody(answers: ConsentAnswers, words: str) -> bool:
    """One who is in this record, or is called by what they are, or has a name with a capital letter."""
    capital = (piece for piece in PIECE.findall(words)[1:] if piece[0].isupper() and piece.lower() not in _everyday())
    parts = (part for name in _names(answers) for part in _telling(name))
    return bool(named(words)) or any(capital) or not {*plain(words).split()}.isdisjoint(parts)


def is_in(answers: ConsentAnswers, agency: Agency, words: str) -> bool:
    """The words name a service by what it is called in this record, by a part of that, or by what it is."""
    said = plain(words).split()
    own = [*(_telling(agency.name) - _parts_of_names(answers)), _initials(agency.name)]
    by_name = any(_alike(piece, part) for piece in said for part in own)
    return by_name or bool({*named(words)} & {*named(agency.name), *_by_name_alone(agency.name)})


def is_same_service(one: str, other: str) -> bool:
    """The same name, or so near that one may be a slip of the other."""
    first, second = (plain(name).replace(OWNS, "s").split() for name in (one, other))
    if "".join(first) == "".join(second):
        return True
    pairs = zip(first, second, strict=False)
    return len(first) == len(second) and all(a == b or _is_slip(a, b) for a, b in pairs)


def _is_slip(one: str, other: str) -> bool:
    swapped = len(one) >= SHORT and one[0] == other[0] and sorted(one) == sorted(other)
    return one.isalpha() and (swapped or _alike(one, other))


def is_contested(agencies: Iterable[Agency], one: Agency) -> bool:
    """A yes and a no stand under its name, or under a name that is nearly the same: neither counts."""
    return any(other.may != one.may and is_same_service(other.name, one.name) for other in agencies)


def ended(answers: ConsentAnswers, agency: Agency) -> str:
    """What changes, in the sentence that ends or takes back what this service may know; empty where none does."""
    for words in sentences(answers.changed):
        by_name = [each for each in answers.agencies if plain(each.name) in plain(words)]
        meant = agency in by_name if by_name else is_in(answers, agency, words)
        if meant and re.search(_data()["ended"], plain(words)):
            return words
    return ""


def _by_name_alone(name: str) -> list[str]:
    return [each["name"] for each in _data()["from"] if re.search(each.get("in_a_name", "(?!)"), name.lower())]


def is_service(name: str) -> bool:
    """What an agency is called says that it is one, whoever's name it bears: Reed Primary."""
    services = {each["name"] for each in _data()["from"] if each.get("service")}
    return bool(services & {*named(name), *_by_name_alone(name)})


def _initials(name: str) -> str:
    """CAMHS, for the Child and Adolescent Mental Health Service; a name of fewer words has none."""
    first = [piece[0] for piece in re.findall(r"\w+", name) if piece[0].isupper()]
    return _spelt("".join(first).lower()) if len(first) >= INITIALS else "-"


def _telling(name: str) -> set[str]:
    """The parts of a name that tell it apart."""
    own = _data()["parts"]
    little = own["say_little"].split()
    return {piece for piece in plain(name).split() if len(piece) >= own["least"] and piece not in little}


def _parts_of_names(answers: ConsentAnswers) -> set[str]:
    return {part for name in _names(answers) for part in _telling(name)}


def _names(answers: ConsentAnswers) -> list[str]:
    return [*(each.name for each in answers.people), *(each.name for each in answers.children)]


# People


def bears_a_name(answers: ConsentAnswers, words: str) -> bool:
    """A part of the name of somebody in this record stands in some words."""
    text = NOT.sub("nt", words)
    typed = ((piece.group(), plain(piece.group())) for piece in PIECE.finditer(text))
    return any(_is_part(small, said, name) for said, small in typed if small for name in _names(answers))


def people_in(answers: ConsentAnswers, words: str) -> list[Person]:
    """Those who were asked and whom some words name, by a name or by what they are to the child."""
    return list({same(each.person.name): each.person for each in mentions(answers, words)}.values())


def is_kept_from(answers: ConsentAnswers, person: Person, whose: Iterable[Person]) -> bool:
    """What is to be kept private names this person, and not as the one who wishes it."""
    only = [same(each.name) for each in whose] == [same(person.name)]
    for words in sentences(answers.restrictions):
        own = [each for each in mentions(answers, words) if same(each.person.name) == same(person.name)]
        wishes = only or any(each.by_name and _wishes(plain(words), each) for each in own)
        if any(_is_kept(plain(words), each, wishes=wishes) for each in own):
            return True
    return False


def _is_kept(words: str, told: Mention, *, wishes: bool) -> bool:
    """Whoever wishes it says "Mum" of somebody else, and may name themselves as they say from whom."""
    before, after = words[: told.start].rstrip(), words[told.end :]
    by_name = told.by_name and bool(_pattern("kept").search(before) or KEPT.match(after))
    return by_name or not wishes


def _wishes(words: str, told: Mention) -> bool:
    return bool(_pattern("wishes").match(words[told.end :]))


def mentions(answers: ConsentAnswers, words: str) -> list[Mention]:
    """In the order in which they stand. Whose something is, is not named by it: Ivy is not meant by “Ivy’s dad”."""
    text = plain(words)
    by_name = [each for each in _by_name(answers, words) if not _owns_a_relative(text, each)]
    return sorted((*by_name, *_by_relation(answers, text)), key=lambda each: (each.start, each.end))


def _owns_a_relative(text: str, told: Mention) -> bool:
    rest = text[told.end :]
    return rest.startswith(OWNS) and any(pattern.match(rest, len(OWNS) + 1) for pattern in _rows().values())


def _by_name(answers: ConsentAnswers, words: str) -> Iterator[Mention]:
    """By a part of the name that nobody else here has; by one that several have where it stands alone."""
    everyone = _names(answers)
    text, place, before = plain(words), 0, ""
    typed = [piece.group() for piece in PIECE.finditer(NOT.sub("nt", words))]
    for said, piece in zip(typed, text.split(" "), strict=False):
        start, place = place, place + len(piece) + 1
        bearers = [name for name in everyone if _is_part(piece, said, name)]
        is_surname = bool(before) and any(_is_part(before, before.title(), name) for name in bearers)
        before = piece
        if len({same(name) for name in bearers}) > 1 and is_surname:
            continue
        found = {same(name) for name in bearers}
        end = start + len(piece)
        yield from (Mention(start, end, each, by_name=True) for each in answers.people if same(each.name) in found)


@lru_cache(maxsize=4_096)  # each page of a record compares the same words with the same names
def _is_part(piece: str, said: str, name: str) -> bool:
    """A part of a name as it is written, or with a slip that still sounds the same."""
    if piece in _data()["parts"]["words_too"].split() and not said[0].isupper():
        return False
    return any(_alike(piece, part) for part in _telling(name)) or (said[0].isupper() and is_short_for(piece, name))


def is_short_for(piece: str, name: str) -> bool:
    """Danny for Daniel, and Bill for William."""
    given = next(iter(plain(name).split()), "")
    short = next((piece.removesuffix(end) for end in ENDINGS if piece.endswith(end)), piece)
    stem = short[:-1] if short[-2:-1] == short[-1:] else short
    longer = len(given) - len(stem)
    cut = len(stem) >= _data()["parts"]["least"] and longer >= (1 if len(stem) >= SHORT else LETTERS_CUT)
    by_letters = cut and given.startswith(stem) and piece not in _everyday()
    return by_letters or any({piece, given} <= {*line.split()} for line in _data()["parts"]["nicknames"])


@cache
def _everyday() -> frozenset[str]:
    """Words such as “The”, which are short for nobody’s name."""
    own = read_toml("pyforms.consent", "ordinary.toml")
    return frozenset(" ".join((own["words"], *own["pronouns"].values(), own["first"], own["together"])).split())


def _alike(piece: str, part: str) -> bool:
    """One slip is forgiven where it hardly makes another word: a vowel, two letters swapped, any in a long name."""
    one, other = _spelt(piece), _spelt(part)
    if one in (other, f"{other}s"):
        return True
    one, other = one.removesuffix("s"), other.removesuffix("s")
    if min(len(one), len(other)) < SHORT or one[:1] != other[:1]:
        return False
    if sorted(one) == sorted(other):
        return True
    short, long = sorted((one, other), key=len)
    slips = [long[place] for place in range(len(long)) if long[:place] + long[place + 1 :] == short]
    one_vowel = any(letter in "aeiou" for letter in slips)
    return one_vowel or (len(short) >= LONG and short[-1] == long[-1] and (bool(slips) or _differ(short, long) == 1))


def _differ(one: str, other: str) -> int:
    return sum(map(ne, one, other)) if len(one) == len(other) else len(other)


@cache
def _spelt(word: str) -> str:
    """A word as it sounds: no accents, no letter twice, and one letter for those that sound alike."""
    folded = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    for written, sound in SPELT.items():
        bare = bare.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", bare)


def _by_relation(answers: ConsentAnswers, text: str) -> Iterator[Mention]:
    for row in _data()["from"]:
        for match in _rows()[row["name"]].finditer(text):
            if not _is_an_adults(answers, text[: match.start()]):
                found = _called(answers, row)
                yield from (Mention(match.start(), match.end(), person, by_name=False) for person in found)


def _called(answers: ConsentAnswers, row: dict[str, Any]) -> list[Person]:
    """Those who are that to the child; where nobody is, those who may be, or of whom nothing is written."""
    own = [person for person in answers.people if row["name"] in _relations(person)]
    return own or [person for person in answers.people if _may_be(person, row)]


def _may_be(person: Person, row: dict[str, Any]) -> bool:
    own = _relations(person)
    silent = not own and not person.relationship and person.role == Role.PARENT
    return (silent and row.get("parent", False)) or bool({*row.get("may_be", ())} & own)


def _relations(person: Person) -> set[str]:
    return {*named(f"{person.relationship} {person.name}")}


def _is_an_adults(answers: ConsentAnswers, before: str) -> bool:
    """“Carl’s mum” is not the children’s mother."""
    owner = before.rstrip().removesuffix(OWNS.strip()).split()
    adults = [each.name for each in answers.people if each.role == Role.PARENT]
    is_owned = before.rstrip().endswith(OWNS)
    return is_owned and bool(owner) and any(_alike(owner[-1], part) for name in adults for part in _telling(name))
