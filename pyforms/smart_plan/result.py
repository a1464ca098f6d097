"""What the plan becomes: the plan or the review record, the family's copy, and one for each child who is born."""

from dataclasses import replace
from datetime import date

from pyforms import far_days
from pyforms.areas import Area
from pyforms.document import Document, Picture, Plain, Table
from pyforms.form import Result
from pyforms.ics import Calendar
from pyforms.smart_plan import asks, child, plan, prompts, review, timetable
from pyforms.smart_plan.answers import SmartPlanAnswers, is_perhaps_unborn, is_unborn
from pyforms.smart_plan.left_out import left_out

COLUMNS = (
    "Change", "For", "Action", "Who", "By when", "How we will know", "Agreed by", "Sure (0 to 10)", "How far",
    "What happened",
)  # fmt: skip


def result(answers: SmartPlanAnswers, area: Area, today: date) -> Result:
    """Before the review the plan with its prompts; from then on the record, and the plan as it goes on from there."""
    following = review.next_plan(answers)
    current = SmartPlanAnswers.model_validate(following) if following else answers
    lines = prompts.checked(current, area)
    findings = {
        **prompts.findings(current, lines),
        **timetable.findings(current, area),
        "review": review.is_review(answers),
    }
    documents = {
        "family-copy": replace(plan.family_copy(current, area), envelope=following),
        **{
            f"child-{number}": child.copy(each, current, area)
            for number, each in enumerate(current.children, 1)
            if not (is_unborn(each, current) or is_perhaps_unborn(each, current))
        },
    }
    asked = frozenset(odd.path for odd in far_days.found(current, today))
    is_over = review.is_review(answers) and not following
    events = timetable.events(current, area, asked, is_over=is_over)
    every = timetable.events(current, area, frozenset(), is_over=is_over) if asked else events
    files: dict[str, Table | Picture | Calendar | Plain] = {"actions.csv": _actions(answers)}
    if events:
        files["plan.ics"] = Calendar(events, today)
    document = _document(answers, current, area, lines, asked)
    at_the_end = (
        *timetable.calendar(current, events, len(every) - len(events)),
        *prompts.took_in(current, lines, left_out(answers)),
    )
    document = replace(document, blocks=(*document.blocks, *at_the_end))
    at_fields = () if review.is_review(answers) else prompts.at_fields(lines)
    return Result(findings, document, files, documents, (*asks.prompts(answers), *at_fields))


def _document(
    answers: SmartPlanAnswers,
    current: SmartPlanAnswers,
    area: Area,
    lines: tuple[prompts.Checked, ...],
    asked: timetable.Asked,
) -> Document:
    checks = (*timetable.deadlines(current, area, asked), *prompts.smart_check(lines, area))
    if review.is_review(answers):
        return Document("Review record", (*review.record(answers, area), *checks))
    return Document("SMART plan", (*prompts.summary(answers, lines), *plan.plan(answers, area), *checks))


def _actions(answers: SmartPlanAnswers) -> Table:
    rows = tuple(
        (
            need.change,
            need.whose,
            action.what,
            action.who,
            action.by.isoformat() if action.by else "",
            action.measure,
            action.agreed_by,
            "" if action.sure is None else str(action.sure),
            action.review.status.label if action.review.status else "",
            action.review.happened,
        )
        for need in answers.needs
        for action in need.actions
    )
    return Table("Actions", COLUMNS, rows)
