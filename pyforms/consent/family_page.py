"""Pages to keep: one for those who agreed, one for each who said no, one for a young person who decides alone.

A page tells a person what they said themselves, and promises nothing that a worker may be unable to keep.
"""

from collections.abc import Iterator

from pyforms import calls
from pyforms.areas import Area, lookup
from pyforms.areas.keys import ContactKey
from pyforms.consent import law, said
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Agency, Answer, Decision, Person, Role, YesNo
from pyforms.document import Block, Document, Heading, Items, bullets, paragraph
from pyforms.wording import day, listed

type Blocks = tuple[Block, ...]

PLAIN = {
    "support": "help from us",
    "assessment": "an Early Help Assessment: we look together at what is going well and what is hard",
    "sharing": "us working with the people named below",
}


def pages(answers: ConsentAnswers, area: Area) -> Iterator[tuple[str, Document]]:
    """Each page with its key. None where paper at home could warn whoever is feared."""
    if said.paper_is_unsafe(answers):
        return
    if said.is_alone(answers):
        for place, person in enumerate(said.agreeing(answers, Role.CHILD), 1):
            yield f"young-persons-page-{place}", _alone(answers, person, area)
        together = said.agreeing(answers, Role.PARENT)
    else:
        together = said.agreeing(answers)
    if said.is_agreed(answers) and together:
        yield "family-page", _agreed(answers, together, area)
    for place, person in enumerate(said.refusing(answers), 1):
        yield f"page-for-a-no-{place}", _refused(answers, person, area)


def _agreed(answers: ConsentAnswers, people: list[Person], area: Area) -> Document:
    """What is a young person’s own stays off a parent’s page."""
    whole = not said.is_alone(answers)
    blocks = (
        paragraph(f"For {listed(person.name for person in people)}"),
        *((paragraph(f"We talked about this on {day(answers.day)}: {answers.purpose}"),) if whole else ()),
        Heading(2, "What you said"),
        *_things(answers),
        *((paragraph(f"What changes: {answers.changed}"),) if answers.changed and whole else ()),
        *((Heading(2, "Who will know"), *_who(answers)) if whole else ()),
        *_sharing(),
        *_mind(answers),
        *_ending(answers, area, ("family_rights",)),
    )
    return Document("What you agreed to", blocks)


def _alone(answers: ConsentAnswers, person: Person, area: Area) -> Document:
    blocks = (
        paragraph(f"{person.name}, this page is yours. We talked about this on {day(answers.day)}: {answers.purpose}"),
        Heading(2, "What you said"),
        *_things(answers),
        *((paragraph(f"What changes: {answers.changed}"),) if answers.changed else ()),
        paragraph("You said this for yourself. We look with you at whether you can decide it on your own."),
        Heading(2, "Who will know"),
        *_who(answers),
        *_sharing(),
        paragraph("That can include a parent. We should talk with you first about how."),
        *_mind(answers),
        Heading(2, "Someone on your side"),
        paragraph("You can ask for an advocate: a person who helps you say what you want. Ask us, or your council."),
        *_ending(answers, area, ("child_helpline",)),
    )
    decided = "decided" if said.is_judged_able(answers, person) else "said"
    return Document(f"{person.name}: what you {decided}", blocks)


def _refused(answers: ConsentAnswers, person: Person, area: Area) -> Document:
    back = person.answer == Answer.TAKES_BACK
    about = "." if said.is_agreed(answers) else f": {answers.purpose}"  # others’ help is theirs to tell
    own: ContactKey = "child_helpline" if person.role == Role.CHILD else "family_rights"
    blocks = (
        paragraph(f"{person.name}, we talked about this on {day(answers.day)}{about}"),
        *(_taken_back() if back else _no(answers)),
        *_what_ends(answers, person),
        *_sharing(),
        paragraph(
            "If a worker is very worried about a child, they may tell social workers, even when you say no. They "
            "should tell you that they will, unless that could put someone in danger."
        ),
        *_ending(answers, area, (own,)),
    )
    return Document(f"{person.name}: {'you took back your yes' if back else 'you said no'}", blocks)


