"""A family in the words of the notation: one text, which the picture, the list and every file are made from."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from pyforms.fields import Day, Question
from pyforms.form import Answers, problem
from pyforms.genogram import notation

LONGEST = 400_000  # letters; a family of 4,000 people has some 200,000


class GenogramAnswers(Answers):
    text: Annotated[
        str,
        Question(
            "The family, a line for each fact",
            hint="Such as: Ella: girl, born 2015, this child",
            long=True,
            missing="Add a first person, or write a line such as “Ella: girl, born 2015, this child”",
        ),
        Field(min_length=1, max_length=LONGEST),
    ]
    on: Annotated[Day | None, Question("Ages on which day?", hint="Leave this out for today.", far="any")] = None

    @model_validator(mode="after")
    def there_is_someone(self) -> Self:
        family, faults = notation.read(self.text)
        if not family.people:
            found = f": line {faults[0].line}: {faults[0].message}" if faults else ""
            raise problem("text", f"There is nobody to draw yet{found}")
        return self
