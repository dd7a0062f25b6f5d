"""Brings the encoder's weights within 7 bits, and lets it settle there.

    python settle_encoder.py encoder.pt ../encoder-small

Rounding alone moves what the network gives, so the weights are learned on, rounded in each step (rounding.py), until it
gives what it gave before. No question's answer takes part: any text does.
"""
import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from network import WordPiece, read_network, write_network
from rounding import begin_rounding, end_rounding
from sentences import sentences_of

ROOT = Path(__file__).resolve().parents[3]
INSTRUCTION = "Represent this sentence for searching relevant passages: "
WINDOW, TOKENS, HELD = 384, 4096, 160


def read_lines(path):
    return [json.loads(line) for line in open(path, encoding="utf8") if line.strip()]


def read_texts():
    """Passages, sentences and questions: textbooks, the World Factbook, the report's dev chapters."""
    here = Path(__file__).parent
    passages = [row["text"] for name in ("openstax", "pairs") for row in read_lines(here / f"{name}.jsonl") if "text" in row]
    for name in ("verify-dev", "verify-more", "verify-wide", "verify-late"):
        passages += [f"{row['chapter']}. {row['passage']}" for row in read_lines(ROOT / f"evals/{name}.jsonl")]
    passages = list(dict.fromkeys(passages))
    sentences = [one for passage in random.sample(passages, 400) for one in sentences_of(passage)[1] if 4 < len(one.split()) < 60]
    questions = [
        INSTRUCTION + row["question"]
        for name in ("fragmented-europe", "more-questions")
        for row in read_lines(ROOT / f"evals/{name}.jsonl")
        if row.get("split") == "dev"
    ]
    return [*passages, *random.sample(sentences, 1200), *random.sample(questions, 800)]


def batches(texts):
    """Texts of like length together, in a random order."""
    order = sorted(texts, key=lambda ids: len(ids) + random.random() * 24)
    found, batch = [], []
    for ids in order:
        if batch and (len(batch) + 1) * len(ids) > TOKENS:
            found.append(batch)
            batch = []
        batch.append(ids)
    found.append(batch)
    random.shuffle(found)
    return found


def states(network, texts):
    """Last states, texts x tokens x dimensions, and which of them are tokens."""
    length = max(map(len, texts))
    ids, present = (torch.zeros(len(texts), length, dtype=torch.long) for _ in range(2))
    for row, text in enumerate(texts):
        ids[row, : len(text)] = torch.tensor(text)
        present[row, : len(text)] = 1
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=network.training):
        return F.normalize(network.encode(ids, torch.zeros_like(ids), present).float(), dim=-1), present.bool()


def distances(network, teacher, texts):
    """1 - cosine to what the teacher gives: of the texts' vectors, and of all tokens."""
    with torch.no_grad():
        wanted, _ = states(teacher, texts)
    given, present = states(network, texts)
    apart = 1 - (given * wanted).sum(-1)
    return apart[:, 0].mean(), apart[present].mean()


def evaluate(network, teacher, held):
    network.eval()
    with torch.no_grad():
        found = [[float(one) for one in distances(network, teacher, batch)] for batch in batches(held)]
    vectors, tokens = np.mean(found, 0)
    return f"1 - cosine to the network before: vectors {vectors:.5f}, tokens {tokens:.5f}"


def read_trained(source, template):
    if source.is_dir():
        return read_network(source / "onnx/model_quantized.onnx")
    network = read_network(template)
    network.load_state_dict(torch.load(source))
    return network


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", help="the encoder as it was trained: a folder, or the state that train_encoder.py kept")
    parser.add_argument("out", help="the folder that it is written to, which has its graph and tokenizer")
    parser.add_argument("--rate", type=float, default=2e-5, help="the highest learning rate")
    parser.add_argument("--steps", type=int, default=320)
    arguments = parser.parse_args()
    random.seed(7)
    torch.manual_seed(7)
    template = Path(arguments.out) / "onnx/model_quantized.onnx"
    pieces = WordPiece(Path(arguments.out) / "tokenizer.json")
    texts = read_texts()
    random.shuffle(texts)
    cls, sep = pieces.ids["[CLS]"], pieces.ids["[SEP]"]
    encoded = [[cls, *pieces.tokenize(text)[: WINDOW - 2], sep] for text in texts]
    held, learned = encoded[:HELD], encoded[HELD:]
    teacher, network = (read_trained(Path(arguments.source), template) for _ in range(2))
    teacher.eval().requires_grad_(False)
    begin_rounding(network)
    print(f"{len(learned)} texts\nrounded: {evaluate(network, teacher, held)}", flush=True)
    network.tables.requires_grad_(False)
    parameters = [one for name, one in network.named_parameters() if one.requires_grad and not name.startswith("head")]
    optimizer = torch.optim.AdamW(parameters, lr=arguments.rate, weight_decay=0.0, fused=True)
    queue, started, losses = [], time.time(), []
    for step in range(arguments.steps):
        queue = queue or batches(learned)
        for group in optimizer.param_groups:
            group["lr"] = arguments.rate * min((step + 1) / 20, max(0.02, 1 - step / arguments.steps))
        network.train()
        vectors, tokens = distances(network, teacher, queue.pop())
        optimizer.zero_grad()
        (vectors + tokens).backward()
        optimizer.step()
        losses.append(float((vectors + tokens).detach()))
        if step % 20 == 19:
            spent = (time.time() - started) / (step + 1)
            print(f"{step + 1}/{arguments.steps} loss {np.mean(losses[-20:]):.5f}, {spent:.2f} s a step", flush=True)
    print("settled:", evaluate(network, teacher, held), flush=True)
    end_rounding(network)
    write_network(network, template, template)


if __name__ == "__main__":
    main()
