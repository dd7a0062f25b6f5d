"""Trains the reader: one network with a head for each way of reading a text beside a sentence, its weights within 7 bits.

    python train_reader.py train reader.pt --from ../reader-small --gaps gaps.jsonl --clones CLONES --public PUBLIC --report passages.jsonl
    python train_reader.py measure --from reader.pt --gaps gaps.jsonl --clones CLONES
    python train_reader.py write ../reader-small --from reader.pt

Three tasks in turn: sentences that a text supports or not (train.py), gaps (train_cloze.py), and questions that a text
answers or not (answers.py). The first two are learned by their labels and, but for sentences about the excerpts, by what the
teacher gave: the reader that it goes on from, or the two models of which the first reader was the mean (`--entailment`,
`--cloze`), since the cloze model was trained from the entailment model.
"""
import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

import answers
from network import WIDTH, WordPiece, read_head, read_network, write_head, write_network
from rounding import begin_rounding, end_rounding
from train import ENCODER, FROZEN, batches, collate, draw_worlds, encode, load, read_lines, read_pairs, read_report, score, tell_in_worlds, train
from train_cloze import draw_gaps, encode as encode_gap, fill, mark

TAUGHT = 0.5  # the share of the loss that is the distance to what a teacher gave
# The outputs in order: of [CLS], of the mean of a sentence's pieces in the text, of [CLS], of a sentence, of a piece.
HEADS = "entailment", "answers", "answerable", "denies", "cloze"
ANSWERS, ANSWERABLE, DENIES = 1, 2, 3
OF_DENIALS = 0.7  # what their loss counts


def is_gap(example):
    return "mentions" in example


def joined(entailment, cloze):
    """The mean of both; the heads beside each other, the cloze model's last."""
    network = load(entailment)
    other = load(cloze)
    states, others = network.state_dict(), other.state_dict()
    network.load_state_dict({name: (states[name] + others[name]) / 2 for name in states})
    network.head = new_heads()
    for part in ("weight", "bias"):
        outputs = getattr(network.head, part).data
        outputs[0], outputs[-1] = states[f"head.{part}"][0], others[f"head.{part}"][0]
    return network


def new_heads():
    heads = torch.nn.Linear(WIDTH, len(HEADS))
    torch.nn.init.normal_(heads.weight, std=0.02)
    torch.nn.init.zeros_(heads.bias)
    return heads


def open_reader(start):
    """Of a state that was kept, or of a folder; heads that it has not begin anew."""
    if Path(start).is_dir():
        network = read_network(Path(start) / "onnx/model_quantized.onnx")
        network.head = new_heads()
        for output, name in enumerate(HEADS):
            path = Path(start) / f"{name}.json"
            if path.is_file():
                known = read_head(path)
                network.head.weight.data[output], network.head.bias.data[output] = known.weight.data[0], known.bias.data[0]
        return network
    network = read_network(ENCODER / "onnx/model_quantized.onnx")
    network.head = new_heads()
    network.load_state_dict(torch.load(start))
    return network


def read(network, examples, batch):
    """For each example its sentences' logits that they answer and that they deny, and the logit that the text answers."""
    states = F.dropout(network.encode(*collate(examples, batch)), 0.1, network.training).float()
    outputs = network.head(states).float()
    of_sentences = lambda head: [
        torch.stack([outputs[row, start:end, head].mean() for start, end in examples[index]["spans"]])
        for row, index in enumerate(batch)
    ]
    return of_sentences(ANSWERS), of_sentences(DENIES), outputs[:, 0, ANSWERABLE]


def answer_loss(network, examples, batch):
    """Of the sentences, of which of them answers, of those that deny what is taken for granted, and of the text."""
    losses = []
    for given, denied, text, index in zip(*read(network, examples, batch), batch):
        one = examples[index]
        labels = torch.tensor(one["labels"])
        known = labels != answers.OPEN
        loss = text.new_zeros(())
        if known.any():
            loss = loss + F.binary_cross_entropy_with_logits(given[known], labels[known].float())
        if (labels == answers.ANSWERS).any():
            loss = loss + 0.3 * (torch.logsumexp(given[known], 0) - torch.logsumexp(given[labels == answers.ANSWERS], 0))
        denies = torch.tensor(one["denies"])
        open_to_doubt = denies == answers.OPEN
        if not open_to_doubt.all():
            loss = loss + OF_DENIALS * F.binary_cross_entropy_with_logits(denied[~open_to_doubt], denies[~open_to_doubt].float())
        if one["answers"] is not None:
            loss = loss + F.binary_cross_entropy_with_logits(text, torch.tensor(float(one["answers"])))
        losses.append(one["weight"] * loss)
    return torch.stack(losses).mean()


