"""Whether the plan as a whole covers what it should: every change, every child, causes first, a load that is fair."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pyforms import resources
from pyforms.smart_plan.answers import Action, Child, Kind, Need, SmartPlanAnswers, Status, is_unborn, names
from pyforms.wording import same

EVERYONE = ("everyone", "everybody", "all of us", "the family", "all")


@dataclass(frozen=True)
class Gap:
    """Something to look at together. `source` is the standard that asks for it."""

    key: str
    text: str
    source: str


def gaps(answers: SmartPlanAnswers) -> tuple[Gap, ...]:
    """What the plan leaves open, in the order in which it matters to the children."""
    return (
        *_needs_without_action(answers),
        *_children_without_their_own(answers),
        *_signs_before_causes(answers),
        *_adults_before_children(answers),
        *_one_person_carries_too_much(answers),
    )


def is_open(action: Action) -> bool:
    return action.review.status not in (Status.DONE, Status.NOT_NEEDED)


def is_of(need: Need, child: Child) -> bool:
    """Whether the need names the child; "everyone" names nobody."""
    return same(child.name) in names(need.whose)


def _needs_without_action(answers: SmartPlanAnswers) -> Iterator[Gap]:
    for need in answers.needs:
        if not need.actions:
            text = f"“{need.change}” has no action yet. Agree one first step, and who takes it."
            yield Gap("need-without-action", text, _standard("every_need"))


def _children_without_their_own(answers: SmartPlanAnswers) -> Iterator[Gap]:
    for child in answers.children:
        own = [need for need in answers.needs if is_of(need, child)]
        if not own:
            ask = "What has to be ready for the birth?" if is_unborn(child, answers) else _ask(child)
            text = f"Nothing in the plan is {child.name}’s own. {ask}"
            yield Gap("child-without-need", text, _standard("every_child"))
        elif not any(need.actions for need in own):
            step = "is done before the birth" if is_unborn(child, answers) else f"{child.name} would notice"
            text = f"No action is for what {child.name} needs. Agree one that {step}."
            yield Gap("child-without-action", text, _standard("every_child"))


def _ask(child: Child) -> str:
    return f"Ask {child.name} what would make things better."


def _signs_before_causes(answers: SmartPlanAnswers) -> Iterator[Gap]:
    causes = [need for need in answers.needs if need.kind == Kind.CAUSE]
    signs = [need for need in answers.needs if need.kind == Kind.SIGN]
    if signs and not causes:
        text = f"“{signs[0].change}” is marked as a sign. Ask what is underneath it, and put that into the plan too."
        yield Gap("cause-unknown", text, _standard("causes"))
    for cause in causes:
        earlier = [sign for sign in signs if _starts(sign) < _starts(cause)]
        if earlier:
            text = (
                f"The first action for “{earlier[0].change}” comes before the first for its possible cause, "
                f"“{cause.change}”. Could the cause come first?"
            )
            yield Gap("sign-before-cause", text, _standard("causes"))


def _starts(need: Need) -> date:
    return min((action.by for action in need.actions if action.by), default=date.max)


def _adults_before_children(answers: SmartPlanAnswers) -> Iterator[Gap]:
    children = {same(child.name) for child in answers.children}
    whose = [(set(names(need.whose)), sum(map(is_open, need.actions))) for need in answers.needs]
    theirs = sum(count for named, count in whose if named & children)
    adults = sum(count for named, count in whose if not named & {*children, *EVERYONE})
    if adults > theirs:
        text = f"{adults} actions are for what adults need and {theirs} for what children need. Children’s come first."
        yield Gap("adults-before-children", text, _standard("adults"))


def _one_person_carries_too_much(answers: SmartPlanAnswers) -> Iterator[Gap]:
    rule = _rules()["carries"]
    every = [action for need in answers.needs for action in need.actions if is_open(action)]
    shown = {same(action.who): action.who for action in reversed(every)}
    for who, count in Counter(person for action in every for person in dict.fromkeys(names(action.who))).items():
        if count > rule["most"] and count > rule["share"] * len(every):
            name = shown.get(who, who.title())
            text = f"{name} has {count} of the {len(every)} actions. Who could take some of them on?"
            yield Gap("one-carries-too-much", text, rule["source"])


def _standard(key: str) -> str:
    found = _rules()["standards"]
    return f"{found['title']}, {found[key]}"


@cache
def _rules() -> dict[str, Any]:
    return resources.read_toml("pyforms.smart_plan", "coverage.toml")
