"""The weights of an int8 BERT in an ONNX file, read and written in place.

The graph of the encoder (Xenova/bge-small-en-v1.5) is kept as it is and only its initialisers are replaced, so no
exporter and no quantiser are needed. Matrices are int8 with one scale a column, embeddings uint8 with one scale.
"""
import numpy as np

LAYERS = 12
# In the order in which the graph numbers its matrices.
MATRICES = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
NORMS = ("attention.output.LayerNorm", "output.LayerNorm")
EMBEDDINGS = ("word_embeddings", "position_embeddings", "token_type_embeddings")
# The largest weight of a matrix: 7 bits, so that two products of a uint8 and a weight fit into 16 bits (255 * 63 * 2), as
# processors without VNNI add them.
LARGEST = 63
# The zero points of the file: matrices are symmetric, and so are its embeddings, around 128.
ZERO = {np.int8: 0, np.uint8: 128}
TYPES = {1: np.float32, 2: np.uint8, 3: np.int8, 6: np.int32, 7: np.int64}


def _varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def _fields(data, at, end):
    """Field number and value of a protobuf message: an int, or the span (start, end) of its bytes."""
    while at < end:
        key, at = _varint(data, at)
        number, wire = key >> 3, key & 7
        if wire == 0:
            value, at = _varint(data, at)
            yield number, value
            continue
        size = {1: 8, 5: 4}.get(wire)
        if size is None:
            size, at = _varint(data, at)
        yield number, (at, at + size)
        at += size


class OnnxWeights:
    """Initialisers of an ONNX file by name; `put` changes them in memory, `save` writes the file."""

    def __init__(self, path):
        self.data = bytearray(open(path, "rb").read())
        self.places = {}
        for number, graph in _fields(self.data, 0, len(self.data)):
            if number != 7:
                continue
            for part, span in _fields(self.data, *graph):
                if part == 5:
                    self._read_tensor(span)

    def _read_tensor(self, span):
        shape, kind, name, raw = [], 0, "", None
        for number, value in _fields(self.data, *span):
            if number == 1 and isinstance(value, int):
                shape.append(value)
            elif number == 1:
                at = value[0]
                while at < value[1]:
                    size, at = _varint(self.data, at)
                    shape.append(size)
            elif number == 2:
                kind = value
            elif number == 8:
                name = bytes(self.data[value[0] : value[1]]).decode()
            elif number == 9 or (number == 4 and kind == 1):
                raw = value
        self.places[name] = (kind, shape, raw)

    def get(self, name):
        kind, shape, (start, end) = self.places[name]
        return np.frombuffer(bytes(self.data[start:end]), dtype=TYPES[kind]).reshape(shape)

    def put(self, name, values):
        kind, shape, (start, end) = self.places[name]
        values = np.asarray(values, dtype=TYPES[kind], order="C").reshape(shape)
        if values.nbytes != end - start:
            raise ValueError(f"{name}: {values.nbytes} bytes for {end - start}")
        self.data[start:end] = values.tobytes()

    def save(self, path):
        open(path, "wb").write(self.data)

    def matrix_names(self):
        """Base names of the 72 matrices, layer by layer in the order of MATRICES."""
        bases = {name.rsplit("_", 1)[0] for name in self.places if name.startswith("onnx::MatMul") and name.endswith("_quantized")}
        names = sorted(bases, key=lambda base: int(base.split("_")[1]))
        if len(names) != LAYERS * len(MATRICES):
            raise ValueError(f"{len(names)} matrices, not {LAYERS * len(MATRICES)}")
        return names

    def get_quantized(self, base):
        values = self.get(base + "_quantized")
        return (values.astype(np.float32) - ZERO[values.dtype.type]) * self.get(base + "_scale")

    def put_matrix(self, base, matrix):
        """inputs x outputs, as int8 within 7 bits, with one scale an output."""
        scale = np.abs(matrix).max(0) / LARGEST
        scale[scale == 0] = 1e-8
        self.put(base + "_scale", scale)
        self.put(base + "_quantized", np.clip(np.round(matrix / scale), -LARGEST, LARGEST))

    def put_embedding(self, base, table):
        """As uint8 with one scale for the table."""
        scale = np.abs(table).max() / 127
        self.put(base + "_scale", scale)
        self.put(base + "_quantized", np.clip(np.round(table / scale) + ZERO[np.uint8], 0, 255))
