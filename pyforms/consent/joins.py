"""What a consent record knows that other forms ask for, and what it can begin with."""

from collections.abc import Iterator, Sequence

from pyforms.consent import family_page, kept_from, said, whose
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Role, Things, YesNo
from pyforms.fields import walk
from pyforms.flows import (
    Answered,
    KeyDay,
    Known,
    MayKnow,
    Offers,
    Pages,
    Practitioner,
    Somebody,
    Taken,
    Takes,
    Today,
    Wish,
    living,
    of,
)
from pyforms.people import CHILDREN, Who
from pyforms.wording import listed


def _people(answers: ConsentAnswers) -> Iterator[Somebody]:
    for child in answers.children:
        yield Somebody(child.name, Who.CHILD, born=child.born, due=child.due)
    for person in answers.people:
        who = Who.CHILD if person.role == Role.CHILD else Who.PARENT
        yield Somebody(person.name, who, age=person.age, relation=person.relationship)
    yield Somebody(answers.worker.name, Who.WORKER, work=answers.worker.job)


def _worker(answers: ConsentAnswers) -> Iterator[Practitioner]:
    yield Practitioner(answers.worker.name, answers.worker.job, has_recorded=True)


def _may_know(answers: ConsentAnswers) -> Iterator[MayKnow]:
    """A yes counts while the help is agreed to, others may be told at all, and nothing else here says otherwise."""
    shared = said.is_agreed(answers) and answers.things.sharing == YesNo.YES
    named = kept_from.told_all_the_same(answers)
    for each in answers.agencies:
        yes = shared and each.may == YesNo.YES and each.name not in named
        clear = not kept_from.is_contested(answers.agencies, each) and not kept_from.ended(answers, each)
        yield MayKnow(each.name, yes and clear, each.what, each.until)


def _answered(answers: ConsentAnswers) -> Iterator[Answered]:
    """The things agreed to are written down once: with several who agree, they are put in nobody’s mouth."""
    fields = {field.name: field.question.label for field in walk(Things)}
    yes = tuple(words for key, words in fields.items() if getattr(answers.things, key) == YesNo.YES)
    alone = len(said.agreeing(answers)) == 1
    for person in answers.people:
        yield Answered(person.name, person.agrees, person.answer.label, yes if person.agrees and alone else ())


def _wishes(answers: ConsentAnswers) -> Iterator[Wish]:
    """What a young person decides alone is theirs, whether or not they asked for it to be kept."""
    if answers.restrictions:
        clear = not whose.unclear_wish(answers)
        yield Wish(answers.restrictions, tuple(whose.wishers(answers)) if clear else ())
    if said.is_alone(answers):
        young = tuple(person.name for person in said.agreeing(answers, Role.CHILD))
        yield Wish(f"What {listed(young)} decided alone", young)


def _pages(answers: ConsentAnswers) -> Iterator[tuple[str, str]]:
    yield from ((key, person.name) for key, person in family_page.whom(answers))


def _days(answers: ConsentAnswers) -> Iterator[KeyDay]:
    if any(person.agrees for person in answers.people):
        yield KeyDay("consent", answers.day)
    if answers.ask_again:
        yield KeyDay("ask_again", answers.ask_again)


def _today(known: Sequence[Known]) -> Iterator[Taken]:
    for today, source in of(known, Today):
        yield Taken("", [("day", today.day.isoformat())], source)


def _asked(known: Sequence[Known]) -> Iterator[Taken]:
    """Whether a child takes part, somebody says who knows the child: then the rest of them is known."""
    day = next((today.day for today, _ in of(known, Today)), None)
    for person, source in living(known):
        if person.who in CHILDREN:
            days = {"born": person.born, "due": person.due}
            dated = [(key, day.isoformat()) for key, day in days.items() if day]
            yield Taken("children", [("name", person.name), *dated], source)
            years = person.years(day) if day else None
            aged = [] if years is None else [("age", str(max(years, 0)))]
            yield Taken("people", [("name", person.name), ("role", Role.CHILD.value), *aged], source, only_there=True)
        elif person.who == Who.PARENT:
            told = [("relationship", person.relation)] if person.relation else []
            yield Taken("people", [("name", person.name), ("role", Role.PARENT.value), *told], source)


def _recorded_by(known: Sequence[Known]) -> Iterator[Taken]:
    for you, source in of(known, Practitioner)[:1]:
        yield Taken("worker", [("name", you.name), *([("job", you.job)] if you.job else [])], source)


OFFERS: Offers[ConsentAnswers] = {
    Somebody: _people,
    Practitioner: _worker,
    MayKnow: _may_know,
    Answered: _answered,
    Wish: _wishes,
    KeyDay: _days,
}
PAGES: Pages[ConsentAnswers] = _pages
TAKES: Takes = {Today: _today, Somebody: _asked, Practitioner: _recorded_by}
