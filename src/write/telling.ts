/** Puts an answer together sentence by sentence: numbers what is cited and hands on what is verified. */
import type { AnswerListener } from '../answer/announce.ts';
import type { Candidate } from '../answer/candidate.ts';
import { citeCandidate, citeItem, citeSentence } from '../answer/cite.ts';
import type { Told } from '../answer/written.ts';
import type { PassageStore } from '../seams.ts';
import type { Passage } from '../types.ts';
import type { AnswerSentence, Citation } from '../wire.ts';
import type { CheckedSentence } from './check-sentence.ts';
import { findInCited } from './find-support.ts';

/** A sentence of a passage, by its place. */
interface Place {
  passage: Passage;
  index: number;
}

export interface Telling {
  /** Takes the next verified sentence of the answer. */
  tell(checked: CheckedSentence): Promise<void>;
  /** Quotes a sentence of the document after what was told, if it is not cited yet. */
  quote(candidate: Candidate): Promise<void>;
  /** How many sentences were told. */
  count(): number;
  /** The answer: what was told, and what could not be verified at its place among it. */
  told(checked: readonly CheckedSentence[]): Told;
}

/** A sentence taken over word for word is a quotation. */
function originOf({ sentence, cited }: CheckedSentence): AnswerSentence['origin'] {
  return cited.some((one) => one.sentence.text === sentence.text) ? 'quoted' : 'written';
}

/** A sentence that is not verified, with what is wrong; `citations` are those of the answer that it names. */
export function strike({ sentence, problems }: CheckedSentence, citations: number[] = []): AnswerSentence {
  return { text: sentence.text, citations, origin: 'written', verified: false, problems: [...problems] };
}

export function createTelling(
  store: PassageStore,
  onSentence: AnswerListener['onSentence'],
  signal: AbortSignal | undefined,
): Telling {
  const citations: Citation[] = [];
  const places: Place[] = [];
  const written = new Map<CheckedSentence, AnswerSentence>();
  const quoted: AnswerSentence[] = [];

  const numberOf = ({ passage, index }: Place): number =>
    places.findIndex((one) => one.passage === passage && one.index === index) + 1;

  /** The number of what is cited, with a citation made for it where there is none. */
  function cite(place: Place, make: (number: number) => Citation): number {
    const known = numberOf(place);
    if (known > 0) return known;
    places.push(place);
    citations.push(make(places.length));
    return places.length;
  }

  /** What the check found of a sentence that is no quotation. */
  function findItems(checked: CheckedSentence): Pick<AnswerSentence, 'found'> {
    if (originOf(checked) === 'quoted') return {};
    const items = findInCited(checked.sentence.text, checked.cited);
    return { found: items.map(({ place, ...item }) => citeItem(item, place, store)) };
  }

  async function announce(sentence: AnswerSentence): Promise<void> {
    signal?.throwIfAborted();
    await onSentence?.({
      sentence,
      citations: citations.filter(({ number }) => sentence.citations.includes(number)),
    });
  }

  return {
    tell: async (checked) => {
      const numbers = checked.cited.map((one) =>
        cite(one, (number) => citeSentence(number, one.passage, one.sentence, store)),
      );
      const sentence: AnswerSentence = {
        text: checked.sentence.text,
        citations: numbers.sort((a, b) => a - b),
        origin: originOf(checked),
        verified: true,
        problems: [],
        ...findItems(checked),
      };
      written.set(checked, sentence);
      await announce(sentence);
    },
    quote: async (candidate) => {
      if (numberOf(candidate) > 0) return;
      const number = cite(candidate, (next) => citeCandidate(next, candidate, store));
      const { text } = candidate.sentence;
      const sentence: AnswerSentence = {
        text,
        citations: [number],
        origin: 'quoted',
        verified: true,
        problems: [],
      };
      quoted.push(sentence);
      await announce(sentence);
    },
    count: () => written.size + quoted.length,
    told: (checked) => {
      // Only what the answer cites anyway: a source of nothing is none.
      const citedBy = ({ cited }: CheckedSentence) => cited.map(numberOf).filter((number) => number > 0);
      const own = checked.map((one) => written.get(one) ?? strike(one, citedBy(one)));
      return { sentences: [...own, ...quoted], citations };
    },
  };
}
