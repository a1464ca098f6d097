"""The parts of the record: a child, each person and their answer, a signature, who will know, what was weighed.

Sources: Doncaster's handbook (Family Consent Record; "What if a Family Refuses Early Help?"; "Fraser Competency"),
Torbay's ("Your family's consent and privacy": consent by word of mouth), Kent's review guidance (changing one's mind),
Solihull's guidance ("Information sharing": record who was told, who was not, and why).
"""

from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from pyforms.consent.signature import strokes
from pyforms.fields import Choice, Day, Question
from pyforms.form import Part, problem


class YesNo(Choice):
    YES = "yes", "Yes"
    NO = "no", "No"


class Role(Choice):
    PARENT = "parent", "Parent or carer"
    CHILD = "child", "Child or young person"


class Answer(Choice):
    AGREES = "agrees", "Agrees"
    DOES_NOT = "does-not", "Does not agree"
    TAKES_BACK = "takes-back", "Agreed before, and takes it back"
    NOT_ASKED = "not-asked", "Was not asked"


REFUSALS = (Answer.DOES_NOT, Answer.TAKES_BACK)


class How(Choice):
    WRITTEN = "written", "In writing"
    VERBAL = "verbal", "By word of mouth"


class Signing(Choice):
    TYPED = "typed", "They type their name", "It stands for their signature"
    DRAWN = "drawn", "They sign on this screen", "With a finger, a pen or a mouse"
    PAPER = "paper", "They sign their own page on paper", "It is made with the record, for each who gets one"


class Decision(Choice):
    CHILD = "child", "The child can decide for themselves, and agrees"
    ONE_PARENT = "one_parent", "One parent agrees"
    BOTH_PARENTS = "both_parents", "Both parents agree"
    CHILD_AND_PARENTS = "child_and_parents", "The child and the parents agree"
    MIXED = "mixed", "Some agree, and some do not or were not asked"
    SINGLE_AGENCY = "single_agency_only", "A parent agrees to help from one agency, but not to an Early Help Assessment"
    NONE = "none", "Neither the child nor the parents agree to an Early Help Assessment"
    WITHDRAWN = "withdrawn", "Consent was given before, and is taken back"
    UPDATED = "updated", "Consent was given before, and changes"


class Basis(Choice):
    """Why the agency may hold and share information by UK GDPR, article 6. It is not the family’s agreement to help."""

    PUBLIC_TASK = "public-task", "Public task", "Usual for councils, schools and the NHS"
    LEGAL_OBLIGATION = "legal-obligation", "Legal obligation"
    VITAL_INTERESTS = "vital-interests", "Vital interests", "To protect a life"
    LEGITIMATE_INTERESTS = "legitimate-interests", "Legitimate interests", "Usual for charities"
    CONSENT = "consent", "Consent", "Rare here: a family cannot freely say no to a duty"
    OTHER = "other", "Another"
    NOT_KNOWN = "not-known", "Not known yet"


class Risk(Choice):
    NO = "no", "No risk of significant harm seen"
    UNSURE = "unsure", "Not sure"
    YES = "yes", "A child may be at risk of significant harm"


class Judged(Choice):
    YES = "yes", "I judge that they can make this decision"
    NO = "no", "I judge that they cannot make this decision yet"
    UNSURE = "unsure", "I am not sure, and will ask for advice"


class Child(Part):
    name: Annotated[str, Question("Child’s name", missing="Enter the child’s name", person="new"), Field(min_length=1)]
    born: Annotated[Day | None, Question("Date of birth", far="born")] = None
    due: Annotated[
        Day | None,
        Question(
            "Or the date the baby is due", hint="A baby who is not born yet is asked and sent nothing.", far="due"
        ),
    ] = None


class Signature(Part):
    how: Annotated[Signing | None, Question("How do they sign?")] = None
    typed: Annotated[
        str, Question("Their name, typed", hint="By typing my name I say that this is my answer.", by="family")
    ] = ""
    drawn: Annotated[str, Question("Their signature", hint="Draw it in the box.", by="family", drawn=True)] = ""
    on: Annotated[Day | None, Question("Signed on", hint="Leave out if it is the date of this record.", far="done")] = (
        None
    )

    @field_validator("drawn")
    @classmethod
    def lines_are_lines(cls, drawn: str) -> str:
        strokes(drawn)
        return drawn

    @model_validator(mode="after")
    def what_was_chosen_is_there(self) -> Self:
        if self.how == Signing.TYPED and not self.typed:
            raise problem("typed", "Type the name of the person who signs, or choose another way to sign")
        if self.how == Signing.DRAWN and not self.drawn:
            raise problem("drawn", "Sign in the box, or choose another way to sign")
        return self


