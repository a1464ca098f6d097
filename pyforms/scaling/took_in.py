"""What the scores were read for, and what nobody here can read in them: said in the result itself."""

from collections.abc import Mapping

from pyforms import scales
from pyforms.document import Block, Details, bullets, paragraph
from pyforms.scaling import asks, progress
from pyforms.scaling.answers import ScalingAnswers
from pyforms.scaling.progress import Line
from pyforms.wording import day, listed

WORDS = (
    "what people said beside their numbers: it stands here as it was written. Words that may mean danger are asked "
    "about in the form, but a list of words does not find everything"
)

type Every = Mapping[int, tuple[Line, ...]]


def took_in(answers: ScalingAnswers, every: Every) -> tuple[Block, ...]:
    return (
        Details(
            "What this took in, and what it did not", (*_took_in(answers, every), *_did_not(answers, every)), level=2
        ),
    )


def _took_in(answers: ScalingAnswers, every: Every) -> tuple[Block, ...]:
    people = listed(dict.fromkeys(line.person for lines in every.values() for line in lines))
    count = sum(len(meeting.given) for meeting in answers.meetings) - len(_unborn(answers))
    scores = f"{count} {'score' if count == 1 else 'scores'} of {people}" if count else "no score that anyone gave"
    days = listed(day(when) for when in sorted(meeting.day for meeting in answers.meetings))
    apart = scales.steps(progress.rules()["apart"]["steps"])
    return (
        paragraph("It took in:"),
        bullets(
            f"{scores}, from {days}, each with its own scale",
            "each person’s own steps towards the hope or away from it; scores are never put together",
            f"where two people’s latest scores are {apart} or more apart, and who is at the hard end",
        ),
    )


def _did_not(answers: ScalingAnswers, every: Every) -> tuple[Block, ...]:
    told = (
        *(
            f"{listed(meeting.not_asked)}, at the meeting of {day(meeting.day)}: a name, and no score beside it"
            for meeting in answers.meetings
            if meeting.not_asked
        ),
        WORDS,
        "whether one person’s 5 is another’s 5, and how old anyone is",
        "whether a child is safe. A good score does not say so: ask, look and listen",
        *(
            f"a score in the name of “{who}”, who sounds not born yet: it is kept in your answers. Whose view is it?"
            for who in dict.fromkeys(_unborn(answers))
        ),
        *(f"{who}, in what is compared: no score at question {at}’s latest meeting" for at, who in _gone(every)),
    )
    return (paragraph("It did not take in:"), bullets(*told))


def _unborn(answers: ScalingAnswers) -> list[str]:
    return [
        score.person
        for meeting in answers.meetings
        for score, _ in meeting.given
        if asks.is_for_the_unborn(score, meeting.day)
    ]


def _gone(every: Every) -> list[tuple[int, str]]:
    """Who has a score for a question, but none at its latest meeting."""
    found = {at: (lines, {who for who, _ in progress.latest(lines)}) for at, lines in every.items() if lines}
    return [(at, line.person) for at, (lines, there) in found.items() for line in lines if line.person not in there]
