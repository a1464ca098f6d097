"""How a PDF looks: the sizes of its text and its colours, chosen to read well on paper, printed grey too."""

from pyforms.export.pdf.sheet import Look, Stroke

INK, QUIET, ACCENT = (29, 42, 43), (76, 93, 94), (15, 94, 99)
BODY, SMALL, LABEL = Look(10.5, INK), Look(9, QUIET), Look(10.5, INK)
HEADINGS = {1: Look(21, INK, 1.25), 2: Look(15, ACCENT, 1.3), 3: Look(12.5, INK, 1.3), 4: Look(11, INK, 1.3)}
EDGES = {"danger": (164, 22, 26), "warning": (138, 75, 0), "information": ACCENT, "success": (31, 107, 58)}
PEN = Stroke((110, 125, 125))
BOX = Stroke(INK, 0.3)
