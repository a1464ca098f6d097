"""The review record, and what the next plan brings along.

The order is that of Kent's review agenda, with the headings of Solihull's review form: who was there, what has
changed, what works, what worries, each child's views, every action, the scores, and what happens next.
"""

from typing import Any

from pyforms import scales, whom_to_call
from pyforms.areas import Area, lookup
from pyforms.document import Block, Boxes, Facts, Heading, Note, Table, bullets, paragraph, text
from pyforms.smart_plan.answers import (
    Action,
    Child,
    Met,
    Need,
    Next,
    Score,
    SmartPlanAnswers,
    Status,
    Views,
    agreed_in,
    dated,
    is_unborn,
    of_the_unborn,
)
from pyforms.smart_plan.coverage import is_open
from pyforms.smart_plan.plan import by_when, facts
from pyforms.wording import day, listed

type Blocks = tuple[Block, ...]
type Json = dict[str, Any]

CLOSED = (Status.DONE, Status.NOT_NEEDED)
NOT_SAID = "Not written down yet"


def is_review(answers: SmartPlanAnswers) -> bool:
    return answers.review.day is not None


def record(answers: SmartPlanAnswers, area: Area) -> Blocks:
    """Every part of the review; what was left out is named."""
    review = answers.review
    return (
        *whom_to_call.at_the_hard_end(_at_worst(answers), area),
        *_step_up(answers, area),
        *_left_out(answers),
        _basics(answers),
        Heading(2, "What has changed since last time"),
        paragraph(review.changed or f"{NOT_SAID}."),
        Heading(2, "What is working well"),
        _views(review.well, answers),
        Heading(2, "What people are still worried about"),
        _views(review.worried, answers),
        *_still_a_concern(area),
        Heading(2, "What each child says about the plan"),
        Facts(tuple((child.name, text(_said(child, answers))) for child in answers.children)),
        Heading(2, "The plan, action by action"),
        *(block for number, need in enumerate(answers.needs, 1) for block in _reviewed(number, need)),
        *_scores(answers),
        *_carried(answers),
        Heading(2, "What happens next"),
        _next(answers, area),
    )


def _basics(answers: SmartPlanAnswers) -> Facts:
    present = listed(line.strip() for line in answers.review.present.splitlines() if line.strip())
    reviewed = answers.review.day
    return facts(
        (
            ("Date of the review", day(reviewed) if reviewed else ""),
            ("Who was there, and who sent word", present or NOT_SAID),
            ("Plan of", day(answers.plan_day)),
        )
    )


def _views(views: Views, answers: SmartPlanAnswers) -> Facts:
    heard = [("The family", views.family), ("The children", views.children), ("Other people", views.others)]
    nobody_yet = all(is_unborn(child, answers) for child in answers.children)
    rows = [row for row in heard if row[0] != "The children"] if nobody_yet else heard
    return Facts(tuple((who, text(said or NOT_SAID)) for who, said in rows))


def _said(child: Child, answers: SmartPlanAnswers) -> str:
    return "Not born yet" if is_unborn(child, answers) else child.says or NOT_SAID


def _still_a_concern(area: Area) -> Blocks:
    """The headline concerns that the area's own review form asks about, to tick together."""
    if area.concerns is None:
        return ()
    ask = f"Is any of these still a concern? ({area.name}’s review form asks. If one is, it belongs in the plan.)"
    return (Boxes(ask, tuple(item.text for item in area.concerns.items), many=True),)


def _left_out(answers: SmartPlanAnswers) -> Blocks:
    """Kent: review the whole plan, or note why a part is not discussed."""
    actions = [action.what for need in answers.needs for action in need.actions if action.review.status is None]
    unsure = [
        f"“{need.change}”: every action is closed. Is the success goal met? Say so, or agree a new action."
        for need in answers.needs
        if need.actions and need.outcome.met is None and not any(map(is_open, need.actions))
    ]
    told = [
        *(f"“{what}”: not talked about yet. Say how far it is, or why it was left out." for what in actions),
        *unsure,
    ]
    unheard = [
        f"{child.name}’s own views are not written down yet."
        for child in answers.children
        if not (child.says or is_unborn(child, answers))
    ]
    if not (told or unheard):
        return ()
    return (Note("information", "Not reviewed yet", (bullets(*told, *unheard),)),)


