"""What is told beside a text: `NAME.meta.json`, or one `meta.json` for a folder."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reportedly.errors import FormatError
from reportedly.intake.facts import Facts

# Sidecar fields by the fact they tell.
FIELDS = {
    "outlet": "outlet",
    "url": "url",
    "title": "headline",
    "headline": "headline",
    "byline": "byline",
    "published": "published",
    "date": "published",
    "updated": "updated",
}
FOLDER_FILE = "meta.json"


def is_sidecar(path: Path) -> bool:
    """Whether a file is told beside reports and is none itself."""
    return path.name == FOLDER_FILE or path.name.endswith((".meta.json", ".gold.json"))


def tell_sidecar(facts: Facts, path: Path) -> None:
    """Adds what stands beside a file. Raises FormatError where the sidecar is not a JSON object of strings."""
    for field, value in _beside(path).items():
        if field in FIELDS:
            if not isinstance(value, str | None):
                raise FormatError(f"sidecar of {path}: {field!r} is {value!r}; it has to be a string or null")
            facts.tell(FIELDS[field], value, "sidecar")


def _beside(path: Path) -> Mapping[str, Any]:
    own = path.with_name(path.stem + ".meta.json")
    if _is_file(own):
        return _object(own, _load(own))
    folder = path.with_name(FOLDER_FILE)
    if folder.is_file() and folder != path:
        told = _object(folder, _load(folder))
        return _object(folder, told.get(path.name, {}))
    return {}


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that was just short enough without the ending
        return False


def _load(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise FormatError(f"sidecar {path} cannot be read ({error}); mend it or move it away") from error


def _object(path: Path, value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise FormatError(
            f"sidecar {path}: expected a JSON object, found {type(value).__name__}; mend it or move it away"
        )
    return value
