"""The weight files that ship with the package, each checked against its digest before it is used."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from reportedly.errors import ModelError

MANIFEST = "reader.json"
AGAIN = "install the package again"


@dataclass(frozen=True)
class Weights:
    """A folder with `reader.json`, which names the other files with their SHA-256 and holds the small numbers.

    Raises ModelError where a file is missing, unreadable, or not the one that was released.
    """

    folder: Path

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What `reader.json` says: digests, the chain of labels, calibration, thresholds, label names."""
        try:
            found: dict[str, Any] = json.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ModelError(f"model file {self.folder / MANIFEST} cannot be read ({error}); {AGAIN}") from error
        return found

    @cached_property
    def digests(self) -> tuple[tuple[str, str], ...]:
        """Name and SHA-256 of each file, the manifest's own among them."""
        own = hashlib.sha256((self.folder / MANIFEST).read_bytes()).hexdigest() if self.manifest else ""
        return tuple(sorted({**self.manifest["files"], MANIFEST: own}.items()))

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises ModelError if they are not those that the manifest tells."""
        try:
            data = (self.folder / name).read_bytes()
        except OSError as error:
            raise ModelError(f"model file {self.folder / name} cannot be read ({error}); {AGAIN}") from error
        expected, found = self.manifest["files"].get(name), hashlib.sha256(data).hexdigest()
        if expected != found:
            raise ModelError(
                f"model file {self.folder / name} is damaged: its SHA-256 is {found}, not {expected}; {AGAIN}"
            )
        return data


def shipped() -> Weights:
    """The weights of the installed package."""
    return Weights(Path(str(files("reportedly") / "models")))
