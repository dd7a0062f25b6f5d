/** Turns chosen sentences into an answer's sentences and citations, and these into text. */
import type { PassageStore } from '../core/passage-store.ts';
import type { Warning } from '../core/types.ts';
import { itemMark } from '../text/item-mark.ts';
import { isAround } from '../wire/lead.ts';
import type { Answer, AnswerSentence, Coverage } from '../wire/types.ts';
import type { Candidate } from './choose/candidate.ts';
import type { CountryChoice } from './choose/choose-countries.ts';
import { citeCandidate, fetchWorks, placesOf } from './cite.ts';
import type { Reckoning } from './reckon/reckon.ts';
import type { Told } from './written.ts';

/** The sentences to quote, those that answer first; in a comparison with their places. */
export interface Choice {
  chosen: Candidate[];
  /** Those of them that answer, where the others stand around these. */
  lead?: readonly Candidate[] | undefined;
  groups?: readonly CountryChoice[];
  /** Those of them that open the items of a list. */
  items?: readonly Candidate[] | undefined;
  /** How complete it is, where it is from several chapters. */
  coverage?: Coverage | undefined;
  /** Warnings about the choice. */
  warning?: Warning | undefined;
}

/**
 * The quoted sentences and their citations, and behind them what is reckoned from two figures of them.
 * @param reckoning of rows that are among the chosen ones.
 */
export async function quoteChoice(
  choice: Choice,
  question: string,
  store: PassageStore,
  reckoning?: Reckoning,
): Promise<Told> {
  const told = { ...(await toSentences(choice, question, store)), ...toGroups(choice) };
  // Where figures are reckoned, all that stands there shows what with.
  if (reckoning === undefined) return { ...told, ...toLead(choice) };
  const computed: AnswerSentence = {
    text: reckoning.text,
    citations: reckoning.rows.map((row) => choice.chosen.indexOf(row) + 1),
    origin: 'computed',
    verified: true,
    problems: [],
  };
  return { ...told, sentences: [...told.sentences, computed] };
}

async function toSentences(
  { chosen, items = [] }: Choice,
  question: string,
  store: PassageStore,
): Promise<Told> {
  const works = { ...(await fetchWorks(chosen.flatMap(placesOf), store)), question };
  const citations = chosen.map((candidate, index) => citeCandidate(index + 1, candidate, works));
  const sentences = chosen.map(
    (candidate, index): AnswerSentence => ({
      text: candidate.sentence.text,
      citations: [index + 1],
      origin: 'quoted',
      verified: true,
      problems: [],
      ...(items.includes(candidate) && { listItem: true }),
    }),
  );
  return { sentences, citations };
}

function toGroups({ chosen, groups }: Choice): Pick<Answer, 'groups'> {
  if (groups === undefined) return {};
  return {
    groups: groups.map((group) => ({
      label: group.label,
      sentences: group.chosen.map((one) => chosen.indexOf(one)),
    })),
  };
}

function toLead({ chosen, lead }: Choice): Pick<Answer, 'lead'> {
  return lead === undefined ? {} : { lead: lead.map((one) => chosen.indexOf(one)) };
}

/**
 * The answer as text, with citation numbers; a comparison has a line for each place, a list one for each item. What
 * stands around those that answer is a paragraph of its own.
 */
export function readableText({ sentences, groups, lead }: Told): string {
  const line = ({ text, citations }: AnswerSentence) =>
    citations.length === 0 ? text : `${text} ${citations.map((number) => `[${number}]`).join('')}`;
  const paragraph = (own: readonly AnswerSentence[]) =>
    own
      .filter(({ verified }) => verified)
      .map((one) => (one.listItem ? `\n${itemMark(one.text)}${line(one)}` : ` ${line(one)}`))
      .join('')
      .trim();
  if (groups === undefined) {
    const around = sentences.filter((_, index) => isAround({ lead }, index));
    const answering = sentences.filter((one) => !around.includes(one));
    return [answering, around].map(paragraph).join('\n\n').trim();
  }
  return groups
    .map((group) => {
      const own = group.sentences.flatMap((index) => sentences[index] ?? []);
      return `${group.label}: ${own.length === 0 ? 'Not stated.' : own.map(line).join(' ')}`;
    })
    .join('\n');
}
