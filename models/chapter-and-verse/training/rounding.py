"""Learning with the weights of all matrices rounded in each step, as they are written: within 7 bits.

A processor without VNNI adds two products of a uint8 and an int8 in 16 bits: with weights up to 127 the sum of two
saturates, with weights up to 63 (255 * 63 * 2 = 32,130) it can't. Rounding alone moves what a network gives. The gradient
passes as if nothing was rounded (straight-through estimator, Bengio et al. 2013, arXiv:1308.3432).
"""
import torch
from torch.nn.utils import parametrize

from onnx_weights import LARGEST


class Rounded(torch.nn.Module):
    """outputs x inputs, as put_matrix writes them: one scale an output."""

    def forward(self, weight):
        scale = weight.detach().abs().amax(1, keepdim=True).clamp_min(1e-8) / LARGEST
        return weight + ((weight / scale).round() * scale - weight).detach()


def matrices_of(network):
    return [matrix for layer in network.layers for matrix in layer.matrices]


def begin_rounding(network):
    """Matrices that are learned are rounded in each step, frozen ones for good."""
    for matrix in matrices_of(network):
        if matrix.weight.requires_grad:
            parametrize.register_parametrization(matrix, "weight", Rounded())
        else:
            matrix.weight.data = Rounded()(matrix.weight.data)


def end_rounding(network):
    for matrix in matrices_of(network):
        if parametrize.is_parametrized(matrix):
            parametrize.remove_parametrizations(matrix, "weight")
