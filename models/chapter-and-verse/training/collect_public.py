"""Gathers public sentence pairs from clones of the repositories that hold them.

    python collect_public.py CLONES public.jsonl

CLONES has one folder for each row of REPOSITORIES, named owner+name and checked out at its commit. The data stay where
they are: neither they nor the file made of them is part of this project.
"""
import csv
import io
import json
import random
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from swaps import change, swap

REPOSITORIES = {
    "acmi-lab/counterfactually-augmented-data": "6f232a1",
    "swarnaHub/ConjNLI": "10e0515",
    "mosharafhossain/negation-and-nli": "e7848fb",
    "verypluming/MED": "860ba36",
    "TalSchuster/FeverSymmetric": "fa25d17",
    "ryokamoi/wice": "ddeb6c1",
    "asaakyan/covidfact": "ceeb613",
    "tdiggelm/climate-fever-dataset": "03de616",
    "google-research/fool-me-twice": "d9db753",
    "marcwww/nlu_eval": "ccd55c3",
    "hltfbk/Excitement-Open-Platform": "e3dac653",
    "IoanaMazilu/msc_qnli": "6f1cad94",
    "cocoxu/simplification": "3557046",
    # Paragraphs that train.py reads; the sentences about them are beside it.
    "deepmind/xquad": "60cac41",
    "google-research-datasets/QED": "2492920",
}
# The most pairs that are taken of a source; all of the others.
MOST = {"med": 1500, "counterfactual": 4000, "fever": 9000, "conjunction": 9000, "paraphrase": 5000, "changed": 5000}


class Collector:
    def __init__(self, clones):
        self.clones = Path(clones)
        self.pairs = []

    def path(self, repository, name):
        return self.clones / repository.replace("/", "+") / name

    def text(self, repository, name):
        return self.path(repository, name).read_text(encoding="utf8", errors="replace").lstrip("\ufeff")

    def table(self, repository, name):
        return csv.DictReader(io.StringIO(self.text(repository, name)), delimiter="\t", quoting=csv.QUOTE_NONE)

    def lines(self, repository, name):
        return [json.loads(line) for line in self.text(repository, name).splitlines()]

    def add(self, source, text, sentence, is_carried):
        text, sentence = clean(text), clean(sentence)
        if len(text.split()) >= 3 and len(sentence.split()) >= 3:
            text = " ".join(text.split()[:220])
            self.pairs.append({"text": text, "sentence": sentence, "label": int(is_carried), "source": source})


