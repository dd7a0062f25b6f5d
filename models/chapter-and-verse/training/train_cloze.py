"""Trains the cloze model: which of the names, dates or numbers of a text belongs in the gap of a sentence?

    python train_cloze.py sentences sentences.jsonl --clones CLONES
    node find_gaps.mjs sentences.jsonl gaps.jsonl
    python train_cloze.py train cloze.pt --gaps gaps.jsonl --from last.pt

Only carried sentences are needed: each of their names, dates and numbers that the text has too is a question with a
known answer. As in the entailment model's last passes (train.py), most are told of another world.
"""
import argparse
import json
import random
import re

import torch
from torch.nn import functional as F

from network import SENTENCE_WINDOW, WINDOW, WordPiece
from train import ENCODER, FROZEN, VARIED, collate, load, read_lines, read_pairs, read_paragraphs, read_report, train
from vary import World, in_other_context

# Private characters: what marks a mention of the sentence's own and of others, its end, and the gap.
OWN, OTHER, END, GAP = "\ue000", "\ue001", "\ue002", "\ue003"
MARKS = re.compile(f"([{OWN}{OTHER}{END}])")
SHARES = {"name": 0.5, "date": 0.25, "number": 0.25}  # of the examples, by kind


def write_sentences(arguments):
    chapters, held_chapters = read_report(set(arguments.held.split(",")))
    pairs, held_pairs = read_pairs(arguments.clones)
    learned, held = [*chapters, *pairs, *read_paragraphs(arguments.clones)], [*held_chapters, *held_pairs]
    with open(arguments.out, "w", encoding="utf8") as out:
        for is_held, some in ((False, learned), (True, held)):
            for pair in some:
                if pair["label"] == 1:
                    row = {"text": pair["text"], "sentence": pair["sentence"], "isHeld": is_held}
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")


def mark(row, gap):
    """The text with its mentions marked, and the sentence with its gap."""
    text, last = "", 0
    for mention in gap["mentions"]:
        start, end = mention["start"], mention["end"]
        text += row["text"][last:start] + (OWN if mention["isOwn"] else OTHER) + row["text"][start:end] + END
        last = end
    sentence = row["sentence"]
    return {"text": text + row["text"][last:], "sentence": sentence[: gap["start"]] + GAP + sentence[gap["end"] :], "label": 1}


def encode(pair, pieces):
    """Ids, segments and mentions (first piece, end, own); None where nothing is left to choose from."""
    before, after = pair["sentence"].split(GAP)
    second = [*pieces.tokenize(before), pieces.ids["[MASK]"], *pieces.tokenize(after)][:SENTENCE_WINDOW]
    first, mentions, opened = [], [], None
    for part in MARKS.split(pair["text"]):
        if part in (OWN, OTHER):
            opened = (len(first), part == OWN)
        elif part == END and opened:  # its beginning may have gone with another sentence
            mentions.append((opened[0] + 1, len(first) + 1, opened[1]))
            opened = None
        else:
            first += pieces.tokenize(part)
    first = first[: WINDOW - 3 - len(second)]
    mentions = [one for one in mentions if one[0] < one[1] <= len(first) + 1]
    if len({own for *_, own in mentions}) < 2 or pieces.ids["[MASK]"] not in second:
        return None
    cls, sep = pieces.ids["[CLS]"], pieces.ids["[SEP]"]
    ids = [cls, *first, sep, *second, sep]
    return {"ids": ids, "segments": [0] * (len(first) + 2) + [1] * (len(second) + 1), "mentions": mentions}


def fill(network, examples, batch):
    """The logits of each example's mentions: a mention's is the mean of its pieces', of the head's last output."""
    ids, segments, present = collate(examples, batch)
    states = F.dropout(network.encode(ids, segments, present), 0.1, network.training).float()
    outputs = network.head(states)[:, :, -1].float()
    return [
        torch.stack([outputs[row, start:end].mean() for start, end, _ in examples[index]["mentions"]])
        for row, index in enumerate(batch)
    ]


def cloze_loss(network, examples, batch):
    """Of the chance of a sentence's own mentions together."""
    losses = []
    for each, index in zip(fill(network, examples, batch), batch):
        own = torch.tensor([is_own for *_, is_own in examples[index]["mentions"]])
        losses.append(torch.logsumexp(each, 0) - torch.logsumexp(each[own], 0))
    return torch.stack(losses).mean()


def draw_gaps(arguments):
    """Gaps to learn from, most of them told of another world."""
    rows = [row for row in read_lines(arguments.gaps) if not row["isHeld"]]
    pieces = WordPiece(ENCODER / "tokenizer.json")
    chosen = []
    for kind, share in SHARES.items():
        of_kind = [(row, [gap for gap in row["gaps"] if gap["kind"] == kind]) for row in rows]
        some = [(row, random.choice(gaps)) for row, gaps in of_kind if gaps]
        chosen += random.sample(some, min(len(some), int(arguments.examples * share)))
    texts = sorted({row["text"] for row, _ in chosen})
    world = World(texts)
    examples = []
    for row, gap in chosen:
        pair = in_other_context(mark(row, gap), texts)
        examples.append(encode(world.vary(pair) if random.random() < VARIED else pair, pieces))
    return [one for one in examples if one is not None]


def train_gaps(arguments):
    examples = draw_gaps(arguments)
    network = load(arguments.start)
    if not arguments.keep_head:
        torch.nn.init.normal_(network.head.weight, std=0.02)
    network.freeze(FROZEN)
    print(f"{len(examples)} examples", flush=True)
    train(network, examples, arguments.rate, arguments.out, loss_of=cloze_loss, head_times=10)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=("sentences", "train"))
    parser.add_argument("out")
    parser.add_argument("--clones", help="the folder that collect_public.py reads")
    parser.add_argument("--held", default="Estonia,Spain", help="chapters that are not learned from")
    parser.add_argument("--gaps", help="the file that find_gaps.mjs made")
    parser.add_argument("--from", dest="start", help="the network that it goes on from")
    parser.add_argument("--keep-head", action="store_true", help="goes on from a cloze model")
    parser.add_argument("--examples", type=int, default=22_000, help="the most gaps that are learned from")
    parser.add_argument("--rate", type=float, default=1e-4, help="the highest learning rate")
    parser.add_argument("--seed", type=int, default=31, help="of what is drawn")
    arguments = parser.parse_args()
    random.seed(arguments.seed)
    torch.manual_seed(arguments.seed)
    {"sentences": write_sentences, "train": train_gaps}[arguments.stage](arguments)


if __name__ == "__main__":
    main()
