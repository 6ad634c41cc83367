"""The command that makes the weights refuses what it cannot do; only where torch is installed."""

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="torch is needed to train only")


def test_data_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from training.make import main

    assert 2 == main(["--data", str(tmp_path), "--encoder", str(tmp_path)])
    assert f"{tmp_path} holds no polnear/train" in capsys.readouterr().err
