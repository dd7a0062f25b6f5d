"""Trains the entailment model: twice through public pairs, then on sentences that were written about texts.

    python train.py public once.pt --public public.jsonl --from PUBLISHED
    python train.py public twice.pt --public public.jsonl --from once.pt --rate 4e-5
    python train.py sentences sentences.pt --public public.jsonl --clones CLONES --from twice.pt
    python train.py pairs pairs.pt --clones CLONES --from sentences.pt
    python train.py worlds last.pt --clones CLONES --from pairs.pt --rate 5e-5

PUBLISHED is the folder of bge-small-en-v1.5 (models/SOURCES.md). train_reader.py makes the network that ships of this one
and the cloze model (train_cloze.py).
"""
import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from collect_public import clean
from network import WordPiece, read_head, read_network
from sentences import sentences_of, stems
from swaps import misname, rebind, swap
from vary import World, in_other_context

ROOT = Path(__file__).resolve().parents[3]
ENCODER = ROOT / "models/chapter-and-verse/encoder-small"  # the graph and the tokenizer of all
TOKENS = 4096  # in a batch, padding included
FROZEN = 4  # layers, of twelve, that the last passes leave as they are
FIRST_HELD = 758  # the textbooks' text from which on every ninth is not learned from
VARIED = 0.85  # the share of examples that are told of another world


def read_lines(path):
    return [json.loads(line) for line in open(path, encoding="utf8") if line.strip()]


def read_report(held):
    """Sentences with known verdicts under their chapters' names: those to learn from, and those of held chapters."""
    pairs = []
    for name in ("verify-dev", "verify-more", "verify-wide"):
        for row in read_lines(ROOT / f"evals/{name}.jsonl"):
            sentences = row.get("sentences", [row])
            # The note of a changed twin is the sentence as it was.
            origins = {one["note"] for one in sentences} & {one["sentence"] for one in sentences}
            for one in sentences:
                pairs.append({
                    "chapter": row["chapter"],
                    "text": f"{row['chapter']}: {row['passage']}",
                    "sentence": one["sentence"],
                    "label": int(one["verdict"] == "supported"),
                    "twin": one["sentence"] in origins or one["note"] in origins,
                })
    return [pair for pair in pairs if pair["chapter"] not in held], [pair for pair in pairs if pair["chapter"] in held]


def read_xquad(clones):
    data = json.load(open(clones / "deepmind+xquad/xquad.en.json"))["data"]
    return [one["context"] for article in data for one in article["paragraphs"]]


def read_qed(clones):
    return [clean(row["paragraph_text"]) for row in read_lines(clones / "google-research-datasets+QED/qed-dev.jsonlines")]


def read_paragraphs(clones):
    """Sentences with known verdicts about paragraphs of Wikipedia, which are not part of this project."""
    pairs = []
    for name, read in (("xquad", read_xquad), ("qed", read_qed)):
        paragraphs = read(Path(clones))
        for row in read_lines(Path(__file__).parent / f"{name}-sentences.jsonl"):
            text = paragraphs[row["paragraph"]]
            for label, verdict in ((1, "carried"), (0, "changed")):
                pairs += [{"text": text, "sentence": one, "label": label} for one in row[verdict]]
    return pairs


def read_pairs(clones):
    """Carried sentences and their changed twins, about the World Factbook, textbooks and paragraphs of Wikipedia.

    Those to learn from, and those of every ninth of the last textbooks' texts, to measure on.
    """
    paragraphs = read_qed(Path(clones))
    here = Path(__file__).parent
    textbooks = read_lines(here / "openstax.jsonl")
    held = textbooks[FIRST_HELD::9]
    split = [], []
    for row in [*read_lines(here / "pairs.jsonl"), *textbooks]:
        text = row["text"] if "text" in row else paragraphs[row["paragraph"]]
        for _, carried, _, changed in row["pairs"]:
            pairs = split[row in held]
            pairs += [{"text": text, "sentence": one, "label": label} for one, label in ((carried, 1), (changed, 0))]
    return split


