"""Which answers stand on whose page."""

from collections.abc import Iterator

from pyforms.consent import said
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Person, Role


def on_page_of(answers: ConsentAnswers, person: Person) -> Iterator[tuple[str, str]]:
    """All that was typed and stands on this person’s page."""
    yield "worker.job", answers.worker.job
    yield "worker.reach", answers.worker.reach
    yield from help_of(answers, person)
    if person.agrees and not (said.is_alone(answers) and person.role == Role.PARENT):
        for place, each in enumerate(answers.agencies):
            if said.is_theirs(answers, each.said_by, person):
                yield f"agencies.{place}.name", each.name


def help_of(answers: ConsentAnswers, person: Person) -> Iterator[tuple[str, str]]:
    """What the help is, what changes and what somebody will know of it, as far as it stands on this person’s page.

    A no is told without the help, and a parent’s page leaves out what a young person decides alone.
    """
    if not person.agrees or (said.is_alone(answers) and person.role == Role.PARENT):
        return
    yield "purpose", answers.purpose
    if len(said.answering(answers)) == 1:
        yield "changed", answers.changed
    for place, each in enumerate(answers.agencies):
        if said.is_theirs(answers, each.said_by, person):
            yield f"agencies.{place}.what", each.what
