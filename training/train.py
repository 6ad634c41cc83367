"""Training: epochs over windows, a checkpoint after each, and resuming from the last one."""

import hashlib
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from reportedly.reading.learned.decoding import CONTENT
from training.batches import Batch, Prepared, batches, event_batch, samples
from training.factuality import Sentence
from training.network import STANCES, Network

# Steps between two lines of progress.
EVERY = 25


@dataclass(frozen=True, slots=True)
class Settings:
    """All that the result depends on besides the data: rates are those of AdamW, weights those of the losses."""

    epochs: int = 6
    batch: int = 8
    encoder_rate: float = 1.2e-4
    head_rate: float = 8e-4
    warm: float = 0.08
    decay: float = 0.01
    role_weight: float = 0.25
    stance_weight: float = 0.3
    fact_weight: float = 8.0
    fact_every: int = 3
    fact_batch: int = 24
    guide_copies: int = 2
    longest_step: float = 5.0
    seed: int = 11


def losses(network: Network, b: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """The losses of anchors (sum over known words), roles and stances (sums over targets)."""
    with torch.autocast(b.ids.device.type, dtype=torch.bfloat16):
        states = network.encoder(input_ids=b.ids, attention_mask=b.attention).last_hidden_state
        words, anchors, _, as_word, as_anchor = network.words(states, b.starts, b.ends, b.columns)
        if len(b.row):
            scores = network.roles(as_word[b.row], as_anchor[b.row, b.anchor], b.pairs, b.mask).float()
            content, top = (_means(words[b.row], where) for where in (b.labels == CONTENT, b.tops))
            stances = network.stance(words[b.row, b.anchor], content, top).float()
    found = nn.functional.binary_cross_entropy_with_logits(anchors.float(), b.anchors, weight=b.known, reduction="sum")
    if not len(b.row):
        return found, torch.zeros_like(found), torch.zeros_like(found)
    return found, network.chain.loss(scores, b.labels, b.mask.bool()).sum(), _stance_loss(stances, b)


def _means(words: Tensor, where: Tensor) -> Tensor:
    """The mean state of some words of each target, words (p, words, WORD), where (p, words); zeros for none."""
    inside = where.to(words.dtype).unsqueeze(-1)
    mean: Tensor = (words * inside).sum(1) / inside.sum(1).clamp(min=1)
    return mean


def _stance_loss(scores: Tensor, b: Batch) -> Tensor:
    """Cross-entropy of act, polarity and certainty where they are known, marked ones counting in full."""
    total, at = torch.zeros((), device=scores.device), 0
    for n, labels in enumerate(STANCES.values()):
        part = nn.functional.cross_entropy(
            scores[:, at : at + len(labels)], b.stances[:, n], ignore_index=-1, reduction="none"
        )
        total, at = total + (part * b.trust).sum(), at + len(labels)
    return total


def fact_loss(network: Network, b: Sequence[Tensor]) -> Tensor:
    """The mean distance of events' factualities from those marked (smooth L1)."""
    ids, attention, starts, ends, columns, row, word, value = b
    with torch.autocast(ids.device.type, dtype=torch.bfloat16):
        states = network.encoder(input_ids=ids, attention_mask=attention).last_hidden_state
        facts = network.words(states, starts, ends, columns)[2]
    return nn.functional.smooth_l1_loss(facts[row, word].float(), value)


def train(
    network: Network, prepared: Sequence[Prepared], facts: Sequence[Sentence], settings: Settings, folder: Path
) -> Network:
    """Trains on prepared documents and sentences with factualities; resumes where `folder` holds a checkpoint of the same settings."""
    torch.manual_seed(settings.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network.to(device)
    copies = [
        p
        for p in prepared
        for _ in range(settings.guide_copies if p.document.nested and not p.document.unmarked else 1)
    ]
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [
            {"params": network.encoder.parameters(), "lr": settings.encoder_rate},
            {"params": heads, "lr": settings.head_rate},
        ],
        weight_decay=settings.decay,
    )
    per_epoch = -(-len(samples(copies, None)) // settings.batch)
    total = per_epoch * settings.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: _rate(n, total, settings.warm))
    mark = hashlib.sha256(
        repr((settings, [(p.document.name, len(p.document.targets)) for p in copies])).encode()
    ).hexdigest()[:12]
    kept = folder / f"checkpoint-{mark}.pt"
    start = 0
    if kept.exists():
        state = torch.load(kept, weights_only=True, map_location=device)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        start = state["epoch"]
    for epoch in range(start, settings.epochs):
        rng = random.Random(f"{settings.seed}-{epoch}")
        found = batches(samples(copies, rng), settings.batch, rng)
        _epoch(network, found, facts, optimizer, schedule, settings, epoch, per_epoch, rng)
        state = {"network": network.state_dict(), "optimizer": optimizer.state_dict()}
        torch.save({**state, "schedule": schedule.state_dict(), "epoch": epoch + 1}, kept)
    return network


def _rate(step: int, total: int, warm: float) -> float:
    if step < warm * total:
        return step / (warm * total)
    return max(0.0, (total - step) / (total - warm * total))


def _epoch(
    network: Network,
    found: Iterable[Batch],
    facts: Sequence[Sentence],
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
    settings: Settings,
    epoch: int,
    steps: int,
    rng: random.Random,
) -> None:
    """One pass over all batches, with a line of progress now and then."""
    network.train()
    device = next(network.parameters()).device
    began, sums, counts = time.monotonic(), [0.0, 0.0], [0, 0]
    for n, unmoved in enumerate(found, 1):
        b = unmoved.to(device)
        anchor_loss, role_loss, stance_loss = losses(network, b)
        loss = (anchor_loss + settings.role_weight * role_loss + settings.stance_weight * stance_loss) / len(b.ids)
        if facts and n % settings.fact_every == 0:
            chosen = event_batch(rng.sample(facts, settings.fact_batch))
            loss = loss + settings.fact_weight * fact_loss(network, [t.to(device) for t in chosen])
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), settings.longest_step)
        optimizer.step()
        schedule.step()
        sums = [sums[0] + anchor_loss.item(), sums[1] + role_loss.item()]
        counts = [counts[0] + len(b.ids), counts[1] + len(b.row)]
        if n % EVERY == 0:
            left = (time.monotonic() - began) / n * (steps - n)
            print(
                f"epoch {epoch + 1}: {n}/{steps}, anchors {sums[0] / counts[0]:.3f} a window, "
                f"roles {sums[1] / max(counts[1], 1):.3f} a target, {left:.0f} s left",
                flush=True,
            )