def draw_answers(arguments):
    """Questions to learn from, and those of held excerpts."""
    public = Path(arguments.public)
    pieces = WordPiece(ENCODER / "tokenizer.json")
    here = Path(__file__).parent
    kinds = {
        "excerpts": answers.read_excerpts(here / "excerpts.jsonl", before=arguments.since),
        "squad": random.sample(squad := answers.read_squad(public / "squad2.json"), min(len(squad), 4500)),
        "qed": answers.read_qed(Path(arguments.clones) / "google-research-datasets+QED/qed-dev.jsonlines"),
        "clapnq": answers.read_clapnq(public),
        "tatqa": answers.read_tatqa(public / "tatqa-dev.json", public / "tatqa-test.json"),
        "report": answers.read_report(arguments.report),
    }
    print({name: len(some) for name, some in kinds.items()}, flush=True)
    drawn = random.Random(5)
    held = answers.read_excerpts(here / "excerpts-held.jsonl")
    encode_all = lambda some: [one for one in (answers.encode(each, pieces) for each in some) if one is not None]
    latest = encode_all(answers.read_excerpts(here / "excerpts.jsonl", since=arguments.since)) if arguments.since else []
    learned = encode_all([one for some in kinds.values() for one in some])
    # There are few questions that take something for granted, so all of them are drawn.
    latest += [one for one in learned if one["premise"]]
    others = [one for one in learned if not one["premise"]]
    others = random.sample(others, min(len(others), arguments.questions - len(latest)))
    return [*others, *latest], encode_all(drawn.sample(held, min(len(held), 500)))


def chosen(network, examples):
    """How often the likeliest sentence of a text that answers does so, how texts that answer are told from others, and
    denials: the likeliest one of a text that denies what is taken for granted against that of a text that answers."""
    network.eval()
    right, logits, labels, denials = [], [], [], ([], [])
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in batches(examples, False):
            for given, denied, text, index in zip(*read(network, examples, batch), batch):
                one = examples[index]
                if answers.ANSWERS in one["denies"] or one["answers"]:
                    denials[answers.ANSWERS in one["denies"]].append(float(denied.max()))
                if answers.ANSWERS in one["labels"] and len(one["labels"]) > 1:
                    right.append(one["labels"][int(given.argmax())] == answers.ANSWERS)
                if one["answers"] is not None:
                    logits.append((float(text), float(given.max())))
                    labels.append(one["answers"])
    logits, labels = np.array(logits), np.array(labels)
    area = [np.mean(logits[labels, at][:, None] > logits[~labels, at][None, :]) for at in (0, 1)]
    true, false = (np.array(some) for some in denials)
    told = np.mean(false[:, None] > true[None, :]), np.mean(false > np.quantile(true, 0.98))
    return (
        f"chosen {np.mean(right):.3f}, of {len(right)}; texts AUC {area[0]:.3f}, by their best sentence {area[1]:.3f}, of {len(labels)}; "
        f"denials AUC {told[0]:.3f}, flagged at .02 {told[1]:.3f}, of {len(false)}"
    )


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
    share = torch.tensor([examples[index].get("taught", TAUGHT) for index in batch])
    wanted = (1 - share) * labels + share * taught
    return (F.binary_cross_entropy_with_logits(given, wanted, reduction="none") * weights).sum() / weights.sum()


def held_examples(arguments):
    """Sentences of held chapters, of held textbooks' texts and of held excerpts, and gaps."""
    _, chapters = read_report(set(arguments.held.split(",")))
    _, textbooks = read_pairs(arguments.clones)
    drawn = random.Random(7)
    pieces = WordPiece(ENCODER / "tokenizer.json")
    rows = [row for row in read_lines(arguments.gaps) if row["isHeld"]]
    gaps = [encode_gap(mark(row, drawn.choice(row["gaps"])), pieces) for row in drawn.sample(rows, min(len(rows), 900))]
    claims = answers.read_claims(Path(__file__).parent / "excerpts-held.jsonl")
    return encode(chapters[::6], 320), encode(textbooks[::3], 320), encode(claims, 320), [one for one in gaps if one is not None]


def filled(network, examples):
    """The share of gaps whose own mention is likeliest."""
    network.eval()
    right = []
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in batches(examples, False):
            for given, index in zip(fill(network, examples, batch), batch):
                right.append(examples[index]["mentions"][int(given.argmax())][2])
    return f"filled {np.mean(right):.3f}, of {len(right)}"


