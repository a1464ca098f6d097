"""A page for the family to keep: what you agreed to, who will know, how to change your mind, who to ask."""

from pyforms import calls
from pyforms.areas import Area
from pyforms.consent.answers import NO_CONSENT, Agency, ConsentAnswers, YesNo
from pyforms.document import Block, Document, Heading, Items, bullets, paragraph
from pyforms.wording import day

type Blocks = tuple[Block, ...]

PLAIN = {
    "support": "help from us",
    "assessment": "an Early Help Assessment: we look together at what is going well and what is hard",
    "sharing": "us talking to the people named below",
}


def page(answers: ConsentAnswers, area: Area) -> Document:
    blocks = (
        paragraph(f"We talked about this on {day(answers.day)}: {answers.purpose}"),
        *_agreed(answers),
        Heading(2, "Who will know"),
        *_who(answers),
        Heading(2, "You can change your mind"),
        *_change(answers),
        Heading(2, "When we may have to tell someone"),
        paragraph(
            "If we think that a child is being badly hurt, or is about to be, we must tell people who can keep them "
            "safe. We will tell you first, unless that could put someone in danger."
        ),
        Heading(2, "Who to ask"),
        paragraph(
            ", ".join(words for words in (answers.worker.name, answers.worker.job, answers.worker.reach) if words)
        ),
        Items((calls.EMERGENCY, *(calls.line(each) for each in calls.safeguarding(area)))),
    )
    return Document("What you agreed to", blocks)


def _agreed(answers: ConsentAnswers) -> Blocks:
    if answers.decision in NO_CONSENT:
        return (
            Heading(2, "What you said"),
            paragraph("You said no, for now. That is your choice. You can still ask for help at any time."),
        )
    yes = [words for key, words in PLAIN.items() if getattr(answers.things, key) == YesNo.YES]
    no = [words for key, words in PLAIN.items() if getattr(answers.things, key) == YesNo.NO]
    return (
        Heading(2, "What you said"),
        *((paragraph("You said yes to:"), bullets(*yes)) if yes else ()),
        *((paragraph("You said no to:"), bullets(*no)) if no else ()),
        *((paragraph(f"What changes: {answers.changed}"),) if answers.changed else ()),
    )


def _who(answers: ConsentAnswers) -> Blocks:
    if answers.decision in NO_CONSENT or answers.things.sharing == YesNo.NO:
        return (paragraph("Nobody outside our team, unless a child is in danger (see below)."),)
    told = [_told(each) for each in answers.agencies if each.may == YesNo.YES]
    not_told = [each.name for each in answers.agencies if each.may == YesNo.NO]
    return (
        *(
            (paragraph("We may talk to:"), bullets(*told))
            if told
            else (paragraph("We have not agreed yet who. We will ask you first."),)
        ),
        *((paragraph("We will not talk to:"), bullets(*not_told)) if not_told else ()),
        *((paragraph(f"You asked us to keep this private: {answers.restrictions}"),) if answers.restrictions else ()),
    )


def _told(each: Agency) -> str:
    about = f", about: {each.what}" if each.what else ""
    return f"{each.name}{about}{f', until {day(each.until)}' if each.until else ''}"


def _change(answers: ConsentAnswers) -> Blocks:
    again = f" We will ask you again on {day(answers.ask_again)}." if answers.ask_again else ""
    return (
        paragraph(
            "You can say no to any part of this, now or later. Tell us by phone, in a message or when we meet. "
            f"You do not have to say why.{again}"
        ),
        paragraph("What we have told people already cannot be untold. From then on we stop."),
    )
