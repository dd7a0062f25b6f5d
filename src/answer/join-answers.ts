/** Puts the answers to questions that were asked at once together. Pure. */
import type { Warning } from '../core/types.ts';
import { isAround } from '../wire/lead.ts';
import type { Answer, AnswerSentence, Citation } from '../wire/types.ts';
import { keyOf } from './choose/select.ts';
import { readableText } from './quote.ts';

type Sentences = Pick<Answer, 'sentences' | 'citations' | 'lead'>;

/**
 * The sentences of all answers, each once, with citations numbered through: in the order of the answers what leads, then
 * what stands around it.
 */
function joinSentences(answers: readonly Answer[]): Sentences {
  const pieces = answers.flatMap((answer) => {
    const numbers = new Map<number, number>();
    return answer.sentences.map((sentence, index) => ({
      answer,
      numbers,
      sentence,
      around: isAround(answer, index),
    }));
  });
  const inOrder = [...pieces.filter(({ around }) => !around), ...pieces.filter(({ around }) => around)];
  const sentences: AnswerSentence[] = [];
  const citations: Citation[] = [];
  const lead: number[] = [];
  const known = new Set<string>();
  for (const { answer, numbers, sentence, around } of inOrder) {
    const cite = (number: number): number => {
      const taken = numbers.get(number);
      if (taken !== undefined) return taken;
      const cited = citations.length + 1;
      citations.push(
        ...answer.citations.flatMap((one) => (one.number === number ? [{ ...one, number: cited }] : [])),
      );
      numbers.set(number, cited);
      return cited;
    };
    const key = keyOf(sentence.text);
    if (known.has(key)) continue;
    known.add(key);
    if (!around) lead.push(sentences.length);
    sentences.push({ ...sentence, citations: sentence.citations.map(cite) });
  }
  return { sentences, citations, ...(lead.length < sentences.length && { lead }) };
}

const sumOf = (answers: readonly Answer[], part: keyof Answer['timings']) =>
  answers.reduce((sum, { timings }) => sum + timings[part], 0);

function joinTimings(answers: readonly Answer[]): Answer['timings'] {
  return {
    totalMs: sumOf(answers, 'totalMs'),
    analyseMs: sumOf(answers, 'analyseMs'),
    encodeMs: sumOf(answers, 'encodeMs'),
    searchMs: sumOf(answers, 'searchMs'),
    selectMs: sumOf(answers, 'selectMs'),
    generateMs: sumOf(answers, 'generateMs'),
  };
}

/** Each warning once. */
function joinWarnings(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((one) => [one.message, one])).values()];
}

/**
 * One answer to all questions: what answers each of them, as sure as the least sure is; what is not found is said in a warning.
 * @param parts the questions as they were asked by themselves, each with its answer; at least one.
 */
export function joinAnswers(parts: readonly { asked: string; answer: Answer }[]): Answer {
  const answers = parts.map(({ answer }) => answer);
  const found = answers.filter(({ status }) => status === 'answered');
  const timings = joinTimings(answers);
  const [first] = found.length > 0 ? found : answers;
  if (first === undefined) throw new Error('No answers to join.');
  if (found.length === 0) return { ...first, timings };
  const missing = parts
    .filter(({ answer }) => answer.status !== 'answered')
    .map(
      ({ asked, answer }): Warning => ({ code: 'part-not-found', message: `“${asked}”: ${answer.answer}` }),
    );
  const { groups: _, coverage: _coverage, lead: _lead, ...head } = first;
  const told = joinSentences(found);
  return {
    ...head,
    ...told,
    answer: readableText(told),
    confidence: Math.min(...found.map(({ confidence }) => confidence)),
    warnings: joinWarnings([...found.flatMap(({ warnings }) => warnings), ...missing]),
    timings,
  };
}
