"""One place where macros meet their templates: values are escaped, a name that is missing is an error."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(template: str, **context: object) -> Markup:
    """Fill macros/templates/<template>. Blank lines go, because Markdown ends an HTML block at one."""
    text = _TEMPLATES.get_template(template).render(**context)
    return Markup("\n".join(line for line in text.splitlines() if line.strip()))  # noqa: S704 - escaped above