def _no(answers: ConsentAnswers) -> Blocks:
    others = ("Someone else in your family may say something different. They do not speak for you.",)
    return (
        Heading(2, "What you said"),
        paragraph("You said no to Early Help. You are allowed to. It is not held against you."),
        bullets(
            "You can say yes later. You do not need to say why.",
            "A place at school or nursery, your doctor and your health visitor do not depend on it.",
            "We may ask you again, because things change.",
            *(others if said.is_agreed(answers) else ()),
        ),
    )


def _taken_back() -> Blocks:
    return (
        Heading(2, "What you said"),
        paragraph("You said yes before, and you took it back. You are allowed to. It is not held against you."),
        paragraph("You can say yes again at any time. You do not need to say why."),
    )


def _what_ends(answers: ConsentAnswers, person: Person) -> Blocks:
    ends = answers.decision == Decision.WITHDRAWN
    if person.answer != Answer.TAKES_BACK and not ends:
        return ()
    return (
        Heading(2, "What stops"),
        bullets(
            "The help that you had said yes to, with its meetings and its plan.",
            *((f"What was said about it: {answers.changed}",) if ends else ()),
        ),
        Heading(2, "What does not stop"),
        bullets(
            "What we have told people already cannot be untold.",
            "We keep what is written, for as long as our privacy notice says.",
            "Sometimes we must still share, to keep a child safe and well.",
        ),
    )


def _things(answers: ConsentAnswers) -> Blocks:
    yes = [words for key, words in PLAIN.items() if getattr(answers.things, key) == YesNo.YES]
    no = [words for key, words in PLAIN.items() if getattr(answers.things, key) == YesNo.NO]
    return (
        *((paragraph("You said yes to:"), bullets(*yes)) if yes else ()),
        *((paragraph("You said no to:"), bullets(*no)) if no else ()),
        *(() if yes or no else (paragraph("You said yes to help. We still have to go through it bit by bit."),)),
    )


def _who(answers: ConsentAnswers) -> Blocks:
    """Who will know, as the family wishes it: a wish is kept to where that can be done, and is no promise."""
    alone = answers.things.sharing == YesNo.NO
    told = [] if alone else [_told(each) for each in answers.agencies if each.may == YesNo.YES]
    rather_not = [each.name for each in answers.agencies if alone or each.may == YesNo.NO]
    return (
        *((paragraph("You are happy for us to talk to:"), bullets(*told)) if told else ()),
        *((paragraph("You would rather we did not talk to:"), bullets(*rather_not)) if rather_not else ()),
        *(() if told or rather_not else (paragraph("We have not talked yet about who else can help."),)),
        *((paragraph(f"You want this kept private: {answers.restrictions}"),) if answers.restrictions else ()),
        *((paragraph("We keep to what you wish wherever we can."),) if rather_not or answers.restrictions else ()),
    )


def _told(each: Agency) -> str:
    about = f", about: {each.what}" if each.what else ""
    return f"{each.name}{about}{f', until {day(each.until)}' if each.until else ''}"


def _sharing() -> Blocks:
    return (Heading(2, "When others may be told without your yes"), paragraph(law.SOMETIMES))


def _mind(answers: ConsentAnswers) -> Blocks:
    again = f" We will ask you again on {day(answers.ask_again)}." if answers.ask_again else ""
    return (
        Heading(2, "You can change your mind"),
        paragraph(
            "You can say no to any part of this help, now or later. Tell us by phone, in a message or when we meet. "
            f"You do not have to say why.{again}"
        ),
        paragraph("Then that help stops. What we have told people already cannot be untold."),
    )


def _ending(answers: ConsentAnswers, area: Area, keys: tuple[ContactKey, ...]) -> Blocks:
    worker = answers.worker
    advice = [calls.line(contact) for key in keys if (contact := lookup.contact(area, key))]
    return (
        Heading(2, "What is written about you"),
        *law.for_family(answers),
        Heading(2, "Who to ask"),
        paragraph(", ".join(words for words in (worker.name, worker.job, worker.reach) if words)),
        Items((*advice, calls.EMERGENCY, *(calls.line(each) for each in calls.safeguarding(area)))),
    )
