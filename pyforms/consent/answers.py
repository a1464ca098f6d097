"""What is recorded: who agrees to which help, who will know, why information may be used, and what if nobody agrees.

Three things that are easily mixed up are asked apart: agreeing to help; being told who will know; and the lawful basis
on which an agency uses information, which is seldom the family’s agreement.
"""

from typing import Annotated

from pydantic import Field

from pyforms.consent.parts import (
    Agency,
    Basis,
    Child,
    Competence,
    Decision,
    Doctor,
    Known,
    Looked,
    Person,
    Things,
    Without,
    Worker,
    YesNo,
)
from pyforms.fields import Day, Question, Same, When
from pyforms.form import Answers

# Only with these can nobody but a young person have said yes: every other is refused unless a parent did, or nobody.
MAY_BE_ALONE = When(
    "if a young person may decide alone", "decision", (Decision.CHILD, Decision.MIXED, Decision.UPDATED)
)
# What each of them answered is asked one by one, always.
HOW_THEY_SAID_IT = Same(
    "How they said it and sign: the same for all who answered like this",
    ("how", "heard_by", "heard_on", "why_not_written", "signature.how"),
    like="answer",
)


class ConsentAnswers(Answers):
    day: Annotated[
        Day, Question("Date of this record", part="This record", far="done", missing="Enter the date of this record")
    ]
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
    children: Annotated[
        list[Child],
        Question(
            "Which children is it about?",
            part="Children",
            title="Child",
            line="{name}, born {born}",
            missing="Name at least one child",
        ),
        Field(min_length=1),
    ]
    people: Annotated[
        list[Person],
        Question(
            "Who was asked?",
            part="Who was asked",
            hint="Each parent or carer, and each child who can take part, one by one.",
            title="Person",
            line="{name}: {answer}",
            missing="Name at least one person who was asked, or whom you could not ask",
            same=HOW_THEY_SAID_IT,
        ),
        Field(min_length=1),
    ]
    decision: Annotated[
        Decision,
        Question(
            "What was decided about help?",
            part="What was decided",
            hint="As your area’s form asks it. The record states what each person said, whatever is chosen here.",
            missing="Choose what was decided",
        ),
    ]
    changed: Annotated[
        str, Question("If consent was taken back or changes: what changes, and from when?", long=True)
    ] = ""
    things: Annotated[Things, Question("What the family agrees to, each on its own")] = Things()
    agencies: Annotated[
        list[Agency],
        Question(
            "Who will know",
            part="Who will know",
            hint="Name each one, and say what they will know. Leave out whom you did not talk about.",
            title="Agency",
            line="{name}, may be told: {may}",
        ),
    ] = []  # noqa: RUF012 - pydantic copies a default
    restrictions: Annotated[
        str, Question("What does the family want kept private, or from whom?", by="family", long=True)
    ] = ""
    wished_by: Annotated[
        str,
        Question(
            "Whose wish is that?",
            hint="Names from above. Where more than one person answered, nobody else gets a page to keep: it could "
            "give away what is private.",
        ),
    ] = ""
    told: Annotated[
        YesNo | None,
        Question(
            "Have they been told that information must sometimes be shared without their yes?",
            part="Privacy",
            hint="Workers must sometimes share what helps keep a child safe and well. Say what, with whom and why, "
            "unless saying it could put someone in danger.",
        ),
    ] = None
    basis: Annotated[
        Basis | None,
        Question(
            "On which lawful basis does your agency use the information?",
            hint="Agreeing to help is a different thing. Your privacy notice or data protection lead says which.",
            compact=True,
        ),
    ] = None
    basis_other: Annotated[str, Question("If another: which?")] = ""
    privacy: Annotated[
        YesNo,
        Question(
            "Have they been given the privacy notice?",
            hint="It says what is held, why, with whom it is shared, and their rights to see it and to object.",
            missing="Say whether the privacy notice has been given",
        ),
    ]
    privacy_on: Annotated[Day | None, Question("When was it given?", far="done")] = None
    ask_again: Annotated[Day | None, Question("When will you ask again whether this still holds?", far="ahead")] = None
    competence: Annotated[
        list[Competence],
        Question(
            "A young person who decides alone",
            part="A young person who decides",
            when=MAY_BE_ALONE,
            hint="Under 16: write what you weighed. It records your judgement and does not make it.",
            title="Young person",
            line="{name}: {decision}",
        ),
    ] = []  # noqa: RUF012 - pydantic copies a default
    without: Annotated[
        Without,
        Question(
            "Without agreement",
            part="Only if needed",
            hint="If nobody agrees, if a yes is taken back, or if you did not ask.",
            folded=True,
        ),
    ] = Without()
    known: Annotated[
        Known,
        Question(
            "Danger that is known already",
            hint="If your words say outright that somebody is in danger, no page or letter is made until social care "
            "or the police know. Where they only may, you are asked, and they are on no page until you have looked.",
            folded=True,
        ),
    ] = Known()
    looked: Annotated[
        list[Looked],
        Question(
            "Words that you looked at, for the pages",
            hint="A question beside your answer asks for it: for most records there is nothing to write here.",
            title="Words",
            line="{words}: {may}",
        ),
    ] = []  # noqa: RUF012 - pydantic copies a default
    doctor: Annotated[Doctor, Question("Letter to the family’s doctor", folded=True)] = Doctor()
