"""Pages to keep, and to sign: one for each who agreed or said no, and for nobody else.

A page tells a person what they said themselves, and nothing of what another said, wished or is to be told. It promises
nothing that a worker may be unable to keep. Where a page could give away what is another’s, there is none, and the
record says why.
"""

from collections.abc import Iterator
from datetime import date

from pyforms import whom_to_call
from pyforms.areas import Area, lookup
from pyforms.areas.keys import ContactKey
from pyforms.consent import kept_from, law, paper, readers, said, signing
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Agency, Answer, Person, Role, YesNo
from pyforms.document import Block, Document, Heading, Items, bullets, paragraph
from pyforms.wording import day, same

type Blocks = tuple[Block, ...]

PLAIN = {
    "support": "help from us",
    "assessment": "an Early Help Assessment: we look together at what is going well and what is hard",
    "sharing": "us working with other people, each named to you",
}

# On every page, whether anyone wished for anything or not: anyone at home may read it, and so it tells nothing.
OWN_WISH = "If you asked us to keep something private, it is in our record and not on this page."


def pages(answers: ConsentAnswers, area: Area) -> Iterator[tuple[str, Document]]:
    """Each page with its key."""
    for key, person in whom(answers):
        if person.refuses:
            yield key, _refused(answers, person, area)
        elif is_young_persons(answers, person):
            yield key, _alone(answers, person, area)
        else:
            yield key, _agreed(answers, person, area)


def whom(answers: ConsentAnswers) -> Iterator[tuple[str, Person]]:
    """The key of each page, and whose it is."""
    to_keep = [person for person in said.answering(answers) if not why_none(answers, person)]
    young = [person for person in to_keep if is_young_persons(answers, person)]
    agreed = [person for person in to_keep if person.agrees and person not in young]
    yield from ((f"young-persons-page-{place}", person) for place, person in enumerate(young, 1))
    for place, person in enumerate(agreed, 1):
        yield "family-page" if place == 1 else f"family-page-{place}", person
    refusing = (person for person in to_keep if person.refuses)
    yield from ((f"page-for-a-no-{place}", person) for place, person in enumerate(refusing, 1))


def title(answers: ConsentAnswers, person: Person) -> str:
    """What the page of this person is called; empty where they get none."""
    if why_none(answers, person):
        return ""
    if person.refuses:
        return f"{person.name}: {'you took back your yes' if person.answer == Answer.TAKES_BACK else 'you said no'}"
    if not is_young_persons(answers, person):
        return f"{person.name}: what you agreed to"
    return f"{person.name}: what you {'decided' if said.is_judged_able(answers, person) else 'said'}"


def is_young_persons(answers: ConsentAnswers, person: Person) -> bool:
    return said.is_alone(answers) and person.agrees and person.role == Role.CHILD


def why_none(answers: ConsentAnswers, person: Person) -> str:
    """Why this person gets no page; empty where they get one."""
    return readers.why_none(answers, person) or paper.why_held(answers, person)


def _agreed(answers: ConsentAnswers, person: Person, area: Area) -> Document:
    """What is a young person’s own stays off a parent’s page."""
    whole = not said.is_alone(answers)
    blocks = (
        paragraph(f"For {person.name}"),
        *(_help(answers, person) if whole else ()),
        Heading(2, "What you said"),
        *(_things(answers) if whole else (paragraph(GO_THROUGH),)),
        *_changes(answers),
        *(_who(answers, person) if whole else ()),
        *_sharing(),
        *_mind(answers),
        *_ending(answers, area, _helpline(person), agrees=True, child=person.role == Role.CHILD),
        *signing.on_own_page(answers, person),
    )
    return Document(title(answers, person), blocks)


def _alone(answers: ConsentAnswers, person: Person, area: Area) -> Document:
    able = said.is_judged_able(answers, person)
    looked_at = "" if able else " We look with you at whether you can decide it on your own."
    blocks = (
        paragraph(f"{person.name}, this page is yours."),
        *_help(answers, person),
        Heading(2, "What you said"),
        *_things(answers),
        *_changes(answers),
        paragraph(f"You said this for yourself.{looked_at}"),
        *_who(answers, person),
        *_sharing(),
        paragraph("That can include a parent. We should talk with you first about how."),
        *_mind(answers),
        Heading(2, "Someone on your side"),
        paragraph("You can ask for an advocate: a person who helps you say what you want. Ask us, or your council."),
        *_ending(answers, area, "child_helpline", agrees=True, child=True),
        *signing.on_own_page(answers, person),
    )
    return Document(title(answers, person), blocks)


def _refused(answers: ConsentAnswers, person: Person, area: Area) -> Document:
    """The same whatever others said, and without the help itself: what they want is theirs to tell."""
    back = person.answer == Answer.TAKES_BACK
    blocks = (
        paragraph(
            f"{person.name}, we asked you about Early Help. Your answer is from {day(_answered(answers, person))}."
        ),
        *(_taken_back() if back else _no(answers, person)),
        *_sharing(),
        paragraph(
            "If a worker is very worried about a child, they may tell social workers, even when you say no. They "
            "should tell you that they will, unless that could put someone in danger."
        ),
        *_ending(answers, area, _helpline(person), agrees=False, child=person.role == Role.CHILD),
    )
    return Document(title(answers, person), blocks)


def _answered(answers: ConsentAnswers, person: Person) -> date:
    heard = person.heard_on if person.is_heard else None
    return heard or person.signature.on or answers.day


