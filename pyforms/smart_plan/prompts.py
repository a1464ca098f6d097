"""Questions for the people who write the plan: the SMART check of every line, and what the whole plan leaves open.

They never block, and none of them says that a plan is right. Each says which words it judged by, so that a reader can
disagree, and each stands beside the answer that it is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from pyforms.areas import Area, lookup
from pyforms.document import Block, Details, Facts, Heading, Note, Run, Runs, Table, bullets, paragraph
from pyforms.form import Json, Prompt
from pyforms.smart_plan.answers import (
    Action,
    Need,
    SmartPlanAnswers,
    agreed_in,
    as_of,
    goal_agreed_in,
    is_unborn,
    of_the_unborn,
)
from pyforms.smart_plan.check import Ask, Letter, Line, check_line, check_plan, shortened
from pyforms.smart_plan.coverage import gaps, is_open

type Blocks = tuple[Block, ...]

FOUND = {True: "Found", False: "Look again", None: "Not asked"}
QUESTIONS = {
    "what": "What exactly would we see?",
    "who": "Who will do it?",
    "by": "By which day?",
    "measure": "How will we know?",
    "sure": "What would make it surer?",
    "agreed_by": "Has everyone who does it agreed?",
    "need": "Which change is it for?",
}
TIMELY, OVER = ("Timely", "Time-bound"), "Day is over"
GOAL_FIELDS = {"by": "goal_by", "need": "change"}
LOOKED_FOR = "who does it, what anyone would see, how we will know, and by which day"


@dataclass(frozen=True)
class Checked:
    """A goal or an action with its letters; `at` is its place, such as "1" or "1.2", `path` its place in the form."""

    at: str
    path: str
    line: Line
    letters: tuple[Letter, ...]

    @property
    def unmet(self) -> tuple[Letter, ...]:
        return tuple(letter for letter in self.letters if letter.met is False)

    @property
    def asks(self) -> tuple[tuple[str, Letter, Ask], ...]:
        """Every reason of every letter that is not met, with the field that it is about, in the form's order."""
        every = [(self._field(ask), letter, ask) for letter in self.unmet for ask in letter.asks]
        order = [*QUESTIONS]
        return tuple(sorted(every, key=lambda each: order.index(each[2].about)))

    def _field(self, ask: Ask) -> str:
        if self.line.kind == "goal":
            return f"{self.path}.{GOAL_FIELDS.get(ask.about, 'goal')}"
        return f"{self.path}.{ask.about}"


def checked(answers: SmartPlanAnswers, area: Area) -> tuple[Checked, ...]:
    """Every goal and every open action, in the plan's order."""
    return tuple(
        Checked(at, path, line, tuple(_not_over(letter, line, answers) for letter in check_line(line, area)))
        for at, path, line in _lines(answers)
    )


def _not_over(letter: Letter, line: Line, answers: SmartPlanAnswers) -> Letter:
    """What a review carried on with a day that is over has none: asks.py asks for a new one, once for all."""
    over = line.by is not None and line.by < as_of(answers)
    return replace(letter, met=None, words=OVER) if over and letter.met and letter.name in TIMELY else letter


def _lines(answers: SmartPlanAnswers) -> Iterator[tuple[str, str, Line]]:
    for number, need in enumerate(answers.needs, 1):
        path = f"needs.{number - 1}"
        if need.goal:
            yield f"{number}", path, _goal(need, answers)
        for place, action in enumerate(need.actions, 1):
            if is_open(action):
                yield f"{number}.{place}", f"{path}.actions.{place - 1}", _action(action, need, answers)


def _goal(need: Need, answers: SmartPlanAnswers) -> Line:
    return Line(
        kind="goal",
        text=need.goal,
        who=need.whose,
        by=need.goal_by,
        need=need.change,
        plan_date=goal_agreed_in(need, answers),
        review_date=answers.review_day,
    )


def _action(action: Action, need: Need, answers: SmartPlanAnswers) -> Line:
    return Line(
        kind="action",
        text=action.what,
        who=_can(action.who, answers),
        by=action.by,
        measure=action.measure,
        sure=action.sure,
        agreed_by=_can(action.agreed_by, answers),
        need=need.change,
        plan_date=agreed_in(action, answers),
        review_date=answers.review_day,
    )


def _can(who: str, answers: SmartPlanAnswers) -> str:
    """Who can do a thing or agree to it: a child who is not born yet cannot."""
    return "" if of_the_unborn(who, answers) else who


def at_fields(lines: tuple[Checked, ...]) -> tuple[Prompt, ...]:
    """One question at each field that anything is asked of, with the reason of every letter that asks it."""
    return tuple(
        _prompt(each.at, field, [(letter, ask) for _, letter, ask in asks])
        for each in lines
        for field, asks in groupby(each.asks, key=lambda ask: ask[0])
    )


