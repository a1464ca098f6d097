"""Which parts of a text are in words that the reader of danger knows nothing about, such as another language's.

What is not known is not calm: it is said to be unread. A sentence is unread where more of its words are unknown than
known. Names, numbers, and words that English shares with other languages ("no", "die", "hat") say nothing either way.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby

from pyforms import stemming
from pyforms.danger import weigher, words
from pyforms.resources import read_toml

SENTENCE = re.compile(r"[^.!?;\n\u2026\u0964\u06d4\u061f\u3002]+[.!?;\n\u2026\u0964\u06d4\u061f\u3002]*")
FEW, SOME = 2, 3  # unknown words that make a whole text unread, and a sentence in a text that can be read
SLIPS_FROM = 5  # letters in a word that may hold a slip
LATIN_ENDS = "\u024f"


def unread(text: str, *, alone: bool = False) -> tuple[str, ...]:
    """The parts of a text that cannot be read. `alone`: one word that is plainly not English is enough."""
    whole = _is_unread(text, FEW) or (alone and _is_one_word_of_another_language(text))
    least = FEW if whole else SOME
    told = groupby((each.group() for each in SENTENCE.finditer(text)), lambda said: _is_unread(said, least))
    parts = tuple("".join(said).strip() for is_unread, said in told if is_unread)
    return parts or ((text.strip(),) if whole else ())


def has_english(text: str) -> bool:
    """Whether a small word in it is English and of no other language, so that what it states may be meant."""
    return any(not stemming.telling(word) and word not in _shared() for _, word in _words(text) if len(word) > 1)


def _is_unread(text: str, least: int) -> bool:
    own = [_is_known(word) for word in _telling(text)]
    return own.count(False) >= least and own.count(False) > own.count(True)


def _is_one_word_of_another_language(text: str) -> bool:
    return any(not word.isascii() and not _is_known(word) for word in _telling(text)) and len(text.split()) == 1


def _telling(text: str) -> list[str]:
    """The words that tell a language: no names within a sentence, no numbers, no word of several languages."""
    return [
        word
        for place, (said, word) in enumerate(_words(text))
        if word not in _shared()
        and not (place and said[0].isupper() and word not in foreign())
        and not any(each.isdigit() for each in word)
    ]


def _words(text: str) -> Iterator[tuple[str, str]]:
    for said in text.split():
        plain = said.strip("“”\"'()[]*-–—:,")
        word = "".join(stemming.split(plain))
        if any(letter.isalpha() for letter in word):
            yield plain, word


@lru_cache(maxsize=4_096)
def _is_known(word: str) -> bool:
    if word in foreign() or any(letter > LATIN_ENDS for letter in word):
        return False
    if word in _vocabulary() or words.plain(word) in _vocabulary() or not stemming.telling(word):
        return True
    return len(word) >= SLIPS_FROM and word.isascii() and bool(stemming.closest(word, _near()))


@cache
def _shared() -> frozenset[str]:
    return frozenset(_data()["shared"].split())


@cache
def foreign() -> frozenset[str]:
    return frozenset(_data()["foreign"].split())


@cache
def _vocabulary() -> frozenset[str]:
    """Every word that the reader was taught, and the commonest of English."""
    learnt = (word for word in weigher.weights().words if not word.startswith("@"))
    return frozenset((*learnt, *words.known(), *_data()["typed"].split(), *_common())) - foreign()


@cache
def _near() -> dict[str, list[str]]:
    return stemming.nearby(word for word in _vocabulary() if len(word) >= SLIPS_FROM)


@cache
def _common() -> list[str]:
    return str(read_toml("pyforms.danger", "common_words.toml")["words"]).split()


@cache
def _data() -> dict[str, str]:
    return read_toml("pyforms.danger", "language.toml")
