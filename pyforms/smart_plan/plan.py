"""The plan itself, as the family and everyone named in it read it."""

from datetime import date

from pyforms import whom_to_call
from pyforms.areas import Area, lookup
from pyforms.document import Block, Document, Facts, Heading, Items, Table, bullets, paragraph, text
from pyforms.smart_plan.answers import Action, Need, SmartPlanAnswers, as_of, has_ended, is_unborn, next_review
from pyforms.smart_plan.coverage import is_open
from pyforms.wording import day

type Blocks = tuple[Block, ...]

NOT_AGREED = "not agreed yet"
NEW_DAY = "a new day is not agreed yet"


def family_copy(answers: SmartPlanAnswers, area: Area) -> Document:
    """The plan alone, without prompts for practitioners."""
    blocks = (
        paragraph("This is what we agreed to do. It is your plan: you can ask to change it at any time."),
        *plan(answers, area),
        Heading(2, "If you are worried"),
        Items((whom_to_call.EMERGENCY, *(whom_to_call.line(each) for each in whom_to_call.safeguarding(area)))),
    )
    return Document("Our plan", blocks)


def plan(answers: SmartPlanAnswers, area: Area) -> Blocks:
    return (
        _basics(answers, area),
        *(block for number, need in enumerate(answers.needs, 1) for block in _need(number, need, answers)),
        *_comments(answers),
        *_copies(answers),
    )


def _basics(answers: SmartPlanAnswers, area: Area) -> Facts:
    rows = (
        ("Date of the plan", day(answers.plan_day)),
        _ahead(answers, lookup.word(area, "review").name),
        (lookup.word(area, "lead_role").name, answers.lead),
        ("How long we expect to work together", answers.length),
    )
    return facts(rows)


def _ahead(answers: SmartPlanAnswers, review: str) -> tuple[str, str]:
    if has_ended(answers):
        return "The help ended on", day(as_of(answers))
    again = next_review(answers)
    return f"Next {review}", day(again) if again else NOT_AGREED


def facts(rows: tuple[tuple[str, str], ...]) -> Facts:
    """Only what is known."""
    return Facts(tuple((term, text(words)) for term, words in rows if words))


def _need(number: int, need: Need, answers: SmartPlanAnswers) -> Blocks:
    rows = (
        ("For", need.whose),
        ("This is", need.kind.label.lower() if need.kind else ""),
        ("How we will know that we are there", _goal(need, answers)),
    )
    actions = (_actions_table(need.actions, f"Actions for change {number}", answers),) if need.actions else ()
    return (
        Heading(2, f"{number}. {need.change}"),
        facts(rows),
        *(actions or (paragraph("No action agreed yet."),)),
    )


def _goal(need: Need, answers: SmartPlanAnswers) -> str:
    if need.goal_by is None:
        return need.goal
    over = need.goal_by < as_of(answers)
    return f"{need.goal} ({_was_due(need.goal_by) if over else f'by {day(need.goal_by)}'})"


def _was_due(by: date) -> str:
    return f"was due {day(by)}: {NEW_DAY}"


def _actions_table(actions: list[Action], caption: str, answers: SmartPlanAnswers) -> Table:
    columns = ("What", "Who", "By when", "How we will know", "If it gets hard")
    return Table(caption, columns, tuple(_row(action, answers) for action in actions))


def _row(action: Action, answers: SmartPlanAnswers) -> tuple[str, ...]:
    over = action.by is not None and is_open(action) and action.by < as_of(answers)
    when = _was_due(action.by) if over and action.by else by_when(action)
    return (action.what, action.who or NOT_AGREED, when, action.measure or NOT_AGREED, if_hard(action))


def by_when(action: Action) -> str:
    return day(action.by) if action.by else NOT_AGREED


def if_hard(action: Action) -> str:
    return ". Then: ".join(words.rstrip(".") for words in (action.barrier, action.backup) if words)


def _comments(answers: SmartPlanAnswers) -> Blocks:
    said = [(child.name, child.says) for child in answers.children if not is_unborn(child, answers)]
    rows = (*said, ("Parents and carers", answers.adults_say))
    return (Heading(2, "What we say about the plan"), facts(rows)) if any(words for _, words in rows) else ()


def _copies(answers: SmartPlanAnswers) -> Blocks:
    people = [line.strip() for line in answers.copies.splitlines() if line.strip()]
    return (Heading(2, "Who gets a copy"), bullets(*people)) if people else ()
