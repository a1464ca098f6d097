"""How a PDF looks: the sizes of its text and its colours, chosen to read well on paper, printed grey too."""

from pyforms.exporters.pdf.sheet import Look, Stroke

INK, QUIET, ACCENT = (29, 43, 47), (67, 82, 87), (13, 85, 97)
BODY, SMALL, LABEL = Look(10.5, INK), Look(9, QUIET), Look(10.5, INK)
HEADINGS = {1: Look(21, INK, 1.25), 2: Look(15, ACCENT, 1.3), 3: Look(12.5, INK, 1.3), 4: Look(11, INK, 1.3)}
EDGES = {"danger": (143, 29, 29), "warning": (104, 66, 0), "information": ACCENT, "success": (27, 86, 50)}
PEN = Stroke((110, 125, 125))
BOX = Stroke(INK, 0.3)