class Person(Part):
    name: Annotated[str, Question("Name", missing="Enter the person’s name", person="new"), Field(min_length=1)]
    role: Annotated[
        Role, Question("Who are they?", compact=True, missing="Say whether this is a parent or carer, or a child")
    ]
    relationship: Annotated[
        str, Question("Relationship", hint="Such as “mother of Ella”. Say if they have parental responsibility.")
    ] = ""
    age: Annotated[
        int | None,
        Question("Age", hint="For a child or young person: how far their own answer goes depends on it.", unit="years"),
        Field(ge=0, le=120),
    ] = None
    answer: Annotated[
        Answer,
        Question(
            "What did they say?",
            hint="To help from Early Help. A young child’s yes or no is their view: write it down as they gave it.",
            compact=True,
            missing="Say whether they agree, do not agree, or were not asked",
        ),
    ]
    why_not_asked: Annotated[str, Question("If they were not asked: why not?", long=True)] = ""
    how: Annotated[How | None, Question("How did they say it?", compact=True)] = None
    heard_by: Annotated[str, Question("By word of mouth: who heard it?", hint="Name and job.")] = ""
    heard_on: Annotated[Day | None, Question("By word of mouth: when?", far="done")] = None
    why_not_written: Annotated[str, Question("By word of mouth: why is it not in writing?")] = ""
    interpreter: Annotated[
        str,
        Question("Who interpreted, if anyone did?", hint="Name and job. Not a child, and not one of the family."),
    ] = ""
    signature: Annotated[
        Signature,
        Question(
            "Signature",
            hint="They sign what they said themselves. Where something here is private to somebody else, let them see "
            "nothing of this form or the record: print their own page.",
            folded=True,
        ),
    ] = Signature()

    @property
    def agrees(self) -> bool:
        return self.answer == Answer.AGREES

    @property
    def refuses(self) -> bool:
        return self.answer in REFUSALS

    @property
    def is_heard(self) -> bool:
        """They gave their answer by word of mouth."""
        return self.how == How.VERBAL and self.answer != Answer.NOT_ASKED

    @model_validator(mode="after")
    def word_of_mouth_was_heard_by_someone(self) -> Self:
        for asked, message in HEARD.items() if self.is_heard else ():
            a_no_may_stay_spoken = asked == "why_not_written" and self.refuses
            if not getattr(self, asked) and not a_no_may_stay_spoken:
                raise problem(asked, message)
        return self

    @model_validator(mode="after")
    def someone_who_was_not_asked_is_missed_for_a_reason(self) -> Self:
        if self.answer == Answer.NOT_ASKED and not self.why_not_asked:
            raise problem("why_not_asked", f"Say why {self.name} was not asked")
        return self


HEARD = {
    "heard_by": "An answer by word of mouth: write who heard it",
    "heard_on": "An answer by word of mouth: enter the day on which it was given",
    "why_not_written": "Consent by word of mouth: say why it is not in writing",
}


class Agency(Part):
    name: Annotated[
        str,
        Question(
            "Who?",
            hint="A service or a person, such as “Oakfield Primary” or “our GP”.",
            missing="Write who this is about",
        ),
        Field(min_length=1),
    ]
    may: Annotated[
        YesNo,
        Question(
            "Is the family content for them to be told?",
            hint="A no is a wish to weigh and to keep to where you can. It is not a promise.",
            compact=True,
            missing="Say whether the family is content for them to be told, yes or no",
        ),
    ]
    what: Annotated[str, Question("What will they know, or not know?")] = ""
    until: Annotated[Day | None, Question("Until when?", hint="Leave out if there is no end date.", far="ahead")] = None
    said_by: Annotated[
        str,
        Question(
            "Whose answer is this?",
            hint="Names from above. Where more than one person answered, it stands only on the pages of those named.",
        ),
    ] = ""
    doctor: Annotated[YesNo | None, Question("Is this the family’s doctor (GP)?", compact=True)] = None


class Things(Part):
    """Each thing on its own: yes to one is never yes to the next."""

    support: Annotated[YesNo | None, Question("Getting support")] = None
    assessment: Annotated[YesNo | None, Question("An Early Help Assessment")] = None
    sharing: Annotated[
        YesNo | None,
        Question("Working with the people listed below", hint="They talk with each other so that the help fits."),
    ] = None
    all_services: Annotated[YesNo | None, Question("Every service that works with the family may see the record")] = (
        None
    )


