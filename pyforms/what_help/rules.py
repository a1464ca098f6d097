"""Which kind of help a family's answers point to. The gravest answer leads; nothing is averaged."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from pyforms.danger import Found
from pyforms.resources import read_toml
from pyforms.what_help.answers import Age, HowLong, HowMuch, OneHelper, Safe, WhatHelpAnswers, Worry


class Help(IntEnum):
    """Kinds of help, each more than the one before."""

    EVERYDAY = 1
    EARLY_HELP = 2
    TEAM = 3
    SAFETY = 4


@dataclass(frozen=True, slots=True)
class Always:
    """Worries that are never small where these ages are, or may be, in the family: `why` says so to the family."""

    id: str
    worries: tuple[str, ...]
    ages: tuple[str, ...]
    why: str
    source: str


@cache
def always() -> tuple[Always, ...]:
    return tuple(
        Always(each["id"], tuple(each["worries"]), tuple(each["ages"]), each["why"], each["source"])
        for each in read_toml("pyforms.what_help", "always.toml")["always"]
    )


def someone_is_not_safe(answers: WhatHelpAnswers, signs: Sequence[Found] = ()) -> bool:
    """Somebody said so: with a tick, or in their own words, which count for more than the tick that all are safe."""
    return answers.safe == Safe.NO or Worry.HURT in answers.worries or any(each.sign.stated for each in signs)


def someone_may_not_be_safe(answers: WhatHelpAnswers, signs: Sequence[Found] = ()) -> bool:
    return answers.safe == Safe.NOT_SURE or bool(signs)


def someone_was_ticked(answers: WhatHelpAnswers) -> bool:
    """A tick says that somebody may be hurt, and not what by."""
    return answers.safe != Safe.YES or Worry.HURT in answers.worries


def only_adults(answers: WhatHelpAnswers) -> bool:
    return set(answers.age) == {Age.ADULT}


def the_worry_has_no_name(answers: WhatHelpAnswers) -> bool:
    """ "Something else" alone: what it is, no tick can say."""
    return set(answers.worries) == {Worry.OTHER}


def never_small(answers: WhatHelpAnswers) -> tuple[Always, ...]:
    """The rules that these answers meet. An age that was not given may be any age."""
    return tuple(
        each
        for each in always()
        if {*each.worries} & {*answers.worries} and (not answers.age or not each.ages or {*each.ages} & {*answers.age})
    )


def it_is_more_than_everyday_help_can_mend(answers: WhatHelpAnswers) -> bool:
    return answers.how_much != HowMuch.A_LITTLE or answers.how_long == HowLong.MONTHS


def several_things_are_hard_at_once(answers: WhatHelpAnswers) -> bool:
    return len(set(answers.worries)) >= 3  # noqa: PLR2004 - "several", as for practitioners: three or more needs


def one_person_is_not_enough(answers: WhatHelpAnswers) -> bool:
    return answers.one_helper == OneHelper.NOT_ENOUGH


def the_family_is_struggling_to_cope(answers: WhatHelpAnswers) -> bool:
    return answers.how_much == HowMuch.ALL_THE_TIME


def help_besides_safety(answers: WhatHelpAnswers) -> Help:
    """The help to ask about if everyone is safe."""
    if one_person_is_not_enough(answers) or (
        the_family_is_struggling_to_cope(answers) and several_things_are_hard_at_once(answers)
    ):
        return Help.TEAM
    if (
        it_is_more_than_everyday_help_can_mend(answers)
        or several_things_are_hard_at_once(answers)
        or never_small(answers)
    ):
        return Help.EARLY_HELP
    return Help.EVERYDAY


def help_for(answers: WhatHelpAnswers, signs: Sequence[Found] = ()) -> Help:
    """The help to ask about first. Someone who is, or may be, unsafe always comes first."""
    if someone_is_not_safe(answers, signs) or someone_may_not_be_safe(answers, signs):
        return Help.SAFETY
    return help_besides_safety(answers)