def clean(text):
    """Undoes the blanks and brackets of tokenized corpora."""
    for old, new in {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": '"', "''": '"', " -- ": " - "}.items():
        text = text.replace(old, new)
    text = re.sub(r"\s+([.,;:!?%)\]])", r"\1", text)
    text = re.sub(r"\s+(n't|'s|'re|'ve|'ll|'d)\b", r"\1", text)
    text = re.sub(r"([(\[])\s+", r"\1", text)
    return re.sub(r"\s+", " ", text).strip()


def collect_tables(to):
    for part in ("train", "dev"):
        for row in to.table("acmi-lab/counterfactually-augmented-data", f"NLI/all_combined/{part}.tsv"):
            to.add("counterfactual", row["sentence1"], row["sentence2"], row["gold_label"] == "entailment")
    for row in to.table("swarnaHub/ConjNLI", "data/NLI/adversarial_train_15k.tsv"):
        to.add("conjunction", row["Premise"], row["Hypothesis"], row["Label"] == "entailment")
    for row in to.table("swarnaHub/ConjNLI", "data/NLI/conj_dev.tsv"):
        to.add("conjunction-written", row["Premise"], row["Hypothesis"], row["Label"] == "entailment")
    for name in ("RTE/dev", "MNLI/dev_matched", "SNLI/dev"):
        path = f"data/new_benchmarks/processed_for_run/{name}.tsv"
        for row in to.table("mosharafhossain/negation-and-nli", path):
            to.add("negation", row["sentence1"], row["sentence2"], row["gold_label"] == "entailment")
    for row in to.table("verypluming/MED", "MED.tsv"):
        to.add("med", row["sentence1"], row["sentence2"], row["gold_label"] == "entailment")
    for part in ("train", "dev"):
        for row in to.table("marcwww/nlu_eval", f"data/RTE/{part}.tsv"):
            to.add("rte", row["sentence1"], row["sentence2"], row["label"] == "entailment")
    for row in csv.DictReader(io.StringIO(to.text("IoanaMazilu/msc_qnli", "data/equate/03_cleaned/NewsNLI.csv"))):
        to.add("news", row["premise"], row["hypothesis"], row["label"] == "entailment")


def collect_claims(to):
    for part in ("dev", "test"):
        for row in to.lines("TalSchuster/FeverSymmetric", f"symmetric_v0.2/fever_symmetric_{part}.jsonl"):
            to.add("symmetric", row["evidence"], row["claim"], row["gold_label"] == "SUPPORTS")
        for row in to.lines("ryokamoi/wice", f"code_and_resources/entailment_inputs/oracle_chunks/claim/{part}.jsonl"):
            to.add("wice", " ".join(row["evidence"]), row["claim"], row["label"] == "supported")
        for row in to.lines("google-research/fool-me-twice", f"dataset/{part}.jsonl"):
            text = " ".join(evidence["text"] for evidence in row["gold_evidence"])
            to.add("fool-me-twice", text, row["text"], row["label"] == "SUPPORTS")
        path = to.path("hltfbk/Excitement-Open-Platform", f"core/src/main/resources/data-set/English_{part}.xml")
        for pair in ElementTree.parse(path).iter("pair"):
            is_carried = pair.get("entailment").upper() in ("YES", "ENTAILMENT")
            to.add("rte3", pair.find("t").text, pair.find("h").text, is_carried)
    # FEVER's development claims with their evidence.
    columns = [
        to.text("asaakyan/covidfact", f"RTE-Fever/processed/dev.{name}").splitlines()
        for name in ("raw.input0", "raw.input1", "label")
    ]
    for text, claim, label in zip(*columns):
        to.add("fever", text, claim, label.strip() == "entailment")
    for row in to.lines("tdiggelm/climate-fever-dataset", "dataset/climate-fever.jsonl"):
        for evidence in row["evidences"]:
            is_clear = evidence["entropy"] < 0.4 and sum(vote is not None for vote in evidence["votes"]) > 1
            # Most evidence is beside the point; two in five of those are enough.
            is_kept = evidence["evidence_label"] != "NOT_ENOUGH_INFO" or random.random() < 0.4
            if is_clear and is_kept:
                to.add("climate", evidence["evidence"].strip('"'), row["claim"], evidence["evidence_label"] == "SUPPORTS")


def collect_paraphrases(to):
    """Simplified sentences of Wikipedia: half as they are, half with one thing changed."""
    folder = "data/turkcorpus/tune.8turkers.tok"
    originals = to.text("cocoxu/simplification", f"{folder}.norm").splitlines()
    pairs = []
    for turker in range(8):
        simplified = to.text("cocoxu/simplification", f"{folder}.turk.{turker}").splitlines()
        pairs += [(clean(one), clean(other)) for one, other in zip(originals, simplified) if one != other]
    random.shuffle(pairs)
    for index, (original, simple) in enumerate(pairs):
        changed = None if index % 2 == 0 else change(original, simple)
        if index % 2 == 0:
            to.add("paraphrase", original, simple, True)
        elif changed is not None:
            to.add("changed", original, changed, False)


def main(clones, out):
    random.seed(7)
    to = Collector(clones)
    for collect in (collect_tables, collect_claims, collect_paraphrases):
        collect(to)
    random.shuffle(to.pairs)
    kept, counts = [], {}
    for pair in to.pairs:
        counts[pair["source"]] = counts.get(pair["source"], 0) + 1
        if counts[pair["source"]] <= MOST.get(pair["source"], len(to.pairs)):
            kept.append(pair)
    swapped = [(pair, swap(pair["sentence"], pair["text"])) for pair in kept if pair["label"] == 1]
    kept += [{**pair, "sentence": other, "label": 0, "source": "swapped"} for pair, other in swapped if other][:3000]
    with open(out, "w", encoding="utf8") as file:
        file.writelines(json.dumps(pair, ensure_ascii=False) + "\n" for pair in kept)
    print(f"{len(kept)} pairs, {sum(pair['label'] for pair in kept)} carried")


if __name__ == "__main__":
    main(*sys.argv[1:])
