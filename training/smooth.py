"""Makes a network easier to store in 8 bits: outliers of activations are moved into the weights that they meet.

For each linear layer the inputs are divided by a factor for each channel and the weights multiplied by it, which changes
nothing but spreads the range that 8 bits have to cover over both (SmoothQuant, Xiao et al. 2023).
"""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn

from training.batches import Batch

# How much of an activation's range goes over to the weights: of 0.5 to 1.0 the share with the least error in the anchors.
SHARE = 0.8
LEAST = 1e-4


class Smoothed(nn.Module):
    """A linear layer whose inputs are divided by `factor` first, its weights having been multiplied by it."""

    def __init__(self, linear: nn.Linear, factor: Tensor) -> None:
        super().__init__()
        self.linear = nn.Linear(linear.in_features, linear.out_features)
        with torch.no_grad():
            self.linear.weight.copy_(linear.weight * factor)
            self.linear.bias.copy_(linear.bias)
        self.register_buffer("inverse", 1.0 / factor)

    def forward(self, x: Tensor) -> Tensor:
        found: Tensor = self.linear(x * self.inverse)
        return found


def smooth(encoder: nn.Module, batches: Iterable[Batch]) -> None:
    """Replaces the encoder's linear layers, their ranges measured on some batches."""
    layers = {name: m for name, m in encoder.named_modules() if isinstance(m, nn.Linear)}
    largest: dict[str, Tensor] = {}

    def watch(name: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def look(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            found = given[0].detach().abs().flatten(0, -2).amax(0)
            largest[name] = torch.maximum(largest[name], found) if name in largest else found

        return look

    hooks = [m.register_forward_pre_hook(watch(name)) for name, m in layers.items()]
    encoder.eval()
    with torch.no_grad():
        for b in batches:
            encoder(input_ids=b.ids, attention_mask=b.attention)
    for hook in hooks:
        hook.remove()
    for name, linear in layers.items():
        reach = linear.weight.detach().abs().amax(0)
        factor = largest[name].clamp(min=LEAST) ** SHARE / reach.clamp(min=LEAST) ** (1 - SHARE)
        parent, _, last = name.rpartition(".")
        setattr(encoder.get_submodule(parent), last, Smoothed(linear, factor))
