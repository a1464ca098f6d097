"""Which generation each person stands on: partners share one, and children stand below their parents.

A couple that cannot share a level (a man whose stepdaughter marries his father) is drawn across two.
"""

from collections.abc import Iterable

from pyforms.genogram.family import Family, Union


def levels(family: Family) -> dict[str, int]:
    """A level for each person, 0 at the top."""
    couples = [union for union in family.unions if len(union.partners) > 1]
    while True:
        group = _groups(family, couples)
        below = _below(family, group)
        order = _topological(set(group.values()), below)
        if order is not None:
            found = _longest(order, below)
            return {one: found[group[one]] for one in family.people}
        couples = _without_a_knot(couples, group, below)


def _groups(family: Family, couples: Iterable[Union]) -> dict[str, str]:
    """People joined by couples stand in one group, named after one of them."""
    parent = {one: one for one in family.people}

    def top(one: str) -> str:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for union in couples:
        first, *others = union.partners
        for other in others:
            parent[top(other)] = top(first)
    return {one: top(one) for one in family.people}


def _below(family: Family, group: dict[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for union in family.unions:
        for partner in union.partners:
            found.setdefault(group[partner], set()).update(group[child.id] for child in union.children)
    return found


def _topological(groups: set[str], below: dict[str, set[str]]) -> list[str] | None:
    """Groups, parents first; None where they go round in a ring."""
    waits = dict.fromkeys(groups, 0)
    for children in below.values():
        for child in children:
            waits[child] += 1
    ready = sorted(one for one, count in waits.items() if not count)
    order = []
    while ready:
        one = ready.pop()
        order.append(one)
        for child in sorted(below.get(one, ())):
            waits[child] -= 1
            if not waits[child]:
                ready.append(child)
    return order if len(order) == len(groups) else None


def _longest(order: list[str], below: dict[str, set[str]]) -> dict[str, int]:
    """Below every parent, and parents close above their highest child."""
    level = dict.fromkeys(order, 0)
    has_parents = {child for children in below.values() for child in children}
    for one in order:
        for child in below.get(one, ()):
            level[child] = max(level[child], level[one] + 1)
    for one in reversed(order):
        if one not in has_parents and below.get(one):
            level[one] = min(level[child] for child in below[one]) - 1
    return level


def _without_a_knot(couples: list[Union], group: dict[str, str], below: dict[str, set[str]]) -> list[Union]:
    """Gives up the last couple whose group is part of a ring."""
    for place in range(len(couples) - 1, -1, -1):
        own = group[couples[place].partners[0]]
        if _reaches(below, own):
            return couples[:place] + couples[place + 1 :]
    return couples[:-1]


def _reaches(below: dict[str, set[str]], start: str) -> bool:
    seen: set[str] = set()
    waiting = list(below.get(start, ()))
    while waiting:
        one = waiting.pop()
        if one == start:
            return True
        if one not in seen:
            seen.add(one)
            waiting += below.get(one, ())
    return False
