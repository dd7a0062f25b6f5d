"""Trains the encoder on questions with known evidence, so that a question's words lie near those of the sentence that answers.

    python train_encoder.py PUBLISHED ../encoder-small [STATE.pt]

Learns from the questions of the dev chapters that are not HELD, against their passages in the index in index/ (`npm run
ask` builds it); no other chapter's passage is read, nor its part of a question about several. Two scores are trained, those that the program ranks by: the cosine of question and passage, and MaxSim
of question and sentence over their content words.
"""
import json
import math
import random
import re
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from network import WordPiece, read_network, write_network

ROOT = Path(__file__).resolve().parents[3]
HELD = {"Czechia", "Italy", "Romania", "Sweden"}
FILES = ("fragmented-europe.jsonl", "more-questions.jsonl")
INSTRUCTION = "Represent this sentence for searching relevant passages: "
RATE, PASSES, BATCH, TEMPERATURE = 3e-5, 2, 6, 0.05
FUNCTION_WORDS = set(
    re.search(r"const words = `(.*?)`", (ROOT / "src/language/en/function-words.ts").read_text(), re.S)[1].split()
)


def fold(text):
    """As src/workshop/evaluate/score/normalize.ts compares."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = re.sub(r"[“”„«»\"‘’`]", "'", text)
    return re.sub(r"\s+", " ", re.sub(r"[‐-―−]", "-", text))


class Texts:
    """Passages and questions as the network reads them, with the places of their content words."""

    def __init__(self, published):
        self.pieces = WordPiece(published / "tokenizer.json")
        self.words = {number: word for word, number in self.pieces.ids.items()}
        self.passages = [self._read_passage(one) for one in self._stored()]
        self.counts = Counter(
            token for passage in self.passages for token in {passage["ids"][at] for at in passage["places"]}
        )

    def _stored(self):
        listing = ["node", str(Path(__file__).parent / "list_passages.mjs")]
        return json.loads(subprocess.run(listing, check=True, stdout=subprocess.PIPE).stdout)

    def _content(self, ids, first):
        """Places of words with a letter or digit that are no function words; pieces go with their word."""
        places = []
        for at in range(first, len(ids)):
            word = self.words[ids[at]]
            following = self.words[ids[at + 1]] if at + 1 < len(ids) else ""
            is_function = word in FUNCTION_WORDS and not following.startswith("##")
            if any(char.isalnum() for char in word) and not re.fullmatch(r"\[[A-Z]+\]", word) and not is_function:
                places.append(at)
        return places

    def _read_passage(self, passage):
        heading = "Endnote" if passage["kind"] == "note" else passage["section"]
        prefix = "".join(f"{part}. " for part in (passage["chapter"], heading) if part)
        sentences = [one["text"] for one in passage["sentences"]]
        ids, parts = [self.pieces.ids["[CLS]"]], [-1]
        for part, text in enumerate([prefix, *sentences]):
            found = self.pieces.tokenize(text)
            ids += found
            parts += [part] * len(found)
        ids = [*ids[:511], self.pieces.ids["[SEP]"]]
        places = self._content(ids, 1)
        folded = [fold(text) for text in sentences]
        return {
            "chapter": passage["chapter"],
            "kind": passage["kind"],
            "ids": ids,
            "places": places,
            "parts": torch.tensor([parts[at] for at in places]),
            "sentences": folded,
            "text": " ".join(folded),
        }

    def read_question(self, question):
        before = self.pieces.tokenize(INSTRUCTION)
        ids = [self.pieces.ids["[CLS]"], *before, *self.pieces.tokenize(question)[:120], self.pieces.ids["[SEP]"]]
        places = self._content(ids, len(before) + 1)
        weights = [math.log(1 + len(self.passages) / (1 + self.counts[ids[at]])) ** 0.5 for at in places]
        return {"ids": ids, "places": places, "weights": torch.tensor(weights)}

    def find(self, evidence):
        """(passage, sentence) wherever a snippet stands."""
        snippet = fold(evidence)
        return [
            (at, index)
            for at, passage in enumerate(self.passages)
            if snippet in passage["text"]
            for index, sentence in enumerate(passage["sentences"])
            if snippet in sentence or (sentence in snippet and len(sentence) > 20)
        ]


def read_rows(name):
    return [json.loads(line) for line in open(ROOT / "evals" / name, encoding="utf8")]


def read_questions(texts):
    questions = []
    for row in (row for name in FILES for row in read_rows(name)):
        is_answered = row["kind"] in ("answerable", "false-premise")
        gold = {place for snippet in row.get("evidence", []) for place in texts.find(snippet)}
        if row.get("split") == "dev" and is_answered and gold:
            questions.append({**texts.read_question(row["question"]), "chapters": row["chapters"], "gold": gold})
    return questions


def dev_chapters():
    """A chapter is of the split that the questions about it alone are of."""
    return {row["chapters"][0] for row in read_rows(FILES[0]) if row["split"] == "dev" and len(row["chapters"]) == 1}


def only_about(chapters, questions, passages):
    """The questions as far as they are about these chapters."""
    for question in questions:
        gold = {place for place in question["gold"] if passages[place[0]]["chapter"] in chapters}
        if gold:
            yield {**question, "gold": gold}


def states(network, texts):
    """Last states of some texts, each scaled to unit length: texts x tokens x dimensions."""
    length = max(map(len, texts))
    ids, present = (torch.zeros(len(texts), length, dtype=torch.long) for _ in range(2))
    for row, text in enumerate(texts):
        ids[row, : len(text)] = torch.tensor(text)
        present[row, : len(text)] = 1
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return F.normalize(network.encode(ids, torch.zeros_like(ids), present).float(), dim=-1)


def sentence_scores(question, asked, passage, given):
    """MaxSim of the question with each sentence of a passage; -1 where a sentence has no word."""
    similar = asked[question["places"]] @ given[passage["places"]].T
    weights = question["weights"]
    scores = []
    for index in range(len(passage["sentences"])):
        mine = similar[:, passage["parts"] == index + 1]
        scores.append((mine.max(1).values * weights).sum() / weights.sum() if mine.shape[1] else torch.tensor(-1.0))
    return torch.stack(scores)


def encode_all(network, passages):
    """States of each passage, by its place."""
    order = sorted(range(len(passages)), key=lambda at: len(passages[at]["ids"]))
    found = {}
    with torch.no_grad():
        for start in range(0, len(order), 16):
            some = order[start : start + 16]
            for at, state in zip(some, states(network, [passages[one]["ids"] for one in some])):
                found[at] = state[: len(passages[at]["ids"])].clone()
    return found


def evaluate(network, texts, questions):
    """How high passages and sentences of questions that were not learned from rank."""
    network.eval()
    encoded = encode_all(network, texts.passages)
    body = [at for at, passage in enumerate(texts.passages) if passage["kind"] != "note"]
    vectors = torch.stack([encoded[at][0] for at in body])
    recall, ranks = [], []
    for question in questions:
        with torch.no_grad():
            asked = states(network, [question["ids"]])[0]
        nearest = {body[at] for at in (vectors @ asked[0]).topk(5).indices.tolist()}
        wanted = {at for at, _ in question["gold"]}
        recall.append(len(nearest & wanted) / len(wanted))
        for chapter in question["chapters"]:
            scored = [
                (float(score), (at, index))
                for at in body
                if texts.passages[at]["chapter"] == chapter
                for index, score in enumerate(sentence_scores(question, asked, texts.passages[at], encoded[at]))
            ]
            order = [place for _, place in sorted(scored, reverse=True)]
            rank = next((rank for rank, place in enumerate(order) if place in question["gold"]), None)
            if rank is not None:
                ranks.append(rank)
    first = np.mean([rank < 3 for rank in ranks])
    reciprocal = np.mean([1 / (rank + 1) for rank in ranks])
    return f"passages in the first 5 {np.mean(recall):.3f}; sentence in its chapter: RR {reciprocal:.3f}, first 3 {first:.3f}, of {len(ranks)}"


def choose_passages(question, passages):
    """The passages with the evidence, one that looks like it, and two of the chapters asked about."""
    wanted = list(dict.fromkeys(at for at, _ in sorted(question["gold"])))
    others = [at for at in question["near"] if at not in wanted]
    same = [at for at in others if passages[at]["chapter"] in question["chapters"]][:8]
    picked = [*wanted[:3], *random.sample(others[:24], 1), *random.sample(same, min(2, len(same)))]
    return list(dict.fromkeys(picked))


def choice_loss(scores, right):
    scores = scores / TEMPERATURE
    return torch.logsumexp(scores, 0) - torch.logsumexp(scores[right], 0)


def batch_loss(network, passages, questions):
    picked = {index: choose_passages(question, passages) for index, question in enumerate(questions)}
    places = list(dict.fromkeys(at for chosen in picked.values() for at in chosen))
    given = {}
    order = sorted(places, key=lambda at: len(passages[at]["ids"]))
    for start in range(0, len(order), 12):
        some = order[start : start + 12]
        given.update(zip(some, states(network, [passages[at]["ids"] for at in some])))
    asked = states(network, [question["ids"] for question in questions])
    vectors = torch.stack([given[at][0] for at in places])
    of_passages, of_sentences = [], []
    for index, question in enumerate(questions):
        wanted = {at for at, _ in question["gold"]}
        of_passages.append(choice_loss(vectors @ asked[index, 0], torch.tensor([at in wanted for at in places])))
        for chapter in {passages[at]["chapter"] for at in wanted & set(picked[index])}:
            # A comparison's sentences compete within their chapter.
            mine = [at for at in picked[index] if len(question["chapters"]) == 1 or passages[at]["chapter"] == chapter]
            scores = torch.cat([sentence_scores(question, asked[index], passages[at], given[at]) for at in mine])
            right = [
                (at, place) in question["gold"] and passages[at]["chapter"] == chapter
                for at in mine
                for place in range(len(passages[at]["sentences"]))
            ]
            if any(right):
                of_sentences.append(choice_loss(scores, torch.tensor(right)))
    return torch.stack(of_passages).mean() / 2 + torch.stack(of_sentences).mean()


def main(published, out, state=None):
    random.seed(5)
    torch.manual_seed(5)
    published = Path(published)
    texts = Texts(published)
    questions = read_questions(texts)
    held = list(only_about(HELD, questions, texts.passages))
    chapters = dev_chapters() - HELD
    learned = list(only_about(chapters, questions, texts.passages))
    template = published / "onnx/model_quantized.onnx"
    network = read_network(template)
    print(f"{len(learned)} questions to learn from, {len(held)} held\n{evaluate(network, texts, held)}", flush=True)
    encoded = encode_all(network, texts.passages)
    own = [at for at, passage in enumerate(texts.passages) if passage["chapter"] in chapters]
    vectors = torch.stack([encoded[at][0] for at in own])
    with torch.no_grad():
        for question in learned:
            asked = states(network, [question["ids"]])[0, 0]
            question["near"] = [own[at] for at in (vectors @ asked).topk(60).indices.tolist()]
    network.tables[0].weight.requires_grad_(False)
    parameters = [one for name, one in network.named_parameters() if one.requires_grad and not name.startswith("head")]
    optimizer = torch.optim.AdamW(parameters, lr=RATE, weight_decay=0.01)
    steps = PASSES * len(learned) // BATCH
    order, started = [], time.time()
    for step in range(steps):
        if len(order) < BATCH:
            order = random.sample(learned, len(learned))
        questions, order = order[:BATCH], order[BATCH:]
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / (0.1 * steps)) * max(0.03, 1 - step / steps)
        network.train()
        loss = batch_loss(network, texts.passages, questions)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        if step % 20 == 19:
            print(f"{step + 1}/{steps} loss {loss.item():.3f}, {(time.time() - started) / (step + 1):.2f} s a step", flush=True)
    print(evaluate(network, texts, held))
    if state:
        torch.save(network.state_dict(), state)
    (Path(out) / "onnx").mkdir(parents=True, exist_ok=True)
    write_network(network, template, Path(out) / "onnx/model_quantized.onnx")


if __name__ == "__main__":
    main(*sys.argv[1:])