def _help(answers: ConsentAnswers, person: Person) -> Blocks:
    when = day(_answered(answers, person))
    return (paragraph(f"The help: {answers.purpose}"), paragraph(f"Your answer is from {when}."))


def _changes(answers: ConsentAnswers) -> Blocks:
    """A change is written down once, so with several people nobody knows whose it is."""
    if not answers.changed or len(said.answering(answers)) > 1:
        return ()
    return (paragraph(f"What changes: {answers.changed}"),)


ALLOWED = "You are allowed to. It is written down. On its own, it is no reason to think badly of you."


EACH_FOR_THEMSELVES = "Whoever else may be asked, now or later, answers for themselves. They do not speak for you"


def _no(answers: ConsentAnswers, person: Person) -> Blocks:
    """The same whatever others said. A child reads what a grown-up’s yes would mean, whether or not there is one."""
    child = person.role == Role.CHILD
    kept = "A place at school or nursery, your doctor and your health visitor do not depend on it."
    return (
        Heading(2, "What you said"),
        paragraph(f"You said no to Early Help. {ALLOWED}"),
        *((paragraph(_what_goes_on(answers, person)),) if child else ()),
        bullets(
            "You can say yes later. You do not need to say why you said no.",
            "Your school and your doctor stay the same." if child else kept,
            "We may ask you again, because things change.",
            f"{EACH_FOR_THEMSELVES}.",
        ),
    )


def _what_goes_on(answers: ConsentAnswers, person: Person) -> str:
    years = said.age(answers, person)
    if years is not None and years >= said.ADULT_FOR_CONSENT:
        return "We cannot make you take part. Help for others in your family can still go on if they say yes."
    return (
        "Help for your family can still go on if a grown-up who looks after you says yes to it. Your no still counts: "
        "tell us what you do not like, and what would make it better. We have to think about what you say."
    )


def _taken_back() -> Blocks:
    return (
        Heading(2, "What you said"),
        paragraph(f"You said yes before, and you took it back. {ALLOWED}"),
        paragraph("You can say yes again at any time. You do not need to say why."),
        Heading(2, "What stops"),
        bullets("Your part stops: what you had said yes to.", "Ask us what that means for the meetings and the plan."),
        Heading(2, "What does not stop"),
        bullets(
            f"{EACH_FOR_THEMSELVES}, nor you for them.",
            "What we have told people already cannot be untold.",
            "We keep what is written, for as long as our privacy notice says.",
            "Sometimes we must still share, to keep a child safe and well.",
        ),
    )


GO_THROUGH = "You said yes to help. We still have to go through it bit by bit."


def _things(answers: ConsentAnswers) -> Blocks:
    """One list of things stands in the record: with one who agrees it is theirs, with several it is put in no mouth."""
    yes = [words for key, words in PLAIN.items() if getattr(answers.things, key) == YesNo.YES]
    no = [words for key, words in PLAIN.items() if getattr(answers.things, key) == YesNo.NO]
    if not (yes or no):
        return (paragraph(GO_THROUGH),)
    if len(said.agreeing(answers)) == 1:
        return (
            *((paragraph("You said yes to:"), bullets(*yes)) if yes else ()),
            *((paragraph("You said no to:"), bullets(*no)) if no else ()),
        )
    return (
        paragraph("You said yes to help."),
        *((paragraph("We wrote down a yes to:"), bullets(*yes)) if yes else ()),
        *((paragraph("We wrote down a no to:"), bullets(*no)) if no else ()),
        paragraph("If you see one of these another way, tell us. Your own answer counts."),
    )


def _who(answers: ConsentAnswers, person: Person) -> Blocks:
    """Who will know, as this person wishes it: a wish is kept to where that can be done, and is no promise."""
    own = [each for each in answers.agencies if said.is_theirs(answers, each.said_by, person)]
    slips = [[other for other in answers.agencies if same(other.name) != same(each.name)] for each in own]
    clear = [
        each
        for each, near in zip(own, slips, strict=True)
        if not (kept_from.is_contested(own, each) or kept_from.is_contested(near, each))
    ]
    alone = answers.things.sharing == YesNo.NO
    told = [] if alone else [_told(each) for each in clear if each.may == YesNo.YES]
    rather_not = [each.name for each in clear if each.may == YesNo.NO]
    ask = "Ask us who will know, and what. We go through it with you."
    return (
        Heading(2, "Who will know"),
        *((paragraph("You are happy for us to talk to:"), bullets(*told)) if told else ()),
        *((paragraph("You would rather we did not talk to:"), bullets(*rather_not)) if rather_not else ()),
        *(() if told or rather_not else (paragraph(ask),)),
        paragraph(OWN_WISH),
        paragraph("We keep to what you wish wherever we can."),
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
        paragraph("Then your part of it stops. What we have told people already cannot be untold."),
    )


def _helpline(person: Person) -> ContactKey:
    return "child_helpline" if person.role == Role.CHILD else "family_rights"


def _ending(answers: ConsentAnswers, area: Area, key: ContactKey, *, agrees: bool, child: bool) -> Blocks:
    worker = answers.worker
    contact = lookup.contact(area, key)
    advice = [whom_to_call.line(contact)] if contact else []
    return (
        Heading(2, "What is written about you"),
        *law.for_family(answers, agrees=agrees, child=child),
        Heading(2, "Who to ask"),
        paragraph(", ".join(words for words in (worker.name, worker.job, worker.reach) if words)),
        Items((*advice, whom_to_call.EMERGENCY, *map(whom_to_call.line, whom_to_call.safeguarding(area)))),
    )
