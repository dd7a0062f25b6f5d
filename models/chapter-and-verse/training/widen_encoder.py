"""The encoder learns further: questions about many kinds of documents, each against the other passages of its own document.

    python widen_encoder.py train ../encoder-small wide.pt --public PUBLIC --clones CLONES
    python widen_encoder.py measure ../encoder-small --public PUBLIC --clones CLONES
    python widen_encoder.py write wide.pt ../encoder-small

One step reads the passages of one or two documents and the questions about them, so that what looks like the answer beside
it is told from the answer. Three scores are learned, those that the program ranks by: the cosine of question and passage,
MaxSim of question and passage, and MaxSim of question and sentence. Weights are rounded in each step (rounding.py). The
report's own questions take part as one document among many (train_encoder.py, which also holds its chapters to measure on).
"""
import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

import answers
from network import read_network, write_network
from rounding import begin_rounding, end_rounding
from train import read_lines
from train_encoder import HELD, TEMPERATURE, Texts, choice_loss, dev_chapters, only_about, read_questions, states

PASSAGES, QUESTIONS = 30, 32  # the most of a step
TOGETHER = 10  # passages that are read at once
OF_SENTENCES, OF_MAXSIM, OF_VECTORS = 1.0, 1.0, 0.7


@dataclass
class Passage:
    heading: str
    sentences: list


@dataclass
class Question:
    text: str
    gold: set  # (passage, sentence) within its document; all of them answer


@dataclass
class Document:
    passages: list
    questions: list


def cut_all(heading, sentences):
    """Runs of about a passage's length, and for each sentence its passage and its place there."""
    passages, places, size = [], [], 0
    for sentence in sentences:
        if not passages or size + len(sentence) > answers.PASSAGE * 1.15:
            passages.append(Passage(heading, []))
            size = 0
        places.append((len(passages) - 1, len(passages[-1].sentences)))
        passages[-1].sentences.append(sentence)
        size += len(sentence) + 1
    return passages, places


def join(documents):
    """Several as one: the passages of each beside those of the others."""
    passages, questions = [], []
    for one in documents:
        first = len(passages)
        passages += one.passages
        questions += [Question(asked.text, {(at + first, place) for at, place in asked.gold}) for asked in one.questions]
    return Document(passages, questions)


def read_excerpts(path):
    documents = []
    for row in read_lines(path):
        passages, places = cut_all(f"{row['chapter'] or row['document']}. ", row["sentences"])
        questions = []
        for one in row["questions"]:
            sets = one["answers"] or one.get("corrects", [])
            gold = {places[at] for some in sets for at in some}
            if gold:
                questions.append(Question(one["q"], gold))
        documents.append(Document(passages, questions))
    return documents


def read_squad(path):
    """Sixteen paragraphs of an article a document."""
    documents = []
    for article in json.load(open(path, encoding="utf8"))["data"]:
        heading = f"{article['title'].replace('_', ' ')}. "
        for start in range(0, len(article["paragraphs"]), 16):
            passages, questions = [], []
            for paragraph in article["paragraphs"][start : start + 16]:
                parts = answers.split_sentences(paragraph["context"])
                passages.append(Passage(heading, [one for _, one in parts]))
                for asked in paragraph["qas"]:
                    if not asked["is_impossible"]:
                        place = asked["answers"][0]["answer_start"]
                        at = max(at for at, (begin, _) in enumerate(parts) if begin <= place)
                        questions.append(Question(asked["question"], {(len(passages) - 1, at)}))
            documents.append(Document(passages, questions))
    return documents


