"""What scaling knows that other forms ask for, and what it can begin with."""

from collections.abc import Iterator, Sequence
from datetime import date

from pyforms.flows import Known, Offers, Score, Somebody, Taken, Takes, Today, UsualScale, living, of
from pyforms.people import Who as Is
from pyforms.scaling.answers import ScalingAnswers, Who

IS = {Who.CHILD: Is.CHILD, Who.FAMILY: Is.FAMILY, Who.WORKER: Is.WORKER}
SCORES_AS = {Is.CHILD: Who.CHILD, Is.YOUNG_PERSON: Who.CHILD, Is.PARENT: Who.FAMILY, Is.FAMILY: Who.FAMILY}
ASKED_FROM = 4  # years: nobody below is put down by us to be asked for a number; the practitioner may


def _people(answers: ScalingAnswers) -> Iterator[Somebody]:
    for meeting in answers.meetings:
        for each in meeting.scores:
            yield Somebody(each.person, IS[each.who] if each.who else None)


def _scores(answers: ScalingAnswers) -> Iterator[Score]:
    for meeting in answers.meetings:
        for each, number in meeting.given:
            asked = answers.questions[each.question - 1].question
            yield Score(each.person, asked, number, meeting.scale, meeting.day)


def _today(known: Sequence[Known]) -> Iterator[Taken]:
    for today, source in of(known, Today):
        yield Taken("meetings", [_day(today)], source)


def _scale(known: Sequence[Known]) -> Iterator[Taken]:
    for today, _ in of(known, Today):
        for usual, source in of(known, UsualScale):
            yield Taken("meetings", [_day(today), ("scale", usual.scale.value)], source)


def _scored_by(known: Sequence[Known]) -> Iterator[Taken]:
    """Today’s meeting with whoever lives with it; once there are scores, with whoever gave one. The rest is asked."""
    gave_one = {score.person for score, _ in of(known, Score)}
    for today, _ in of(known, Today):
        asked = [
            (person, source)
            for person, source in living(known)
            if (person.name in gave_one if gave_one else may_be_asked(person, today.day))
        ]
        for place, (person, source) in enumerate(asked):
            path = f"scores.{place}"
            as_who = SCORES_AS.get(person.who) if person.who else None
            who = [(f"{path}.who", as_who.value)] if as_who else []
            yield Taken("meetings", [_day(today), (f"{path}.person", person.name), *who], source)


def may_be_asked(person: Somebody, on: date) -> bool:
    """Of the family, and neither too young nor not born yet, as far as is known."""
    years = person.years(on)
    return person.who in SCORES_AS and not person.due and (years is None or years >= ASKED_FROM)


def _day(today: Today) -> tuple[str, str]:
    return "day", today.day.isoformat()


OFFERS: Offers[ScalingAnswers] = {Somebody: _people, Score: _scores}
TAKES: Takes = {Today: _today, UsualScale: _scale, Somebody: _scored_by}
