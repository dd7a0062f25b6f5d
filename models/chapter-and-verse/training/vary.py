"""The same pair of text and sentence in another world: other names, countries, years and figures, the same ones in both.

Whoever has read a hundred sentences about one text knows that text by heart, and need not read it again to tell which
of them are false. In another world each time, the sentence can only be held against the text beside it.
"""
import random
import re
from collections import Counter

from sentences import sentences_of, stems

# Name, adjective, people, capital. Countries of several words, or with abbreviations in use, stay as they are.
COUNTRIES = [line.split() for line in """
Austria Austrian Austrians Vienna
Belgium Belgian Belgians Brussels
Bulgaria Bulgarian Bulgarians Sofia
Croatia Croatian Croats Zagreb
Denmark Danish Danes Copenhagen
Estonia Estonian Estonians Tallinn
Finland Finnish Finns Helsinki
France French Frenchmen Paris
Germany German Germans Berlin
Greece Greek Greeks Athens
Hungary Hungarian Hungarians Budapest
Ireland Irish Irishmen Dublin
Italy Italian Italians Rome
Latvia Latvian Latvians Riga
Lithuania Lithuanian Lithuanians Vilnius
Norway Norwegian Norwegians Oslo
Poland Polish Poles Warsaw
Portugal Portuguese Portuguese Lisbon
Romania Romanian Romanians Bucharest
Serbia Serbian Serbs Belgrade
Slovakia Slovak Slovaks Bratislava
Slovenia Slovenian Slovenians Ljubljana
Spain Spanish Spaniards Madrid
Sweden Swedish Swedes Stockholm
Switzerland Swiss Swiss Bern
Ukraine Ukrainian Ukrainians Kyiv
Russia Russian Russians Moscow
Turkey Turkish Turks Ankara
Israel Israeli Israelis Jerusalem
Iran Iranian Iranians Tehran
Iraq Iraqi Iraqis Baghdad
Egypt Egyptian Egyptians Cairo
Nigeria Nigerian Nigerians Abuja
Kenya Kenyan Kenyans Nairobi
India Indian Indians Delhi
Pakistan Pakistani Pakistanis Islamabad
Indonesia Indonesian Indonesians Jakarta
Vietnam Vietnamese Vietnamese Hanoi
Thailand Thai Thais Bangkok
Malaysia Malaysian Malaysians Putrajaya
Taiwan Taiwanese Taiwanese Taipei
Japan Japanese Japanese Tokyo
China Chinese Chinese Beijing
Australia Australian Australians Canberra
Canada Canadian Canadians Ottawa
Brazil Brazilian Brazilians Brasilia
Chile Chilean Chileans Santiago
Peru Peruvian Peruvians Lima
Colombia Colombian Colombians Bogotá
""".strip().splitlines()]
COUNTRY_OF = {form: row for row in range(len(COUNTRIES)) for form in COUNTRIES[row]}

# Not taken for names: of the calendar, and what has other forms by which a sentence may call it.
KEPT = set(
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday "
    "Friday Saturday Sunday English Christmas European Europeans Europe American Americans America Western Eastern Northern "
    "Southern Asian African Africa Asia Soviet Soviets British Britain Briton Britons London Washington States Kingdom Union "
    "EU US UK USA UN USSR NATO AI IT ICT EV EVs GDP RD PhD CEO PM MoU MoUs STEM FDI PV II III IV Mr Ms Dr Memorandum Memoranda "
    "Act Congress Senate House Parliament President Minister".split()
)

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{2,})?")
YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d,.]\d|\d|s\b)")
FIGURE = re.compile(r"(?<![\w.,/-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w/]|,\d|\.\d)")
# Where these stand a year or a figure may be told in another form, which would not follow it.
OTHER_YEARS = re.compile(r"centur|decade|\d{4}s|['’]\d\d|\d{4}[/–-]\d\d\b|\b(?:thirt|fort|fift|sixt|sevent|eight|ninet)ies\b", re.I)
OTHER_FIGURES = re.compile(
    r"\b(?:half|halves|thirds?|quarters?|fifths?|tenths?|majority|minority|most|percentage points?|dozens?|hundreds?|scores?|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|one in|two in|three in|out of)\b",
    re.I,
)
SMALLEST = 13  # smaller numbers are often told in words


