"""Questions about single answers of the threshold tool, each beside its field: none of them blocks the result."""

from collections.abc import Iterator

from pyforms import fields
from pyforms import form as forms
from pyforms.form import Offer, Prompt
from pyforms.threshold import ages
from pyforms.threshold import concerns as content
from pyforms.threshold.assessment import Assessment
from pyforms.threshold.danger_told import LOOKED, Written, where
from pyforms.wording import clipped, day


def prompts(found: Assessment) -> tuple[Prompt, ...]:
    """In the page's order."""
    words = (*map(_words, found.asked_about), *map(_lead, found.waiting_for_the_lead))
    asked = (*_due(found), *_ages(found), *words)
    return tuple(sorted(asked, key=_place))


def _place(prompt: Prompt) -> tuple[int, ...]:
    there = fields.find(forms.get("threshold").fields, prompt.path)
    return there[1] if there else ()


def _words(written: Written) -> Prompt:
    sign = written.found.sign
    if written.no_reason:
        return Prompt(
            written.found.path,
            "What else is known of this?",
            f"You said why “{clipped(sign.said)}” is not about danger. {written.no_reason}",
            f"Choose {where((written,))}, or find out more with your safeguarding lead and say what you found.",
        )
    return Prompt(
        written.found.path,
        "Is anyone hurt or in danger?",
        f"You wrote: “{clipped(sign.said)}” It may be a sign of {sign.means}.",
        f"If so, call 999, and choose {where((written,))}. If not, say why under “Words that you looked at”.",
        Offer("Say why it is not about danger", LOOKED, (("words", written.sentence),)),
    )


def _lead(written: Written) -> Prompt:
    return Prompt(
        written.found.path,
        "Has your safeguarding lead agreed?",
        f"You said why “{clipped(written.said)}” is not about danger.",
        "Words this grave stay open until a safeguarding lead agrees: write which lead and when under “Words that you "
        "looked at”.",
    )


def _ages(found: Assessment) -> Iterator[Prompt]:
    born = ages.of(found.answers, found.today)
    for reading in found.readings:
        key, step = reading.concern.id, reading.seen.step
        if born == (ages.UNBORN,) and key not in ages.before_birth():
            yield _misfit(key, "a child who is not born yet", "If it is about another child, give that child’s age.")
            continue
        named = (each for each in ages.fits() if ages.holds(each.lines, key, step))
        fit = next((each for each in named if not _within(each, born)), None)
        if fit:
            usual = f"This is usually said of a child aged {ages.band(fit.ages)}."
            yield _misfit(key, _aged(max(born)), f"{usual} {fit.says}".strip())


def _within(fit: ages.Fit, born: tuple[int, ...]) -> bool:
    return any(age in fit.ages for age in born) or born[0] == ages.UNBORN


def _aged(age: int) -> str:
    return "a baby under one" if age == 0 else f"a child of {age}"


def _misfit(key: str, whom: str, usual: str) -> Prompt:
    label = content.by_id()[key].label
    return Prompt(
        f"concerns.{key}.step",
        "Do the age and this concern fit?",
        f"You chose “{label}” for {whom}.",
        f"{usual} If it is so all the same, leave it: it counts.",
    )


def _due(found: Assessment) -> Iterator[Prompt]:
    due = found.answers.due_date
    if due and ages.overdue(found.answers, found.today):
        weeks = (found.today - due).days // 7
        yield Prompt(
            "due_date",
            "Has the baby been born?",
            f"The date that you gave, {day(due)}, was {weeks} weeks ago.",
            "If so, give the child’s age instead. Until then the answers count for a baby born and unborn.",
        )
    if due and ages.too_far(found.answers, found.today):
        yield Prompt(
            "due_date",
            f"Is the baby due on {day(due)}?",
            "That is further off than a pregnancy lasts.",
            "If not, enter the right date.",
        )
