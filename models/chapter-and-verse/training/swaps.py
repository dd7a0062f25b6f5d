"""False sentences made of true ones: two names or numbers exchanged, a name or number of another thing, one thing changed."""
import random
import re

from vary import COUNTRIES, COUNTRY_OF, KEPT

NAME = re.compile(r"\b(?:[A-Z][\w'’-]*[A-Za-z0-9](?:\s+(?:of|de|the|for)\s+(?=[A-Z]))?\s?)+")
NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
# Words that are written with a capital only because they open a sentence.
OPENERS = set(
    "The A An In On At It Its This That These Those He She They According While Although After Before When As By For From "
    "With But And Both Since Under Of To Not No One Some Most Many Only All Until During Despite Because If Whereas Where "
    "What His Her Their There".split()
)
TOGETHER = re.compile(r"\b(?:between|both|together|cooperat|joint|and)\b")
LIST = re.compile(r"[\s,]*(?:and|or|as well as|,|&|with|between)[\s,]*(?:the\s)?")


def find_names(sentence, text):
    """Start, end and words of names that the text has too, in the middle of a sentence."""
    found = []
    for match in NAME.finditer(sentence):
        words, start = match.group(0).rstrip().split(), match.start()
        while words and words[0] in OPENERS:
            start += len(words[0]) + 1
            words = words[1:]
        name = re.sub(r"['’]s?$", "", " ".join(words))
        in_text = name and re.search(r'[a-z0-9,;:(“"] \(?' + re.escape(name) + r"\b", text)
        if in_text and sentence.startswith(name, start):
            found.append((start, start + len(name), name))
    return found


def may_swap_names(sentence, one, other):
    """Not where they are named together: who cooperates with whom may be told either way."""
    between = sentence[one[1] : other[0]]
    return (
        one[2].lower() not in other[2].lower()
        and other[2].lower() not in one[2].lower()
        and len(between.split()) >= 2
        and not LIST.fullmatch(between)
        and not TOGETHER.search(sentence[max(0, one[0] - 12) : other[0]])
    )


def may_swap_numbers(sentence, one, other):
    before = sentence[max(0, one[0] - 9) : one[0]]
    is_range = re.search(r"\b(?:between|from)\b", before)
    return one[2] != other[2] and len(sentence[one[1] : other[0]].split()) >= 2 and not is_range


def swap(sentence, text):
    """The sentence with two of its names, or of its numbers, in each other's place; None where it has no two such."""
    names = find_names(sentence, text)
    numbers = [(*match.span(), match.group()) for match in NUMBER.finditer(sentence)]
    pairs_of = lambda spans: [(one, other) for at, one in enumerate(spans) for other in spans[at + 1 :]]
    of_names = [pair for pair in pairs_of(names) if may_swap_names(sentence, *pair)]
    of_numbers = [pair for pair in pairs_of(numbers) if may_swap_numbers(sentence, *pair)]
    pairs = of_numbers if of_numbers and (not of_names or random.random() < 0.3) else of_names
    if not pairs:
        return None
    one, other = random.choice(pairs)
    return sentence[: one[0]] + other[2] + sentence[one[1] : other[0]] + one[2] + sentence[other[1] :]


YEAR = re.compile(r"(?:19|20)\d\d")


def rebind(sentence, text):
    """The sentence with one of its numbers exchanged for another of the text: a year for a year, a share for a share."""
    of_text = {match.group() for match in NUMBER.finditer(text)}
    kind = lambda number, after: "year" if YEAR.fullmatch(number) else "share" if re.match(r"\s?(?:%|per ?cent)", after) else "number"
    in_text = {(match.group(), kind(match.group(), text[match.end() :])) for match in NUMBER.finditer(text)}
    options = []
    for match in NUMBER.finditer(sentence):
        number = match.group()
        mine = kind(number, sentence[match.end() :])
        others = sorted(other for other, its in in_text if its == mine and other != number and other not in sentence)
        if number in of_text and others:
            options.append(sentence[: match.start()] + random.choice(others) + sentence[match.end() :])
    return random.choice(options) if options else None


def place_of(name, text):
    """What a name may stand for: a form of a country's name, letters, or what the word before it in a text leads to."""
    if name in COUNTRY_OF:
        return {f"country {COUNTRIES[COUNTRY_OF[name]].index(name)}"}
    if set(name.split()) & KEPT or any(name.startswith(form) for form in COUNTRY_OF):
        return set()
    if name.isupper() and " " not in name:
        return {"letters"}
    return set(re.findall(r"\b(of|in|by|at|from|to|with|for|that|and) " + re.escape(name) + r"\b", text))


def misname(sentence, text):
    """The sentence with one of its names exchanged for another of the text that stands in the like place, not in one list with it."""
    others = {name for _, _, name in find_names(text, text) if name not in sentence}
    listed = lambda one, other: any(
        LIST.fullmatch(between) or "," in between and len(between.split()) < 4
        for first, second in ((one, other), (other, one))
        for between in re.findall(re.escape(first) + r"\b(.{0,30}?)\b" + re.escape(second), text)
    )
    options = [
        sentence[:start] + other + sentence[end:]
        for start, end, name in find_names(sentence, text)
        for other in sorted(others)
        if place_of(name, sentence + text) & place_of(other, text)
        and abs(len(name.split()) - len(other.split())) < 2
        and not set(name.lower().split()) & set(other.lower().split())
        and name[:4].lower() != other[:4].lower()
        and not listed(name, other)
    ]
    return random.choice(options) if options else None


OPPOSITES = dict(
    pair.split()
    for line in (
        "increase decrease;increased decreased;rise fall;rose fell;more less;higher lower;before after;first last;"
        "largest smallest;begin end;began ended;north south;east west;early late;win lose;won lost;opened closed;"
        "support oppose;supported opposed;older younger;many few;always never;most some;all some;allowed banned;"
        "import export;joined left;bought sold;success failure;accepted rejected;strong weak;large small;high low;"
        "major minor;possible impossible;only also;may will;can cannot;is was;public private;old new"
    ).split(";")
    for pair in (line, " ".join(reversed(line.split())))
)


def change(original, sentence):
    """The sentence with one number, one word or one denial changed; None where nothing offers itself."""
    options = []
    numbers = list(NUMBER.finditer(sentence))
    if numbers:
        match = random.choice(numbers)
        digits = [at for at, char in enumerate(match.group()) if char.isdigit()]
        at = match.start() + random.choice(digits)
        digit = random.choice([char for char in "123456789" if char != sentence[at]])
        others = [one for one in NUMBER.findall(original) if len(one) == len(match.group()) and one != match.group()]
        other = random.choice(others) if others and random.random() < 0.6 else None
        by_digit = sentence[:at] + digit + sentence[at + 1 :]
        options += [sentence[: match.start()] + other + sentence[match.end() :] if other else by_digit] * 2
    words = sentence.split()
    turnable = [at for at, word in enumerate(words) if word.lower() in OPPOSITES]
    if turnable:
        at = random.choice(turnable)
        options += [" ".join([*words[:at], OPPOSITES[words[at].lower()], *words[at + 1 :]])] * 2
    verb = re.search(r"\b(?:is|was|are|were|has|have|had|can|could|will|would)\b(?! not)", sentence)
    if verb:
        options.append(sentence[: verb.end()] + random.choice([" not", " never", " no longer"]) + sentence[verb.end() :])
    denial = re.search(r"\b(?:not|never|no longer) ", sentence)
    if denial:
        options += [sentence[: denial.start()] + sentence[denial.end() :]] * 2
    options = [option for option in options if option != sentence]
    return random.choice(options) if options else None
