"""Questions beside single answers of the plan: a child whose name says that it is not born, and days that are over."""

from collections.abc import Iterator

from pyforms.form import Prompt
from pyforms.smart_plan.answers import SmartPlanAnswers, Stage, agreed_in, is_unborn
from pyforms.smart_plan.coverage import is_open


def prompts(answers: SmartPlanAnswers) -> tuple[Prompt, ...]:
    return (*_unborn(answers), *_carried_on(answers))


def _unborn(answers: SmartPlanAnswers) -> Iterator[Prompt]:
    for place, child in enumerate(answers.children):
        if not is_unborn(child, answers):
            continue
        if child.stage != Stage.UNBORN:
            yield Prompt(
                f"children.{place}.stage",
                f"Is {child.name} not born yet?",
                "The name says so: there is no copy for them, and their words are not asked for.",
                "If so, choose “Not born yet”. If not, write the name that the child has now.",
            )
        if child.says:
            yield Prompt(
                f"children.{place}.says",
                "Whose words are these?",
                f"{child.name} is not born yet.",
                "If a parent said it, move it to what parents and carers say.",
            )


def _carried_on(answers: SmartPlanAnswers) -> Iterator[Prompt]:
    """One question for all: an action that a review carried on keeps its day, which is no fault of it."""
    over = [
        f"needs.{number}.actions.{place}.by"
        for number, need in enumerate(answers.needs)
        for place, action in enumerate(need.actions)
        if is_open(action) and action.by and agreed_in(action, answers) <= action.by < answers.plan_day
    ]
    if over:
        many = "One action was" if len(over) == 1 else f"{len(over)} actions were"
        yield Prompt(
            over[0],
            f"{many} carried on, and due before this plan. By when now?",
            "A review carries each open action on with the day that it had.",
            "Agree a new day for what is still to be done.",
        )
