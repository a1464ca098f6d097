"""In the place of pyforms while the browser runtime is tested: one form, and a door that can also misbehave."""

from pyforms import exporters, fields

__all__ = ["FORM_IDS", "Example", "examples", "exporters", "fields"]

FORM_IDS = ("stub",)


class Example:
    name = "one"
    area = "general"
    answers = (["name", "Aisha"], ["age", "3"])


def examples(_form_id):
    return [Example]