class World:
    """Draws other names from those that the texts themselves hold."""

    def __init__(self, texts):
        inner, lower = Counter(), Counter()
        for text in texts:
            for match in WORD.finditer(text):
                word = match.group()
                if word[0].islower():
                    lower[word.lower()] += 1
                elif re.search(r"[\w,;] $", text[: match.start()][-2:]):
                    inner[word] += 1
        names = [one for one in inner if inner[one] > 50 * lower[one.lower()] and len(one) > 1 and one not in COUNTRY_OF]
        names = [one for one in names if one not in KEPT]
        self.acronyms = sorted(one for one in names if one.isupper())
        self.names = sorted(one for one in names if not one.isupper() and len(one) > 2)
        self.kind_of = {one: self.acronyms for one in self.acronyms} | {one: self.names for one in self.names}

    def rename(self, texts, share=0.85):
        """Each name in another's place, the same in all texts; names that no text has are drawn."""
        words = {word for text in texts for word in WORD.findall(text)}
        named = sorted(word for word in words if word in self.kind_of)
        known = sorted({COUNTRY_OF[word] for word in words if word in COUNTRY_OF})
        place = {}
        for word in named:
            if random.random() < share:
                other = random.choice(self.kind_of[word])
                while other in words or other in place.values():
                    other = random.choice(self.kind_of[word])
                place[word] = other
        others = random.sample([row for row in range(len(COUNTRIES)) if row not in known], len(known))
        for row, other in zip(known, others):
            if random.random() < (0.4 if COUNTRIES[row][0] == "China" else share):
                for form, replacement in zip(COUNTRIES[row], COUNTRIES[other]):
                    place.setdefault(form, replacement)
        swapped = [WORD.sub(lambda match: place.get(match.group(), match.group()), text) for text in texts]
        fit = lambda match: match.group(1) + "n" * (match.group(2)[0] in "AEIOU") if match.group(2) in drawn else match.group()
        drawn = set(place.values())
        return [re.sub(r"\b([Aa])n?(?= ([A-Z][a-z]+))", fit, text) for text in swapped]

    def vary(self, pair):
        """The pair with other names, and other years and figures where no form of them can be missed."""
        text, sentence = self.rename([pair["text"], pair["sentence"]])
        text, sentence = move_years(text, sentence)
        text, sentence = scale_figures(text, sentence, pair["label"])
        return {**pair, "text": text, "sentence": sentence}


def move_years(text, sentence):
    if OTHER_YEARS.search(text) or OTHER_YEARS.search(sentence):
        return text, sentence
    by = random.choice([one for one in range(-14, 12) if one])
    move = lambda match: str(int(match.group()) + by)
    return YEAR.sub(move, text), YEAR.sub(move, sentence)


def value_of(figure):
    return float(figure.replace(",", ""))


def scale_figures(text, sentence, label):
    """All figures by one factor, so that sums, ratios and what is larger stay as they are."""
    figures = [one for one in FIGURE.findall(text) if not YEAR.fullmatch(one)]
    own = [one for one in FIGURE.findall(sentence) if not YEAR.fullmatch(one)]
    missing = [one for one in own if one not in figures and value_of(one) >= SMALLEST]
    if len(missing) > (label == 0) or OTHER_FIGURES.search(sentence):
        return text, sentence
    values = sorted({one for one in [*figures, *own] if value_of(one) >= SMALLEST}, key=value_of)
    factor = random.uniform(0.55, 1 if any(value_of(one) > 55 for one in values) else 1.7)
    place = {}
    for one in values:
        decimals = len(one.partition(".")[2])
        scaled = max(value_of(one) * factor, SMALLEST)
        place[one] = f"{scaled:,.{decimals}f}" if "," in one or scaled >= 10_000 else f"{scaled:.{decimals}f}"
    if len({value_of(one) for one in place.values()}) < len({value_of(one) for one in place}):
        return text, sentence
    scale = lambda match: place.get(match.group(), match.group())
    return FIGURE.sub(scale, text), FIGURE.sub(scale, sentence)


def in_other_context(pair, texts):
    """Three times in ten without some sentences that have little to do with it, as often with one of another text."""
    before, sentences = sentences_of(pair["text"])
    if random.random() < 0.3 and len(sentences) > 4:
        own = stems(pair["sentence"])
        nearest = sorted(sentences, key=lambda one: -len(own & stems(one)))[:3]
        sentences = [one for one in sentences if one in nearest or random.random() < 0.5]
    if random.random() < 0.3 and sum(len(one.split()) for one in sentences) < 150:
        other = random.choice(sentences_of(random.choice(texts))[1])
        at = random.choice((0, len(sentences), random.randint(0, len(sentences))))
        if len(other.split()) < 50:
            sentences.insert(at, other)
    return {**pair, "text": before + " ".join(sentences)}
