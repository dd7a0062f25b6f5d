/** Holds a draft's sentences against the places that they cite, or looks the best places up. */
import type { Language } from '../../core/language.ts';
import type { OnProgress, ReportDocument } from '../../core/types.ts';
import { chooseLanguage } from '../../language/choose-language.ts';
import { labelDocuments } from '../../wire/label-documents.ts';
import type { CheckedSentence, Draft, DraftSentence, VerifyRequest } from '../../wire/types.ts';
import { type DraftFormat, type ReadSentence, readDraft } from './read-draft.ts';
import { isChapterName, type ResolvedPlaces, resolvePlaces } from './resolve-places.ts';

export type Scope = Pick<VerifyRequest, 'documents' | 'chapters' | 'pages'>;

export interface CheckDraftOptions {
  format: DraftFormat;
  documents: readonly ReportDocument[];
  /** Where sentences that cite nothing are looked up; everywhere by default. */
  scope?: Scope;
  check: (request: VerifyRequest) => Promise<CheckedSentence>;
  onProgress?: OnProgress;
  /** Hears of each sentence as soon as it is checked. */
  onSentence?: (sentence: DraftSentence) => void;
}

/** A block quotation as one in quotation marks: its words must be the report's. */
function quote(text: string): string {
  return `“${text.replace(/["“”„«»]/g, "'")}”`;
}

/** What a sentence is held against: its citations, else the scope. */
function scopeOf(
  { pages, documents }: ResolvedPlaces,
  { scope = {}, documents: all }: CheckDraftOptions,
): Scope {
  if (pages.length === 0) return scope;
  return { pages, ...(all.length > 1 && { documents }) };
}

/**
 * Checks one sentence that has something to check.
 * @param chapter the chapter that supports the sentence before.
 * @param language that of the draft.
 */
async function checkClaim(
  { claim, isQuote }: ReadSentence,
  scope: Scope,
  chapter: string | undefined,
  check: CheckDraftOptions['check'],
  { drafts }: Language,
): Promise<CheckedSentence> {
  const checked = await check({ sentence: claim, ...scope });
  // Only the report's own sentence is supported without any doubt.
  if (isQuote && checked.score < 1) {
    const quoted = await check({ sentence: quote(claim), ...scope });
    return quoted.verdict === 'altered-quotation' ? quoted : checked;
  }
  const isOpen = scope.pages === undefined && scope.chapters === undefined;
  if (
    checked.verdict === 'supported' ||
    !isOpen ||
    chapter === undefined ||
    drafts?.leaning.test(claim) !== true
  )
    return checked;
  const near = await check({ sentence: claim, ...scope, chapters: [chapter] });
  return near.verdict === 'supported' ? near : checked;
}

/** What the check of a sentence means for a draft. */
export function statusOf(
  { verdict, elsewhere }: CheckedSentence,
  faults: readonly string[],
): DraftSentence['status'] {
  if (elsewhere !== undefined) return 'misplaced';
  if (verdict === 'supported') return faults.length > 0 ? 'misplaced' : 'carried';
  return verdict === 'altered-quotation' ? verdict : 'not-carried';
}

function summarize(sentences: readonly DraftSentence[]): Draft['summary'] {
  const count = (...statuses: DraftSentence['status'][]) =>
    sentences.filter(({ status }) => statuses.includes(status)).length;
  return {
    sentences: sentences.length,
    carried: count('carried'),
    misplaced: count('misplaced'),
    notCarried: count('not-carried', 'altered-quotation'),
    notChecked: count('not-checked'),
  };
}

/**
 * Checks a draft sentence by sentence.
 * @param file its name, for the report.
 * @throws VerseError as the assistant's `check` does for the scope.
 */
export async function checkDraft(file: string, draft: string, options: CheckDraftOptions): Promise<Draft> {
  const { format, documents, check, onProgress, onSentence } = options;
  const language = chooseLanguage([draft]);
  const isChapter = (name: string) => isChapterName(name, documents);
  const read = readDraft(draft, { format, isChapter, labels: labelDocuments(documents), language });
  const sentences: DraftSentence[] = [];
  const keep = (sentence: DraftSentence) => {
    sentences.push(sentence);
    onSentence?.(sentence);
  };
  /** The chapter that supports the sentence before. */
  let chapter: string | undefined;
  for (const sentence of read) {
    const { line, column, text, citations, skip } = sentence;
    const base = { line, column, text, cited: citations.map((one) => one.text) };
    if (skip !== undefined) keep({ ...base, status: 'not-checked', skipped: skip, faults: [] });
    else {
      const places = resolvePlaces(citations, documents, language);
      const { faults } = places;
      const verification = await checkClaim(sentence, scopeOf(places, options), chapter, check, language);
      const { verdict, citation, elsewhere } = verification;
      if (verdict === 'supported' || elsewhere !== undefined) chapter = (elsewhere ?? citation)?.chapter;
      keep({ ...base, status: statusOf(verification, faults), faults, verification });
    }
    onProgress?.({ stage: 'checking', done: sentences.length, total: read.length });
  }
  return { file, sentences, summary: summarize(sentences) };
}
