"""Weight files: used only as they were released."""

import hashlib
import shutil
from pathlib import Path

import pytest

from reportedly import ModelError, Reader
from reportedly.reading.learned.weights import Weights, shipped


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(shipped().folder, tmp_path / "models")
    return tmp_path / "models"


def test_every_shipped_file_has_the_digest_that_the_manifest_tells() -> None:
    weights = shipped()
    assert {"encoder.onnx", "roles.onnx", "stances.onnx", "tokenizer.json"} == set(weights.manifest["files"])
    for name, digest in weights.manifest["files"].items():
        assert digest == hashlib.sha256(weights.read(name)).hexdigest()


def test_the_shipped_files_are_together_smaller_than_30_megabytes() -> None:
    assert sum(p.stat().st_size for p in shipped().folder.iterdir()) < 30_000_000


@pytest.mark.parametrize("name", ["encoder.onnx", "roles.onnx", "stances.onnx", "tokenizer.json", "reader.json"])
def test_a_missing_file_is_named_with_the_way_out(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(ModelError, match=rf"{name} cannot be read.*install the package again"):
        Reader(weights=Weights(copied))


@pytest.mark.parametrize("name", ["encoder.onnx", "roles.onnx", "stances.onnx", "tokenizer.json"])
def test_a_damaged_file_is_refused(copied: Path, name: str) -> None:
    data = bytearray((copied / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copied / name).write_bytes(data)
    with pytest.raises(ModelError, match=rf"{name} is damaged"):
        Reader(weights=Weights(copied))


def test_a_damaged_manifest_is_refused(copied: Path) -> None:
    (copied / "reader.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match=r"reader\.json cannot be read"):
        Reader(weights=Weights(copied))


def test_a_reading_names_the_files_it_was_made_with(reader: Reader) -> None:
    from reportedly import from_bytes

    reading = reader.read(from_bytes(b"The mayor said it rained.", "report.txt"))
    assert dict(shipped().digests) == dict(reading.models)
    assert "reader.json" in dict(reading.models)
