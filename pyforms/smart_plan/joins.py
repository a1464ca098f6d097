"""What a plan knows that other forms ask for, and what it can begin with."""

from collections.abc import Iterator, Sequence
from datetime import date

from pyforms.flows import (
    Action,
    Goal,
    KeyDay,
    Known,
    MayKnow,
    Offers,
    Practitioner,
    Score,
    Somebody,
    Taken,
    Takes,
    Today,
    Working,
    Worry,
    living,
    of,
)
from pyforms.people import CHILDREN, Who
from pyforms.smart_plan.answers import SmartPlanAnswers, Stage, Status, Team

OVER = (Status.DONE, Status.NOT_NEEDED)
# Most children of an age, in years below, by what the forms’ own copies ask of a reader; not of any one child.
READS = ((6, Stage.LITTLE), (11, Stage.YOUNGER), (200, Stage.OLDER))


def _people(answers: SmartPlanAnswers) -> Iterator[Somebody]:
    return (Somebody(child.name, Who.CHILD) for child in answers.children)


def _lead(answers: SmartPlanAnswers) -> Iterator[Practitioner]:
    """“Jo Lister, family support worker”. “To be agreed” and “the school” are nobody’s name."""
    name, _, job = answers.lead.partition(",")
    words = name.split()
    if words and all(each[0].isupper() for each in words):
        yield Practitioner(" ".join(words), job.strip())


def _goals(answers: SmartPlanAnswers) -> Iterator[Goal]:
    return (Goal(need.goal, need.whose, need.goal_by) for need in answers.needs if need.goal)


def _actions(answers: SmartPlanAnswers) -> Iterator[Action]:
    every = (action for need in answers.needs for action in need.actions)
    return (Action(each.what, each.who, each.by) for each in every if each.review.status not in OVER)


def _days(answers: SmartPlanAnswers) -> Iterator[KeyDay]:
    """Once the review has been, the next one is the day that was agreed there, if one was."""
    yield KeyDay("plan", answers.plan_day)
    if answers.review.day:
        yield KeyDay("reviewed", answers.review.day)
    asked = answers.key_dates
    for event in ("opened", "consent", "lead_identified", "first_meeting", "first_plan"):
        if when := getattr(asked, event):
            yield KeyDay(event, when)
    review = answers.review.next_review if answers.review.day else answers.review_day
    if review:
        yield KeyDay("review", review)


def _working(answers: SmartPlanAnswers) -> Iterator[Working]:
    if answers.team:
        yield Working(answers.team == Team.ONE)


def _today(known: Sequence[Known]) -> Iterator[Taken]:
    """A plan is made today; one that is there already, and was made before, is reviewed today."""
    for today, source in of(known, Today):
        yield Taken("", [("plan_day", today.day.isoformat())], source)
        if _last_plan(known, before=today.day):
            yield Taken("", [("review.day", today.day.isoformat())], source, beside="plan_day")


def _last_plan(known: Sequence[Known], before: date) -> date | None:
    days = (key.day for key, _ in of(known, KeyDay) if key.event == "plan")
    return max((each for each in days if each < before), default=None)


def _stages(known: Sequence[Known]) -> Iterator[Taken]:
    """How a child’s copy is written, by their age until somebody who knows the child says otherwise."""
    for today, _ in of(known, Today):
        for child, _ in living(known):
            if child.who in CHILDREN and (stage := stage_of(child, today.day)):
                yield Taken(
                    "children", [("name", child.name), ("stage", stage.value)], "their age: change it if need be"
                )


def stage_of(child: Somebody, on: date) -> Stage | None:
    """None where neither an age nor a day of birth is known."""
    years = child.years(on)
    if (child.due and not child.born) or (years is not None and years < 0):
        return Stage.UNBORN
    return None if years is None else next(stage for below, stage in READS if years < below)


def _family(known: Sequence[Known]) -> Iterator[Taken]:
    for person, source in living(known):
        if person.who in CHILDREN:
            yield Taken("children", [("name", person.name)], source)
    yield from _stages(known)


def _led_by(known: Sequence[Known]) -> Iterator[Taken]:
    for you, source in of(known, Practitioner)[:1]:
        yield Taken("", [("lead", f"{you.name}, {you.job}" if you.job else you.name)], source)


def _needs(known: Sequence[Known]) -> Iterator[Taken]:
    for worry, source in of(known, Worry):
        yield Taken("needs", [("change", worry.words)], source)


def _scores(known: Sequence[Known]) -> Iterator[Taken]:
    """At a review: the last score of each up to the day of the plan, and the last one after it.

    Two scales cannot stand in one list: the last meeting’s decides.
    """
    scores = sorted(of(known, Score), key=lambda each: each[0].day)
    for today, _ in of(known, Today):
        planned = _last_plan(known, before=today.day)
        if not (planned and scores):
            return
        scale, source = scores[-1][0].scale, scores[-1][1]
        yield Taken("review.scaling", [("scale", scale.value)], source, beside="plan_day")
        given = [score for score, _ in scores if score.scale == scale]
        for person, question in dict.fromkeys((each.person, each.question) for each in given):
            own = [each for each in given if (each.person, each.question) == (person, question)]
            before = [("before", f"{each.score:g}") for each in own if each.day <= planned][-1:]
            now = [("now", f"{each.score:g}") for each in own if each.day > planned][-1:]
            yield Taken("review.scaling.scores", [("person", person), *before, *now], source, beside="plan_day")


def _copies(known: Sequence[Known]) -> Iterator[Taken]:
    """Only whom the family has agreed to; about whom it said nothing, nothing is taken."""
    may = [(each.name, source) for each, source in of(known, MayKnow) if each.may]
    if may:
        yield Taken("", [("copies", "\n".join(name for name, _ in may))], may[0][1])


def _key_days(known: Sequence[Known]) -> Iterator[Taken]:
    for key, source in of(known, KeyDay):
        if key.event == "consent":
            yield Taken("", [("key_dates.consent", key.day.isoformat())], source)


OFFERS: Offers[SmartPlanAnswers] = {
    Somebody: _people,
    Practitioner: _lead,
    Goal: _goals,
    Action: _actions,
    KeyDay: _days,
    Working: _working,
}
TAKES: Takes = {
    Today: _today,
    Somebody: _family,
    Practitioner: _led_by,
    Worry: _needs,
    Score: _scores,
    MayKnow: _copies,
    KeyDay: _key_days,
}