def _reviewed(number: int, need: Need) -> Blocks:
    rows = (
        ("Success goal", need.goal),
        ("Is it met?", need.outcome.met.label if need.outcome.met else NOT_SAID),
        ("What we see now", need.outcome.seen),
    )
    columns = ("Action", "Who", "By when", "How far", "What happened")
    table = Table(f"Review of change {number}", columns, tuple(_row(action) for action in need.actions))
    return (Heading(3, f"{number}. {need.change}"), facts(rows), *((table,) if need.actions else ()))


def _row(action: Action) -> tuple[str, ...]:
    status = action.review.status
    said = " ".join(words for words in (action.review.before, action.review.happened) if words)
    return (action.what, action.who, by_when(action), status.label if status else "Not talked about", said)


def _scores(answers: SmartPlanAnswers) -> Blocks:
    scaling = answers.review.scaling
    scores = [score for score in scaling.scores if not of_the_unborn(score.person, answers)]
    if scaling.scale is None or not scores:
        return ()
    best = scales.ENDS[scaling.scale].best
    told = bullets(*(_changed(score, scaling.scale) for score in scores))
    return (Heading(2, "Scores"), paragraph(f"On this scale {best} is what we hope for."), told)


def _changed(score: Score, scale: scales.Scale) -> str:
    """Ella: from 8 to 6, two steps towards the hope. Why: …"""
    why = f" {score.why}" if score.why else ""
    if score.now is None:
        return f"{score.person}: no score this time.{why}"
    if score.before is None:
        return f"{score.person}: {scales.number(score.now)}, the first score.{why}"
    gained = scales.to_go(scale, score.before) - scales.to_go(scale, score.now)
    numbers = f"from {scales.number(score.before)} to {scales.number(score.now)}"
    return f"{score.person}: {numbers}, {scales.moved(gained)}.{why}"


def _at_worst(answers: SmartPlanAnswers) -> list[str]:
    """A number in the name of a child who is not born yet is somebody's, and may be about danger to it."""
    scaling = answers.review.scaling
    return [
        each.person
        for each in scaling.scores
        if scaling.scale and each.now is not None and scales.is_worst(scaling.scale, each.now)
    ]


def _step_up(answers: SmartPlanAnswers, area: Area) -> Blocks:
    if answers.review.next != Next.STEP_UP:
        return ()
    route = lookup.word(area, "front_door").name
    told = (
        f"You are asking social care to look at this. Ring {route} and send this record: it shows what was tried "
        "and why it was not enough. Tell the family first, unless that would put a child at more risk."
    )
    return (Note("warning", "Stepping up", (paragraph(told), whom_to_call.practitioners_lines(area))),)


def carried_actions(need: Need) -> list[Action]:
    return [action for action in need.actions if action.review.status not in CLOSED]


def carried_needs(answers: SmartPlanAnswers) -> list[Need]:
    """A change goes on until its goal is met and nothing in it is open: none is dropped in silence."""
    return [need for need in answers.needs if need.outcome.met != Met.YES or carried_actions(need)]


def _carried(answers: SmartPlanAnswers) -> Blocks:
    needs = carried_needs(answers)
    told = [f"{need.change}: {_open_actions(need)}" for need in needs]
    carried = bullets(*told, *_over(answers)) if told else paragraph("Nothing is open.")
    return (Heading(2, "What we carry forward"), carried)


def _over(answers: SmartPlanAnswers) -> list[str]:
    """One line for all whose day is over: a review carries them on as they are."""
    reviewed = answers.review.day
    days = [action.by for need in answers.needs for action in carried_actions(need)]
    over = sum(1 for by in days if by and reviewed and by < reviewed)
    if not over:
        return []
    return [f"{over} of these {'was' if over == 1 else 'were'} due before this review: agree by when now."]


