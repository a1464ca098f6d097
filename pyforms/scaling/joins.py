"""What scaling knows that other forms ask for, and what it can begin with."""

from collections.abc import Iterator, Sequence

from pyforms.flows import Known, Offers, Score, Somebody, Taken, Takes
from pyforms.people import Who as Is
from pyforms.scaling.answers import ScalingAnswers, Who

IS = {Who.CHILD: Is.CHILD, Who.FAMILY: Is.FAMILY, Who.WORKER: Is.WORKER}
SCORES_AS = {Is.CHILD: Who.CHILD, Is.YOUNG_PERSON: Who.CHILD, Is.PARENT: Who.FAMILY, Is.FAMILY: Who.FAMILY}


def _people(answers: ScalingAnswers) -> Iterator[Somebody]:
    for meeting in answers.meetings:
        for each in meeting.scores:
            yield Somebody(each.person, IS[each.who] if each.who else None)


def _scores(answers: ScalingAnswers) -> Iterator[Score]:
    """The last score of each person for each question."""
    last = {}
    for meeting in sorted(answers.meetings, key=lambda each: each.day):
        for each in meeting.scores:
            asked = answers.questions[each.question - 1].question
            last[each.person, each.question] = Score(each.person, asked, each.score, meeting.scale, meeting.day)
    yield from last.values()


def _asked(known: Sequence[Known]) -> Iterator[Taken]:
    """Whoever lives with it scores; who else is asked, the practitioner says."""
    for each in known:
        if isinstance(each.thing, Somebody) and each.thing.who in SCORES_AS and not each.thing.due:
            who = SCORES_AS[each.thing.who]
            yield Taken("meetings.0.scores", [("person", each.thing.name), ("who", who.value)], each.source)


OFFERS: Offers[ScalingAnswers] = {Somebody: _people, Score: _scores}
TAKES: Takes = {Somebody: _asked}
