"""Names that are written again: whose wish or answer something is. A slip is asked about, and counts for nobody."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from pyforms.consent import kept_from, said
from pyforms.consent.answers import ConsentAnswers
from pyforms.form import Prompt
from pyforms.wording import either, same

BETWEEN = re.compile(r"\s*(?:[,;/&+\n]|\band\b)\s*", re.IGNORECASE)
NEAR = 0.75  # how alike two names are, from 0 to 1, so that one may be a slip of the other


def prompts(answers: ConsentAnswers) -> Iterator[Prompt]:
    if is_nobodys_wish(answers):
        reason = "Something is to be kept private, and nobody is named as wishing it. Until then there is no page."
        yield Prompt("wished_by", "Whose wish is that?", reason, "Write their names, as they are written above.")
    for path, whose in _written(answers):
        for name in unknown(answers, whose):
            meant = _may_be(answers, name)
            yield Prompt(
                path,
                f"Is this {either(meant)}?" if meant else "Who is this?",
                f"“{name}” is nobody who was asked, as names are written above. It counts for nobody yet.",
                "Write the name in the same way in both places.",
            )


def _written(answers: ConsentAnswers) -> Iterator[tuple[str, str]]:
    yield from ((f"agencies.{place}.said_by", each.said_by) for place, each in enumerate(answers.agencies))
    yield "wished_by", answers.wished_by
    yield from ((f"looked.{place}.whose", each.whose) for place, each in enumerate(answers.looked))


def unknown(answers: ConsentAnswers, whose: str) -> list[str]:
    """The names that are nobody's; a whole name that holds an “and” is somebody’s."""
    names = [each.name for each in answers.people]
    rest = same(whose)
    for name in sorted(map(same, names), key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", ",", rest)
    left = {same(piece) for piece in BETWEEN.split(re.sub(r"\([^)]*\)", "", rest)) if any(map(str.isalpha, piece))}
    typed = [piece for piece in BETWEEN.split(whose) if any(map(str.isalpha, piece))]
    return [piece for piece in typed if same(piece) in left]


def _may_be(answers: ConsentAnswers, name: str) -> list[str]:
    near = get_close_matches(same(name), [same(each.name) for each in answers.people], 1, NEAR)
    found = [each.name for each in answers.people if same(each.name) in near]
    return found or [each.name for each in kept_from.people_in(answers, name)]


def is_nobodys_wish(answers: ConsentAnswers) -> bool:
    return bool(answers.restrictions) and not answers.wished_by and len(said.answering(answers)) > 1


def unclear_wish(answers: ConsentAnswers) -> str:
    """Why nobody knows whose wish it is to keep something private; empty where that is clear."""
    if not answers.wished_by:
        return "something is to be kept private, and nobody wrote down whose wish that is."
    if slips := unknown(answers, answers.wished_by):
        return f"somebody asked to keep something private, and “{slips[0]}”, whose wish that is, is no name from above."
    return ""


def wishers(answers: ConsentAnswers) -> list[str]:
    own = said.named_in(answers.wished_by, [each.name for each in answers.people])
    return [each.name for each in answers.people if same(each.name) in own]
