"""Questions beside single answers of the plan: who is not born yet, days that are over, an end that is none, names in a
calendar."""

from collections.abc import Iterator

from pyforms import danger, fields
from pyforms.form import Prompt
from pyforms.smart_plan.answers import (
    Met,
    SmartPlanAnswers,
    Stage,
    agreed_in,
    as_of,
    goal_agreed_in,
    has_ended,
    is_perhaps_unborn,
    is_unborn,
    of_the_unborn,
)
from pyforms.smart_plan.coverage import is_open
from pyforms.smart_plan.review import carried_needs, unsettled
from pyforms.smart_plan.who import is_person, people
from pyforms.wording import day, listed

SHORT = 3  # letters: “Jo” and “EH” cannot be told apart


def prompts(answers: SmartPlanAnswers) -> tuple[Prompt, ...]:
    return (
        *_same_day(answers),
        *_unborn(answers),
        *_does_nothing_yet(answers),
        *_scores_nothing_yet(answers),
        *_carried_on(answers),
        *_ends_with_open_goals(answers),
        *_names_in_a_reference(answers),
        *_titles_that_may_put_someone_in_danger(answers),
    )


def _same_day(answers: SmartPlanAnswers) -> Iterator[Prompt]:
    for path, reviewed in (("review_day", answers.review_day), ("review.day", answers.review.day)):
        if reviewed == answers.plan_day:
            yield Prompt(
                path,
                "Is the review on the day of the plan?",
                f"Both are on {day(reviewed)}, and nothing can have been done yet.",
                "If not, enter the day on which you meet again.",
            )


def _unborn(answers: SmartPlanAnswers) -> Iterator[Prompt]:
    for place, child in enumerate(answers.children):
        if is_perhaps_unborn(child, answers):
            yield Prompt(
                f"children.{place}.stage",
                f"Is {child.name} born yet?",
                "The name leaves it open. Until you say, there is no copy for them.",
                "If not, choose “Not born yet”. If so, choose how they read.",
            )
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
                f"{child.name} is not born yet, so the documents leave them out.",
                "If a parent said it, move it to what parents and carers say.",
            )
    if all(is_unborn(child, answers) for child in answers.children):
        yield from _views_of_nobody(answers)


def _views_of_nobody(answers: SmartPlanAnswers) -> Iterator[Prompt]:
    for heading, views in (("well", answers.review.well), ("worried", answers.review.worried)):
        if views.children:
            yield Prompt(
                f"review.{heading}.children",
                "Whose words are these?",
                "No child in this plan is born yet, so the documents leave them out.",
                "If a parent said it, move it to what the family says.",
            )


def _does_nothing_yet(answers: SmartPlanAnswers) -> Iterator[Prompt]:
    questions = {"who": "Who will do it?", "agreed_by": "Who has agreed to it?"}
    for number, need in enumerate(answers.needs):
        for place, action in enumerate(need.actions):
            for name, question in questions.items():
                if unborn := of_the_unborn(getattr(action, name), answers):
                    yield Prompt(
                        f"needs.{number}.actions.{place}.{name}",
                        question,
                        f"{listed(unborn)} is not born yet.",
                        "Write the name of someone who can do it, and has said so.",
                    )


def _scores_nothing_yet(answers: SmartPlanAnswers) -> Iterator[Prompt]:
    for place, score in enumerate(answers.review.scaling.scores):
        if of_the_unborn(score.person, answers):
            yield Prompt(
                f"review.scaling.scores.{place}.person",
                "Whose view is this?",
                f"{score.person} is not born yet, so the record leaves the score out.",
                "Write the name of the person whose number it is.",
            )


def _carried_on(answers: SmartPlanAnswers) -> Iterator[Prompt]:
    """One question for all: what a review carries on keeps its day, which is no fault of it."""
    actions, goals = _actions_over(answers), _goals_over(answers)
    if has_ended(answers) or not (actions or goals):
        return
    told = [_many(len(actions), "action")] * bool(actions) + [_many(len(goals), "goal")] * bool(goals)
    were = "was" if len(actions) + len(goals) == 1 else "were"
    when = "this review" if answers.review.day else "this plan"
    what = " and ".join(told)
    yield Prompt(
        (actions + goals)[0],
        f"{what[0].upper()}{what[1:]} {were} carried on, and due before {when}. By when now?",
        "A review carries what is open on with the day that it had. The documents say that it is over.",
        "Agree a new day for what is still to be done.",
    )


def _actions_over(answers: SmartPlanAnswers) -> list[str]:
    return [
        f"needs.{number}.actions.{place}.by"
        for number, need in enumerate(answers.needs)
        for place, action in enumerate(need.actions)
        if is_open(action) and action.by and agreed_in(action, answers) <= action.by < as_of(answers)
    ]


def _goals_over(answers: SmartPlanAnswers) -> list[str]:
    return [
        f"needs.{number}.goal_by"
        for number, need in enumerate(answers.needs)
        if need.goal_by
        and need.outcome.met != Met.YES
        and goal_agreed_in(need, answers) <= need.goal_by < as_of(answers)
    ]


def _many(count: int, what: str) -> str:
    return f"one {what}" if count == 1 else f"{count} {what}s"


def _ends_with_open_goals(answers: SmartPlanAnswers) -> Iterator[Prompt]:
    needs = carried_needs(answers)
    if has_ended(answers) and needs:
        yield Prompt(
            "review.next",
            "Are the goals met?",
            f"This says that they are. {' '.join(map(unsettled, needs))}",
            "Say at each goal and action how far it is, or choose what happens next.",
        )


def _names_in_a_reference(answers: SmartPlanAnswers) -> Iterator[Prompt]:
    known = {word for name in _named(answers) for word in _words(name)}
    found = [word for word in answers.calendar.reference.split() if set(_words(word)) & known]
    if found:
        yield Prompt(
            "calendar.reference",
            "Is this somebody’s name?",
            f"“{' '.join(found)}” is a name in this plan. The reference stands in every title of the calendar.",
            "Choose one that only you understand, such as “EH 12”.",
        )


def _named(answers: SmartPlanAnswers) -> Iterator[str]:
    """The children, and everyone named who is a person and not a role or a service."""
    yield from (child.name for child in answers.children)
    every = [action for need in answers.needs for action in need.actions]
    for words in (*(need.whose for need in answers.needs), *(f"{each.who};{each.agreed_by}" for each in every)):
        yield from (name for part in words.split(",") for name in people(part) if is_person(name))


def _words(name: str) -> tuple[str, ...]:
    bare = "".join(
        letter if letter.isalpha() else " " for letter in name.casefold().replace("’s", "").replace("'s", "")
    )
    return tuple(word for word in bare.split() if len(word) >= SHORT)


def _titles_that_may_put_someone_in_danger(answers: SmartPlanAnswers) -> Iterator[Prompt]:
    if not answers.calendar.names_in_titles:
        return
    asked, written = fields.walk(SmartPlanAnswers), answers.model_dump(mode="json", exclude_defaults=True)
    if any(danger.read(text) for _, _, text in fields.texts(asked, written)):
        yield Prompt(
            "calendar.names_in_titles",
            "Who can see this calendar?",
            "The plan has words that may be about danger, and each title says who does what, and when.",
            "If anyone could see it from whom someone is not safe, leave the names out.",
        )
