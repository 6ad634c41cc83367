"""The network as it is trained: one encoder, a head that finds anchors, a head that finds roles given an anchor.

The roles head scores each word of the window for each anchor and is decoded as a chain (a linear-chain conditional random
field, Lafferty et al. 2001), so that a role is a stretch of words rather than words one by one.
"""

from pathlib import Path

import torch
from torch import Tensor, nn

from reportedly import Act, Certainty, Polarity
from reportedly.reading.learned.decoding import LABELS
from reportedly.reading.learned.features import COLUMNS, PAIRS

WORD = 256  # states of a word
ROLE = 128  # states of a word beside an anchor
EMBEDDED = 24  # a feature's vector
CHANNELS = 5  # words that one step of smoothing looks at
# The labels of the marking guide that are read from an attribution's states, in the order of their scores.
STANCES = {
    "act": [str(a) for a in Act],
    "polarity": [str(p) for p in Polarity],
    "certainty": [str(c) for c in Certainty],
}


class WordHead(nn.Module):
    """From the encoder's states to states of words, the score of each as an anchor, and what the roles head needs."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.columns = nn.ModuleList(nn.Embedding(size, EMBEDDED) for size in COLUMNS)
        self.word = nn.Linear(2 * hidden + EMBEDDED * len(COLUMNS), WORD)
        self.norm = nn.LayerNorm(WORD)
        self.drop = nn.Dropout(0.15)
        self.anchor = nn.Sequential(nn.Linear(WORD, WORD), nn.GELU(), nn.Dropout(0.15), nn.Linear(WORD, 1))
        self.fact = nn.Linear(WORD, 1)
        self.as_word = nn.Linear(WORD, 2 * ROLE)
        self.as_anchor = nn.Linear(WORD, 2 * ROLE)

    def forward(self, states: Tensor, starts: Tensor, ends: Tensor, columns: Tensor) -> tuple[Tensor, ...]:
        """Takes states (b, pieces, hidden); starts, ends (b, words), places of pieces; columns (b, words, 5).

        Gives words (b, words, WORD), anchors and facts (b, words), as_word and as_anchor (b, words, 2 * ROLE).
        """
        width = states.shape[-1]
        first = torch.gather(states, 1, starts.unsqueeze(-1).expand(-1, -1, width))
        last = torch.gather(states, 1, ends.unsqueeze(-1).expand(-1, -1, width))
        told = [embed(columns[..., n]) for n, embed in enumerate(self.columns)]
        words = self.drop(self.norm(torch.nn.functional.gelu(self.word(torch.cat([first, last, *told], -1)))))
        found = self.anchor(words).squeeze(-1), self.fact(words).squeeze(-1)
        return words, *found, self.as_word(words), self.as_anchor(words)


class RoleHead(nn.Module):
    """Scores of every role for every word, given an anchor."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs = nn.ModuleList(nn.Embedding(size, ROLE) for size in PAIRS)
        self.norm = nn.LayerNorm(ROLE)
        self.smooth = nn.ModuleList(
            nn.Conv1d(ROLE, ROLE, CHANNELS, padding=reach * (CHANNELS // 2), dilation=reach) for reach in (1, 3)
        )
        self.norms = nn.ModuleList(nn.LayerNorm(ROLE) for _ in self.smooth)
        self.drop = nn.Dropout(0.1)
        self.out = nn.Linear(ROLE, len(LABELS))

    def forward(self, as_word: Tensor, as_anchor: Tensor, pairs: Tensor, mask: Tensor) -> Tensor:
        """Takes as_word (p, words, 2 * ROLE), as_anchor (p, 2 * ROLE), pairs (p, words, 4), mask (p, words) -> (p, words, labels)."""
        plain, times = as_word.chunk(2, -1)
        anchor_plain, anchor_times = as_anchor.unsqueeze(1).chunk(2, -1)
        state = plain + anchor_plain + times * anchor_times
        for n, embed in enumerate(self.pairs):
            state = state + embed(pairs[..., n])
        state = self.norm(torch.nn.functional.gelu(state)) * mask.unsqueeze(-1)
        for conv, norm in zip(self.smooth, self.norms, strict=True):
            more = torch.nn.functional.gelu(conv(state.transpose(1, 2)).transpose(1, 2))
            state = norm(state + self.drop(more)) * mask.unsqueeze(-1)
        scores: Tensor = self.out(state)
        return scores


class Chain(nn.Module):
    """Scores of going from one label to the next, and the likelihood of a whole sequence."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.first = nn.Parameter(torch.zeros(len(LABELS)))

    def loss(self, scores: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood of each sequence: scores (p, n, labels), labels (p, n), mask (p, n) -> (p)."""
        rows = torch.arange(len(scores), device=scores.device)
        total = self.first + scores[:, 0]
        right = self.first[labels[:, 0]] + scores[rows, 0, labels[:, 0]]
        for n in range(1, scores.shape[1]):
            on = mask[:, n]
            ahead = torch.logsumexp(total.unsqueeze(2) + self.steps, 1) + scores[:, n]
            total = torch.where(on.unsqueeze(1), ahead, total)
            step = self.steps[labels[:, n - 1], labels[:, n]] + scores[rows, n, labels[:, n]]
            right = right + torch.where(on, step, torch.zeros_like(step))
        return torch.logsumexp(total, 1) - right


class StanceHead(nn.Module):
    """Act, polarity and certainty of an attribution from the states of its anchor, of its content and of the content's topmost words."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = nn.Sequential(nn.Dropout(0.2), nn.Linear(3 * WORD, ROLE), nn.GELU(), nn.Dropout(0.2))
        self.out = nn.Linear(ROLE, sum(len(labels) for labels in STANCES.values()))

    def forward(self, anchor: Tensor, content: Tensor, top: Tensor) -> Tensor:
        """Takes anchor, content, top (p, WORD) -> (p, scores of all acts, polarities, certainties, one behind the other)."""
        found: Tensor = self.out(self.hidden(torch.cat([anchor, content, top], -1)))
        return found


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: nn.Module, hidden: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.words = WordHead(hidden)
        self.roles = RoleHead()
        self.chain = Chain()
        self.stance = StanceHead()


def fresh(model: Path) -> Network:
    """A network on the pretrained encoder that lies in a folder."""
    from transformers import AutoModel

    # Dropout inside attention costs more than half of a step on a CPU; that on the states is kept.
    encoder = AutoModel.from_pretrained(str(model), add_pooling_layer=False, attention_probs_dropout_prob=0.0)
    return Network(encoder, encoder.config.hidden_size)
