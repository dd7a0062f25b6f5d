"""Questions beside texts: which sentences answer, and does the text answer at all? Examples for train_reader.py.

A text is cut like the passages of the index: a heading, then whole sentences of about 800 characters.
"""
import json
import random
import re
from pathlib import Path

from network import WINDOW
from sentences import stems
from train import read_lines

PASSAGE = 800  # characters, as in src/ingest/passages.ts
LONGEST = 1100
QUESTION_WINDOW = 64
ANSWERS, OPEN, ELSE = 1, -1, 0  # of a sentence; nothing is learned of an open one
SPLIT = re.compile(r"(?<=[.!?][\"”’)\]]) +(?=[A-Z“\"(])|(?<=[.!?])(?<! [A-Z]\.) +(?=[A-Z“\"(])")


def example(heading, sentences, labels, question, answers, weight=1.0, denies=None):
    """`answers` is whether the text does; None where that is open. `denies` are labels of the sentences that say otherwise than
    the question takes for granted; by default none does where a sentence answers, and elsewhere that is open."""
    if denies is None:
        denies = [ELSE if answers else OPEN] * len(labels)
    return {
        "heading": heading,
        "sentences": sentences,
        "labels": labels,
        "denies": denies,
        "question": question,
        "answers": answers,
        "weight": weight,
    }


def cut(sentences, around):
    """A run of sentences of about PASSAGE characters that holds `around` (indexes), as far as they fit."""
    first, last = min(around), max(around)
    if sum(len(one) + 1 for one in sentences[first : last + 1]) > LONGEST:
        first = last = random.choice(sorted(around))
    size = sum(len(one) + 1 for one in sentences[first : last + 1])
    room = PASSAGE * random.uniform(0.6, 1.2)
    while True:
        ways = [way for way in (-1, 1) if 0 <= (first - 1 if way < 0 else last + 1) < len(sentences)]
        if not ways:
            break
        way = random.choice(ways)
        further = first - 1 if way < 0 else last + 1
        size += len(sentences[further]) + 1
        if size > room:
            break
        first, last = min(first, further), max(last, further)
    return range(first, last + 1)


def nearest_apart(row, question, banned):
    """The sentence that shares most with a question among those away from `banned`."""
    own = stems(question)
    free = [at for at in range(len(row["sentences"])) if all(abs(at - other) > 3 for other in banned)]
    if not free:
        return None
    return max(free, key=lambda at: len(own & stems(row["sentences"][at])) + random.random())


def heading_of(row):
    if random.random() < 0.1:
        return ""
    chapter, document = row["chapter"], row["document"]
    names = [document, chapter] if random.random() < 0.2 else [chapter or document]
    return "".join(f"{name}. " for name in names if name)


def of_excerpt(row, question, others):
    """Examples of one question about an excerpt: where it is answered, and where it looks as if it were."""
    text, sets = row["sentences"], question["answers"]
    answering = {at for one in sets for at in one}
    correcting = {at for one in question.get("corrects", []) for at in one}
    asked, heading = question["q"], heading_of(row)

    def make(around, weight=1.0, without=frozenset()):
        kept = [at for at in cut(text, around) if at not in without]
        if not kept:
            return []
        labels = [ANSWERS if at in answering | correcting else ELSE for at in kept]
        whole = any(set(one) <= set(kept) for one in sets)
        partly = any(label == ANSWERS for label in labels)
        answers = True if whole else None if partly else False
        denies = [ANSWERS if at in correcting else ELSE for at in kept]
        made = example(heading, [text[at] for at in kept], labels, asked, answers, weight, denies)
        return [{**made, "premise": question["kind"].endswith("premise")}]

    found = []
    if sets:
        found += make(random.choice(sets))
        if random.random() < 0.2:
            found += make(random.choice(sets), without=answering)
        elsewhere = nearest_apart(row, asked, answering)
        if elsewhere is not None and random.random() < 0.45:
            found += make([elsewhere])
    else:
        near = question.get("near") or [random.randrange(len(text))]
        found += make([random.choice(near)])
        if correcting and random.random() < 0.7:
            found += make(random.choice(question["corrects"]))
    if random.random() < 0.04:
        stranger = random.choice(others)
        at = random.randrange(len(stranger["sentences"]))
        kept = cut(stranger["sentences"], [at])
        sentences = [stranger["sentences"][at] for at in kept]
        found.append(example(heading_of(stranger), sentences, [ELSE] * len(sentences), asked, False))
    return found


def read_excerpts(path, since=None, before=None):
    """Of all excerpts, or of those from an id on, or before one."""
    rows = read_lines(path)
    read = [row for row in rows if (not since or row["id"] >= since) and (not before or row["id"] < before)]
    return [one for row in read for question in row["questions"] for one in of_excerpt(row, question, rows)]


