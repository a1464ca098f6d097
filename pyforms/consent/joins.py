"""What a consent record knows that other forms ask for, and what it can begin with."""

from collections.abc import Iterator, Sequence

from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Role, YesNo
from pyforms.flows import KeyDay, Known, MayKnow, Offers, Somebody, Taken, Takes
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


def _day(answers: ConsentAnswers) -> Iterator[KeyDay]:
    if any(person.agrees for person in answers.people):
        yield KeyDay("consent", answers.day)


def _asked(known: Sequence[Known]) -> Iterator[Taken]:
    for each in known:
        person = each.thing
        if isinstance(person, Somebody) and person.who in CHILDREN:
            days = {"born": person.born, "due": person.due}
            dated = [(key, day.isoformat()) for key, day in days.items() if day]
            yield Taken("children", [("name", person.name), *dated], each.source)
        elif isinstance(person, Somebody) and person.who == Who.PARENT:
            told = [("relationship", person.relation)] if person.relation else []
            yield Taken("people", [("name", person.name), ("role", Role.PARENT.value), *told], each.source)


OFFERS: Offers[ConsentAnswers] = {Somebody: _people, MayKnow: _may_know, KeyDay: _day}
TAKES: Takes = {Somebody: _asked}
