"""The area file's JSON schema, for editors: what may stand in it, offered and checked while somebody writes."""

from typing import Any

from pyforms.areas.check import ASKED_FOR
from pyforms.areas.model import Area


def schema() -> dict[str, Any]:
    """Made from the model, with the keys that pages ask for where an area may have more of its own."""
    made = Area.model_json_schema()
    for section, keys in ASKED_FOR.items():
        table = made["properties"][section]
        table["properties"] = dict.fromkeys(keys, table["additionalProperties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
