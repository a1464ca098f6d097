"""What we ask a family: at most ten questions, in their words."""

from typing import Annotated

from pydantic import Field

from pyforms.fields import Choice, Question
from pyforms.form import Answers


class Safe(Choice):
    YES = "yes", "Yes, we are all safe"
    NOT_SURE = "not_sure", "I am not sure"
    NO = "no", "No, someone is being hurt or might be"


class Age(Choice):
    EXPECTED = "expected", "Not born yet"
    UNDER_5 = "under_5", "Under 5"
    PRIMARY = "primary", "5 to 10"
    TEENS = "teens", "11 to 17"
    ADULT = "adult", "18 or over"


class Worry(Choice):
    SCHOOL = "school", "School or nursery"
    FEELINGS = "feelings", "Feelings: sad, worried or angry a lot"
    BEHAVIOUR = "behaviour", "Behaviour that is hard to manage"
    HEALTH = "health", "Health, sleep or eating"
    LEARNING = "learning", "Talking, learning or a disability"
    GETTING_ON = "getting_on", "Getting on with each other, or splitting up"
    PARENT = "parent", "A parent who is unwell, worn out or low"
    DRINK_DRUGS = "drink_drugs", "Drink or drugs"
    MONEY_HOME = "money_home", "Money, work or our home"
    CARING = "caring", "A child who looks after someone"
    OUTSIDE = "outside", "Friends, people online, or trouble outside the home"
    HURT = "hurt", "Someone being hit, hurt, scared or controlled"
    OTHER = "other", "Something else"


class HowMuch(Choice):
    A_LITTLE = "a_little", "A little: most days are fine"
    A_LOT = "a_lot", "A lot: many days are hard"
    ALL_THE_TIME = "all_the_time", "All the time: we are struggling to cope"


class HowLong(Choice):
    NEW = "new", "It has just started"
    WEEKS = "weeks", "A few weeks"
    MONTHS = "months", "Months or longer"


class Helper(Choice):
    NOBODY = "nobody", "Nobody yet"
    FAMILY = "family", "Family or friends"
    SCHOOL = "school", "School or nursery"
    HEALTH = "health", "A doctor, nurse, midwife or health visitor"
    OTHER = "other", "Someone else"


class OneHelper(Choice):
    ENOUGH = "enough", "Yes, one person could help us sort it out"
    NOT_ENOUGH = "not_enough", "No, we need help with several things"
    NOT_SURE = "not_sure", "I am not sure"


class WhatHelpAnswers(Answers):
    safe: Annotated[
        Safe,
        Question(
            "Is everyone in your family safe right now?",
            part="Your family",
            by="family",
            missing="Tell us if everyone is safe now",
        ),
    ]
    age: Annotated[
        list[Age],
        Question("How old are your children?", hint="Choose all that fit.", by="family"),
    ] = []  # noqa: RUF012 - pydantic copies a default
    worries: Annotated[
        list[Worry],
        Question(
            "What is hard at the moment?",
            part="What is hard",
            hint="Choose all that fit.",
            by="family",
            missing="Choose at least one thing that is hard, or “Something else”",
        ),
        Field(min_length=1),
    ]
    how_much: Annotated[
        HowMuch,
        Question("How much does it get in the way?", by="family", missing="Tell us how much it gets in the way"),
    ]
    how_long: Annotated[HowLong | None, Question("How long has it been like this?", by="family")] = None
    helpers: Annotated[
        list[Helper], Question("Who helps you now?", part="Who helps you", hint="Choose all that fit.", by="family")
    ] = []  # noqa: RUF012 - pydantic copies a default
    one_helper: Annotated[
        OneHelper | None,
        Question("Would one person to talk to be enough?", hint="A teacher, say.", by="family"),
    ] = None
    going_well: Annotated[str, Question("What is going well?", part="In your own words", by="family", long=True)] = ""
    different: Annotated[str, Question("What would you like to be different?", by="family", long=True)] = ""
    child_says: Annotated[
        str,
        Question("What does your child say about it?", hint="You can ask them now.", by="child", long=True),
    ] = ""
