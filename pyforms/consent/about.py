"""What a page would tell one person of another: sentences of the help that name somebody who answered.

Which words are private nobody can list, so it is the other way round. A sentence that names one of them is let through
where it is made of ordinary words of help alone (ordinary.toml), and is asked about for each reader otherwise.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from pyforms.consent import kept_from, said
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Person, Role
from pyforms.resources import read_toml
from pyforms.wording import same

HELP = ("purpose", "changed")


class Told(NamedTuple):
    """A sentence of the answer at `path`, of whom it tells, and the one person who may read it unasked, if any."""

    path: str
    words: str
    of: tuple[str, ...]
    own: str = ""


def told(answers: ConsentAnswers, texts: Iterable[tuple[str, str]]) -> Iterator[Told]:
    """The sentences that tell more of somebody who answered than ordinary help does; none where one person answered."""
    if len(said.answering(answers)) > 1:
        for path, text in texts:
            yield from _told(answers, path, text)


def _told(answers: ConsentAnswers, path: str, text: str) -> Iterator[Told]:
    before = _until_named(answers, path)
    for words in kept_from.sentences(text):
        named, child = _named(answers, words), _names_another_child(answers, words)
        meant = named if child and not named else [*named, *_by_pronoun(words, before, named)]
        first = _is_in_the_first_person(words)
        hides = kept_from.hides(words)
        if hides or ((meant or first) and not _is_ordinary(answers, words, meant)):
            alone = len(meant) == 1 and not (child or first or hides) and _is_first_named(answers, words)
            names = tuple(each.name for each in meant)
            yield Told(path, words, names, same(names[0]) if alone else "")
        before = named if named or child else before


def _until_named(answers: ConsentAnswers, path: str) -> list[Person]:
    """Whom a pronoun can mean before anybody is named: to a service it is the child."""
    return [each for each in said.answering(answers) if path in HELP or each.role == Role.CHILD]


def _named(answers: ConsentAnswers, words: str) -> list[Person]:
    asked = {same(each.name): each for each in said.answering(answers)}
    return [asked[same(each.name)] for each in kept_from.people_in(answers, words) if same(each.name) in asked]


def _names_another_child(answers: ConsentAnswers, words: str) -> bool:
    """A child who did not answer."""
    asked = {same(each.name) for each in said.answering(answers)}
    others = [each.name for each in answers.children if same(each.name) not in asked]
    return bool(_pieces(words) & {part for name in others for part in _pieces(name)})


def _by_pronoun(words: str, before: list[Person], named: list[Person]) -> list[Person]:
    """Whom “she” or “he” can mean: somebody named in the sentence, or else of those named last."""
    keys = [key for key in _data()["pronouns"] if _pieces(words) & _listed("pronouns", key)]
    away = [key for key in keys if not any(_fits(each, key) for each in named)]
    return [each for each in before if each not in named and any(_fits(each, key) for key in away)]


def _fits(person: Person, key: str) -> bool:
    return _data()["never"][key] not in kept_from.named(f"{person.relationship} {person.name}")


def _is_in_the_first_person(words: str) -> bool:
    """One of several said it, and nobody knows which."""
    return bool(_pieces(words) & _listed("first"))


def _is_ordinary(answers: ConsentAnswers, words: str, meant: list[Person]) -> bool:
    """Beside the names there are only words in which any help can be told."""
    of_children = bool(meant) and all(each.role == Role.CHILD for each in meant)
    known = _listed("words") | (_listed("of_a_child") if of_children else frozenset())
    known |= _listed("of_all") if _is_said_of_all(answers, words) else frozenset()
    return all(_is_known(piece, known) for piece in _without_names(answers, words))


def _is_said_of_all(answers: ConsentAnswers, words: str) -> bool:
    """“Leah and Tom live apart”: what every grown-up who answered does, named side by side, each of them knows."""
    own = [each for each in kept_from.mentions(answers, words) if each.person.role != Role.CHILD]
    between = {piece for one, other in pairwise(own) for piece in kept_from.plain(words)[one.end : other.start].split()}
    adults = {same(each.name) for each in said.answering(answers) if each.role != Role.CHILD}
    named = [same(each.person.name) for each in own]
    return len(adults) > 1 and {*named} == adults and len(named) == len(adults) and between <= {"and"}


def _is_known(piece: str, known: frozenset[str]) -> bool:
    return piece.isdigit() or piece in known or piece.removesuffix("s") in known


def _without_names(answers: ConsentAnswers, words: str) -> list[str]:
    """Every word but the names, what somebody is called or owns, and whatever stands for a person."""
    text = "".join(_cut(answers, clause) for clause in words.split(",") if not _is_of_us_all(answers, clause))
    named = [*(each.name for each in answers.people), *(each.name for each in answers.children)]
    names = {part for name in named for part in _pieces(name)}
    persons = names | _listed("first") | _listed("pronouns", "she") | _listed("pronouns", "he") | {"'s"}
    return [piece for piece in text.split() if piece not in persons and piece.removesuffix("s") not in names]


def _is_of_us_all(answers: ConsentAnswers, clause: str) -> bool:
    """“Since we moved”: what all of them did, all of them know."""
    alone = _pieces(clause) & (_listed("first") | _listed("pronouns", "she") | _listed("pronouns", "he"))
    return bool(_pieces(clause) & _listed("together")) and not alone and not kept_from.mentions(answers, clause)


def _cut(answers: ConsentAnswers, words: str) -> str:
    text = list(kept_from.plain(words))
    for each in kept_from.mentions(answers, words):
        text[each.start : each.end] = " " * (each.end - each.start)
    return f"{''.join(text)} "


def _is_first_named(answers: ConsentAnswers, words: str) -> bool:
    """Nothing but ordinary words stands before whoever is named: it is what they want or do, and not said of them."""
    starts = [each.start for each in kept_from.mentions(answers, words)]
    before = kept_from.plain(words)[: min(starts)].split() if starts else []
    return all(_is_known(piece, _listed("words")) for piece in before)


def _pieces(words: str) -> set[str]:
    return {*kept_from.plain(words).split()}


@cache
def _listed(*keys: str) -> frozenset[str]:
    found: Any = _data()
    for key in keys:
        found = found[key]
    return frozenset(found.split())


@cache
def _data() -> dict[str, Any]:
    return read_toml("pyforms.consent", "ordinary.toml")
