"""The signs and keywords of the notation, which reading and writing share."""

from pyforms.genogram.family import Bond, Ended, Loss

SIGNS = {
    " ~// ": (Bond.TRANSITORY, Ended.DIVORCED),
    " ~/ ": (Bond.TRANSITORY, Ended.SEPARATED),
    " // ": (Bond.ENDURING, Ended.DIVORCED),
    " / ": (Bond.ENDURING, Ended.SEPARATED),
    " ~ ": (Bond.TRANSITORY, Ended.NO),
    " + ": (Bond.ENDURING, Ended.NO),
}
TIES = {"close": "close", "distant": "distant", "conflict": "conflict", "broken": "broken", "cares for": "cares"}
HOMES = ("home", "household", "lives together", "living together")
LOSSES = tuple(loss.value for loss in Loss if loss)
FIRST_LINE = "# Early Help Guide genogram"  # of a file, so that it is known again
FROM = "# From GEDCOM."  # begins each remark on what another program's file said and the picture does not
