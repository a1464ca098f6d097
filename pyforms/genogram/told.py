"""What a drawn family says of its people, as other forms may know them."""

from collections import Counter
from collections.abc import Iterator

from pyforms.flows import Somebody
from pyforms.genogram.family import Family, Kind, Sex
from pyforms.genogram.names import is_unknown, key
from pyforms.people import DIED, Who
from pyforms.wording import listed

PARENT = {Sex.FEMALE: "mother", Sex.MALE: "father"}


def told(family: Family) -> Iterator[Somebody]:
    """Whoever has a name. Where two have one, each is called as the text tells them apart.

    A whole day is a date of birth, or the day when a baby is due; anything less is what is known of it.
    """
    names, who, homes = _names(family), _who(family), _homes(family)
    relations, private = _relations(family, names), _of_another_birth(family)
    joined = {one for union in family.unions for one in (*union.partners, *(child.id for child in union.children))}
    for own_id, name in names.items():
        person = family.people[own_id]
        born, is_unborn = person.born, person.sex == Sex.UNBORN
        is_whole = born is not None and born.day > 0 and not born.is_about
        yield Somebody(
            name,
            who.get(own_id, Who.FAMILY),
            born=born.earliest if born and is_whole and not is_unborn else None,
            due=born.earliest if born and is_whole and is_unborn else None,
            born_about=str(born) if born and not is_whole else "",
            relation=relations.get(own_id, ""),
            home=listed(homes.get(own_id, ())),
            died=(str(person.died) if person.died else DIED) if person.is_dead else "",
            is_private=own_id in private,
            is_joined=own_id in joined,
        )


def _names(family: Family) -> dict[str, str]:
    named = {
        own_id: person.name
        for own_id, person in family.people.items()
        if person.name and not (person.loss or person.is_stillborn or is_unknown(person.name))
    }
    count = Counter(map(key, named.values()))
    return {own_id: name if count[key(name)] == 1 else f"{name} [{own_id}]" for own_id, name in named.items()}


def _who(family: Family) -> dict[str, Who]:
    """The child whom the picture is about, that child’s parents or carers, and their other children."""
    subjects = {own_id for own_id, person in family.people.items() if person.is_subject}
    around = [union for union in family.unions if subjects & {child.id for child in union.children}]
    parents = {one for union in around for one in union.partners}
    cared = {child.id for union in around for child in union.children}
    own = {one for union in around if any(_is_own(each.kind) for each in union.children) for one in union.partners}
    cared |= {child.id for union in family.unions if own & {*union.partners} for child in union.children}
    return dict.fromkeys(cared, Who.CHILD) | dict.fromkeys(parents, Who.PARENT) | dict.fromkeys(subjects, Who.CHILD)


def _is_own(kind: Kind) -> bool:
    return kind in (Kind.BIRTH, Kind.ADOPTED)


def _homes(family: Family) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for home in family.households:
        for member in home.members if home.name else ():
            found.setdefault(member, []).append(home.name)
    return found


def _of_another_birth(family: Family) -> set[str]:
    """Birth parents of an adopted child, and donors: when a child is told of them is for those at home to say."""
    kinds = _kinds(family)
    return {
        one
        for union in family.unions
        for child in union.children
        if child.kind == Kind.DONOR or (child.kind == Kind.BIRTH and Kind.ADOPTED in kinds[child.id])
        for one in union.partners
    }


def _kinds(family: Family) -> dict[str, set[Kind]]:
    found: dict[str, set[Kind]] = {}
    for union in family.unions:
        for child in union.children:
            found.setdefault(child.id, set()).add(child.kind)
    return found


def _relations(family: Family, names: dict[str, str]) -> dict[str, str]:
    """Whose mother or father somebody is: said of a birth child, and not where adoption or a donor stands beside it."""
    kinds = _kinds(family)
    young: dict[str, list[str]] = {}
    for union in family.unions:
        for child in union.children:
            if child.id in names and child.kind == Kind.BIRTH and not kinds[child.id] & {Kind.ADOPTED, Kind.DONOR}:
                for one in union.partners:
                    young.setdefault(one, []).append(names[child.id])
    return {one: f"{PARENT.get(family.people[one].sex, 'parent')} of {listed(of)}" for one, of in young.items()}
