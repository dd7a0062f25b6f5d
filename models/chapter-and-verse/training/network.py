"""The encoder's network in PyTorch with one output more, and its WordPiece tokenizer."""
import json
import unicodedata

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from onnx_weights import EMBEDDINGS, LAYERS, MATRICES, NORMS, OnnxWeights

WIDTH, INNER, HEADS = 384, 1536, 12
WINDOW, SENTENCE_WINDOW = 320, 96


class WordPiece:
    def __init__(self, path):
        self.ids = json.load(open(path))["model"]["vocab"]
        self.known = {}

    def _pieces(self, word):
        if word not in self.known:
            pieces, start = [], 0
            while start < len(word):
                for end in range(len(word), start, -1):
                    piece = word[start:end] if start == 0 else "##" + word[start:end]
                    if piece in self.ids:
                        break
                else:
                    pieces = ["[UNK]"]
                    break
                pieces.append(piece)
                start = end
            self.known[word] = [self.ids[piece] for piece in pieces]
        return self.known[word]

    def tokenize(self, text):
        tokens, word = [], []

        def flush():
            if word:
                tokens.extend(self._pieces("".join(word)))
                word.clear()

        for char in unicodedata.normalize("NFD", text.lower()):
            kind = unicodedata.category(char)
            if kind == "Mn":
                continue
            if char.isspace() or kind[0] == "Z":
                flush()
            elif kind[0] == "P" or (char.isascii() and not char.isalnum() and kind[0] != "C"):
                flush()
                tokens.extend(self._pieces(char))
            elif kind[0] != "C":
                word.append(char)
        flush()
        return tokens

    def pair(self, text, sentence, window=WINDOW):
        """Ids and segments of [CLS] text [SEP] sentence [SEP]; the text is cut where both are too long."""
        second = self.tokenize(sentence)[:SENTENCE_WINDOW]
        first = self.tokenize(text)[: window - 3 - len(second)]
        cls, sep = self.ids["[CLS]"], self.ids["[SEP]"]
        ids = [cls, *first, sep, *second, sep]
        return ids, [0] * (len(first) + 2) + [1] * (len(second) + 1)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        # In the order of MATRICES: query, key, value, attention output, intermediate, output.
        shapes = [(WIDTH, WIDTH)] * 4 + [(WIDTH, INNER), (INNER, WIDTH)]
        self.matrices = nn.ModuleList([nn.Linear(*shape) for shape in shapes])
        self.norms = nn.ModuleList([nn.LayerNorm(WIDTH, eps=1e-12) for _ in NORMS])

    def forward(self, x, mask):
        query, key, value, out, inner, outer = self.matrices
        batch, length, _ = x.shape
        q, k, v = (m(x).view(batch, length, HEADS, -1).transpose(1, 2) for m in (query, key, value))
        scores = q * q.shape[-1] ** -0.5 @ k.transpose(-1, -2) + mask
        with torch.autocast("cpu", enabled=False):  # as bfloat16, where the rest is: a third faster, and as good
            weights = torch.softmax(scores, -1)
        x = self.norms[0](x + out((weights @ v).transpose(1, 2).reshape(batch, length, WIDTH)))
        return self.norms[1](x + outer(F.gelu(inner(x))))


class EntailmentNetwork(nn.Module):
    """Logit that the first text carries the second, from the last state of [CLS]."""

    def __init__(self):
        super().__init__()
        self.tables = nn.ModuleList([nn.Embedding(size, WIDTH) for size in (30522, 512, 2)])
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.head = nn.Linear(WIDTH, 1)

    def encode(self, ids, segments, present):
        """Last states: texts x tokens x dimensions."""
        words, positions, kinds = self.tables
        x = self.norm(words(ids) + positions(torch.arange(ids.shape[1]))[None] + kinds(segments))
        dtype = torch.bfloat16 if torch.is_autocast_enabled("cpu") else torch.float32
        mask = ((present[:, None, None, :] == 0) * -1e4).to(dtype)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def freeze(self, count):
        """Leaves the embeddings and the first layers as they are: a fifth of the time saved."""
        for part in (self.tables, self.norm, self.layers[:count]):
            part.requires_grad_(False)

    def forward(self, ids, segments, present):
        x = self.encode(ids, segments, present)
        return self.head(F.dropout(x[:, 0], 0.1, self.training).float())[:, 0].float()


def _parts(network, weights):
    """Parameters of the network beside the names under which the ONNX file has them."""
    for name, table in zip(EMBEDDINGS, network.tables):
        yield "embedding", f"embeddings.{name}.weight", table.weight
    yield "plain", "embeddings.LayerNorm.weight", network.norm.weight
    yield "plain", "embeddings.LayerNorm.bias", network.norm.bias
    bases = iter(weights.matrix_names())
    for index, layer in enumerate(network.layers):
        for name, matrix in zip(MATRICES, layer.matrices):
            yield "matrix", next(bases), matrix.weight
            yield "plain", f"encoder.layer.{index}.{name}.bias", matrix.bias
        for name, norm in zip(NORMS, layer.norms):
            yield "plain", f"encoder.layer.{index}.{name}.weight", norm.weight
            yield "plain", f"encoder.layer.{index}.{name}.bias", norm.bias


def read_network(path):
    network, weights = EntailmentNetwork(), OnnxWeights(path)
    for kind, name, parameter in _parts(network, weights):
        values = weights.get(name) if kind == "plain" else weights.get_quantized(name)
        values = torch.tensor(np.array(values, dtype=np.float32))
        parameter.data = values.T.contiguous() if kind == "matrix" else values
    return network


def write_network(network, template, path):
    """The network as int8 into a copy of `template`. Word embeddings stay."""
    weights = OnnxWeights(template)
    for kind, name, parameter in _parts(network, weights):
        values = parameter.detach().float().numpy()
        if kind == "plain":
            weights.put(name, values)
        elif kind == "matrix":
            weights.put_matrix(name, values.T)
        elif "word_embeddings" not in name:
            weights.put_embedding(name, values)
    weights.save(path)


def read_head(*paths):
    """A head with an output for each file."""
    heads = [json.load(open(path)) for path in paths]
    head = nn.Linear(WIDTH, len(heads))
    head.weight.data = torch.tensor([one["weights"] for one in heads])
    head.bias.data = torch.tensor([one["bias"] for one in heads])
    return head


def write_head(head, output, path):
    values = {
        "weights": [round(float(value), 5) for value in head.weight.detach()[output]],
        "bias": round(float(head.bias.detach()[output]), 5),
    }
    json.dump(values, open(path, "w"))
