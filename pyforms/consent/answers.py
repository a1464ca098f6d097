"""What is recorded: who agrees to what, how they said so, who may know, and what happens where nobody agrees.

Sources: Doncaster's handbook (Family Consent Record; "What if a Family Refuses Early Help?"; "Fraser Competency"),
Torbay's ("Your family's consent and privacy": consent by word of mouth), Kent's review guidance (changing one's mind),
Solihull's guidance ("Information sharing": record who was told, who was not, and why).
"""

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from pyforms.consent.signature import strokes
from pyforms.fields import Choice, Day, Question
from pyforms.form import Answers, Part, problem


class YesNo(Choice):
    YES = "yes", "Yes"
    NO = "no", "No"


class Role(Choice):
    PARENT = "parent", "Parent or carer"
    CHILD = "child", "Child or young person"


class Answer(Choice):
    AGREES = "agrees", "Agrees"
    DOES_NOT = "does-not", "Does not agree"
    NOT_ASKED = "not-asked", "Was not asked"


class How(Choice):
    WRITTEN = "written", "In writing"
    VERBAL = "verbal", "By word of mouth"


class Signing(Choice):
    TYPED = "typed", "They type their name", "It stands for their signature"
    DRAWN = "drawn", "They sign on this screen", "With a finger, a pen or a mouse"
    PAPER = "paper", "They sign the printed page"


class Decision(Choice):
    CHILD = "child", "The child can decide for themselves, and agrees"
    ONE_PARENT = "one_parent", "One parent agrees"
    BOTH_PARENTS = "both_parents", "Both parents agree"
    CHILD_AND_PARENTS = "child_and_parents", "The child and the parents agree"
    SINGLE_AGENCY = "single_agency_only", "A parent agrees to help from one agency, but not to an Early Help Assessment"
    NONE = "none", "Neither the child nor the parents agree to an Early Help Assessment"
    WITHDRAWN = "withdrawn", "Consent was given before, and is taken back"
    UPDATED = "updated", "Consent was given before, and changes"


class Risk(Choice):
    NO = "no", "No risk of significant harm seen"
    UNSURE = "unsure", "Not sure"
    YES = "yes", "A child may be at risk of significant harm"


class Judged(Choice):
    YES = "yes", "I judge that they can make this decision"
    NO = "no", "I judge that they cannot make this decision yet"
    UNSURE = "unsure", "I am not sure, and will ask for advice"


class Child(Part):
    name: Annotated[str, Question("Child’s name", missing="Enter the child’s name"), Field(min_length=1)]
    born: Annotated[Day | None, Question("Date of birth", far="born")] = None


class Signature(Part):
    how: Annotated[Signing | None, Question("How do they sign?")] = None
    typed: Annotated[
        str, Question("Their name, typed", hint="By typing my name I say that this is my answer.", by="family")
    ] = ""
    drawn: Annotated[str, Question("Their signature", hint="Draw it in the box.", by="family", drawn=True)] = ""

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
    name: Annotated[str, Question("Name", missing="Enter the person’s name"), Field(min_length=1)]
    role: Annotated[
        Role, Question("Who are they?", compact=True, missing="Say whether this is a parent or carer, or a child")
    ]
    relationship: Annotated[
        str, Question("Relationship", hint="Such as “mother of Ella”. Say if they have parental responsibility.")
    ] = ""
    age: Annotated[
        int | None, Question("Age", hint="For a child or young person.", unit="years"), Field(ge=0, le=120)
    ] = None
    answer: Annotated[
        Answer,
        Question(
            "What did they say?",
            hint="To support from Early Help.",
            compact=True,
            missing="Say whether they agree, do not agree, or were not asked",
        ),
    ]
    why_not_asked: Annotated[str, Question("If they were not asked: why not?", long=True)] = ""
    how: Annotated[How | None, Question("How did they say it?", compact=True)] = None
    heard_by: Annotated[str, Question("By word of mouth: who heard it?", hint="Name and job.")] = ""
    heard_on: Annotated[Day | None, Question("By word of mouth: when?")] = None
    why_not_written: Annotated[str, Question("By word of mouth: why is it not in writing?")] = ""
    signature: Annotated[Signature, Question("Signature", folded=True)] = Signature()

    @model_validator(mode="after")
    def word_of_mouth_was_heard_by_someone(self) -> Self:
        if self.how == How.VERBAL:
            for asked, message in HEARD.items():
                if not getattr(self, asked):
                    raise problem(asked, message)
        return self

    @model_validator(mode="after")
    def someone_who_was_not_asked_is_missed_for_a_reason(self) -> Self:
        if self.answer == Answer.NOT_ASKED and not self.why_not_asked:
            raise problem("why_not_asked", f"Say why {self.name} was not asked")
        return self


HEARD = {
    "heard_by": "Consent by word of mouth: write who heard it",
    "heard_on": "Consent by word of mouth: enter the day on which it was given",
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
        YesNo, Question("May they be told?", compact=True, missing="Say whether they may be told, yes or no")
    ]
    what: Annotated[str, Question("What may they know, or not know?")] = ""
    until: Annotated[Day | None, Question("Until when?", hint="Leave out if there is no end date.")] = None


class Things(Part):
    """Each thing on its own: yes to one is never yes to the next."""

    support: Annotated[YesNo | None, Question("Getting support")] = None
    assessment: Annotated[YesNo | None, Question("An Early Help Assessment")] = None
    sharing: Annotated[YesNo | None, Question("Sharing information with the people listed below")] = None
    all_services: Annotated[YesNo | None, Question("Every service that works with the family may see the record")] = (
        None
    )


