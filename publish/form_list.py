"""README's list of the forms: `python -m publish forms` writes it. A build names what a new form still lacks."""

from pathlib import Path

from macros import cards
from publish import ROOT, CannotPublish

README = ROOT / "README.md"
START, END = "<!-- the forms: written by `python -m publish forms` -->\n", "<!-- end of the forms -->"


def check() -> None:
    """Raises CannotPublish with everything that a form lacks."""
    if found := cards.missing():
        raise CannotPublish("\n".join(found))


def listed(text: str) -> str:
    """README's text with the list as it has to be."""
    before, _, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not end:
        raise CannotPublish(f"README.md: put {START.strip()} and {END} where the forms are listed.")
    items = "".join(f"- **{form.title}** – {form.about}\n" for form in cards.in_menu_order())
    return f"{before}{START}{items}{END}{after}"


def write(readme: Path = README) -> None:
    check()
    readme.write_text(listed(readme.read_text("utf-8")), "utf-8")
