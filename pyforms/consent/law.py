"""What every paper of the record says of information: sharing it does not always wait for a yes.

Source: Children Act 2004, section 16LA, put in by the Children’s Wellbeing and Schools Act 2026, section 4. Its text
was read; that it started on 30 September 2026 rests on one source.
"""

from pyforms.consent import said
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Basis, YesNo
from pyforms.document import Block, bullets, paragraph
from pyforms.wording import day

type Blocks = tuple[Block, ...]

DUTY = (
    "Agreement to help is not what lets anyone share information. By section 16LA of the Children Act 2004, the bodies "
    "that it names, and those who provide services for them, share what is relevant to safeguarding a child or "
    "promoting a child’s welfare, agreed or not, unless sharing would be more detrimental to the child. Ask your "
    "safeguarding lead whether it binds your service and has started. Write down what you shared, with whom and why."
)
TELL = "Tell the family unless that could put someone in danger."
TELL_NOBODY = "Words in this record may tell of danger: tell nobody in the family before you have advice."
SOMETIMES = (
    "People who work with children must sometimes share what helps keep a child safe and well, even when someone says "
    "no. They should tell you what, with whom and why, unless telling you could put someone in danger."
)
OBJECT = "You can say that you object. They must then look at it again, and tell you what they decide."
USED = {
    Basis.PUBLIC_TASK: ("The law lets us use what we need to do our job. It is called our public task.", OBJECT),
    Basis.LEGAL_OBLIGATION: ("The law says that we must keep and use some things. This is a legal obligation.",),
    Basis.VITAL_INTERESTS: ("The law lets us use what we need to protect someone’s life.",),
    Basis.LEGITIMATE_INTERESTS: ("The law lets us use what we need for our work, if that is fair to you.", OBJECT),
    Basis.CONSENT: ("We use what you tell us because you said yes. You can take that back.",),
}
OBJECT_BY_CHILD = (
    "You can tell us that you do not want that. Then we have to look at it again, and tell you what we do."
)
USED_BY_CHILD = {
    **USED,
    Basis.PUBLIC_TASK: ("The law lets us write down what we need to do our job.", OBJECT_BY_CHILD),
    Basis.LEGAL_OBLIGATION: ("The law says that we must write some things down, and keep them.",),
    Basis.VITAL_INTERESTS: ("The law lets us use what we need to keep somebody alive.",),
    Basis.LEGITIMATE_INTERESTS: (
        "The law lets us write down what we need for our work, if that is fair to you.",
        OBJECT_BY_CHILD,
    ),
}
ASK_BY_CHILD = ("Ask us why we may write down what you tell us. We have to say.",)
ASK = ("Ask us which law lets us use what you tell us. You do not have to guess.",)
RIGHTS = (
    "You can ask to see what is written about you, and ask for mistakes to be put right.",
    "Our privacy notice says more.",
)


NO_YES = (
    "You did not say yes, so we cannot use what you told us because of a yes. Ask us what we still keep, and why.",
)


def for_family(answers: ConsentAnswers, *, agrees: bool, child: bool = False) -> Blocks:
    """Why what they say may be written down and used, and what they can do about it."""
    notice = () if answers.privacy == YesNo.YES else ("We still have to give you our privacy notice. Ask us for it.",)
    words = USED_BY_CHILD if child else USED
    used = words.get(answers.basis, ASK_BY_CHILD if child else ASK) if answers.basis else ASK_BY_CHILD if child else ASK
    if answers.basis == Basis.CONSENT and not agrees:
        used = NO_YES
    return (bullets(*used, *RIGHTS, *notice),)


def for_record(answers: ConsentAnswers) -> tuple[tuple[str, str], ...]:
    """The lawful basis, the notice, and being told, each apart from agreeing to help."""
    other = f": {answers.basis_other}" if answers.basis == Basis.OTHER and answers.basis_other else ""
    given = f", on {day(answers.privacy_on)}" if answers.privacy == YesNo.YES and answers.privacy_on else ""
    told = answers.told.label if answers.told else "Not written down"
    return (
        (
            "Lawful basis for using the information",
            f"{answers.basis.label}{other}" if answers.basis else "Not written down",
        ),
        ("Privacy notice given", f"{answers.privacy.label}{given}"),
        ("Told that information must sometimes be shared without their yes", told),
    )


def stops(answers: ConsentAnswers) -> tuple[Block, ...]:
    """What taking back a yes to help ends, and what it does not, for the record."""
    ends = (
        "Their part of the help. Others said yes: what rests on that yes may go on, so get advice on what can."
        if said.is_agreed(answers)
        else "The help that they had agreed to, with its meetings, assessment and plan."
    )
    used = (
        "The use of information that rests on consent: your agency says that it relies on it."
        if answers.basis == Basis.CONSENT
        else "Whatever else rests on their yes alone, such as a group or a service that they chose."
    )
    return (
        paragraph("What stops:"),
        bullets(ends, used),
        paragraph("What does not stop:"),
        bullets(
            "What was lawfully shared stays shared, and the record is kept for as long as your privacy notice says.",
            "Your lawful basis, if it is not consent; they can object where the law gives that right.",
            "The duty to share what keeps a child safe and well, and every duty to act where there is harm.",
        ),
    )
