/** Makes questions without an answer out of those with one. Pure. */
import { swapPlace } from '../../answer/question/question.ts';
import { countryOf } from '../../subjects/countries.ts';
import { namesSubject } from '../../subjects/subject.ts';
import { knownSubject } from '../../subjects/subjects.ts';
import type { EvalQuestion } from '../evaluate/questions/eval-format.ts';
import type { LabelledQuestion } from './labelled.ts';

function isCountry(name: string): boolean {
  return countryOf(name) !== undefined;
}

/**
 * The question about another country of the split, if it names its own: at most one. The report does answer a few of
 * them, so they count little.
 * @param chapters all chapters of the split, sorted.
 */
export function askElsewhere(question: EvalQuestion, chapters: readonly string[]): EvalQuestion[] {
  const [own, second] = question.chapters;
  if (question.kind !== 'answerable' || own === undefined || second !== undefined) return [];
  if (!isCountry(own) || !namesSubject(question.question, knownSubject(own))) return [];
  const others = chapters.filter((name) => name !== own && isCountry(name));
  const other = others[(chapters.indexOf(own) * 7 + question.question.length) % others.length];
  if (other === undefined) return [];
  return [
    {
      ...question,
      id: `${question.id}@${other}`,
      kind: 'near-miss',
      question: swapPlace(question.question, own, other),
      facts: [],
      evidence: [],
      pages: [],
    },
  ];
}

/** The id of the passage before one in its chapter. */
const before = (id: string): string => id.replace(/\d+$/, (number) => String(Number(number) - 1));

/**
 * The question as if the passages with its evidence or a fact were not in the report, nor those behind them, which may have been
 * read together with their last sentences.
 */
export function withoutEvidence(labelled: LabelledQuestion): LabelledQuestion {
  const holding = new Set(
    labelled.sentences.filter((one) => one.isEvidence || one.holdsFact).map((one) => one.passage.id),
  );
  const isTaken = (id: string) => holding.has(id) || holding.has(before(id));
  return { ...labelled, sentences: labelled.sentences.filter(({ passage }) => !isTaken(passage.id)) };
}