def _open_actions(need: Need) -> str:
    return "; ".join(action.what for action in carried_actions(need)) or "no open action, and the goal is not met yet"


def _next(answers: SmartPlanAnswers, area: Area) -> Facts:
    review = answers.review
    after = day(review.next_review) if review.next_review else "not agreed yet"
    needs = carried_needs(answers)
    closing = lookup.word(area, "closing")
    ends = review.next == Next.END
    return facts(
        (
            ("Decision", review.next.label if review.next else NOT_SAID),
            (
                "Still to settle",
                f"The decision says that the goals are met. {_unsettled(answers)}" if ends and needs else "",
            ),
            ("Why", review.why),
            ("Next review", "" if ends else after),
            ("What to write", f"{closing.name}: {closing.plain}" if ends else ""),
        )
    )


def _unsettled(answers: SmartPlanAnswers) -> str:
    """“Mornings”: Not yet, and two actions are open."""
    return " ".join(unsettled(need) for need in carried_needs(answers))


def unsettled(need: Need) -> str:
    """What of a change is not done, in words: “Mornings”: the goal is not met yet; 2 actions are open."""
    count = len(carried_actions(need))
    goal = {None: "nobody has said whether the goal is met", Met.YES: "the goal is met"}.get(
        need.outcome.met, "the goal is not met yet"
    )
    are_open = f"; {count} action{' is' if count == 1 else 's are'} open" if count else ""
    return f"“{need.change}”: {goal}{are_open}."


def next_plan(answers: SmartPlanAnswers) -> Json | None:
    """The answers that the next plan starts with, or None while the next review has no date or nothing goes on."""
    review, needs = answers.review, carried_needs(answers)
    if review.day is None or review.next_review is None or review.next == Next.END or not needs:
        return None
    written: Json = answers.model_dump(mode="json", exclude_defaults=True)
    kept: Json = {
        key: written[key]
        for key in ("training_example", "id", "checked", "lead", "team", "length", "copies", "calendar")
        if key in written
    }
    first_plan = answers.key_dates.first_plan or answers.plan_day
    done = {each.id for need in answers.needs for each in need.actions if each.review.status == Status.DONE}
    days = " ".join(f"{own}@{when}" for own, when in dated(answers).items() if own not in done)
    return kept | {
        **({"dated": days} if days else {}),
        "round": answers.round + 1,
        "key_dates": {**written.get("key_dates", {}), "first_plan": first_plan.isoformat()},
        "plan_day": review.day.isoformat(),
        "review_day": review.next_review.isoformat(),
        "children": [{key: said for key, said in child.items() if key != "says"} for child in written["children"]],
        "needs": [_need_again(need, answers) for need in needs],
        "review": {"scaling": _scores_again(answers)},
    }


def _need_again(need: Need, answers: SmartPlanAnswers) -> Json:
    written: Json = need.model_dump(mode="json", exclude_defaults=True, exclude={"outcome", "actions"})
    return {**written, "actions": [_action_again(action, answers) for action in carried_actions(need)]}


def _action_again(action: Action, answers: SmartPlanAnswers) -> Json:
    written: Json = action.model_dump(mode="json", exclude_defaults=True, exclude={"review"})
    written["since"] = agreed_in(action, answers).isoformat()
    status, reviewed = action.review.status, answers.review.day
    said = " ".join(words for words in (f"{status.label}." if status else "", action.review.happened) if words)
    now = f"{day(reviewed)}: {said}" if reviewed and said else ""
    before = " ".join(words for words in (action.review.before, now) if words)
    return {**written, **({"review": {"before": before}} if before else {})}


def _scores_again(answers: SmartPlanAnswers) -> Json:
    scaling = answers.review.scaling
    if scaling.scale is None:
        return {}
    scores = [
        {"person": each.person, "before": each.before if each.now is None else each.now} for each in scaling.scores
    ]
    return {"scale": scaling.scale.value, "scores": scores}
