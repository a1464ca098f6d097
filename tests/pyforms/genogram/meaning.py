"""What a text means, as sentences to compare: who is whose child and how, who is a couple, who lives together."""

from pyforms.genogram import notation
from pyforms.genogram.family import Ended, Kind, Sex, sound

BETWEEN = {Ended.NO: "+", Ended.SEPARATED: "/", Ended.DIVORCED: "//"}


def meaning(text):
    """The people, what the picture shows of them, and everything that is said about the reading."""
    read, faults, taken = notation.reading(text)
    family, wrong = sound(read)

    def name(one):
        return family.people[one].name or str(family.people[one].loss) or "stillbirth"

    def couple(union):
        sign = ("~" if union.bond == "transitory" else "") + BETWEEN[union.ended]
        return f" {sign.replace('~+', '~')} ".join(name(one) for one in union.partners)

    people = [f"{person.name}{facts(person)}" for person in family.people.values() if person.name]
    means = []
    for union in family.unions:
        if len(union.partners) > 1:
            means.append(f"{couple(union)}{' (related)' if union.is_related else ''}")
        for child in union.children:
            kind = "" if child.kind == Kind.BIRTH else f" ({child.said or child.kind})"
            twins = " twin" if child.twins else ""
            means.append(f"{name(child.id)}{kind} of {couple(union)}{twins}")
    means += [
        f"home{f' {each.name}' if each.name else ''}: {', '.join(map(name, each.members))}"
        for each in family.households
    ]
    means += [f"{tie.kind}: {name(tie.one)}, {name(tie.other)}" for tie in family.ties]
    said = [f"{fault.line}: {fault.message}" for fault in faults] + [words.removeprefix("Line ") for words in wrong]
    return people, means, said, [f"{each.line}: {each.message}" for each in taken]


def facts(person):
    parts = [
        "" if person.sex == Sex.UNKNOWN else str(person.sex),
        f"born {person.born}" if person.born else "",
        (f"died {person.died}" if person.died else "died") if person.is_dead else "",
        "this child" if person.is_subject else "",
        *(f"not drawn: {note}" for note in person.notes),
    ]
    told = ", ".join(part for part in parts if part)
    return f": {told}" if told else ""
