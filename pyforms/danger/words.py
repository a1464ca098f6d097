"""A text as a row of plain words: small letters, no endings, slips mended, and the places where a thought ends."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from pyforms import stemming
from pyforms.resources import read_toml

HERE = "pyforms.danger"
LONGEST = 24  # letters in a word worth mending
ONE_SLIP, TWO_SLIPS = 4, 8  # the shortest words that may hold so many
SIGNS = r"\b[aA]&[eE]\b|/52\b|&|£(?=\d)|(?<!\w)#|(?<![+\w])\+(?=\s?[^\W\d_])|(?<=[^\W\d_])\+(?=[^\W\d_])"
PIECES = re.compile(SIGNS + r"|[^\W_]+(?:['\u2018\u2019`][^\W_]+)*|\.{2,}|[.!?;\n\u2026]|[,:()/]|\s[-\u2013\u2014]+\s")
HEARD = 5  # the shortest word that is known by its sound
TWICE, DULL = re.compile(r"(.)\1"), re.compile("e?d$|et$")
ENDS, PAUSES = ".", ","
THIS = "thisvery"
HAD = "hadsome"
OWNS = re.compile("['\u2018\u2019`]s$")
CLIPPED = re.compile("['\u2018\u2019`](?:ll|d|ve|re|m)$", re.IGNORECASE)  # "she'll", "they've"
YEAR = re.compile(r"(?:yr|year|y)(\d{1,2})s?")  # "yr11"
ABOUT = re.compile(r"(\d{1,3})(?:ish|s)")  # "20ish", "20s"
PAST = re.compile(r"(.{3,}[^aeiou])d")  # "shoutd"
AGE = re.compile(r"(\d{1,2})(yo|yr|year|wk|week|mth|month|mo)s?")  # "12wks", "13yo"
HATE = re.compile("[^aeiou][aeiou][^aeiouwxy]")
OUR = re.compile(r"\bour $", re.IGNORECASE)
SHORTEST = 3


class Word(NamedTuple):
    """A word's plain form, where it stands in the text, and whether it looks like a name, or like that of one's own
    child: "our Jamie"."""

    plain: str
    start: int
    end: int
    named: bool = False
    kin: bool = False


@cache
def data() -> dict[str, Any]:
    return read_toml(HERE, "words.toml")


@cache
def kinds() -> list[dict[str, Any]]:
    """The kinds of danger as they are written: kinds.py makes patterns of them, out of these words."""
    found: list[dict[str, Any]] = read_toml(HERE, "kinds.toml")["kind"]
    return found


def row(text: str) -> list[Word]:
    """The words of a text in order, with "." where a thought ends and "," where it pauses.

    A "this" with nothing after it is what somebody reads or cannot do, and not a word that another leans on.
    """
    return list(_row([*PIECES.finditer(text)], text))


def _row(pieces: list[re.Match[str]], text: str) -> Iterator[Word]:
    joined = False
    for place, piece in enumerate(pieces):
        following = pieces[place + 1 : place + 2]
        pair = "" if joined else _pair(piece, following, text)
        if pair:
            yield from (Word(plain(each), piece.start(), following[0].end()) for each in pair.split())
        elif not joined and _had_some(piece, pieces[place + 1 : place + 1 + data()["had"]["within"]]):
            yield Word(plain(HAD), piece.start(), piece.end())
        elif not joined:
            yield from _read(piece, following, text)
        joined = bool(pair)


def _pair(piece: re.Match[str], following: list[re.Match[str]], text: str) -> str:
    """What two words that stand together are one of; empty for nearly all."""
    first = OWNS.sub("s", piece.group().lower())
    if first not in _paired() or not following or text[piece.end() : following[0].start()].strip(" -"):
        return ""
    own: str = data()["pairs"].get(f"{first} {OWNS.sub('s', following[0].group().lower())}", "")
    return own


def _had_some(piece: re.Match[str], following: list[re.Match[str]]) -> bool:
    """Whether somebody had so much of something that it may have been swallowed."""
    had = data()["had"]
    return CLIPPED.sub("", piece.group().lower()) in had["words"] and any(
        each.group().lower() in had["of"] or each.group() in data()["group"]["eight"] for each in following
    )


def _read(piece: re.Match[str], following: list[re.Match[str]], text: str) -> Iterator[Word]:
    sign = data()["signs"].get(piece.group().lower())
    if sign:
        if not _is_a_tag(piece, following):
            yield Word(plain(sign), piece.start(), piece.end())
    elif piece.group().lower() == "this" and all(_lets_go(each.group().lower()) for each in following):
        yield Word(THIS, piece.start(), piece.end())
    else:
        yield from _words(piece, text)


def _is_a_tag(piece: re.Match[str], following: list[re.Match[str]]) -> bool:
    """Whether a "#" begins a word that is no part of a body."""
    touches = piece.group() == "#" and following and following[0].start() == piece.end()
    return bool(touches and plain(following[0].group().lower()) not in data()["class"]["bodypart"])


def _lets_go(following: str) -> bool:
    return not following[0].isalnum() or following in data()["after_this"]


def _words(piece: re.Match[str], text: str) -> Iterator[Word]:
    said = piece.group()
    if not said[0].isalnum():
        yield Word(_mark(said), piece.start(), piece.end())
        return
    named = said[0].isupper() and not said.isupper() and _goes_on(text, piece.start())
    kin = named and bool(OUR.search(text[max(0, piece.start() - 5) : piece.start()]))
    for each in plains(said, named=named):
        yield Word(each, piece.start(), piece.end(), named, kin)


def _mark(said: str) -> str:
    return ENDS if said in ".!?;\n\u2026" else PAUSES


def _goes_on(text: str, start: int) -> bool:
    """Whether a word stands within a sentence, so that a capital letter makes it a name."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return bool(before) and (before[-1].isalnum() or before[-1] in ",:")