def read_claims(path):
    """Sentences about the excerpts, carried or not, each beside the passage that it is about."""
    pairs = []
    for row in read_lines(path):
        for claim in row.get("claims", []):
            if "pair" in claim:
                _, carried, _, changed = claim["pair"]
                told = [(carried, 1), (changed, 0)]
            else:
                told = [(claim["carried"], 1)] if "carried" in claim else [(claim["unsaid"], 0)]
            for sentence, label in told:
                kept = cut(row["sentences"], claim["at"])
                if set(claim["at"]) <= set(kept):
                    before = f"{row['chapter']}: " if row["chapter"] and random.random() < 0.5 else ""
                    pairs.append({"text": before + " ".join(row["sentences"][at] for at in kept), "sentence": sentence, "label": label, "joined": len(claim["at"]) > 1})
    return pairs


def split_sentences(text):
    """Sentences with where each begins."""
    found, start = [], 0
    for gap in SPLIT.finditer(text):
        found.append((start, text[start : gap.start()]))
        start = gap.end()
    found.append((start, text[start:]))
    return found


def of_paragraph(heading, parts, holding, asked):
    """One question about a paragraph (sentences with their beginnings), with the places at which its answer stands."""
    sentences = [one for _, one in parts]
    answering = {max(at for at, (start, _) in enumerate(parts) if start <= place) for place in holding}
    around = [random.choice(sorted(answering))] if answering else [nearest_apart({"sentences": sentences}, asked, ()) or 0]
    kept = cut(sentences, around)
    if answering and random.random() < 0.08:
        kept = [at for at in kept if at not in answering]
    if not kept:
        return []
    labels = [ANSWERS if at in answering else ELSE for at in kept]
    return [example(heading, [sentences[at] for at in kept], labels, asked, any(labels))]


def read_squad(path):
    found = []
    for article in json.load(open(path, encoding="utf8"))["data"]:
        heading = f"{article['title'].replace('_', ' ')}. "
        for paragraph in article["paragraphs"]:
            parts = split_sentences(paragraph["context"])
            for question in paragraph["qas"]:
                holding = {} if question["is_impossible"] else {one["answer_start"] for one in question["answers"][:1]}
                found += of_paragraph(heading, parts, holding, question["question"])
    return found


def plain(text):
    """Text that was printed as tokens, set as it is written."""
    text = re.sub(r" ([.,;:!?%)\]]|'s\b|n't\b)", r"\1", text)
    return re.sub(r"([(\[$£€]) ", r"\1", text).replace("`` ", "“").replace(" ''", "”").replace(" -- ", "–")


def read_qed(path):
    found = []
    for row in read_lines(path):
        starts = [*row["sentence_starts"], len(row["paragraph_text"])]
        parts = [(start, plain(row["paragraph_text"][start:end].strip())) for start, end in zip(starts, starts[1:])]
        answers = row.get("original_nq_answers") or []
        holding = {one[0]["start"] for one in answers[:1] if one}
        if holding:
            question = row["question_text"]
            found += of_paragraph(f"{row['title_text']}. ", parts, holding, question[0].upper() + question[1:] + "?")
    return found


def read_clapnq(folder):
    found = []
    for name in ("answerable", "unanswerable"):
        for row in read_lines(Path(folder) / f"clapnq-{name}.jsonl"):
            passage = row["passages"][0]
            chosen = {one for output in row.get("output", []) for one in output.get("selected_sentences", [])}
            sentences = passage.get("sentences") or [one for _, one in split_sentences(passage["text"])]
            parts = [(at, plain(one)) for at, one in enumerate(sentences)]
            holding = {at for at, one in enumerate(sentences) if one in chosen} if name == "answerable" else set()
            if name == "answerable" and not holding:
                continue
            asked = row["input"][0].upper() + row["input"][1:]
            heading = f"{passage['title']}. "
            if holding:
                kept = cut([one for _, one in parts], sorted(holding))
                labels = [ANSWERS if at in holding else ELSE for at in kept]
                found.append(example(heading, [parts[at][1] for at in kept], labels, asked, any(labels)))
            else:
                found += of_paragraph(heading, parts, set(), asked)
    return found


def arrange(table):
    """Rows as the index has them: "Goodwill: 2018 12,790; 2017 13,486"."""
    heads = [""] * max(len(row) for row in table)
    rows = []
    for row in table:
        label, cells = row[0].strip(), [cell.strip() for cell in row[1:]]
        figures = [cell for cell in cells if re.search(r"\d", cell) and not re.fullmatch(r"(19|20)\d\d", cell)]
        if not figures or (not label and len(rows) == 0 and not re.search(r"[$%,]", "".join(figures))):
            for at, cell in enumerate(cells, 1):
                heads[at] = f"{heads[at]} {cell}".strip() if cell else heads[at]
            continue
        told = [f"{heads[at]} {cell}".strip() for at, cell in enumerate(cells, 1) if cell]
        rows.append((label, cells, f"{label}: {'; '.join(told)}" if label else "; ".join(told)))
    return rows


