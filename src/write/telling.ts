/** Assembles an answer sentence by sentence: numbers the citations and passes on verified sentences. */
import type { AnswerListener } from '../answer/announce.ts';
import type { Candidate } from '../answer/choose/candidate.ts';
import { type CitedWorks, citeCandidate, citeItem, citeSentence } from '../answer/cite.ts';
import type { Told } from '../answer/written.ts';
import type { Passage } from '../core/types.ts';
import type { DocumentLanguages } from '../language/document-languages.ts';
import type { Subject } from '../subjects/subject.ts';
import { foldText } from '../text/fold-text.ts';
import type { AnswerSentence, Citation } from '../wire/types.ts';
import type { CheckedReplySentence } from './check-sentence.ts';
import { findInCited } from './find-support.ts';
import { placesOf } from './places-of.ts';

/** A sentence of a passage, by its index. */
interface Place {
  passage: Passage;
  index: number;
}

export interface Telling {
  /** Takes the next verified sentence of the answer; one that says what another says is left out. */
  tell(checked: CheckedReplySentence): Promise<void>;
  /**
   * Quotes a sentence of the document next, unless it is already cited or told.
   * @param place in a comparison, the place that it is quoted for; if nothing was told about that, it is always quoted.
   */
  quote(candidate: Candidate, place?: string): Promise<void>;
  /** How many sentences have been told. */
  count(): number;
  /** Whether nothing has been told about a compared place. */
  isSilentOn(place: string): boolean;
  /** The answer: the told sentences, and unverified ones in their place. */
  told(checked: readonly CheckedReplySentence[]): Told;
}

export interface TellingOptions {
  /** The places of all sentences that may be told: shown ones and those that would be quoted. */
  works: CitedWorks;
  languages: DocumentLanguages;
  onSentence: AnswerListener['onSentence'];
  signal: AbortSignal | undefined;
  /** The compared places in order, for a comparison. */
  compared?: readonly Subject[] | undefined;
}

/** A sentence that was copied word for word is a quotation. */
function originOf({ sentence, cited }: CheckedReplySentence): AnswerSentence['origin'] {
  return cited.some((one) => one.sentence.text === sentence.text) ? 'quoted' : 'written';
}

/** An unverified sentence with its problems; `citations` are those of the answer that it cites. */
export function strike(
  { sentence, problems }: CheckedReplySentence,
  citations: number[] = [],
): AnswerSentence {
  return { text: sentence.text, citations, origin: 'written', verified: false, problems: [...problems] };
}

export function createTelling({ works, languages, onSentence, signal, compared }: TellingOptions): Telling {
  const citations: Citation[] = [];
  const places: Place[] = [];
  const written = new Map<CheckedReplySentence, AnswerSentence>();
  const quoted: AnswerSentence[] = [];
  /** Verified sentences that repeat a told one, and the texts of those told. */
  const repeated = new Set<CheckedReplySentence>();
  const texts = new Set<string>();
  /** The sentences told about each compared place, and about other chapters. */
  const rows = new Map<string, AnswerSentence[]>((compared ?? []).map(({ name }) => [name, []]));

  const numberOf = ({ passage, index }: Place): number =>
    places.findIndex((one) => one.passage.id === passage.id && one.index === index) + 1;

  /** The number of a citation, which is created if needed. */
  function cite(place: Place, make: (number: number) => Citation): number {
    const known = numberOf(place);
    if (known > 0) return known;
    places.push(place);
    citations.push(make(places.length));
    return places.length;
  }

  /** The parts of a written sentence that its check found. */
  function findItems(checked: CheckedReplySentence): Pick<AnswerSentence, 'found'> {
    if (originOf(checked) === 'quoted') return {};
    const items = findInCited(checked.sentence.text, checked.cited, languages);
    return { found: items.map(({ place, ...item }) => citeItem(item, place, works)) };
  }

  async function announce(sentence: AnswerSentence, groups: readonly string[]): Promise<void> {
    signal?.throwIfAborted();
    texts.add(foldText(sentence.text));
    for (const group of groups) rows.set(group, [...(rows.get(group) ?? []), sentence]);
    const [group] = groups;
    await onSentence?.({
      sentence,
      citations: citations.filter(({ number }) => sentence.citations.includes(number)),
      ...(group !== undefined && { group }),
    });
  }

  function groupsOf(sentences: readonly AnswerSentence[]): Pick<Told, 'groups'> {
    if (compared === undefined) return {};
    const groups = [...rows].map(([label, own]) => ({
      label,
      sentences: own.map((sentence) => sentences.indexOf(sentence)),
    }));
    return { groups };
  }

  const isSilentOn = (place: string) => (rows.get(place) ?? []).length === 0;

  return {
    tell: async (checked) => {
      const { cited, sentence: own } = checked;
      if (texts.has(foldText(own.text))) return void repeated.add(checked);
      const numbers = cited.map((one) =>
        cite(one, (number) => citeSentence(number, one.passage, one.sentence, works)),
      );
      const sentence: AnswerSentence = {
        text: own.text,
        citations: numbers.sort((a, b) => a - b),
        origin: originOf(checked),
        verified: true,
        problems: [],
        ...findItems(checked),
      };
      written.set(checked, sentence);
      await announce(sentence, compared === undefined ? [] : placesOf(own.text, cited, compared));
    },
    quote: async (candidate, place) => {
      const isMissing = place !== undefined && isSilentOn(place);
      const isTold = numberOf(candidate) > 0 || texts.has(foldText(candidate.sentence.text));
      if (isTold && !isMissing) return;
      const number = cite(candidate, (next) => citeCandidate(next, candidate, works));
      const { text } = candidate.sentence;
      const sentence: AnswerSentence = {
        text,
        citations: [number],
        origin: 'quoted',
        verified: true,
        problems: [],
      };
      quoted.push(sentence);
      await announce(sentence, place === undefined ? [] : [place]);
    },
    count: () => written.size + quoted.length,
    isSilentOn,
    told: (checked) => {
      // Only citations that the answer has anyway.
      const citedBy = ({ cited }: CheckedReplySentence) => cited.map(numberOf).filter((number) => number > 0);
      const own = checked
        .filter((one) => !repeated.has(one))
        .map((one) => written.get(one) ?? strike(one, citedBy(one)));
      const sentences = [...own, ...quoted];
      return { sentences, citations, ...groupsOf(sentences) };
    },
  };
}