@lru_cache(maxsize=16_384)
def plains(said: str, *, named: bool = False) -> tuple[str, ...]:
    """The plain words that one written word stands for: none for an "a" or "the", two for "killmyself".

    A name is taken as it stands, however close it is to another word.
    """
    short = data()["short"].get(said)
    if short:
        return tuple(plain(each) for each in short.split())
    if CLIPPED.search(said):
        return plains(CLIPPED.sub("", said), named=named)
    word = "".join(stemming.split(said))
    spelt = data()["spelt"].get(word)
    if spelt is None and OWNS.search(said):
        return plains(said[:-2], named=named)
    if spelt is not None:
        return tuple(plain(each) for each in spelt.split())
    if word in _drops():
        return ()
    age = AGE.fullmatch(word)
    if age:
        return (*plains(age[1]), *plains(f"{age[2]}s"))
    year = YEAR.fullmatch(word)
    if year:
        return ("year", year[1])
    about = ABOUT.fullmatch(word)
    if about:
        return (about[1],)
    return (plain(word),) if named or word in _apart() else meant(word)


@lru_cache(maxsize=16_384)
def plain(word: str) -> str:
    """The form under which a word is compared: "hits", "hitting" and "hit" have the same one."""
    return _forms().get(word) or (word if word in _apart() else _cut(word))


def dropped(word: str) -> bool:
    """Whether a pattern does not need a word, such as "the"."""
    return word in _drops()


def _cut(word: str) -> str:
    rest = word.removesuffix("ing")
    rest = rest if rest != word else word.removesuffix("ed")
    if rest != word and len(rest) >= SHORTEST:
        return _end(rest)
    rest = word if word.endswith("ss") else word.removesuffix("s")
    return _short(rest if len(rest) >= SHORTEST else word)


def _end(rest: str) -> str:
    """What "hitting", "hating" and "shaking" have left: hit, hate and shak."""
    if len(rest) > SHORTEST and rest[-1] == rest[-2] and rest[-1] not in "sl":
        return rest[:-1]
    return f"{rest}e" if len(rest) == SHORTEST and HATE.fullmatch(rest) else _short(rest)


def _short(word: str) -> str:
    return word.removesuffix("e") if len(word) > SHORTEST + 1 else word


def meant(word: str) -> tuple[str, ...]:
    """A word of danger as it is, or as it was meant; any other word as it stands."""
    own = plain(word)
    if own in _known() or word in real() or not ONE_SLIP <= len(word) <= LONGEST or word.isdigit():
        return (own,)
    return _parted(word) or _past(word) or _mended(word) or (own,)


def _past(word: str) -> tuple[str, ...]:
    """A word of danger whose "ed" was typed as a "d": "shoutd"."""
    past = PAST.fullmatch(word)
    return (plain(past[1]),) if past and plain(past[1]) in _known() else ()


