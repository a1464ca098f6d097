"""The forms as cards, in the order of the menu: a folder, a page and a line in the menu make one."""

import re
from pathlib import Path

from pyforms import FORM_IDS, Form, get

ROOT = Path(__file__).parents[1]
IN_MENU = re.compile(r"^\s+- .*\bforms/([a-z0-9-]+)\.md\s*$", re.MULTILINE)
ICON = re.compile(r"^card: ([a-z0-9-]+)$", re.MULTILINE)


def in_menu_order() -> tuple[Form, ...]:
    """Every form that mkdocs.yml's nav names, in its order."""
    named = IN_MENU.findall((ROOT / "mkdocs.yml").read_text("utf-8"))
    return tuple(get(form_id) for form_id in named if form_id in FORM_IDS)


def missing() -> list[str]:
    """What a form still lacks to be found, each with its remedy."""
    named = {form.id for form in in_menu_order()}
    without_page = [form_id for form_id in FORM_IDS if not _page(form_id).is_file()]
    return [
        *(f"docs/forms/{form_id}.md is not there: add the form’s page." for form_id in without_page),
        *(
            f"docs/forms/{form_id}.md: name an icon of Material’s in its head, such as “card: stairs”."
            for form_id in FORM_IDS
            if form_id not in without_page and not ICON.search(_page(form_id).read_text("utf-8"))
        ),
        *(f"mkdocs.yml: add forms/{form_id}.md to nav." for form_id in FORM_IDS if form_id not in named),
        *(
            f"pyforms/{form_id.replace('-', '_')}/__init__.py: say in `about` what the form is for."
            for form_id in FORM_IDS
            if not get(form_id).about
        ),
    ]


def form_cards(*, for_families: bool = False) -> str:
    """The cards of the forms that families fill in alone, or of the others; call it at column 0."""
    forms = [form for form in in_menu_order() if form.for_families == for_families]
    return "".join(_card(form) for form in forms)


def _card(form: Form) -> str:
    icon = ICON.search(_page(form.id).read_text("utf-8"))
    name = icon[1] if icon else ""
    return (
        '<div class="eh-card eh-card--link" markdown>\n'
        f":material-{name}:{{ .eh-card__icon }}\n\n"
        f"### [{form.title}]({form.id}.md)\n\n{form.about}\n\n</div>\n"
    )


def _page(form_id: str) -> Path:
    return ROOT / "docs" / "forms" / f"{form_id}.md"


MACROS = (form_cards,)
