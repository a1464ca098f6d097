"""What is asked: the questions with both ends in this family's words, then each meeting's scores, one by one.

Sources: Torbay's handbook ("The scaling question"), Solihull's Family Support Assessment & Plan ("success scale"),
Kent's review guidance ("Effective use of a Scaling Question to review progress").
"""

from collections import Counter
from typing import Annotated, Self

from pydantic import Field, model_validator

from pyforms.fields import Choice, Day, Question
from pyforms.form import Answers, Part, problem
from pyforms.scales import Scale, is_on, limits
from pyforms.wording import same


class Who(Choice):
    CHILD = "child", "Child or young person"
    FAMILY = "family", "Parent, carer or family"
    WORKER = "worker", "Someone who works with them"


class Asked(Part):
    """One scaling question; its place in the list is the number that scores go by."""

    question: Annotated[
        str,
        Question(
            "What do you ask?",
            hint="One thing that matters now, such as “How sure are we that Maya gets to school on time every day?”",
            missing="Write the scaling question",
        ),
        Field(min_length=1),
    ]
    worst: Annotated[
        str,
        Question(
            "What does the hard end look like, for this family?",
            hint="How things are at their hardest.",
            by="family",
            missing="Say what the hard end looks like, so that everyone scores the same thing",
        ),
        Field(min_length=1),
    ]
    hope: Annotated[
        str,
        Question(
            "What does the hope look like, for this family?",
            hint="Good enough and staying so; it does not have to be perfect.",
            by="family",
            missing="Say what the hope looks like, so that everyone scores the same thing",
        ),
        Field(min_length=1),
    ]


class Score(Part):
    person: Annotated[
        str, Question(
            "Whose score is it?",
            hint="The name they like to be called.",
            missing="Say whose score it is",
            person="new",
        ),
        Field(min_length=1),
    ]  # fmt: skip
    who: Annotated[Who | None, Question("Who are they?", compact=True)] = None
    question: Annotated[
        int, Question("Which question?", hint="Its number in the list above. Leave empty for the first."), Field(ge=1)
    ] = 1
    score: Annotated[
        float | None,
        Question(
            "Their score",
            hint="Half numbers, such as 4.5, are fine. Leave it empty for whoever was not asked.",
            one_of=True,  # one of the meeting’s rows has it
        ),
    ] = None
    why: Annotated[str, Question("Why that number?", hint="In their words.", by="family", long=True)] = ""
    better: Annotated[str, Question("What would make it one step better?", by="family", long=True)] = ""


class Meeting(Part):
    day: Annotated[Day, Question("Date", missing="Enter the date when these scores were given", far="done")]
    scale: Annotated[
        Scale,
        Question(
            "Which way did the scale run?",
            hint="It is kept with the scores, so that nobody reads them upside down.",
            missing="Choose which end of the scale was the hope",
        ),
    ]
    scores: Annotated[
        list[Score],
        Question(
            "Scores",
            hint="Ask the family first. Let each child answer for themselves.",
            title="Score",
            line="{person}: {score}",
            missing="Enter at least one score",
        ),
        Field(min_length=1),
    ]

    @property
    def given(self) -> list[tuple[Score, float]]:
        """Each row with its number; a row that has none is of somebody who was not asked."""
        return [(each, each.score) for each in self.scores if each.score is not None]

    @property
    def not_asked(self) -> list[str]:
        return [each.person for each in self.scores if each.score is None]

    @model_validator(mode="after")
    def somebody_gave_a_number(self) -> Self:
        for place, each in enumerate(self.scores):
            if each.score is None and (each.why or each.better or not self.given):
                raise problem(f"scores.{place}.score", "Enter their score")
        return self

    @model_validator(mode="after")
    def scores_are_on_the_scale(self) -> Self:
        for place, each in enumerate(self.scores):
            if each.score is not None and not is_on(self.scale, each.score):
                low, high = limits(self.scale)
                here = f"this meeting’s scale has no {each.score:g}"
                message = f"Enter a whole or a half number from {low} to {high}: {here}"
                raise problem(f"scores.{place}.score", message)
        return self

    @model_validator(mode="after")
    def each_person_scores_once(self) -> Self:
        seen: Counter[tuple[str, int]] = Counter()
        for place, each in enumerate(self.scores):
            key = (same(each.person), each.question)
            if each.score is None:
                continue
            if seen[key]:
                message = f"{each.person} has a score for this question already: keep one of them"
                raise problem(f"scores.{place}.person", message)
            seen[key] += 1
        return self


class ScalingAnswers(Answers):
    family: Annotated[
        str,
        Question(
            "What do you call this work?",
            part="The question",
            hint="A name for your own use. It need not hold a person’s name.",
        ),
    ] = ""
    questions: Annotated[
        list[Asked],
        Question(
            "The question, and its two ends in the family’s words",
            title="Question",
            line="{question}",
            missing="Write at least one scaling question",
        ),
        Field(min_length=1),
    ]
    meetings: Annotated[
        list[Meeting],
        Question(
            "Scores, meeting by meeting",
            part="Scores",
            hint="Keep the earlier meetings: the first is the baseline. Add a meeting for today.",
            title="Meeting",
            line="{day}; scores: {scores}",
            missing="Add a meeting with its scores",
        ),
        Field(min_length=1),
    ]

    @model_validator(mode="after")
    def each_day_stands_once(self) -> Self:
        days = [meeting.day for meeting in self.meetings]
        for place, day in enumerate(days):
            if day in days[:place]:
                raise problem(f"meetings.{place}.day", "This date stands twice: put its scores into one meeting")
        return self

    @model_validator(mode="after")
    def scores_answer_a_question_that_is_asked(self) -> Self:
        for at, meeting in enumerate(self.meetings):
            for place, each in enumerate(meeting.scores):
                if each.question > len(self.questions):
                    message = f"There is no question {each.question}: enter a number from 1 to {len(self.questions)}"
                    raise problem(f"meetings.{at}.scores.{place}.question", message)
        return self