def _mended(word: str) -> tuple[str, ...]:
    near = stemming.closest(word, _one_away())
    if not near and len(word) >= TWO_SLIPS:
        alike = {*_ends().get(word[:3], ()), *_ends().get(word[-3:], ())}
        near = [each for each in sorted(alike) if _two_away(word, each)]
    near.sort(key=lambda each: each[0] != word[0])
    return _spelt_out(near[0]) if near else _heard(word)


def _heard(word: str) -> tuple[str, ...]:
    """A word that was typed by ear: "broosed"."""
    alike = _by_sound().get(sound(word))
    return _spelt_out(alike) if alike and len(word) >= HEARD else ()


@lru_cache(maxsize=16_384)
def sound(word: str) -> str:
    """What a word sounds like, roughly: no doubled letters, and a "t" at its end for a "d"."""
    heard = word
    for letters, as_one in data()["sounds"]:
        heard = heard.replace(letters, as_one)
    heard = TWICE.sub(r"\1", heard)
    return DULL.sub("t", heard)


def _spelt_out(word: str) -> tuple[str, ...]:
    """A word that was meant, as it would be read if it had been written so: "herslef" is "self"."""
    return tuple(plain(each) for each in data()["spelt"].get(word, word).split())


def _two_away(word: str, other: str) -> bool:
    """Whether at most two letters are left out, added, changed or swapped."""
    if abs(len(word) - len(other)) > 2 or len(set(word) ^ set(other)) > 3:  # noqa: PLR2004 - two slips
        return False
    above: list[int] = []
    last = list(range(len(other) + 1))
    for place, letter in enumerate(word, 1):
        now = [place]
        for at, own in enumerate(other, 1):
            cost = min(last[at] + 1, now[at - 1] + 1, last[at - 1] + (letter != own))
            if above and at > 1 and letter == other[at - 2] and word[place - 2] == own:
                cost = min(cost, above[at - 2] + 1)
            now.append(cost)
        above, last = last, now
    return last[-1] <= 2  # noqa: PLR2004 - two slips


def _parted(word: str) -> tuple[str, ...]:
    """A word run together with somebody: "hitme", "killmyself"."""
    for place in range(2, len(word) - 1):
        first, second = word[:place], word[place:]
        if (first in _joined() and second in _people()) or (first in _people() and second in _joined()):
            return (*plains(first), *plains(second))
    return ()


@cache
def _drops() -> frozenset[str]:
    return frozenset(data()["dropped"])


@cache
def _paired() -> frozenset[str]:
    return frozenset(pair.split()[0] for pair in data()["pairs"])


@cache
def _forms() -> dict[str, str]:
    """Irregular forms, each with its plain word."""
    return {form: group[0] for group in data()["forms"] for form in group}


@cache
def _apart() -> frozenset[str]:
    return frozenset(data()["apart"])


@cache
def real() -> frozenset[str]:
    """Ordinary words that one or two slips would turn into a word of danger."""
    return frozenset(str(read_toml(HERE, "real_words.toml")["words"]).split())


@cache
def spellings() -> frozenset[str]:
    """Every word that the kinds of danger and the classes of words use, as written there."""
    told = [pattern for kind in kinds() for pattern in (*kind["stated"], *kind["ask"])]
    told += [word for name in ("class", "group") for group in data()[name].values() for word in group]
    told += [*data()["spelt"].values(), *data()["pairs"].values()]
    return frozenset(word for each in told for word in each.replace("/", " ").split() if word.isalnum())


@cache
def known() -> frozenset[str]:
    """Every word that is written down here, as it is written."""
    return _joined() | real()


@cache
def _known() -> frozenset[str]:
    return frozenset(plain(word) for word in spellings())


@cache
def _people() -> frozenset[str]:
    return frozenset(data()["people"])


@cache
def _joined() -> frozenset[str]:
    return frozenset({*spellings(), *_drops(), *_forms(), *data()["spelt"]})


@cache
def _mends() -> frozenset[str]:
    return frozenset(data()["mend"])


@cache
def _one_away() -> dict[str, list[str]]:
    return stemming.nearby(word for word in _mends() if len(word) >= ONE_SLIP)


@cache
def _by_sound() -> dict[str, str]:
    return {sound(word): word for word in sorted(_mends(), reverse=True) if len(word) >= HEARD}


@cache
def _ends() -> dict[str, list[str]]:
    """Long words under their first and their last three letters: two slips seldom spoil both."""
    index: dict[str, list[str]] = {}
    for word in _mends():
        if len(word) >= TWO_SLIPS - 1:
            for end in {word[:3], word[-3:]}:
                index.setdefault(end, []).append(word)
    return index
