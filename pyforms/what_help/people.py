"""Who a family may know already, by the ages of their children: no school for a baby who is not born yet."""

from collections.abc import Sequence

from pyforms.areas import Area
from pyforms.areas.shapes import Contact
from pyforms.what_help.answers import Age
from pyforms.wording import either

BY_AGE: dict[Age, tuple[str, ...]] = {
    Age.EXPECTED: ("your midwife", "a health visitor"),
    Age.UNDER_5: ("your health visitor", "someone at nursery or playgroup"),
    Age.PRIMARY: ("a teacher", "the school nurse"),
    Age.TEENS: ("a teacher or tutor", "the school nurse"),
    Age.ADULT: (),
}
NOT_TOLD = ("your midwife or health visitor", "someone at nursery or school")
MOST = 4


def who_knows(ages: Sequence[Age]) -> str:
    """Whom to talk to first; the doctor is there at every age."""
    told = [*dict.fromkeys(each for age in ages for each in BY_AGE[age])] if ages else [*NOT_TOLD]
    if "your health visitor" in told and "a health visitor" in told:
        told.remove("a health visitor")
    doctor = "their doctor, or yours" if set(ages) == {Age.ADULT} else "your doctor"
    return either([*told[:MOST], doctor])


def who_can_ask(ages: Sequence[Age]) -> str:
    """Who can ask for Early Help with them."""
    if not ages:
        return "your school, nursery, midwife or health visitor"
    school = {Age.PRIMARY, Age.TEENS} & {*ages}
    if school:
        return "your school"
    return "your health visitor" if Age.UNDER_5 in ages else "your midwife"


def early_help_line(area: Area) -> Contact | None:
    """The area's own line for Early Help, unless it leads to a page that is written for professionals."""
    found = area.contacts.get("early_help_enquiry")
    return found if found and found.for_families and "/professionals" not in found.web else None