class Competence(Part):
    """What Doncaster's handbook asks a professional to weigh; none of it decides."""

    name: Annotated[
        str, Question("Who is the young person?", missing="Enter the young person’s name"), Field(min_length=1)
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


class Without(Part):
    """What happens where consent is refused, taken back or not sought."""

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


class Doctor(Part):
    practice: Annotated[str, Question("Name of the doctor or the practice")] = ""
    address: Annotated[str, Question("Its address", long=True)] = ""
    assessed: Annotated[Day | None, Question("The assessment was finished on")] = None


class Worker(Part):
    name: Annotated[str, Question("Your name", missing="Enter your name"), Field(min_length=1)]
    job: Annotated[str, Question("Your job, and where you work")] = ""
    reach: Annotated[str, Question("How can the family reach you?", hint="A work phone or email.")] = ""


class ConsentAnswers(Answers):
    day: Annotated[Day, Question("Date of this record", missing="Enter the date of this record")]
    purpose: Annotated[
        str,
        Question(
            "What is the help, in words that the family would use?",
            long=True,
            missing="Say what the help is: nobody can agree to what they were not told",
        ),
        Field(min_length=1),
    ]
    worker: Annotated[Worker, Question("Who records this?")]
    children: Annotated[list[Child], Question("Which children is it about?", title="Child"), Field(min_length=1)]
    people: Annotated[
        list[Person],
        Question(
            "Who was asked?",
            hint="Each parent or carer, and each child who can take part, one by one.",
            title="Person",
        ),
        Field(min_length=1),
    ]
    privacy: Annotated[
        YesNo,
        Question("Have they been given the privacy notice?", missing="Say whether the privacy notice has been given"),
    ]
    decision: Annotated[Decision, Question("What was decided?", missing="Choose what was decided")]
    changed: Annotated[
        str, Question("If consent was taken back or changes: what changes, and from when?", long=True)
    ] = ""
    things: Annotated[Things, Question("What is agreed, each on its own")] = Things()
    agencies: Annotated[
        list[Agency],
        Question(
            "Who may be told, and who may not",
            hint="Name each one. Leave out whom you did not talk about.",
            title="Agency",
        ),
    ] = []  # noqa: RUF012 - pydantic copies a default
    restrictions: Annotated[
        str, Question("Anything that must not be shared, or not with someone?", by="family", long=True)
    ] = ""
    ask_again: Annotated[Day | None, Question("When will you ask again whether this still holds?")] = None
    competence: Annotated[
        list[Competence],
        Question(
            "A young person who decides alone",
            hint="Under 16: write what you weighed. It records your judgement and does not make it.",
            title="Young person",
        ),
    ] = []  # noqa: RUF012 - pydantic copies a default
    without: Annotated[
        Without,
        Question(
            "Without consent", hint="If nobody agrees, if consent is taken back, or if you did not ask.", folded=True
        ),
    ] = Without()
    doctor: Annotated[Doctor, Question("Letter to the family’s doctor", folded=True)] = Doctor()

    @model_validator(mode="after")
    def the_decision_is_what_people_said(self) -> Self:
        for message in _contradictions(self):
            raise problem("decision", message)
        return self

    @model_validator(mode="after")
    def one_agency_or_no_consent_is_no_assessment(self) -> Self:
        if self.decision in (Decision.SINGLE_AGENCY, *NO_CONSENT) and self.things.assessment == YesNo.YES:
            raise problem(
                "things.assessment",
                f"You chose “{self.decision.label}”, so an assessment is not agreed: mend one of the two",
            )
        return self

    @model_validator(mode="after")
    def a_change_says_what_changes(self) -> Self:
        if self.decision in (Decision.WITHDRAWN, Decision.UPDATED) and not self.changed:
            raise problem("changed", "Say what changes, and from when")
        return self

    @model_validator(mode="after")
    def without_consent_the_risk_is_weighed(self) -> Self:
        if self.decision in NO_CONSENT and self.without.risk is None:
            raise problem("without.risk", "Without consent: say whether you see a risk of significant harm")
        return self


NO_CONSENT = (Decision.NONE, Decision.WITHDRAWN)


def agreeing(answers: ConsentAnswers, role: Role) -> list[Person]:
    return [person for person in answers.people if person.role == role and person.answer == Answer.AGREES]


def _contradictions(answers: ConsentAnswers) -> Iterator[str]:
    """Where the decision says more, or less, than the people did."""
    parents, children = (len(agreeing(answers, role)) for role in (Role.PARENT, Role.CHILD))
    says = f"You chose “{answers.decision.label}”, but"
    mend = "Mend what was decided, or what each person said."
    if answers.decision in (Decision.CHILD, Decision.CHILD_AND_PARENTS) and not children:
        yield f"{says} no child is written down as agreeing. {mend}"
    if answers.decision in (Decision.ONE_PARENT, Decision.SINGLE_AGENCY, Decision.CHILD_AND_PARENTS) and not parents:
        yield f"{says} no parent or carer is written down as agreeing. {mend}"
    if answers.decision == Decision.BOTH_PARENTS and parents < len(("one", "other")):
        yield f"{says} fewer than two parents or carers are written down as agreeing. {mend}"
    if answers.decision in NO_CONSENT and (parents or children):
        yield f"{says} someone is written down as agreeing. {mend}"
