"""What the scores come to, for the family and the people around them."""

from datetime import date

from pyforms import scales, whom_to_call
from pyforms.areas import Area, lookup
from pyforms.document import Block, Document, Facts, Heading, Note, Picture, Table, bullets, paragraph, text
from pyforms.form import Json, Result
from pyforms.scaling import asks, progress
from pyforms.scaling.answers import Asked, Meeting, ScalingAnswers
from pyforms.scaling.chart import chart
from pyforms.scaling.in_words import on_scale, since
from pyforms.scaling.progress import Line, Point
from pyforms.scaling.took_in import took_in
from pyforms.wording import day, listed

type Blocks = tuple[Block, ...]

NOBODY = "Nobody has given a score for this question yet."


def result(answers: ScalingAnswers, area: Area, today: date) -> Result:  # noqa: ARG001 - every form's result takes the day
    """Each person's own change, where people differ, and what each would do next; nobody is averaged."""
    numbered = list(enumerate(answers.questions, 1))
    every = {number: progress.lines(answers, number) for number, _ in numbered}
    worst = {number: _at_worst(answers, number) for number, _ in numbered}
    blocks: Blocks = (
        *whom_to_call.at_the_hard_end((who for each in worst.values() for who in each), area),
        *(block for number, asked in numbered for block in _question(number, asked, every[number], len(numbered))),
        *_table(answers),
        *_area_asks(area),
        *_directions(answers, area),
        *took_in(answers, every),
    )
    findings = {"questions": [_findings(every[number], worst[number]) for number, _ in numbered]}
    return Result(findings, Document("Scaling", blocks), _files(blocks), prompts=asks.prompts(answers))


def _at_worst(answers: ScalingAnswers, number: int) -> list[str]:
    """Whoever's number an unborn child's is, it may be about danger to it."""
    every = progress.lines(answers, number, with_unborn=True)
    return [who for who, _ in progress.at_worst(every)] if every else []


def _files(blocks: Blocks) -> dict[str, Table | Picture]:
    pictures = [block for block in blocks if isinstance(block, Picture)]
    names = ["chart.svg"] if len(pictures) == 1 else [f"chart-{place}.svg" for place in range(1, len(pictures) + 1)]
    (scores,) = (block for block in blocks if isinstance(block, Table))
    return {"scores.csv": scores, **dict(zip(names, pictures, strict=True))}


def _question(number: int, asked: Asked, every: tuple[Line, ...], count: int) -> Blocks:
    title = f"Question {number}: {asked.question}" if count > 1 else asked.question
    ends = Facts((("The hard end", text(asked.worst)), ("The hope", text(asked.hope))))
    if not every:
        return (Heading(2, title), ends, paragraph(NOBODY))
    return (
        Heading(2, title),
        ends,
        Heading(3, "What has changed"),
        bullets(*(told for line in every for told in since(line))),
        *_differences(every),
        chart(asked.question, every),
        Heading(3, "In their words"),
        *_words(every),
    )


def _differences(every: tuple[Line, ...]) -> Blocks:
    pairs = progress.far_apart(every)
    if not pairs:
        return ()
    told = [f"{one} and {other} are {scales.steps(apart)} apart." for one, other, apart in pairs]
    ask = "Each sees something that the others may not. Ask each what they see, starting with the child."
    return (Note("information", "People see this differently", (bullets(*told), paragraph(ask))),)


def _words(every: tuple[Line, ...]) -> Blocks:
    rows = tuple((f"{who}: {on_scale(point)}", text(_said(point))) for who, point in progress.latest(every))
    return (Facts(rows),)


def _said(point: Point) -> str:
    said = point.said
    return " ".join(
        (
            f"Why: {said.why or 'not said yet.'}",
            f"One step better: {said.better or 'not said yet. Ask: what would you notice first?'}",
        )
    )


def _table(answers: ScalingAnswers) -> Blocks:
    """Every score, earliest meeting first: the same as the pictures."""
    meetings = sorted(answers.meetings, key=lambda each: each.day)
    rows = tuple(
        (
            f"{meeting.day.day} {meeting.day:%b %Y}{', baseline' if meeting == meetings[0] else ''}",
            str(score.question),
            score.person,
            scales.number(number),
            f"{scales.ENDS[meeting.scale].best} is the hope",
        )
        for meeting in meetings
        for score, number in meeting.given
        if not asks.is_for_the_unborn(score, meeting.day)
    )
    columns = ("Date", "Question", "Who", "Score", "Scale")
    return (Heading(2, "Every score"), Table("All scores so far, the earliest first", columns, rows))


def _area_asks(area: Area) -> Blocks:
    """What is rated in this area, where its own guidance says it: a number for something else says little there."""
    if not area.scale or not area.scale.asks:
        return ()
    told = f"{area.name}’s scale asks how {area.scale.asks}. Look whether the questions here ask that."
    return (Note("information", f"What is scaled in {area.name}", (paragraph(told),)),)


def _directions(answers: ScalingAnswers, area: Area) -> Blocks:
    """Where a meeting's scale runs the other way from the area's, that is said."""
    asked = lookup.scale(area)
    own = scales.of_area(asked) if asked else None
    others = [meeting for meeting in answers.meetings if own and meeting.scale != own]
    if not own or not others:
        return ()
    told = f"{area.name}’s own scale is {own.label}. These meetings used the other way round: {_days(others)}."
    here = "The findings above go by the scale that was kept with each score."
    return (Note("warning", "Another scale than this area’s", (paragraph(told), paragraph(here))),)


def _days(meetings: list[Meeting]) -> str:
    return listed([day(meeting.day) for meeting in sorted(meetings, key=lambda each: each.day)])


def _findings(every: tuple[Line, ...], worst: list[str]) -> Json:
    return {
        "people": [
            {
                "person": line.person,
                "score": line.points[-1].score,
                "scale": line.points[-1].scale.value,
                "since_last": line.since_last,
                "since_baseline": line.since_baseline,
            }
            for line in every
        ],
        "far_apart": [list(pair) for pair in progress.far_apart(every)] if every else [],
        "at_worst": worst,
    }
