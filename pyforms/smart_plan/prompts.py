"""Prompts for the people who write the plan: the SMART check of every line, and what the whole plan leaves open.

They never block. Each says which words it judged by, so that a reader can disagree.
"""

from dataclasses import dataclass

from pyforms.areas import Area, lookup
from pyforms.document import Block, Facts, Heading, Note, Run, Runs, Table, bullets, paragraph
from pyforms.form import Json
from pyforms.smart_plan.answers import Action, Need, SmartPlanAnswers, agreed_in, is_unborn
from pyforms.smart_plan.check import Letter, Line, check_line, check_plan
from pyforms.smart_plan.coverage import gaps, is_open

type Blocks = tuple[Block, ...]

ANSWERS = {True: "Yes", False: "Look again", None: "Not asked"}


@dataclass(frozen=True)
class Checked:
    """A goal or an action with its letters; `at` is its place, such as "1" or "1.2"."""

    at: str
    line: Line
    letters: tuple[Letter, ...]

    @property
    def unmet(self) -> tuple[Letter, ...]:
        return tuple(letter for letter in self.letters if letter.met is False)


def checked(answers: SmartPlanAnswers, area: Area) -> tuple[Checked, ...]:
    """Every goal and every open action, in the plan's order."""
    found = []
    for number, need in enumerate(answers.needs, 1):
        lines = [(f"{number}", _goal(need, answers))] if need.goal else []
        open_actions = [(place, action) for place, action in enumerate(need.actions, 1) if is_open(action)]
        lines += [(f"{number}.{place}", _action(action, need, answers)) for place, action in open_actions]
        found += [Checked(at, line, check_line(line, area)) for at, line in lines]
    return tuple(found)


def _goal(need: Need, answers: SmartPlanAnswers) -> Line:
    return Line(
        kind="goal",
        text=need.goal,
        who=need.whose,
        by=need.goal_by,
        need=need.change,
        plan_date=answers.plan_day,
        review_date=answers.review_day,
    )


def _action(action: Action, need: Need, answers: SmartPlanAnswers) -> Line:
    return Line(
        kind="action",
        text=action.what,
        who=action.who,
        by=action.by,
        measure=action.measure,
        sure=action.sure,
        agreed_by=action.agreed_by,
        need=need.change,
        plan_date=agreed_in(action, answers),
        review_date=answers.review_day,
    )


def summary(answers: SmartPlanAnswers, lines: tuple[Checked, ...]) -> Blocks:
    """What to look at together before the plan is agreed."""
    look = sum(bool(each.unmet) for each in lines)
    told = [
        *(f"{gap.text} ({gap.source})" for gap in gaps(answers)),
        *(note.text for note in check_plan([each.line for each in lines])),
        *([f"{look} of the {len(lines)} goals and actions have a prompt: see the SMART check below."] if look else []),
        *(
            f"“{need.change}” has no success goal yet. Ask what it would look like."
            for need in answers.needs
            if not need.goal
        ),
    ]
    unheard = [
        f"{child.name}’s own words about the plan are not written down yet."
        for child in answers.children
        if not (child.says or is_unborn(child, answers))
    ]
    if not (told or unheard):
        return (Note("success", "Nothing to add", (paragraph("The prompts found nothing to ask about this plan."),)),)
    here = paragraph("These are prompts. They read words, and cannot know your family. Keep what is right for you.")
    return (Note("information", "Before you agree the plan", (here, bullets(*told, *unheard))),)


def smart_check(lines: tuple[Checked, ...], area: Area) -> Blocks:
    """Every line in the area's own letters, then one suggestion for each letter that is not met."""
    smart = lookup.smart(area)
    if smart is None or not lines:
        return ()
    rows = tuple((f"{each.at} {each.line.text}", *(ANSWERS[letter.met] for letter in each.letters)) for each in lines)
    look = tuple((f"{each.at} {each.line.text}", _suggestions(each)) for each in lines if each.unmet)
    return (
        Heading(2, "The SMART check"),
        paragraph(f"SMART here: {', '.join(smart.words)} ({lookup.source_of(area, smart).title})."),
        Table("Each goal and action, letter by letter", ("Goal or action", *smart.words), rows),
        *((Heading(3, "What you could change"), Facts(look)) if look else ()),
    )


def _suggestions(each: Checked) -> Runs:
    return tuple(
        run
        for place, letter in enumerate(each.unmet)
        for run in (
            Run("\n" if place else ""),
            Run(f"{letter.name}: ", strong=True),
            Run(f"{letter.words} {letter.suggestion}"),
        )
        if run.text
    )


def findings(answers: SmartPlanAnswers, lines: tuple[Checked, ...]) -> Json:
    return {
        "lines": [
            {
                "at": each.at,
                "kind": each.line.kind,
                "text": each.line.text,
                "letters": {letter.name: letter.met for letter in each.letters},
            }
            for each in lines
        ],
        "gaps": [gap.key for gap in gaps(answers)],
        "across": [note.key for note in check_plan([each.line for each in lines])],
    }
