"""Sentences of a text, and the words by which one is near another."""
import re

STEM = 5  # letters of a word that are compared
MARK = "[\ue000-\uf8ff]?"  # private characters, which train_cloze.py puts around the names, dates and numbers of a text


def stems(text):
    return {word[:STEM] for word in re.findall(r"[a-z0-9]+", text.lower()) if len(word) > 2}


def sentences_of(text):
    """The chapter's name before a passage of the report, or nothing, and the sentences."""
    before, colon, rest = text.partition(": ") if re.match(MARK + r"[A-Z][A-Za-z ]{2,16}" + MARK + ": ", text) else ("", "", text)
    return before + colon, re.split(r"(?<=[.!?]) (?=" + MARK + r"[A-Z“\"])", rest)
