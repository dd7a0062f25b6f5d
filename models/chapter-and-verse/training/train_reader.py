"""Brings the entailment model and the cloze model into one network with two heads, its weights within 7 bits.

    python train_reader.py train once.pt --entailment last.pt --cloze cloze.pt --gaps gaps.jsonl --clones CLONES
    python train_reader.py train reader.pt --from once.pt --entailment last.pt --cloze cloze.pt --gaps gaps.jsonl --clones CLONES
    python train_reader.py measure --from reader.pt --gaps gaps.jsonl --clones CLONES
    python train_reader.py write ../reader-small --from reader.pt

The cloze model was trained from the entailment model, so the mean of both is a network too, from which both are learned on:
sentences in other worlds (train.py) and gaps (train_cloze.py) in turn, each by its label and by what the model before gave it.
Where there are none, `--from ../reader-small` alone goes on from the reader that ships, which is its own teacher.
"""
import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from network import WIDTH, WordPiece, read_head, read_network, write_head, write_network
from rounding import begin_rounding, end_rounding
from train import ENCODER, FROZEN, batches, collate, draw_worlds, encode, load, read_lines, read_pairs, read_report, score, train
from train_cloze import draw_gaps, encode as encode_gap, fill, mark

TAUGHT = 0.5  # the share of the loss that is the distance to what a teacher gave


def is_gap(example):
    return "mentions" in example


def joined(entailment, cloze):
    """The mean of both; the heads beside each other, the cloze model's last."""
    network = load(entailment)
    other = load(cloze)
    states, others = network.state_dict(), other.state_dict()
    network.load_state_dict({name: (states[name] + others[name]) / 2 for name in states})
    network.head = torch.nn.Linear(WIDTH, 2)
    for part in ("weight", "bias"):
        getattr(network.head, part).data = torch.cat([states[f"head.{part}"], others[f"head.{part}"]])
    return network


def open_reader(start):
    if Path(start).is_dir():
        network = read_network(Path(start) / "onnx/model_quantized.onnx")
        network.head = read_head(*(Path(start) / f"{name}.json" for name in ("entailment", "cloze")))
        return network
    network = read_network(ENCODER / "onnx/model_quantized.onnx")
    network.head = torch.nn.Linear(WIDTH, 2)
    network.load_state_dict(torch.load(start))
    return network


def gap_loss(network, teacher, examples, batch):
    """Of the chance of a sentence's own mentions together, and the distance to the teacher's chances."""
    with torch.no_grad():
        wanted = fill(teacher, examples, batch)
    losses = []
    for given, taught, index in zip(fill(network, examples, batch), wanted, batch):
        own = torch.tensor([is_own for *_, is_own in examples[index]["mentions"]])
        told = torch.logsumexp(given, 0) - torch.logsumexp(given[own], 0)
        apart = F.kl_div(F.log_softmax(given, 0), F.log_softmax(taught, 0), reduction="sum", log_target=True)
        losses.append((1 - TAUGHT) * told + TAUGHT * apart)
    return torch.stack(losses).mean()


def sentence_loss(network, teacher, examples, batch):
    """Of the label, and the distance to the teacher's chance that the text supports the sentence."""
    inputs = collate(examples, batch)
    with torch.no_grad():
        taught = torch.sigmoid(teacher(*inputs))
    given = network(*inputs)
    labels = torch.tensor([float(examples[index]["label"]) for index in batch])
    weights = torch.tensor([examples[index].get("weight", 1.0) for index in batch])
    wanted = (1 - TAUGHT) * labels + TAUGHT * taught
    return (F.binary_cross_entropy_with_logits(given, wanted, reduction="none") * weights).sum() / weights.sum()


def held_examples(arguments):
    """Sentences of held chapters and of held textbooks' texts, and gaps of both."""
    _, chapters = read_report(set(arguments.held.split(",")))
    _, textbooks = read_pairs(arguments.clones)
    drawn = random.Random(7)
    pieces = WordPiece(ENCODER / "tokenizer.json")
    rows = [row for row in read_lines(arguments.gaps) if row["isHeld"]]
    gaps = [encode_gap(mark(row, drawn.choice(row["gaps"])), pieces) for row in drawn.sample(rows, min(len(rows), 900))]
    return encode(chapters[::6], 320), encode(textbooks[::3], 320), [one for one in gaps if one is not None]


