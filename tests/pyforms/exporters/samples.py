"""One rich document, with every block, names from many scripts and saved answers, for every exporter's tests."""

from pyforms.document import (
    Blank,
    Boxes,
    Details,
    Document,
    Facts,
    Heading,
    Items,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Table,
    bullets,
    paragraph,
    text,
)

CHART = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 160" width="400" height="160">
<rect x="0" y="0" width="400" height="160" fill="#ffffff"/>
<line x1="40" y1="130" x2="380" y2="130" stroke="#4c5d5e" stroke-width="1"/>
<path d="M60 110 L180 80 L300 50" fill="none" stroke="#0f5e63" stroke-width="3"/>
<circle cx="60" cy="110" r="5" fill="#0f5e63"/><circle cx="180" cy="80" r="5" fill="#0f5e63"/>
<circle cx="300" cy="50" r="5" fill="#0f5e63"/>
<text x="60" y="150" font-size="12" text-anchor="middle" fill="#1d2a2b">March</text>
<text x="180" y="150" font-size="12" text-anchor="middle" fill="#1d2a2b">May</text>
<text x="300" y="150" font-size="12" text-anchor="middle" fill="#1d2a2b">June</text>
</svg>"""

NAMES = ("Łukasz", "Siân", "Nguyễn Thị Ánh", "Şebnem Güneş", "Zażółć gęślą jaźń")
ENVELOPE = {
    "kind": "early-help-form",
    "form": "threshold",
    "version": 1,
    "area": "torbay",
    "saved": "2026-11-22",
    "answers": {"child_name": "Łukasz </script><b>", "notes": "محمد and ਗੁਰਪ੍ਰੀਤ"},
}


def sample(words: str = "plain words", envelope: dict | None = ENVELOPE) -> Document:
    """Every kind of block, with `words` in every place that takes text."""
    return Document(
        title="Threshold check",
        training="Training example: Jayden, settled at home, missing school",
        language="en-GB",
        about=(
            ("Area", "Torbay"),
            ("Date", "22 November 2026"),
            ("Made with", "Early Help Guide, threshold, version 1"),
            ("Privacy", "Made in the browser. Nothing was sent."),
            ("Words", words),
        ),
        envelope=envelope,
        blocks=(
            paragraph(
                "The answers point to ",
                Run("level 2, with some signs of level 3", strong=True),
                ". This supports your judgement; it does not replace it. ",
                words,
            ),
            Note(
                "danger",
                "Is someone in danger now?",
                (
                    paragraph("Call ", Run("999", strong=True, href="tel:999"), ". Consent may wait. ", words),
                    bullets("Say who is in danger, and where", words),
                ),
            ),
            Heading(2, "Why"),
            Paragraph(
                text("Each reason comes from an answer, and says which page of the area's guidance it rests on.")
            ),
            Items(
                (
                    text("Missing a day of school in most weeks"),
                    text("A parent often too low to get up"),
                    text(words),
                )
            ),
            Items(
                (
                    text("Talk with the family first"),
                    (Run("Then "), Run("send the request", href="https://example.org/request")),
                ),
                ordered=True,
            ),
            Heading(3, f"What was answered: {words}"),
            Facts(
                (
                    ("Child's age", text("9 years")),
                    ("Names", text(", ".join(NAMES))),
                    ("What has been tried", text("Breakfast club since May.\nA chat with the school nurse.")),
                    (words, text(words)),
                )
            ),
            Table(
                f"Concerns by level {words}",
                ("Concern", "Level", "How long", "Source"),
                tuple(
                    (
                        f"Concern {number}: {words}",
                        str(1 + number % 4),
                        "More than six weeks",
                        "Torbay, page 12",
                    )
                    for number in range(1, 31)
                ),
            ),
            Note("warning", "Not yet known", (paragraph("Ask the dentist about missed appointments."),)),
            Note(
                "information",
                f"About consent {words}",
                (paragraph("Consent can be taken back at any time."),),
            ),
            Note("success", "What is going well", (bullets("Grandmother collects from school"),)),
            Details(
                "How it was worked out",
                (paragraph("The highest concern decides. ", words), bullets("One line", "Another line")),
                level=3,
            ),
            Picture(CHART, "Scores since March", "The score rises from 3 in March to 7 in June."),
            PageBreak(),
            Heading(2, "On paper"),
            Blank("What would the family like to change?", "In their own words", lines=4),
            Boxes(
                "How long has this gone on?",
                ("Less than six weeks", "Six weeks or more", words),
                "Best guess",
            ),
            Boxes("Who knows?", ("The school", "The health visitor", "The GP", "Nobody yet"), many=True),
            Heading(3, "Signed"),
            Blank("Name"),
        ),
    )
