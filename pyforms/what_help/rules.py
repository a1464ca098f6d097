"""Which kind of help a family's answers point to. The gravest answer leads; nothing is averaged."""

from enum import IntEnum

from pyforms.what_help.answers import HowLong, HowMuch, OneHelper, Safe, WhatHelpAnswers, Worry


class Help(IntEnum):
    """Kinds of help, each more than the one before."""

    EVERYDAY = 1
    EARLY_HELP = 2
    TEAM = 3
    SAFETY = 4


def someone_is_not_safe(answers: WhatHelpAnswers) -> bool:
    return answers.safe == Safe.NO


def someone_may_not_be_safe(answers: WhatHelpAnswers) -> bool:
    return answers.safe == Safe.NOT_SURE or Worry.HURT in answers.worries


def it_is_more_than_everyday_help_can_mend(answers: WhatHelpAnswers) -> bool:
    return answers.how_much != HowMuch.A_LITTLE or answers.how_long == HowLong.MONTHS


def several_things_are_hard_at_once(answers: WhatHelpAnswers) -> bool:
    return len(set(answers.worries)) >= 3  # noqa: PLR2004 - "several", as for practitioners: three or more needs


def one_person_is_not_enough(answers: WhatHelpAnswers) -> bool:
    return answers.one_helper == OneHelper.NOT_ENOUGH


def the_family_is_struggling_to_cope(answers: WhatHelpAnswers) -> bool:
    return answers.how_much == HowMuch.ALL_THE_TIME


def help_for(answers: WhatHelpAnswers) -> Help:
    """The help to ask about first. Someone who is, or may be, unsafe always comes first."""
    if someone_is_not_safe(answers) or someone_may_not_be_safe(answers):
        return Help.SAFETY
    if one_person_is_not_enough(answers) or (
        the_family_is_struggling_to_cope(answers) and several_things_are_hard_at_once(answers)
    ):
        return Help.TEAM
    if it_is_more_than_everyday_help_can_mend(answers) or several_things_are_hard_at_once(answers):
        return Help.EARLY_HELP
    return Help.EVERYDAY
