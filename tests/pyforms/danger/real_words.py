"""Makes pyforms/danger/real_words.toml and common_words.toml again, after words were added to `mend`.

python tests/pyforms/danger/real_words.py FILE, where FILE holds common English words, commonest first.
"""

import sys
import textwrap
from pathlib import Path

from pyforms.danger import words

COMMON = 40_000
COMMONEST = 1_000
HEAD = """\
# Common English words and names that one or two slips would turn into a word of danger: they are taken as they stand.
# Made by tests/pyforms/danger/real_words.py from the 40,000 commonest words of wordfreq (common-english-search 0.1.2).
"""


HEAD_COMMONEST = """\
# The 1,000 commonest English words of the same list. They are never shown as a reason: every note is made of them.
# Made by tests/pyforms/danger/real_words.py from wordfreq (common-english-search 0.1.2).
"""


def looks_like_danger(word: str) -> bool:
    known = word in words.data()["spelt"] or words.dropped(word)
    return not known and words.meant(word) != (words.plain(word),)


if __name__ == "__main__":
    out = Path(words.__file__).parent / "real_words.toml"
    out.write_text(f'{HEAD}words = ""\n')
    common = [each for each in Path(sys.argv[1]).read_text().split() if each.isascii() and each.isalpha()][:COMMON]
    found = textwrap.fill(" ".join(sorted(each for each in common if looks_like_danger(each))), 118)
    out.write_text(f'{HEAD}words = """\n{found}\n"""\n')
    commonest = textwrap.fill(" ".join(sorted(common[:COMMONEST])), 118)
    out.with_name("common_words.toml").write_text(f'{HEAD_COMMONEST}words = """\n{commonest}\n"""\n')
