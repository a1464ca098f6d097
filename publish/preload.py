"""Form pages say early what they will need, so that Python's way to the visitor starts with the page's own."""

from pathlib import Path

FORM = "<form data-form="
LINKS = (
    '<script type="module" async src="{top}assets/javascript/early.js"></script>'
    '<link rel="modulepreload" href="{top}assets/javascript/python.js">'
    '<link rel="modulepreload" href="{top}assets/javascript/python-files.js">'
    '<link rel="preload" as="fetch" crossorigin href="{top}assets/python/manifest.json">'
)


def write(site: Path) -> None:
    """Put the links into the head of every page that holds a form."""
    for page in sorted(site.rglob("*.html")):
        text = page.read_text("utf-8")
        if FORM in text:
            top = "../" * (len(page.relative_to(site).parts) - 1)
            page.write_text(text.replace("</title>", f"</title>{LINKS.format(top=top)}", 1), "utf-8")
