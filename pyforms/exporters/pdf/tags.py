"""The tree that a screen reader follows through a PDF: headings, lists, tables with their headers.

fpdf2 tags pictures and section titles, side by side. This tree takes the place of its own one and nests:
each element knows its kids, which are other elements or stretches of a page's content.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from fpdf import FPDF
from fpdf.syntax import PDFObject, PDFString


class Element(PDFObject):
    """A structure element, such as P, H2, TD or Figure; `words` say what a figure shows."""

    def __init__(self, kind: str, parent: PDFObject | None, attributes: str, words: str) -> None:
        super().__init__()
        self.kind, self.parent, self.attributes, self.words = kind, parent, attributes, words
        self.kids: list[PDFObject | tuple[PDFObject, int]] = []

    def serialize(self, obj_dict: dict[str, object] | None = None, _security_handler: Any = None) -> str:  # noqa: ANN401, ARG002 - fpdf2's signature
        entries: dict[str, object] = {"/Type": "/StructElem", "/S": f"/{self.kind}", "/K": self._kids()}
        if self.parent:
            entries["/P"] = self.parent.ref
        if self.attributes:
            entries["/A"] = f"<<{self.attributes}>>"
        if self.words:
            entries["/Alt"] = PDFString(self.words).serialize()
        return super().serialize(entries)

    def _kids(self) -> str:
        shown = (
            f"<</Type /MCR /Pg {kid[0].ref} /MCID {kid[1]}>>" if isinstance(kid, tuple) else kid.ref
            for kid in self.kids
        )
        return f"[{' '.join(shown)}]"


class _Root(PDFObject):
    def __init__(self) -> None:
        super().__init__()
        self.type = "/StructTreeRoot"
        self.k: PDFObject | None = None
        self.parent_tree: PDFObject | None = None


class _Parents(PDFObject):
    """For each page, the element that each stretch of its content belongs to."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[int, list[Element]] = {}

    def serialize(self, obj_dict: dict[str, object] | None = None, _security_handler: Any = None) -> str:  # noqa: ANN401, ARG002 - fpdf2's signature
        pages = " ".join(
            f"{page} [{' '.join(element.ref for element in elements)}]" for page, elements in self.pages.items()
        )
        return super().serialize({"/Nums": f"[{pages}]"})


class Tags:
    """Builds the tree while the content is drawn."""

    # Where fpdf2 looks for its own elements when it writes the file; ours need nothing from it.
    doc_struct_elem = SimpleNamespace(k=())

    def __init__(self, pdf: FPDF) -> None:
        self.pdf = pdf
        self.root, self.parents = _Root(), _Parents()
        self.document = Element("Document", self.root, "", "")
        self.root.k, self.root.parent_tree = self.document, self.parents
        self.elements = [self.document]
        pdf.struct_builder = self  # type: ignore[assignment]  # the place where fpdf2 writes its tree from

    def add(self, kind: str, parent: "Element | None" = None, attributes: str = "", words: str = "") -> "Element":
        above = parent or self.document
        element = Element(kind, above, attributes, words)
        above.kids.append(element)
        self.elements.append(element)
        return element

    @contextmanager
    def mark(self, element: "Element | None") -> Iterator[None]:
        """What is drawn meanwhile belongs to `element`; with None it is decoration, which readers skip."""
        page = self.pdf.page
        if element is None:
            self.pdf._out("/Artifact BMC")  # noqa: SLF001 - fpdf2 offers no other way to mark content
        else:
            owners = self.parents.pages.setdefault(page - 1, [])
            element.kids.append((self.pdf.pages[page], len(owners)))
            self.pdf._out(f"/{element.kind} <</MCID {len(owners)}>> BDC")  # noqa: SLF001
            owners.append(element)
            self.pdf.pages[page].struct_parents = page - 1
        yield
        self.pdf._out("EMC")  # noqa: SLF001

    def empty(self) -> bool:
        return False

    def __iter__(self) -> Iterator[PDFObject]:
        return iter((self.root, self.parents, *self.elements))