def filled(network, examples):
    """The share of gaps whose own mention is likeliest."""
    network.eval()
    right = []
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in batches(examples, False):
            for given, index in zip(fill(network, examples, batch), batch):
                right.append(examples[index]["mentions"][int(given.argmax())][2])
    return f"filled {np.mean(right):.3f}, of {len(right)}"


def report(network, held):
    chapters, textbooks, gaps = held
    print("chapters:", score(network, chapters), flush=True)
    print("textbooks:", score(network, textbooks), flush=True)
    print("gaps:", filled(network, gaps), flush=True)


def train_reader(arguments):
    learned, _ = read_report(set(arguments.held.split(",")))
    drawn = draw_worlds(arguments, learned)
    sentences = encode(random.sample(drawn, min(len(drawn), arguments.sentences)), 320)
    gaps = draw_gaps(arguments)
    print(f"{len(sentences)} sentences, {len(gaps)} gaps", flush=True)
    held = held_examples(arguments)
    network = open_reader(arguments.start) if arguments.start else joined(arguments.entailment, arguments.cloze)
    teachers = [load(one) if one else open_reader(arguments.start) for one in (arguments.entailment, arguments.cloze)]
    for teacher in teachers:
        teacher.eval().requires_grad_(False)
    network.freeze(FROZEN)
    begin_rounding(network)
    report(network, held)
    examples = [*sentences, *gaps]
    steps = batches(sentences, True)
    steps += [[index + len(sentences) for index in batch] for batch in batches(gaps, True)]
    random.shuffle(steps)

    def loss_of(network, examples, batch):
        if is_gap(examples[batch[0]]):
            return gap_loss(network, teachers[1], examples, batch)
        return sentence_loss(network, teachers[0], examples, batch)

    train(network, examples, arguments.rate, arguments.out, loss_of=loss_of, steps=steps)
    end_rounding(network)
    torch.save(network.state_dict(), arguments.out)
    report(network, held)


def measure(arguments):
    held = held_examples(arguments)
    report(open_reader(arguments.start), held)


def write(arguments):
    out = Path(arguments.out)
    (out / "onnx").mkdir(parents=True, exist_ok=True)
    network = open_reader(arguments.start)
    write_network(network, ENCODER / "onnx/model_quantized.onnx", out / "onnx/model_quantized.onnx")
    for output, name in enumerate(("entailment", "cloze")):
        write_head(network.head, output, out / f"{name}.json")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=("train", "measure", "write"))
    parser.add_argument("out", nargs="?")
    parser.add_argument("--entailment", help="the entailment model: what train.py kept, or a folder")
    parser.add_argument("--cloze", help="the cloze model that was trained from it")
    parser.add_argument("--from", dest="start", help="a reader, to go on from, measure or write: a state that was kept, or a folder")
    parser.add_argument("--clones", help="the folder that collect_public.py reads")
    parser.add_argument("--held", default="Estonia,Spain", help="chapters that are not learned from")
    parser.add_argument("--gaps", help="the file that find_gaps.mjs made")
    parser.add_argument("--share", type=float, default=1, help="how much of its examples `worlds` draws")
    parser.add_argument("--sentences", type=int, default=10_000, help="the most sentences that are learned from")
    parser.add_argument("--examples", type=int, default=10_000, help="the most gaps that are learned from")
    parser.add_argument("--rate", type=float, default=6e-5, help="the highest learning rate")
    parser.add_argument("--seed", type=int, default=43, help="of what is drawn")
    arguments = parser.parse_args()
    random.seed(arguments.seed)
    torch.manual_seed(arguments.seed)
    {"train": train_reader, "measure": measure, "write": write}[arguments.stage](arguments)


if __name__ == "__main__":
    main()