def digits(text):
    return re.findall(r"\d[\d,.]*\d|\d", str(text).replace("$", ""))


def row_of(question, rows):
    """The row that holds the figures which a question asks for or reckons with; None where that is not sure."""
    told = question["derivation"] if question["answer_type"] in ("arithmetic", "count") else question["answer"]
    wanted = set(digits(" ".join(map(str, told)) if isinstance(told, list) else told))
    if not wanted:
        return None
    own = stems(question["question"])
    holding = [at for at, (_, cells, _) in enumerate(rows) if wanted <= set(digits(" ".join(cells)))]
    if not holding:
        return None
    ranked = sorted(holding, key=lambda at: -len(own & stems(rows[at][0])))
    score = len(own & stems(rows[ranked[0]][0]))
    unsure = len(ranked) > 1 and score == len(own & stems(rows[ranked[1]][0]))
    return None if score == 0 or unsure else ranked[0]


def read_tatqa(*paths):
    """Rows of tables, and paragraphs beside them, of annual reports; without the row, or with another question, it does not answer."""
    found = []
    for path in paths:
        for one in json.load(open(path, encoding="utf8")):
            rows = arrange(one["table"]["table"])
            lines = [line for _, _, line in rows]
            for question in one["questions"]:
                asked = question["question"]
                if "table" in question["answer_from"]:
                    at = row_of(question, rows)
                    if at is None:
                        continue
                    kept = list(cut(lines, [at]))
                    if random.random() < 0.3:
                        kept = [other for other in kept if other != at]
                    labels = [ANSWERS if other == at else ELSE for other in kept]
                    if kept:
                        found.append(example("", [lines[other] for other in kept], labels, asked, any(labels)))
                    continue
                told = [str(answer) for answer in question["answer"]] if isinstance(question["answer"], list) else []
                for paragraph in one["paragraphs"]:
                    if str(paragraph["order"]) not in question["rel_paragraphs"] or question["answer_type"] == "arithmetic":
                        continue
                    places = {paragraph["text"].find(answer) for answer in told} - {-1}
                    if places:
                        found += of_paragraph("", split_sentences(paragraph["text"]), places, asked)
    return found


def read_report(path, near=1):
    """What find_passages.mjs found: for each question the first passage that answers, or the first, and some others."""
    found = []
    for row in read_lines(path):
        answered = row["kind"] in ("answerable", "false-premise")
        holding = [hit for hit in row["hits"] if ANSWERS in hit["labels"]]
        if answered and not holding:
            continue
        others = [hit for hit in row["hits"] if ANSWERS not in hit["labels"] and OPEN not in hit["labels"]]
        chosen = holding[:1] if answered else others[:1]
        chosen += random.sample(others, min(len(others), near))
        for hit in chosen:
            open_to_doubt = row["kind"] == "false-premise" and ANSWERS in hit["labels"]
            answers = None if open_to_doubt else ANSWERS in hit["labels"]
            denies = hit["labels"] if row["kind"] == "false-premise" else [ELSE] * len(hit["labels"])
            found.append(example(hit["parts"][0], hit["parts"][1:], hit["labels"], row["question"], answers, denies=denies))
    return found


def encode(one, pieces):
    """Ids, segments, the span and label of each sentence that was read whole; None where none was."""
    second = pieces.tokenize(one["question"])[:QUESTION_WINDOW]
    room = WINDOW - 3 - len(second)
    first = pieces.tokenize(one["heading"])
    spans, labels, denies = [], [], []
    for sentence, label, denied in zip(one["sentences"], one["labels"], one["denies"]):
        tokens = pieces.tokenize(sentence)
        if len(first) + len(tokens) > room:
            break
        if tokens:
            spans.append((len(first) + 1, len(first) + 1 + len(tokens)))
            labels.append(label)
            denies.append(denied)
            first += tokens
    if not spans:
        return None
    answers = one["answers"]
    if answers and ANSWERS not in labels:
        answers = None
    cls, sep = pieces.ids["[CLS]"], pieces.ids["[SEP]"]
    return {
        "ids": [cls, *first, sep, *second, sep],
        "segments": [0] * (len(first) + 2) + [1] * (len(second) + 1),
        "spans": spans,
        "labels": labels,
        "denies": denies,
        "answers": answers,
        "weight": one["weight"],
        "premise": one.get("premise", False),
    }
