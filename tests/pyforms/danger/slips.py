"""Slips of the finger in the words of danger that matter most, typed as people type them, and how many are still read.

`PYTHONPATH=. python tests/pyforms/danger/slips.py` prints the figures and every slip that is passed over.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator

from danger_figures import verdict

from pyforms.danger import words

TOLD = {  # each word in a sentence that is red when it is spelt rightly
    "bruise": "a {} on the baby's cheek",
    "bruises": "{} on both upper arms",
    "bruised": "he came in with a {} ear",
    "bruising": "{} on his back",
    "burnt": "dad {} her arm with a cigarette",
    "scalded": "baby {} in the bath",
    "fracture": "3 month old with a rib {}",
    "shaken": "baby was {} by her dad",
    "strangled": "he {} her last night",
    "choked": "he {} me in front of the kids",
    "throat": "he had her by the {}",
    "punched": "dad {} her in the stomach",
    "kicked": "stepdad {} him in the back",
    "slapped": "mum {} him round the head",
    "beaten": "he was {} with a belt",
    "stabbed": "he was {} by another boy",
    "knife": "he carries a {} to school",
    "machete": "he has a {} in his bedroom",
    "threatened": "he has {} her",
    "killed": "he said she will be {}",
    "suicide": "she is planning {}",
    "suicidal": "he is {} and has a plan",
    "overdose": "she took an {} last night",
    "paracetamol": "she took a whole packet of {}",
    "tablets": "he swallowed all the {}",
    "wrists": "she slit her {}",
    "hanged": "he {} himself in the garage",
    "noose": "he made a {} in the shed",
    "raped": "she was {} by a boy",
    "molested": "uncle {} her",
    "touched": "he {} her private parts",
    "sexual": "{} abuse by her cousin",
    "groomed": "she is being {} online by an older man",
    "nudes": "he is asking her to send {}",
    "abused": "her stepdad sexually {} her",
    "pregnant": "she is 12 and {}",
    "starving": "the kids are always {} at the weekend",
    "locked": "he is {} in the cellar at night",
    "unconscious": "mum was {} on the floor with the baby next to her",
    "marriage": "forced {} abroad planned for her",
}
SHOWN = 60
NEIGHBOURS = {
    letter: "".join(row[max(0, place - 1) : place] + row[place + 1 : place + 2])
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for place, letter in enumerate(row)
}
BY_EAR = (("ui", "u"), ("ui", "oo"), ("s", "z"), ("ck", "k"), ("ph", "f"), ("th", "f"), ("oa", "o"), ("ea", "ee"),
          ("ei", "i"), ("tt", "t"), ("ci", "si"), ("ce", "s"), ("wr", "r"), ("ch", "sh"), ("ou", "u"), ("age", "ige"),
          ("ur", "er"), ("al", "le"), ("ed", "t"), ("oo", "u"), ("x", "ks"))  # fmt: skip


def slips(word: str) -> Iterator[str]:
    """Every slip of one kind in a word whose first letter is hit: left out, twice, swapped, beside, or by ear."""
    for place in range(1, len(word)):
        before, letter, after = word[:place], word[place], word[place + 1 :]
        yield before + after
        yield before + letter + letter + after
        if after:
            yield before + after[0] + letter + after[1:]
        for other in NEIGHBOURS[letter]:
            yield before + other + after
    for spelt, heard in BY_EAR:
        if spelt in word:
            yield word.replace(spelt, heard, 1)


def typed() -> dict[str, tuple[str, ...]]:
    """The slips of each word, without those that are a common word themselves."""
    return {
        word: tuple(sorted({each for each in slips(word) if each != word and each not in words.real()}))
        for word in TOLD
    }


def some(count: int = SHOWN) -> list[tuple[str, str]]:
    """The same few at every run, as many of one word as of another."""
    chance = random.Random(11)  # noqa: S311 - an order, no secret
    given = [(word, slip) for word, own in typed().items() for slip in chance.sample(own, min(2, len(own)))]
    return chance.sample(given, count)


def told(pairs: list[tuple[str, str]]) -> Counter[str]:
    return Counter(verdict(TOLD[word].format(slip)) for word, slip in pairs)


if __name__ == "__main__":
    every = [(word, slip) for word, own in typed().items() for slip in own]
    passed = [f"{word}: {slip}" for word, slip in every if verdict(TOLD[word].format(slip)) == "silent"]
    weak = [f"{word}: {slip}" for word, slip in every if verdict(TOLD[word].format(slip)) == "asked"]
    wrong = [word for word in TOLD if verdict(TOLD[word].format(word)) != "red"]
    sys.stdout.write(f"spelt rightly, not red: {wrong}\n{SHOWN}: {dict(told(some()))}\nevery: {dict(told(every))}\n")
    sys.stdout.write("\n".join(["asked", *weak, "silent", *passed]) + "\n")
