"""Pages with forms say early what they will need, so that Python's way to the visitor starts with the page's own."""

import re
from pathlib import Path

from publish.addresses import top_of
from publish.runtime import manifest_of

FORM = re.compile(r'<form data-form="([^"]+)"|data-python-for="([^"]*)"')
LINKS = (
    '<script type="module" async src="{top}assets/javascript/early.js" data-form="{form}"></script>'
    '<link rel="modulepreload" href="{top}assets/javascript/python.js">'
    '<link rel="modulepreload" href="{top}assets/javascript/arrival.js">'
    '<link rel="preload" as="fetch" crossorigin href="{top}assets/javascript/python-files.js">'
    '<link rel="preload" as="fetch" crossorigin href="{top}{manifest}" data-manifest>'
)


def write(site: Path) -> None:
    """Put the links into the head of every page that holds a form, or the folder for all of them."""
    manifest = manifest_of(site).as_posix()
    for page in sorted(site.rglob("*.html")):
        text = page.read_text("utf-8")
        if found := FORM.search(text):
            top = top_of(page.relative_to(site))
            links = LINKS.format(form=found[1] or found[2], top=top, manifest=manifest)
            page.write_text(text.replace("</title>", f"</title>{links}", 1), "utf-8")