def read_tatqa(*paths):
    """Six contexts of annual reports a document: rows of tables in runs, and the paragraphs beside them."""
    contexts = []
    for path in paths:
        for one in json.load(open(path, encoding="utf8")):
            rows = answers.arrange(one["table"]["table"])
            passages, places = cut_all("", [line for _, _, line in rows])
            questions, at_paragraph = [], {}
            for paragraph in one["paragraphs"]:
                parts = answers.split_sentences(paragraph["text"])
                at_paragraph[str(paragraph["order"])] = (len(passages), paragraph["text"], parts)
                passages.append(Passage("", [text for _, text in parts]))
            for question in one["questions"]:
                gold = set()
                if "table" in question["answer_from"]:
                    at = answers.row_of(question, rows)
                    gold = {places[at]} if at is not None else set()
                elif question["answer_type"] != "arithmetic" and isinstance(question["answer"], list):
                    for order in question["rel_paragraphs"]:
                        number, text, parts = at_paragraph[str(order)]
                        found = [text.find(str(answer)) for answer in question["answer"]]
                        gold |= {(number, max(at for at, (begin, _) in enumerate(parts) if begin <= place)) for place in found if place >= 0}
                if gold:
                    questions.append(Question(question["question"], gold))
            contexts.append(Document(passages, questions))
    random.shuffle(contexts)
    return [join(contexts[at : at + 6]) for at in range(0, len(contexts), 6)]


def read_single(arguments):
    """Passages of Wikipedia with a question each, thirty a document."""
    public = Path(arguments.public)
    read = answers.read_clapnq(public) + answers.read_qed(Path(arguments.clones) / "google-research-datasets+QED/qed-dev.jsonlines")
    singles = []
    for one in read:
        gold = {(0, at) for at, label in enumerate(one["labels"]) if label == answers.ANSWERS}
        if gold:
            singles.append(Document([Passage(one["heading"], one["sentences"])], [Question(one["question"], gold)]))
    random.shuffle(singles)
    return [join(singles[at : at + PASSAGES]) for at in range(0, len(singles), PASSAGES)]


class Reader:
    """Passages and questions as the network reads them; the report's come read from train_encoder.py."""

    def __init__(self, texts):
        self.texts = texts
        self.pieces = texts.pieces

    def passage(self, one):
        if isinstance(one, dict):
            return one
        ids, parts = [self.pieces.ids["[CLS]"]], [-1]
        for part, text in enumerate([one.heading, *one.sentences]):
            found = self.pieces.tokenize(text)
            ids += found
            parts += [part] * len(found)
        ids = [*ids[:383], self.pieces.ids["[SEP]"]]
        places = self.texts._content(ids, 1)
        return {"ids": ids, "places": places, "parts": torch.tensor([parts[at] for at in places], dtype=torch.long)}

    def question(self, one):
        return one if isinstance(one, dict) else {**self.texts.read_question(one.text), "gold": one.gold}


def read_report(texts):
    """Questions about dev chapters that are not held, each with its passages and others of its chapter; fourteen a document."""
    chapters = dev_chapters() - HELD
    questions = list(only_about(chapters, read_questions(texts), texts.passages))
    of_chapter = {}
    for at, passage in enumerate(texts.passages):
        of_chapter.setdefault(passage["chapter"], []).append(at)
    by_chapter = {}
    for question in questions:
        by_chapter.setdefault(texts.passages[min(question["gold"])[0]]["chapter"], []).append(question)
    documents = []
    for chapter, own in by_chapter.items():
        random.shuffle(own)
        for start in range(0, len(own), 14):
            some = own[start : start + 14]
            wanted = list(dict.fromkeys(at for one in some for at, _ in sorted(one["gold"])[:4]))
            others = [at for at in of_chapter[chapter] if at not in wanted]
            kept = [*wanted, *random.sample(others, min(len(others), max(6, PASSAGES - len(wanted))))]
            place = {at: number for number, at in enumerate(kept)}
            asked = [{**one, "gold": {(place[at], index) for at, index in one["gold"] if at in place}} for one in some]
            documents.append(Document([texts.passages[at] for at in kept], asked))
    return documents


def narrow(document):
    """At most PASSAGES and QUESTIONS of a document: questions at random, what answers them, others."""
    questions = random.sample(document.questions, min(len(document.questions), QUESTIONS))
    golds = [one["gold"] if isinstance(one, dict) else one.gold for one in questions]
    wanted = list(dict.fromkeys(at for gold in golds for at, _ in sorted(gold)))
    others = [at for at in range(len(document.passages)) if at not in wanted]
    kept = [*wanted[: PASSAGES + 6], *random.sample(others, min(len(others), max(0, PASSAGES - len(wanted))))]
    place = {at: number for number, at in enumerate(kept)}
    asked = []
    for one, gold in zip(questions, golds):
        inside = {(place[at], index) for at, index in gold if at in place}
        if inside:
            asked.append({**one, "gold": inside} if isinstance(one, dict) else Question(one.text, inside))
    return Document([document.passages[at] for at in kept], asked)