def _prompt(at: str, field: str, asks: list[tuple[Letter, Ask]]) -> Prompt:
    question = QUESTIONS[asks[0][1].about]
    reason = " ".join(f"{letter.name}: {ask.words}" for letter, ask in asks)
    suggestion = " ".join(dict.fromkeys(ask.suggestion for _, ask in asks))
    return Prompt(field, f"{at} {question}", reason, suggestion)


def summary(answers: SmartPlanAnswers, lines: tuple[Checked, ...]) -> Blocks:
    """What to look at together before the plan is agreed, and what was read to find it."""
    told = [
        *(f"{gap.text} ({gap.source})" for gap in gaps(answers)),
        *(note.text for note in check_plan([each.line for each in lines])),
        *(_asked_of(each) for each in lines if each.unmet),
        *(
            f"“{need.change}” has no success goal yet. Ask what it would look like."
            for need in answers.needs
            if not need.goal
        ),
        *(
            f"{child.name}’s own words about the plan are not written down yet."
            for child in answers.children
            if not child.says and not is_unborn(child, answers)
        ),
    ]
    here = paragraph("These are questions. They come from words alone, and we cannot know your family.")
    return (
        Note("information", "Before you agree the plan", (here, *((bullets(*told),) if told else ()), _read(lines))),
    )


def _asked_of(each: Checked) -> str:
    questions = " ".join(dict.fromkeys(QUESTIONS[ask.about] for _, _, ask in each.asks))
    return f"{each.at} “{shortened(each.line.text)}”: {questions}"


def _read(lines: tuple[Checked, ...]) -> Block:
    return paragraph(
        f"Read: {_how_many(lines)}, for {LOOKED_FOR}. Not read: whether it is the right plan for this family."
    )


def _how_many(lines: tuple[Checked, ...]) -> str:
    goals = sum(each.line.kind == "goal" for each in lines)
    return f"{_number_of(goals, 'goal')} and {_number_of(len(lines) - goals, 'action')}"


def _number_of(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def smart_check(lines: tuple[Checked, ...], area: Area) -> Blocks:
    """Every line in the area's own letters, then each reason and one suggestion for each letter that is not met."""
    smart = lookup.smart(area)
    if smart is None or not lines:
        return ()
    rows = tuple((f"{each.at} {each.line.text}", *(_found(letter) for letter in each.letters)) for each in lines)
    look = tuple((f"{each.at} {each.line.text}", _suggestions(each)) for each in lines if each.unmet)
    judged = ((f"{each.at} {shortened(each.line.text)}", _judged_by(each)) for each in lines)
    found = tuple((place, words) for place, words in judged if words)
    return (
        Heading(2, "The SMART check"),
        paragraph(
            f"SMART here: {', '.join(smart.words)} ({lookup.source_of(area, smart).cited}). “Found” means that we "
            "found words for it. Whether they are the right ones, you know."
        ),
        Table("Each goal and action, letter by letter", ("Goal or action", *smart.words), rows),
        *((Heading(3, "What you could change"), Facts(look)) if look else ()),
        *((Details("The words that it judged by", (Facts(found),), level=3),) if found else ()),
    )


def _found(letter: Letter) -> str:
    return OVER if letter.words == OVER else FOUND[letter.met]


def _suggestions(each: Checked) -> Runs:
    return _run_on([(letter.name, f"{ask.words} {ask.suggestion}") for _, letter, ask in each.asks])


def _judged_by(each: Checked) -> Runs:
    return _run_on([(letter.name, letter.words) for letter in each.letters if letter.met and letter.words])


def _run_on(told: list[tuple[str, str]]) -> Runs:
    return tuple(
        run
        for place, (name, words) in enumerate(told)
        for run in (Run("\n" if place else ""), Run(f"{name}: ", strong=True), Run(words))
        if run.text
    )


def took_in(answers: SmartPlanAnswers, lines: tuple[Checked, ...], left_out: list[str]) -> Blocks:
    """What the result rests on, and what nobody should think that it has looked at."""
    closed = sum(not is_open(action) for need in answers.needs for action in need.actions)
    unasked = sum(each.line.sure is None for each in lines if each.line.kind == "action")
    read = [
        f"{_how_many(lines)}: their words, names and dates, for {LOOKED_FOR}.",
        "The whole plan: whether every change has an action, each child something of their own, and nobody too much.",
        "Every box, for words that may be about danger. A box without such words may still be about danger.",
    ]
    unread = [
        "Whether it is the right plan for this family, and whether anyone has been left out of it.",
        "What words mean. It knows common English words, and may pass over a vague line or ask about a clear one.",
        "Whether people agreed freely, and whether what was written down happened.",
        *(
            [f"How sure people are of {_number_of(unasked, 'action')}: nobody was asked, or it was not written down."]
            if unasked
            else []
        ),
        *([f"{_number_of(closed, 'closed action')}: not checked again."] if closed else []),
        *left_out,
    ]
    blocks = (paragraph("Taken in:"), bullets(*read), paragraph("Not taken in:"), bullets(*unread))
    return (Details("What this took in, and what it did not", blocks, level=2),)


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
