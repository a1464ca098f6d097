"""The laws of a genogram's picture, checked on the geometry of a drawing: `faults(drawing)` says what is broken."""

from itertools import combinations, pairwise

from pyforms.genogram.labels import LINE
from pyforms.genogram.place import HALF, size
from pyforms.genogram.rows import THROUGH

SLACK = 0.6


def faults(drawing):
    return [
        *everyone_once(drawing),
        *nobody_overlaps(drawing),
        *children_stand_below(drawing),
        *eldest_left(drawing),
        *no_line_through_anyone(drawing),
        *children_are_joined(drawing),
        *no_two_lines_are_one(drawing),
        *households_enclose(drawing),
    ]


def name(drawing, one):
    return drawing.family.people[one].name or one


def middle(drawing, one):
    return drawing.places.x[one], drawing.routes.middle[drawing.rows.level[one]]


def symbol(drawing, one):
    (x, y), half = middle(drawing, one), size(drawing.family.people[one])
    return x - half, y - half, x + half, y + half


def words(drawing, one):
    x, y = middle(drawing, one)
    half = drawing.places.half[one]
    return x - half, y + HALF + 1, x + half, y + HALF + LINE * len(drawing.places.labels[one]) + 2


def overlap(one, other, slack=SLACK):
    return all(one[low] + slack < other[high] and other[low] + slack < one[high] for low, high in ((0, 2), (1, 3)))


def everyone_once(drawing):
    for one in drawing.family.people:
        if sum(one in drawing.rows.row(level) for level in range(len(drawing.rows.blocks))) != 1:
            yield f"{name(drawing, one)} is not drawn once"


def nobody_overlaps(drawing):
    boxes = {one: (symbol(drawing, one), words(drawing, one)) for one in drawing.family.people}
    for one, other in combinations(boxes, 2):
        if any(overlap(mine, theirs) for mine in boxes[one] for theirs in boxes[other]):
            yield f"{name(drawing, one)} and {name(drawing, other)} overlap"


def children_stand_below(drawing):
    level = drawing.rows.level
    for union in drawing.family.unions:
        for child in union.children:
            if level[child.id] <= max(level[one] for one in union.partners):
                yield f"{name(drawing, child.id)} does not stand below their parents"


def eldest_left(drawing):
    """Where brothers and sisters of one union share a level."""
    for union in drawing.family.unions:
        for one, other in pairwise(union.children):
            same = drawing.rows.level[one.id] == drawing.rows.level[other.id]
            if same and drawing.places.x[one.id] > drawing.places.x[other.id]:
                yield f"{name(drawing, one.id)} stands to the right of a younger one"


def segments(drawing):
    for union in drawing.family.unions:
        for line in drawing.routes.lines.get(union.id, ()):
            for start, end in pairwise(line.points):
                yield union, line.kind, start, end


def crosses_box(start, end, box):
    """Whether a straight line goes through the inside of a box (Liang and Barsky)."""
    left, top, right, bottom = box[0] + SLACK, box[1] + SLACK, box[2] - SLACK, box[3] - SLACK
    low, high = 0.0, 1.0
    for delta, near, far in (
        (end[0] - start[0], left - start[0], right - start[0]),
        (end[1] - start[1], top - start[1], bottom - start[1]),
    ):
        if delta == 0:
            if near > 0 or far < 0:
                return False
            continue
        first, last = sorted((near / delta, far / delta))
        low, high = max(low, first), min(high, last)
    return low < high


def no_line_through_anyone(drawing):
    boxes = {one: (symbol(drawing, one), words(drawing, one)) for one in drawing.family.people}
    for union, kind, start, end in segments(drawing):
        own = {*union.partners, *(child.id for child in union.children)}
        for one, (figure, label) in boxes.items():
            if crosses_box(start, end, label) or (one not in own and crosses_box(start, end, figure)):
                yield f"a {kind} line of {union.id} goes through {name(drawing, one)}"


def children_are_joined(drawing):
    for union in drawing.family.unions:
        ends = [end for line in drawing.routes.lines.get(union.id, ()) for end in (line.points[0], line.points[-1])]
        for child in union.children:
            x, y = middle(drawing, child.id)
            top = y - size(drawing.family.people[child.id])
            if not any(abs(end[1] - top) < 1 and abs(end[0] - x) < HALF for end in ends):
                yield f"{name(drawing, child.id)} is not joined to their parents"


def no_two_lines_are_one(drawing):
    """Lines of two unions may cross; they never share a stretch, and none ends on another's."""
    every = [(union.id, start, end) for union, _, start, end in segments(drawing)]
    for (one, *mine), (other, *theirs) in combinations(every, 2):
        if one != other and (shared(mine, theirs) or ends_on(mine, theirs) or ends_on(theirs, mine)):
            yield f"lines of {one} and {other} run together"


def shared(one, other):
    for axis in (0, 1):
        flat = all(abs(line[0][axis] - line[1][axis]) < SLACK for line in (one, other))
        if flat and abs(one[0][axis] - other[0][axis]) < SLACK:
            (low, high), (start, end) = (sorted(point[1 - axis] for point in line) for line in (one, other))
            if min(high, end) - max(low, start) > SLACK:
                return True
    return False


def ends_on(one, other):
    """Whether a line ends within another: it would be read as joined to it."""
    for x, y in one:
        (left, right), (top, bottom) = (sorted(point[axis] for point in other) for axis in (0, 1))
        level = bottom - top < SLACK and abs(y - top) < SLACK and left + SLACK < x < right - SLACK
        upright = right - left < SLACK and abs(x - left) < SLACK and top + SLACK < y < bottom - SLACK
        if level or upright:
            return True
    return False


def households_enclose(drawing):
    for home in drawing.homes:
        for one in drawing.family.people:
            inside = any(contains(outline, middle(drawing, one)) for outline in home.outlines)
            if inside != (one in home.household.members):
                yield f"{name(drawing, one)} is {'in' if inside else 'outside'} the line of {home.household.id}"
        if len(home.outlines) > 1 and not home.why:
            yield f"{home.household.id} has two lines and no reason"


def contains(outline, point):
    x, y = point
    inside = False
    for (left, top), (right, bottom) in pairwise([*outline, outline[0]]):
        if (top > y) != (bottom > y) and x < left + (y - top) * (right - left) / (bottom - top):
            inside = not inside
    return inside


def lines_that_pass(drawing):
    return [one for one in drawing.rows.level if one.startswith(THROUGH)]
