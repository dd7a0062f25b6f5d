/** Answers a question for the gist of a document, or of a part of one, with the sentences that say it. */
import { compareIds } from '../../core/passage-store.ts';
import type { ReportDocument } from '../../core/types.ts';
import type { RetrievedHit } from '../../search/retrieve.ts';
import { countWords } from '../../text/count-words.ts';
import { abstention, choice } from '../answer-numbers.ts';
import type { AnswerOptions } from '../answer-options.ts';
import type { Candidate } from '../choose/candidate.ts';
import type { Decision } from '../choose/decide.ts';
import { fetchHits } from '../choose/fetch-hits.ts';
import { keyOf } from '../choose/select.ts';
import type { Choice } from '../quote.ts';
import type { Asked } from '../understand.ts';
import { type FoundGist, findGist, type GistSentence } from './find-gist.ts';
import { findPart } from './find-part.ts';
import { type GistQuestion, isTopic, readGistQuestion } from './gist-question.ts';

type Options = Pick<AnswerOptions, 'store' | 'filter' | 'languages' | 'maxWords'>;

/** The first sentences that fit, no two alike. */
function fitting(sentences: readonly GistSentence[], maxWords: number): GistSentence[] {
  const taken = new Map<string, GistSentence>();
  let left = maxWords;
  for (const one of sentences) {
    const text = one.passage.sentences[one.index]?.text ?? '';
    if (taken.has(keyOf(text))) continue;
    left -= countWords(text);
    if (left < 0 && taken.size > 0) break;
    taken.set(keyOf(text), one);
  }
  return [...taken.values()];
}

/** Sentences as candidates, in reading order. */
async function toCandidates(
  sentences: readonly GistSentence[],
  score: (hits: readonly RetrievedHit[]) => Candidate[],
  { store }: Options,
): Promise<Candidate[]> {
  const passages = new Map(sentences.map(({ passage }) => [passage.id, passage]));
  const hits = await fetchHits([...passages.values()], store);
  const isWanted = ({ passage, index }: Candidate) =>
    sentences.some((one) => one.passage.id === passage.id && one.index === index);
  return score(hits)
    .filter(isWanted)
    .sort((a, b) => compareIds(a.passage.id, b.passage.id) || a.index - b.index);
}

/** More documents than these have too many gists to read. */
const mostDocuments = 6;

/** What one of the documents says of it; undefined where the question names a part that it has not, or another topic. */
async function findIn(
  document: ReportDocument,
  question: GistQuestion,
  { text, language, namedChapters }: Asked,
  { store, filter, languages }: Options,
): Promise<FoundGist | undefined> {
  const { id, title, printedTitle = '' } = document;
  const ownTitles = [title, printedTitle, id.replace(/[-_]/g, ' ')];
  const namesPart = namedChapters.length > 0 || language.questions?.gist.partNoun.test(text) === true;
  // Most questions end here, before anything is read.
  if (!question.asksOfDocument && !namesPart && !isTopic(question, ownTitles, [], language)) return undefined;
  const all = await store.readStretch({ ...filter, documents: [id], kinds: ['body'] });
  const part = findPart(text, all, namedChapters, language);
  if (part === undefined && language.questions?.gist.partNumber.test(text)) return undefined;
  const { path = [], passages } = part ?? { passages: all };
  if (!isTopic(question, [...ownTitles, ...path], passages, language)) return undefined;
  const matter = new Set(document.chapters.flatMap(({ kind, name }) => (kind === 'chapter' ? [] : [name])));
  const chapters = document.chapters.length - matter.size;
  const sources = { passages, language: languages.of(id), matter, chapters, isPart: part !== undefined };
  return findGist(question.form, sources);
}

/**
 * What answers a question for the gist, of several documents that of each; undefined where it asks for anything else, or of
 * too many. Where nothing says it, it is refused: any sentence with the words of such a question speaks of something else.
 */
export async function chooseGist(
  asked: Asked,
  score: (hits: readonly RetrievedHit[]) => Candidate[],
  options: Options,
): Promise<(Choice & Decision) | undefined> {
  const { text, language, documents } = asked;
  const question = readGistQuestion(text, language);
  if (question === undefined || documents.length > mostDocuments) return undefined;
  const each = await Promise.all(documents.map((document) => findIn(document, question, asked, options)));
  const found = each.flatMap((one) => one ?? []);
  const said = found.filter(({ sentences }) => sentences.length > 0);
  const room = (options.maxWords * choice.gist.wordsOfAnswer) / said.length;
  const sentences = said.flatMap((one) => fitting(one.sentences, room));
  const chosen = await toCandidates(sentences, score, options);
  if (chosen.length > 0) {
    const { sureOfHeaded, sureOfOthers } = choice.gist;
    return { chosen, confidence: said.some(({ isHeaded }) => isHeaded) ? sureOfHeaded : sureOfOthers };
  }
  const isRefused = found.length > 0 && question.topic.size === 0;
  return isRefused ? { chosen, confidence: abstention.ruledOut, reason: 'not-stated' } : undefined;
}
