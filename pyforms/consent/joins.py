"""What a consent record knows that other forms ask for, and what it can begin with."""

from collections.abc import Iterator, Sequence

from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Role, YesNo
from pyforms.flows import KeyDay, Known, MayKnow, Offers, Somebody, Taken, Takes, Today, of
from pyforms.people import CHILDREN, Who


def _people(answers: ConsentAnswers) -> Iterator[Somebody]:
    for child in answers.children:
        yield Somebody(child.name, Who.CHILD, born=child.born, due=child.due)
    for person in answers.people:
        who = Who.CHILD if person.role == Role.CHILD else Who.PARENT
        yield Somebody(person.name, who, age=person.age, relation=person.relationship)


def _may_know(answers: ConsentAnswers) -> Iterator[MayKnow]:
    for each in answers.agencies:
        yield MayKnow(each.name, each.may == YesNo.YES, each.what, each.until)


def _days(answers: ConsentAnswers) -> Iterator[KeyDay]:
    if any(person.agrees for person in answers.people):
        yield KeyDay("consent", answers.day)
    if answers.ask_again:
        yield KeyDay("ask_again", answers.ask_again)


def _today(known: Sequence[Known]) -> Iterator[Taken]:
    for today, source in of(known, Today):
        yield Taken("", [("day", today.day.isoformat())], source)


def _asked(known: Sequence[Known]) -> Iterator[Taken]:
    for person, source in of(known, Somebody):
        if person.who in CHILDREN:
            days = {"born": person.born, "due": person.due}
            dated = [(key, day.isoformat()) for key, day in days.items() if day]
            yield Taken("children", [("name", person.name), *dated], source)
        elif person.who == Who.PARENT:
            told = [("relationship", person.relation)] if person.relation else []
            yield Taken("people", [("name", person.name), ("role", Role.PARENT.value), *told], source)
    workers = [(person, source) for person, source in of(known, Somebody) if person.who == Who.WORKER]
    if len(workers) == 1:  # of several, nobody knows who asked
        (person, source), *_ = workers
        yield Taken("worker", [("name", person.name), *([("job", person.work)] if person.work else [])], source)


OFFERS: Offers[ConsentAnswers] = {Somebody: _people, MayKnow: _may_know, KeyDay: _days}
TAKES: Takes = {Today: _today, Somebody: _asked}
