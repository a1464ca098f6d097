"""Who can have a page at all, whatever stands on it: nobody is asked what may stand on a page that is not made."""

from pyforms.consent import carried, said, whose
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Person, Role
from pyforms.wording import listed

READS = said.ITEM_BY_ITEM  # younger children are told in their own way, and handed nothing


def readers(answers: ConsentAnswers) -> list[Person]:
    return [person for person in said.answering(answers) if not why_none(answers, person)]


def why_none(answers: ConsentAnswers, person: Person) -> str:
    """Why no words that anyone looks at can give this person a page; empty where they may have one."""
    years = said.age(answers, person)
    if said.untold_dangers(answers):
        return "words in this record tell of danger, and paper at home could warn whoever is feared."
    if said.paper_is_unsafe(answers):
        return "there may be a risk, and paper at home could warn whoever is feared."
    if len(said.answering(answers)) > 1 and said.is_in_words_of_danger(answers, person):
        return "they are named in words that tell of danger. Tell them in your own words, where that is safe."
    if said.shares_a_name(answers, person):
        return "two people here have that name, and it could reach the wrong one."
    if person.role == Role.CHILD and years is not None and years < READS:
        return "too young to be handed one: tell them in words of their own."
    if answers.restrictions and not said.is_theirs(answers, answers.wished_by, person):
        return _limit(answers)
    return carried.why_none(answers, person)


def _limit(answers: ConsentAnswers) -> str:
    return whose.unclear_wish(answers) or (
        f"{listed(whose.wishers(answers))} asked to keep something private, and a page could give it away, were it "
        "only by your workplace, your number or the area. Tell them in your own words, and mind what you give away."
    )