def falsified(pairs):
    """False sentences made of true ones: two names or numbers exchanged, a number or name of another thing."""
    made = []
    for pair in pairs:
        if pair["label"] == 1:
            others = {make(pair["sentence"], pair["text"]) for make in (swap, rebind, misname)} - {None}
            made += [{**pair, "sentence": other, "label": 0, "weight": 0.7} for other in sorted(others)]
    return random.sample(made, len(made) // 4)


def narrowed(pairs):
    """The same sentences beside that sentence of the text alone which shares most words with them."""
    made = []
    for pair in pairs:
        before, sentences = sentences_of(pair["text"])
        own = stems(pair["sentence"])
        nearest = max(sentences, key=lambda one: len(own & stems(one)))
        made.append({**pair, "text": before + nearest, "weight": 0.7})
    return made


def quoted(pairs):
    """Sentences of the texts themselves that can be falsified, as they stand."""
    texts = sorted({pair["text"] for pair in pairs})
    sentences = [(text, one) for text in texts for one in sentences_of(text)[1]]
    return [
        {"text": text, "sentence": one, "label": 1, "weight": 0.5}
        for text, one in sentences
        if len(one.split()) < 45 and (swap(one, text) or rebind(one, text))
    ]


def batches(examples, shuffle):
    """Examples of like length together."""
    order = list(range(len(examples)))
    if shuffle:
        random.shuffle(order)
    found = []
    for start in range(0, len(order), 2048):
        batch = []
        for index in sorted(order[start : start + 2048], key=lambda one: len(examples[one]["ids"])):
            if batch and ((len(batch) + 1) * len(examples[index]["ids"]) > TOKENS or len(batch) == 64):
                found.append(batch)
                batch = []
            batch.append(index)
        found.append(batch)
    if shuffle:
        random.shuffle(found)
    return found


def collate(examples, batch):
    length = max(len(examples[index]["ids"]) for index in batch)
    ids, segments, present = (torch.zeros(len(batch), length, dtype=torch.long) for _ in range(3))
    for row, index in enumerate(batch):
        size = len(examples[index]["ids"])
        ids[row, :size] = torch.tensor(examples[index]["ids"])
        segments[row, :size] = torch.tensor(examples[index]["segments"])
        present[row, :size] = 1
    return ids, segments, present


def predict(network, examples):
    network.eval()
    logits = np.zeros(len(examples))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in batches(examples, False):
            logits[batch] = network(*collate(examples, batch)).float().numpy()
    return logits


def score(network, examples):
    """AUC, and the share of false sentences under the score that nine in ten true ones reach."""
    logits = predict(network, examples)
    labels = np.array([one["label"] for one in examples])
    true, false = logits[labels == 1], logits[labels == 0]
    auc = np.mean(true[:, None] > false[None, :])
    return f"AUC {auc:.3f}, caught at 90 % passed {np.mean(false < np.quantile(true, 0.1)):.3f}, of {len(examples)}"


def entailment_loss(network, examples, batch):
    logits = network(*collate(examples, batch))
    labels = torch.tensor([float(examples[index]["label"]) for index in batch])
    weights = torch.tensor([examples[index].get("weight", 1.0) for index in batch])
    return (F.binary_cross_entropy_with_logits(logits, labels, reduction="none") * weights).sum() / weights.sum()


def train(network, examples, rate, out, check=None, loss_of=entailment_loss, head_times=1, steps=None):
    """One pass over `examples` in a shuffled order, or in `steps`; the rate rises over 6 % of them, then falls to 0.

    The head learns `head_times` as fast as the layers.
    """
    network.tables[0].weight.requires_grad_(False)
    head = list(network.head.parameters())
    body = [one for name, one in network.named_parameters() if one.requires_grad and not name.startswith("head")]
    parameters = [*body, *head]
    groups = [
        {"params": [one for one in body if one.ndim > 1], "weight_decay": 0.01, "times": 1},
        {"params": [one for one in body if one.ndim < 2], "weight_decay": 0.0, "times": 1},
        {"params": head, "weight_decay": 0.0, "times": head_times},
    ]
    optimizer = torch.optim.AdamW(groups, lr=rate, fused=True)
    steps = steps or batches(examples, True)
    started, losses = time.time(), []
    for step, batch in enumerate(steps):
        done = step / len(steps)
        for group in optimizer.param_groups:
            group["lr"] = group["times"] * rate * min(done / 0.06, max(0.02, (1 - done) / 0.94), 1)
        network.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = loss_of(network, examples, batch)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        losses.append(loss.item())
        if step % 50 == 49:
            print(f"{step + 1}/{len(steps)} loss {np.mean(losses[-50:]):.3f}, {(time.time() - started) / (step + 1):.2f} s a step", flush=True)
        if check and step % 600 == 599:
            print(score(network, check), flush=True)
    torch.save(network.state_dict(), out)


def encode(pairs, window):
    pieces = WordPiece(ENCODER / "tokenizer.json")
    examples = []
    for pair in pairs:
        ids, segments = pieces.pair(pair["text"], pair["sentence"], window)
        examples.append({"ids": ids, "segments": segments, "label": pair["label"], "weight": pair.get("weight", 1.0)})
    return examples


def load(start):
    """The network of a stage, or of a folder: the published encoder's, or one that was written with its head."""
    if not Path(start).is_dir():
        network = read_network(ENCODER / "onnx/model_quantized.onnx")
        network.load_state_dict(torch.load(start))
        return network
    network = read_network(Path(start) / "onnx/model_quantized.onnx")
    if (Path(start) / "head.json").is_file():
        network.head = read_head(Path(start) / "head.json")
    return network


def train_public(arguments):
    pairs = read_lines(arguments.public)
    random.shuffle(pairs)
    examples = encode(pairs, 224)
    train(load(arguments.start), examples[1500:], arguments.rate, arguments.out, examples[:1500])


def train_sentences(arguments):
    learned, held = read_report(set(arguments.held.split(",")))
    learned += read_paragraphs(arguments.clones)
    stated = quoted(learned)
    # Every written sentence in each round, each time among other false ones and other public pairs.
    public = [{**pair, "weight": 0.5} for pair in random.sample(read_lines(arguments.public), 2500 * arguments.rounds)]
    pairs = public
    for _ in range(arguments.rounds):
        some = random.sample(stated, len(stated) // 4)
        pairs += [*learned, *falsified(learned), *some, *falsified(some)]
        pairs += narrowed(random.sample(learned, len(learned) // 2))
    print(f"{len(learned)} sentences, {len(pairs)} examples", flush=True)
    network = load(arguments.start)
    train(network, encode(pairs, 320), arguments.rate, arguments.out, encode(held, 320))
    print("beside the text:", score(network, encode(held, 320)))
    print("beside its nearest sentence:", score(network, encode(narrowed(held), 320)))


def train_upper_layers(arguments, examples, held):
    network = load(arguments.start)
    network.freeze(FROZEN)
    train(network, encode(examples, 320), arguments.rate, arguments.out, encode(held, 320))
    print("beside the text:", score(network, encode(held, 320)))
    print("beside its nearest sentence:", score(network, encode(narrowed(held), 320)))


def train_pairs(arguments):
    """Carried sentences and their changed twins, among some of all the others."""
    learned, held = read_report(set(arguments.held.split(",")))
    twins, _ = read_pairs(arguments.clones)
    twins += [pair for pair in learned if pair["twin"]]
    others = [pair for pair in learned if not pair["twin"]] + read_paragraphs(arguments.clones)
    twins = random.sample(twins, int(len(twins) * 0.75))
    others = random.sample(others, len(others) // 4)
    examples = [*twins, *narrowed(random.sample(twins, int(len(twins) * 0.7)))]
    examples += [*others, *narrowed(random.sample(others, len(others) // 2)), *falsified(twins + others)[:3000]]
    print(f"{len(twins)} twins, {len(examples)} examples", flush=True)
    train_upper_layers(arguments, examples, held)


def draw_worlds(arguments, learned):
    """Sentences beside texts that were never seen, with other names, years, figures and context."""
    twins, _ = read_pairs(arguments.clones)
    sources = (learned, 0.6), (twins, 0.6), (read_paragraphs(arguments.clones), 0.3)
    return tell_in_worlds([(pairs, share * arguments.share) for pairs, share in sources])


def tell_in_worlds(sources):
    """A share of the pairs of each source, and some of them falsified or beside one sentence alone."""
    texts = sorted({pair["text"] for pairs, _ in sources for pair in pairs})
    world = World(texts)
    whole, narrow = [], []
    for pairs, share in sources:
        some = random.sample(pairs, int(len(pairs) * share))
        some += falsified(some)
        whole += [in_other_context(pair, texts) for pair in some]
        alone = [pair for pair in some if not pair.get("joined")]  # the others are carried by several sentences
        narrow += narrowed(random.sample(alone, int(len(alone) * 0.4)))
    return [world.vary(pair) if random.random() < VARIED else pair for pair in [*whole, *narrow]]


def train_worlds(arguments):
    """The last passes."""
    learned, held = read_report(set(arguments.held.split(",")))
    examples = draw_worlds(arguments, learned)
    print(f"{len(examples)} examples", flush=True)
    train_upper_layers(arguments, examples, held)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=("public", "sentences", "pairs", "worlds"))
    parser.add_argument("out")
    parser.add_argument("--public", help="the file that collect_public.py made")
    parser.add_argument("--from", dest="start", required=True, help="the network of the stage before")
    parser.add_argument("--clones", help="the folder that collect_public.py reads")
    parser.add_argument("--held", default="Estonia,Spain", help="chapters that are not learned from")
    parser.add_argument("--rate", type=float, default=6e-5, help="the highest learning rate")
    parser.add_argument("--share", type=float, default=1, help="how much of its examples `worlds` learns from")
    parser.add_argument("--seed", type=int, default=3, help="of what is drawn")
    parser.add_argument("--rounds", type=int, default=2, help="how often each sentence is learned from")
    arguments = parser.parse_args()
    random.seed(arguments.seed)
    torch.manual_seed(arguments.seed)
    stages = {
        "public": train_public,
        "sentences": train_sentences,
        "pairs": train_pairs,
        "worlds": train_worlds,
    }
    stages[arguments.stage](arguments)


if __name__ == "__main__":
    main()
