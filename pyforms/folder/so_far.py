"""What half-done answers say already, in their form's own model: each that fits, and nothing in place of the rest."""

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pyforms import fields

type Json = dict[str, Any]


def so_far[M: BaseModel](model: type[M], given: Json) -> M:
    """Not checked as a whole: a missing text is empty, and anything else None or what the model has for it."""
    return model.model_construct(**{name: _told(info, given.get(name)) for name, info in model.model_fields.items()})


def _told(info: FieldInfo, value: Any) -> Any:  # noqa: ANN401 - JSON in, a model's value out
    kind, inner = fields.kind_of(info)
    if kind == "group":
        return so_far(inner, value or {})
    if kind == "repeat":
        return [so_far(inner, each) for each in value or []]
    if kind == "catalogue":
        return {key: so_far(inner, each) for key, each in (value or {}).items()}
    try:
        found = None if value is None else _read(kind, inner)(value)
    except ValueError:
        found = None
    if found is not None:
        return found
    if info.is_required():
        return "" if kind in ("text", "long") else None
    return info.get_default(call_default_factory=True)


def _read(kind: fields.Kind, inner: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - any type
    if kind == "date":
        return fields.read_day
    if kind == "checkboxes":
        return lambda every: [inner(each) for each in every]
    return inner if kind in ("number", "radios", "select") else str