class Competence(Part):
    """What Doncaster's handbook asks a professional to weigh; none of it decides."""

    name: Annotated[
        str,
        Question("Who is the young person?", missing="Enter the young person’s name", person="known"),
        Field(min_length=1),
    ]
    decision: Annotated[
        str,
        Question(
            "Which decision is this about?",
            hint="Only this one: they may be able to decide one thing and not another.",
            missing="Say which decision this is about",
        ),
        Field(min_length=1),
    ]
    maturity: Annotated[str, Question("Their age and how mature they are", long=True)] = ""
    issue: Annotated[str, Question("What they understand of the issue, for and against, now and later", long=True)] = ""
    risks: Annotated[str, Question("What they understand of the risks and of what may follow", long=True)] = ""
    advice: Annotated[str, Question("What they understand of the advice they were given", long=True)] = ""
    alternatives: Annotated[str, Question("What they know of other ways", long=True)] = ""
    reasons: Annotated[str, Question("How they explain their reasons, in their words", by="child", long=True)] = ""
    pressure: Annotated[
        str, Question("Is anyone pressing them? Are stress, health or something else in the way?", long=True)
    ] = ""
    judged: Annotated[Judged | None, Question("Your judgement, for this decision")] = None
    judged_by: Annotated[str, Question("Who judged this?", hint="Name and job.")] = ""

    @property
    def empty(self) -> list[str]:
        """The matters of which nothing is written down."""
        return [key for key in MATTERS if not getattr(self, key)]

    @property
    def is_made(self) -> bool:
        """A judgement is somebody’s, and rests on something that was weighed."""
        return self.judged is not None and bool(self.judged_by) and len(self.empty) < len(MATTERS)


MATTERS = ("maturity", "issue", "risks", "advice", "alternatives", "reasons", "pressure")


class Without(Part):
    """What happens where help is refused, taken back or not asked about."""

    risk: Annotated[Risk | None, Question("Is there a risk of significant harm?")] = None
    asking_adds: Annotated[
        YesNo | None, Question("Would asking the family, or telling them, put a child at more risk?")
    ] = None
    going_ahead: Annotated[YesNo | None, Question("Are you going ahead without consent?")] = None
    reason: Annotated[str, Question("Why?", long=True)] = ""
    decided_by: Annotated[str, Question("Who decided?", hint="Name and job of each person.")] = ""

    @model_validator(mode="after")
    def going_ahead_has_a_reason_and_a_name(self) -> Self:
        if self.going_ahead == YesNo.YES:
            if not self.reason:
                raise problem("reason", "Going ahead without consent: write the reason")
            if not self.decided_by:
                raise problem("decided_by", "Going ahead without consent: write who decided")
        return self


class KnownTo(Choice):
    SOCIAL_CARE = "social_care", "Children’s social care"
    POLICE = "police", "The police"
    BOTH = "both", "Both"


class Known(Part):
    """Danger that was handed on already. It is told with a name and a day, or it does not count."""

    to: Annotated[
        KnownTo | None,
        Question(
            "Who knows of it?",
            hint="Only if they know all the danger that this record tells of. Tell them first of what is new or worse.",
        ),
    ] = None
    who: Annotated[str, Question("Whom did you reach there?", hint="Name, or the number of the referral.")] = ""
    on: Annotated[Day | None, Question("When were they told?", far="done")] = None


class Looked(Part):
    """Words that somebody looked at before pages are handed out. Other words, or changed ones, are not covered."""

    words: Annotated[
        str,
        Question(
            "The words, as they were written",
            long=True,
            missing="Copy the words that you looked at, as they were written",
        ),
        Field(min_length=1),
    ]
    whose: Annotated[
        str,
        Question(
            "For whose pages?",
            hint="Names from above. Words that tell of one of them count only for the pages of those named here.",
        ),
    ] = ""
    may: Annotated[
        YesNo,
        Question(
            "May pages be handed out with them as they stand?",
            hint="Anyone at home may read a page. Say yes if that puts nobody in danger and tells nobody’s secret.",
            compact=True,
            missing="Say whether pages may be handed out with these words as they stand",
        ),
    ]


class Doctor(Part):
    practice: Annotated[str, Question("Name of the doctor or the practice")] = ""
    address: Annotated[str, Question("Its address", long=True)] = ""
    assessed: Annotated[Day | None, Question("The assessment was finished on", far="done")] = None


class Worker(Part):
    name: Annotated[str, Question("Your name", missing="Enter your name", person="known"), Field(min_length=1)]
    job: Annotated[str, Question("Your job, and where you work")] = ""
    reach: Annotated[str, Question("How can the family reach you?", hint="A work phone or email.")] = ""
    signature: Annotated[
        Signature, Question("Your signature", hint="That the record says what each person said.", folded=True)
    ] = Signature()
