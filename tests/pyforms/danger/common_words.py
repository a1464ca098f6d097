"""Makes pyforms/danger/common_words.toml again.

PYTHONPATH=. python tests/pyforms/danger/common_words.py FILE, where FILE holds common English words, commonest first.
"""

import sys
import textwrap
from pathlib import Path

from pyforms import stemming
from pyforms.danger import language, words

COMMON = 6_000
SHORTEST = 3
HEAD = """\
# The commonest English words that the reader of danger was not taught: they only tell that a text is English. Made by
# tests/pyforms/danger/common_words.py from the 6,000 commonest words of wordfreq (common-english-search 0.1.2).
"""


def is_news(word: str) -> bool:
    known = {word, words.plain(word)} & words.known() or not stemming.telling(word)
    return word.isascii() and word.isalpha() and len(word) >= SHORTEST and not known and word not in language.foreign()


if __name__ == "__main__":
    common = Path(sys.argv[1]).read_text().split()[:COMMON]
    found = textwrap.fill(" ".join(sorted(each for each in common if is_news(each))), 118)
    (Path(words.__file__).parent / "common_words.toml").write_text(f'{HEAD}words = """\n{found}\n"""\n')