def segment_max(similar, segments, count):
    """The highest of each segment of the last dimension; -1 where there is none."""
    found = similar.new_full((similar.shape[0], count), -1.0)
    return found.scatter_reduce(1, segments.expand_as(similar), similar, "amax")


def scores_of(network, passages, questions):
    """Of each question: cosine to each passage, MaxSim with each passage, MaxSim with each sentence of each passage."""
    order = sorted(range(len(passages)), key=lambda at: len(passages[at]["ids"]))
    given = [None] * len(passages)
    for start in range(0, len(order), TOGETHER):
        some = order[start : start + TOGETHER]
        for at, state in zip(some, states(network, [passages[one]["ids"] for one in some])):
            given[at] = state
    asked = states(network, [one["ids"] for one in questions])
    vectors = torch.stack([state[0] for state in given])
    tokens = torch.cat([state[passage["places"]] for state, passage in zip(given, passages)])
    of_passage = torch.cat([torch.full((len(passage["places"]),), at) for at, passage in enumerate(passages)])
    counts = [int(passage["parts"].max()) + 1 if len(passage["parts"]) else 1 for passage in passages]
    firsts = np.concatenate([[0], np.cumsum(counts)])
    of_part = torch.cat([passage["parts"] + int(firsts[at]) for at, passage in enumerate(passages)])
    for row, question in enumerate(questions):
        similar = asked[row, question["places"]] @ tokens.T
        by_passage = segment_max(similar, of_passage, len(passages)).mean(0)
        by_part = segment_max(similar, of_part, int(firsts[-1])).mean(0)
        yield vectors @ asked[row, 0], by_passage, by_part, firsts, counts


def loss_of(network, reader, document):
    passages = [reader.passage(one) for one in document.passages]
    questions = [one for one in map(reader.question, document.questions) if one["places"]]
    losses = []
    for question, (cosines, by_passage, by_part, firsts, counts) in zip(questions, scores_of(network, passages, questions)):
        right = torch.zeros(len(passages), dtype=torch.bool)
        right_parts = torch.zeros(len(by_part), dtype=torch.bool)
        for at, index in question["gold"]:
            right[at] = True
            if index + 1 < counts[at]:
                right_parts[int(firsts[at]) + index + 1] = True
        is_sentence = torch.ones(len(by_part), dtype=torch.bool)
        is_sentence[torch.tensor(firsts[:-1])] = False
        loss = OF_VECTORS * choice_loss(cosines, right) + OF_MAXSIM * choice_loss(by_passage, right)
        if right_parts.any():
            loss = loss + OF_SENTENCES * choice_loss(by_part[is_sentence], right_parts[is_sentence])
        losses.append(loss)
    return torch.stack(losses).mean()


def measure(network, reader, documents):
    """Of held documents, each searched whole: by vectors and by MaxSim, the first that is right; by MaxSim of sentences too."""
    network.eval()
    ranks = {"vectors": [], "MaxSim": [], "sentences": []}
    with torch.no_grad():
        for document in documents:
            passages = [reader.passage(one) for one in document.passages]
            questions = [one for one in map(reader.question, document.questions) if one["places"]]
            for question, (cosines, by_passage, by_part, firsts, counts) in zip(questions, scores_of(network, passages, questions)):
                gold = {at for at, _ in question["gold"]}
                parts = {int(firsts[at]) + index + 1 for at, index in question["gold"] if index + 1 < counts[at]}
                by_part[torch.tensor(firsts[:-1])] = -2
                for name, scores, right in (("vectors", cosines, gold), ("MaxSim", by_passage, gold), ("sentences", by_part, parts)):
                    if right:
                        order = scores.argsort(descending=True).tolist()
                        ranks[name].append(next(rank for rank, at in enumerate(order) if at in right))
    told = []
    for name, some in ranks.items():
        some = np.array(some)
        told.append(f"{name} RR {np.mean(1 / (some + 1)):.3f}, first {np.mean(some == 0):.3f}, 5 {np.mean(some < 5):.3f}")
    return f"{'; '.join(told)}, of {len(ranks['vectors'])}"


