"""Each child's own copy of the plan: one page, to them by name, with blanks for what only the practitioner knows.

Source: Kent, "Writing directly to the child in case recording"; the quality standards, 3.1.
"""

from datetime import date
from functools import cache
from typing import Any

from pyforms import resources
from pyforms.areas import Area, lookup
from pyforms.dates import add_months
from pyforms.document import Blank, Block, Document, Heading, Items, Paragraph, Run, Runs, paragraph
from pyforms.smart_plan.answers import Action, Child, SmartPlanAnswers, Stage, as_of, has_ended, next_review
from pyforms.smart_plan.coverage import is_of, is_open
from pyforms.wording import day


def copy(child: Child, answers: SmartPlanAnswers, area: Area) -> Document:
    """For a child who is born: nobody writes to one who is not."""
    words = _words(child.stage or Stage.YOUNGER)
    told = {
        "name": child.name,
        "day": day(answers.plan_day),
        "told": child.told_us.rstrip("."),
        "lead": answers.lead or words["someone"],
    }
    blocks: tuple[Block, ...] = (
        paragraph(words["hello"].format(**told)),
        paragraph(words["told"].format(**told)) if child.told_us else Blank(words["knew"]),
        paragraph(words["about"].format(**told)),
        Blank(words["well"]),
        Blank(words["worry"], lines=2),
        *_actions(child, answers, words),
        Blank(words["wish"], hint=f"You said: {child.says}" if child.says else "", lines=2),
        paragraph(_ahead(answers, words)),
        paragraph(words["talk"].format(**told)),
        _helpline(area),
    )
    return Document(f"For {child.name}", blocks)


def _ahead(answers: SmartPlanAnswers, words: dict[str, str]) -> str:
    """When we meet again, that no day is agreed yet, or that the help has ended."""
    if has_ended(answers):
        return words["ended"].format(day=day(as_of(answers)))
    again = next_review(answers)
    return words["meet"].format(day=day(again)) if again else words["no_day"]


def _actions(child: Child, answers: SmartPlanAnswers, words: dict[str, str]) -> tuple[Block, ...]:
    own = [action for need in answers.needs if is_of(need, child) for action in need.actions if is_open(action)]
    if not own:
        return (Blank(words["nothing"], lines=3),)
    most = _data()["limits"]["actions"]
    more = ((Run(f"and {len(own) - most} more: ask us to show you"),),) if len(own) > most else ()
    return (Heading(2, words["actions"]), Items((*(_action(action, answers, words) for action in own[:most]), *more)))


def _action(action: Action, answers: SmartPlanAnswers, words: dict[str, str]) -> Runs:
    who = (Run(f"{action.who}: ", strong=True),) if action.who else ()
    by = f" ({_by(action.by, as_of(answers), words)})" if action.by and not has_ended(answers) else ""
    return (*who, Run(f"{action.what.rstrip('.')}{by}"))


def _by(by: date, told: date, words: dict[str, str]) -> str:
    """by 27 March; with its year where that is not the next one to come, and otherwise once it is over."""
    if by < told:
        return words["over"].format(day=day(by))
    return f"by {by.day} {by:%B}" if by < add_months(told, 11) else f"by {day(by)}"


def _helpline(area: Area) -> Paragraph:
    childline = lookup.contact(area, "child_helpline")
    phone = (Run(childline.phone, strong=True, href=f"tel:{childline.tel}"),) if childline else ()
    name = f"You can ring {childline.name} for free: " if childline else ""
    return paragraph(name, *phone, ". If you are in danger, ring ", Run("999", strong=True, href="tel:999"), ".")


def _words(stage: Stage) -> dict[str, str]:
    words: dict[str, str] = _data()[stage.value]
    return words


@cache
def _data() -> dict[str, Any]:
    return resources.read_toml("pyforms.smart_plan", "child.toml")
