"""How two people get on, in a sentence."""

from pyforms.genogram.family import Family, Person, Tie

TIES = {
    "close": "{one} and {other} are close.",
    "distant": "{one} and {other} are distant.",
    "conflict": "{one} and {other} are in conflict.",
    "broken": "{one} and {other} have broken off contact.",
    "cares": "{one} cares for {other}.",
}


def told(tie: Tie, family: Family) -> str:
    return TIES[tie.kind].format(one=name(family.people[tie.one]), other=name(family.people[tie.other]))


def name(person: Person) -> str:
    return person.name or (
        "a stillborn child" if person.is_stillborn else person.loss.value or "someone without a name"
    )
