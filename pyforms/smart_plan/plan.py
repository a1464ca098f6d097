"""The plan itself, as the family and everyone named in it read it."""

from pyforms import calls
from pyforms.areas import Area, lookup
from pyforms.document import Block, Document, Facts, Heading, Items, Table, bullets, paragraph, text
from pyforms.smart_plan.answers import Action, Need, SmartPlanAnswers
from pyforms.wording import day

type Blocks = tuple[Block, ...]

NOT_AGREED = "not agreed yet"


def family_copy(answers: SmartPlanAnswers, area: Area) -> Document:
    """The plan alone, without prompts for practitioners."""
    blocks = (
        paragraph("This is what we agreed to do. It is your plan: you can ask to change it at any time."),
        *plan(answers, area),
        Heading(2, "If you are worried"),
        Items((calls.EMERGENCY, *(calls.line(each) for each in calls.safeguarding(area)))),
    )
    return Document("Our plan", blocks)


def plan(answers: SmartPlanAnswers, area: Area) -> Blocks:
    return (
        _basics(answers, area),
        *(block for number, need in enumerate(answers.needs, 1) for block in _need(number, need)),
        *_comments(answers),
        *_copies(answers),
    )


def _basics(answers: SmartPlanAnswers, area: Area) -> Facts:
    rows = (
        ("Date of the plan", day(answers.plan_day)),
        (f"Next {lookup.word(area, 'review').name}", day(answers.review_day)),
        (lookup.word(area, "lead_role").name, answers.lead),
        ("How long we expect to work together", answers.length),
    )
    return facts(rows)


def facts(rows: tuple[tuple[str, str], ...]) -> Facts:
    """Only what is known."""
    return Facts(tuple((term, text(words)) for term, words in rows if words))


def _need(number: int, need: Need) -> Blocks:
    rows = (
        ("For", need.whose),
        ("This is", need.kind.label.lower() if need.kind else ""),
        ("How we will know that we are there", f"{need.goal}{f' (by {day(need.goal_by)})' if need.goal_by else ''}"),
    )
    actions = (actions_table(need.actions, f"Actions for change {number}"),) if need.actions else ()
    return (
        Heading(2, f"{number}. {need.change}"),
        facts(rows),
        *(actions or (paragraph("No action agreed yet."),)),
    )


def actions_table(actions: list[Action], caption: str) -> Table:
    columns = ("What", "Who", "By when", "How we will know", "If it gets hard")
    return Table(caption, columns, tuple(_row(action) for action in actions))


def _row(action: Action) -> tuple[str, ...]:
    return (action.what, action.who or NOT_AGREED, by_when(action), action.measure or NOT_AGREED, if_hard(action))


def by_when(action: Action) -> str:
    return day(action.by) if action.by else NOT_AGREED


def if_hard(action: Action) -> str:
    return ". Then: ".join(words.rstrip(".") for words in (action.barrier, action.backup) if words)


def _comments(answers: SmartPlanAnswers) -> Blocks:
    said = [(child.name, child.says) for child in answers.children]
    rows = (*said, ("Parents and carers", answers.adults_say))
    return (Heading(2, "What we say about the plan"), facts(rows)) if any(words for _, words in rows) else ()


def _copies(answers: SmartPlanAnswers) -> Blocks:
    people = [line.strip() for line in answers.copies.splitlines() if line.strip()]
    return (Heading(2, "Who gets a copy"), bullets(*people)) if people else ()
