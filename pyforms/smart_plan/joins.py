"""What a plan knows that other forms ask for, and what it can begin with."""

from collections.abc import Iterator, Sequence

from pyforms.flows import Action, Goal, KeyDay, Known, MayKnow, Offers, Score, Somebody, Taken, Takes, Worry
from pyforms.people import CHILDREN, Who
from pyforms.smart_plan.answers import SmartPlanAnswers, Stage, Status

OVER = (Status.DONE, Status.NOT_NEEDED)


def _people(answers: SmartPlanAnswers) -> Iterator[Somebody]:
    return (Somebody(child.name, Who.CHILD) for child in answers.children)


def _goals(answers: SmartPlanAnswers) -> Iterator[Goal]:
    return (Goal(need.goal, need.whose, need.goal_by) for need in answers.needs if need.goal)


def _actions(answers: SmartPlanAnswers) -> Iterator[Action]:
    every = (action for need in answers.needs for action in need.actions)
    return (Action(each.what, each.who, each.by) for each in every if each.review.status not in OVER)


def _days(answers: SmartPlanAnswers) -> Iterator[KeyDay]:
    yield KeyDay("plan", answers.plan_day)
    yield KeyDay("review", answers.review_day)


def _children(known: Sequence[Known]) -> Iterator[Taken]:
    for each in known:
        if isinstance(each.thing, Somebody) and each.thing.who in CHILDREN:
            unborn = [("stage", Stage.UNBORN.value)] if each.thing.due else []
            yield Taken("children", [("name", each.thing.name), *unborn], each.source)


def _needs(known: Sequence[Known]) -> Iterator[Taken]:
    for each in known:
        if isinstance(each.thing, Worry):
            yield Taken("needs", [("change", each.thing.words)], each.source)


def _before(known: Sequence[Known]) -> Iterator[Taken]:
    """Scores that the review is held against. Two scales cannot stand in one list: the last meeting's decides."""
    scores = [(each.thing, each.source) for each in known if isinstance(each.thing, Score)]
    last = max((score.day for score, _ in scores), default=None)
    for score, source in scores:
        if score.day == last:
            yield Taken("review.scaling", [("scale", score.scale.value)], source)
            pairs = [("person", score.person), ("before", f"{score.score:g}")]
            yield Taken("review.scaling.scores", pairs, source)


def _copies(known: Sequence[Known]) -> Iterator[Taken]:
    """Only whom the family has agreed to; about whom it said nothing, nothing is taken."""
    for each in known:
        if isinstance(each.thing, MayKnow) and each.thing.may:
            yield Taken("", [("copies", each.thing.name)], each.source)


def _key_days(known: Sequence[Known]) -> Iterator[Taken]:
    for each in known:
        if isinstance(each.thing, KeyDay) and each.thing.event == "consent":
            yield Taken("", [("key_dates.consent", each.thing.day.isoformat())], each.source)


OFFERS: Offers[SmartPlanAnswers] = {Somebody: _people, Goal: _goals, Action: _actions, KeyDay: _days}
TAKES: Takes = {Somebody: _children, Worry: _needs, Score: _before, MayKnow: _copies, KeyDay: _key_days}