def held_documents(arguments, squad):
    """The held excerpts, by document, and a few articles of Wikipedia."""
    here = Path(__file__).parent
    rows = read_lines(here / "excerpts-held.jsonl")
    by_document = {}
    for row, document in zip(rows, read_excerpts(here / "excerpts-held.jsonl")):
        by_document.setdefault(row["document"], []).append(document)
    return {"excerpts": [join(some) for some in by_document.values()], "articles": squad[::12]}


def report(network, reader, held):
    for name, documents in held.items():
        print(f"{name}: {measure(network, reader, documents)}", flush=True)


def prepare(arguments):
    random.seed(arguments.seed)
    torch.manual_seed(arguments.seed)
    texts = Texts(Path(__file__).parent.parent / "encoder-small")
    squad = read_squad(Path(arguments.public) / "squad2.json")
    return texts, Reader(texts), squad, held_documents(arguments, squad)


def train(arguments):
    texts, reader, squad, held = prepare(arguments)
    network = read_network(Path(arguments.start) / "onnx/model_quantized.onnx")
    report(network, reader, held)
    public = Path(arguments.public)
    excerpts = read_excerpts(Path(__file__).parent / "excerpts.jsonl")
    kinds = {
        "excerpts": [some for _ in range(arguments.times) for some in pairs_of(excerpts)],
        "squad": random.sample(learned := [one for at, one in enumerate(squad) if at % 12], min(len(learned), arguments.articles)),
        "tatqa": read_tatqa(public / "tatqa-dev.json", public / "tatqa-test.json"),
        "single": read_single(arguments),
        "report": read_report(texts),
    }
    print({name: len(some) for name, some in kinds.items()}, flush=True)
    steps = [one for some in kinds.values() for one in some]
    random.shuffle(steps)
    begin_rounding(network)
    network.tables.requires_grad_(False)
    parameters = [one for name, one in network.named_parameters() if one.requires_grad and not name.startswith("head")]
    optimizer = torch.optim.AdamW(parameters, lr=arguments.rate, weight_decay=0.01, fused=True)
    started, losses = time.time(), []
    for step, document in enumerate(steps):
        done = step / len(steps)
        for group in optimizer.param_groups:
            group["lr"] = arguments.rate * min(done / 0.06, max(0.02, (1 - done) / 0.94), 1)
        network.train()
        loss = loss_of(network, reader, narrow(document))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        losses.append(loss.item())
        if step % 20 == 19:
            spent = (time.time() - started) / (step + 1)
            print(f"{step + 1}/{len(steps)} loss {np.mean(losses[-20:]):.3f}, {spent:.2f} s a step", flush=True)
    end_rounding(network)
    torch.save(network.state_dict(), arguments.out)
    report(network, reader, held)


def pairs_of(documents):
    shuffled = random.sample(documents, len(documents))
    return [join(shuffled[at : at + 2]) for at in range(0, len(shuffled), 2)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=("train", "measure", "write"))
    parser.add_argument("start", help="the encoder's folder, or what `train` kept")
    parser.add_argument("out", nargs="?")
    parser.add_argument("--public", help="the folder of public questions (README.md)")
    parser.add_argument("--clones", help="the folder that collect_public.py reads")
    parser.add_argument("--times", type=int, default=1, help="how often each excerpt is read")
    parser.add_argument("--articles", type=int, default=80, help="the most parts of SQuAD's articles")
    parser.add_argument("--rate", type=float, default=3e-5, help="the highest learning rate")
    parser.add_argument("--seed", type=int, default=11)
    arguments = parser.parse_args()
    if arguments.stage == "train":
        train(arguments)
        return
    template = Path(__file__).parent.parent / "encoder-small/onnx/model_quantized.onnx"
    network = read_network(template)
    if not Path(arguments.start).is_dir():
        network.load_state_dict(torch.load(arguments.start))
    if arguments.stage == "write":
        write_network(network, template, Path(arguments.out) / "onnx/model_quantized.onnx")
    else:
        _, reader, _, held = prepare(arguments)
        report(network, reader, held)


if __name__ == "__main__":
    main()
