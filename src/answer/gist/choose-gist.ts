/** Answers a question for the gist of a document, or of a part of one, with the sentences that say it. */
import { compareIds } from '../../core/passage-store.ts';
import type { RetrievedHit } from '../../search/retrieve.ts';
import { countWords } from '../../text/count-words.ts';
import { abstention, choice } from '../answer-numbers.ts';
import type { AnswerOptions } from '../answer-options.ts';
import type { Candidate } from '../choose/candidate.ts';
import type { Decision } from '../choose/decide.ts';
import { keyOf } from '../choose/select.ts';
import type { Choice } from '../quote.ts';
import type { Asked } from '../understand.ts';
import { findGist, type GistSentence } from './find-gist.ts';
import { findPart } from './find-part.ts';
import { isTopic, readGistQuestion } from './gist-question.ts';

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
  const vectors = await store.vectors([...passages.keys()]);
  const hits = [...passages.values()].flatMap((passage) => {
    const own = vectors.get(passage.id);
    const scores = { keyword: null, vector: null, maxsim: null };
    return own === undefined ? [] : [{ passage, score: 1, scores, vectors: own }];
  });
  const isWanted = ({ passage, index }: Candidate) =>
    sentences.some((one) => one.passage.id === passage.id && one.index === index);
  return score(hits)
    .filter(isWanted)
    .sort((a, b) => compareIds(a.passage.id, b.passage.id) || a.index - b.index);
}

/**
 * What answers a question for the gist; undefined where it asks for anything else, where several documents are asked, and
 * where nothing says it.
 */
export async function chooseGist(
  { text, language, namedChapters, documents }: Asked,
  score: (hits: readonly RetrievedHit[]) => Candidate[],
  options: Options,
): Promise<(Choice & Decision) | undefined> {
  const question = readGistQuestion(text, language);
  const [document, other] = documents;
  if (question === undefined || document === undefined || other !== undefined) return undefined;
  const { store, filter, languages, maxWords } = options;
  const { id, title, printedTitle = '' } = document;
  const all = await store.readStretch({ ...filter, documents: [id], kinds: ['body'] });
  const part = findPart(text, all, namedChapters, language);
  const { path = [], passages } = part ?? { passages: all };
  const titles = [title, printedTitle, id.replace(/[-_]/g, ' '), ...path];
  if (!isTopic(question, titles, passages, language)) return undefined;
  const matter = new Set(document.chapters.flatMap(({ kind, name }) => (kind === 'chapter' ? [] : [name])));
  const chapters = document.chapters.length - matter.size;
  const sources = { passages, language: languages.of(id), matter, chapters, isPart: part !== undefined };
  const { sentences, isHeaded } = findGist(question.form, sources);
  const chosen = await toCandidates(fitting(sentences, maxWords * choice.gist.wordsOfAnswer), score, options);
  if (chosen.length > 0)
    return { chosen, confidence: isHeaded ? choice.gist.sureOfHeaded : choice.gist.sureOfOthers };
  // Any sentence with the words of such a question speaks of something else.
  return question.topic.size === 0
    ? { chosen, confidence: abstention.ruledOut, reason: 'not-stated' }
    : undefined;
}
