"""From a trained network to the files that ship: two ONNX graphs, the encoder's with 8-bit weights, and the manifest."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from training.network import WORD, Network


class _Encoder(nn.Module):
    """Encoder and word head as one graph."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder, self.words = network.encoder, network.words

    def forward(self, ids: Tensor, starts: Tensor, ends: Tensor, columns: Tensor) -> tuple[Tensor, ...]:
        states = self.encoder(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state
        found: tuple[Tensor, ...] = self.words(states, starts, ends, columns)
        return found


class _Roles(nn.Module):
    """The roles head for one window, its words shared by all anchors."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.roles = network.roles

    def forward(self, as_word: Tensor, as_anchor: Tensor, pairs: Tensor) -> Tensor:
        mask = torch.ones_like(pairs[..., 0])
        scores: Tensor = self.roles(as_word.unsqueeze(0), as_anchor, pairs, mask)
        return scores


def export(network: Network, tokenizer: Path, folder: Path, facts: dict[str, Any], *, small: bool = True) -> None:
    """Writes encoder.onnx, roles.onnx, tokenizer.json and reader.json into a folder; `small` makes the encoder 8-bit."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    network.encoder.set_attn_implementation("eager")
    ids = torch.ones(1, 12, dtype=torch.long)
    places = torch.arange(1, 9).unsqueeze(0)
    columns = torch.zeros(1, 8, len(network.words.columns), dtype=torch.long)
    whole = folder / "encoder-32.onnx"
    torch.onnx.export(
        _Encoder(network).eval(),
        (ids, places, places, columns),
        str(whole),
        input_names=["ids", "starts", "ends", "columns"],
        output_names=["words", "anchors", "facts", "as_word", "as_anchor"],
        dynamic_axes={"ids": {1: "pieces"}, **{n: {1: "words"} for n in ("starts", "ends", "columns")}},
        opset_version=17,
        dynamo=False,
    )
    with torch.no_grad():
        *_, as_word, as_anchor = network.words(
            torch.zeros(1, 12, network.encoder.config.hidden_size), places, places, columns
        )
    pairs = torch.zeros(2, 8, len(network.roles.pairs), dtype=torch.long)
    torch.onnx.export(
        _Roles(network).eval(),
        (as_word[0], as_anchor[0, :2], pairs),
        str(folder / "roles.onnx"),
        input_names=["as_word", "as_anchor", "pairs"],
        output_names=["scores"],
        dynamic_axes={
            "as_word": {0: "words"},
            "as_anchor": {0: "anchors"},
            "pairs": {0: "anchors", 1: "words"},
        },
        opset_version=17,
        dynamo=False,
    )
    states = ["anchor", "content", "top"]
    torch.onnx.export(
        network.stance,
        tuple(torch.zeros(2, WORD) for _ in states),
        str(folder / "stances.onnx"),
        input_names=states,
        output_names=["scores"],
        dynamic_axes={name: {0: "anchors"} for name in states},
        opset_version=17,
        dynamo=False,
    )
    if small:
        _quantize(whole, folder / "encoder.onnx")
        whole.unlink()
    else:
        whole.rename(folder / "encoder.onnx")
    network.encoder.set_attn_implementation("sdpa")
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    chain = {"first": network.chain.first.tolist(), "steps": network.chain.steps.tolist()}
    write_manifest(folder, {**facts, "chain": chain})


def write_manifest(folder: Path, facts: dict[str, Any]) -> None:
    """Writes reader.json: the facts, and the digest of every other file of the folder."""
    digests = {
        p.name: hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.iterdir())
        if p.suffix == ".onnx" or p.name == "tokenizer.json"
    }
    (folder / "reader.json").write_text(json.dumps({**facts, "files": digests}, indent=1) + "\n", encoding="utf-8")


def _quantize(source: Path, target: Path) -> None:
    """8-bit weights for the encoder; the small heads behind it stay as they are."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    heads = [node.name for node in onnx.load(str(source)).graph.node if node.name.startswith("/words/")]
    quantize_dynamic(str(source), str(target), weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=heads)
