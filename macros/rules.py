"""Macros that show a form's rules for checking; the rules themselves live with their form."""

from markupsafe import Markup

from pyforms.exporters import html
from pyforms.threshold.rulebook import rulebook


def threshold_rules() -> Markup:
    """Every rule and every line of every ladder of the threshold tool, with its source."""
    return Markup(html.fragment(rulebook()))  # noqa: S704 - escaped by the exporter


MACROS = (threshold_rules,)