def report(network, held, questions):
    chapters, textbooks, claims, gaps = held
    print("answers:", chosen(network, questions), flush=True)
    print("chapters:", score(network, chapters), flush=True)
    print("textbooks:", score(network, textbooks), flush=True)
    print("excerpts:", score(network, claims), flush=True)
    print("gaps:", filled(network, gaps), flush=True)


def train_reader(arguments):
    learned, _ = read_report(set(arguments.held.split(",")))
    drawn = draw_worlds(arguments, learned)
    claims = tell_in_worlds([(answers.read_claims(Path(__file__).parent / "excerpts.jsonl"), 1)])
    # The teacher knows less about the excerpts than their labels tell.
    told = [{**one, "taught": 0.0} for one in encode(claims, 320)]
    sentences = [*encode(random.sample(drawn, min(len(drawn), arguments.sentences)), 320), *told]
    gaps = draw_gaps(arguments)
    print(f"{len(sentences)} sentences, {len(gaps)} gaps", flush=True)
    questions, held_questions = draw_answers(arguments)
    held = held_examples(arguments)
    network = open_reader(arguments.start) if arguments.start else joined(arguments.entailment, arguments.cloze)
    teachers = [load(one) if one else open_reader(arguments.teacher or arguments.start) for one in (arguments.entailment, arguments.cloze)]
    for teacher in teachers:
        teacher.eval().requires_grad_(False)
    network.freeze(FROZEN)
    begin_rounding(network)
    report(network, held, held_questions)
    examples, steps = [], []
    for some in (sentences, gaps, questions):
        steps += [[index + len(examples) for index in batch] for batch in batches(some, True)]
        examples += some
    random.shuffle(steps)

    def loss_of(network, examples, batch):
        if "spans" in examples[batch[0]]:
            return answer_loss(network, examples, batch)
        if is_gap(examples[batch[0]]):
            return gap_loss(network, teachers[1], examples, batch)
        return sentence_loss(network, teachers[0], examples, batch)

    train(network, examples, arguments.rate, arguments.out, loss_of=loss_of, head_times=arguments.head_times, steps=steps)
    end_rounding(network)
    torch.save(network.state_dict(), arguments.out)
    report(network, held, held_questions)


def measure(arguments):
    _, questions = draw_answers(arguments)
    report(open_reader(arguments.start), held_examples(arguments), questions)


def write(arguments):
    out = Path(arguments.out)
    (out / "onnx").mkdir(parents=True, exist_ok=True)
    network = open_reader(arguments.start)
    write_network(network, ENCODER / "onnx/model_quantized.onnx", out / "onnx/model_quantized.onnx")
    for output, name in enumerate(HEADS):
        write_head(network.head, output, out / f"{name}.json")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=("train", "measure", "write"))
    parser.add_argument("out", nargs="?")
    parser.add_argument("--entailment", help="the entailment model: what train.py kept, or a folder")
    parser.add_argument("--cloze", help="the cloze model that was trained from it")
    parser.add_argument("--from", dest="start", help="a reader, to go on from, measure or write: a state that was kept, or a folder")
    parser.add_argument("--teacher", help="the reader whose readings of sentences and gaps are kept; by default the one to go on from")
    parser.add_argument("--clones", help="the folder that collect_public.py reads")
    parser.add_argument("--held", default="Estonia,Spain", help="chapters that are not learned from")
    parser.add_argument("--gaps", help="the file that find_gaps.mjs made")
    parser.add_argument("--share", type=float, default=1, help="how much of its examples `worlds` draws")
    parser.add_argument("--sentences", type=int, default=10_000, help="the most sentences that are learned from")
    parser.add_argument("--examples", type=int, default=10_000, help="the most gaps that are learned from")
    parser.add_argument("--public", help="the folder of public questions (README.md)")
    parser.add_argument("--report", help="the file that find_passages.mjs made")
    parser.add_argument("--questions", type=int, default=40_000, help="the most questions that are learned from")
    parser.add_argument("--since", help="the first of the excerpts whose questions are all drawn, by its id")
    parser.add_argument("--head-times", type=float, default=3, help="how much faster the heads learn than the layers")
    parser.add_argument("--rate", type=float, default=6e-5, help="the highest learning rate")
    parser.add_argument("--seed", type=int, default=43, help="of what is drawn")
    arguments = parser.parse_args()
    random.seed(arguments.seed)
    torch.manual_seed(arguments.seed)
    {"train": train_reader, "measure": measure, "write": write}[arguments.stage](arguments)


if __name__ == "__main__":
    main()
