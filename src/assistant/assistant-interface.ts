/** What an assistant can be asked. */
import type { PassageFilter } from '../core/passage-store.ts';
import type { Hit, Passage, ReportDocument } from '../core/types.ts';
import type { RankingPart } from '../search/ranking-parts.ts';
import type { SourceText, Verification } from '../verify/verification.ts';
import type {
  Answer,
  AskRequest,
  CheckedSentence,
  CompareRequest,
  DocumentListing,
  EditionChanges,
  HitsEvent,
  PassageDetail,
  ReadingReport,
  ReadingSample,
  SearchRequest,
  SearchResponse,
  SentenceEvent,
  VerifyRequest,
} from '../wire/types.ts';

export interface AskOptions {
  /** When it is aborted, work stops at the next step and its reason is thrown. */
  signal?: AbortSignal;
  /** Called with the passages found, before sentences are chosen. Awaited, as `onSentence` is. */
  onHits?: (event: HitsEvent) => void | Promise<void>;
  /** Called with each verified sentence as soon as it is ready, in order; the answer still contains them all. */
  onSentence?: (event: SentenceEvent) => void | Promise<void>;
}

/** Answers questions about the documents of one open index. */
export interface Assistant {
  /** The encoder's id, as in `Answer.model`. */
  readonly encoderId: string;
  /** The chat model for written answers, `openai:gpt-5-mini`; null without one. */
  readonly chatModel: string | null;
  /** @throws VerseError `unknown-document`, `unknown-chapter` (names near ones), `chat-not-configured`. */
  ask(request: AskRequest, options?: AskOptions): Promise<Answer>;
  /** @throws VerseError `bad-input` that names the field, `unknown-document`, `unknown-chapter`. */
  search(request: SearchRequest, options?: Pick<AskOptions, 'signal'>): Promise<SearchResponse>;
  /** The ranked passages, for evals; `without` defaults to the assistant's own. */
  retrieve(
    question: string,
    count: number,
    filter?: PassageFilter,
    without?: readonly RankingPart[],
  ): Promise<Hit[]>;
  /**
   * Checks a written sentence against the texts it cites, at least one.
   * @param sources `subjects` and `language`, where they have none, are taken from the open documents.
   */
  verify(sentence: string, sources: readonly SourceText[]): Promise<Verification>;
  /**
   * Checks a written sentence against the text, the passages, the pages or the chapters that it names, or against the
   * best passages of the documents.
   * @throws VerseError `unknown-document`, `unknown-chapter`, `unknown-passage`, `unknown-page`.
   */
  check(request: VerifyRequest, options?: Pick<AskOptions, 'signal'>): Promise<CheckedSentence>;
  /**
   * What changed from one edition of a document to another, sentence by sentence.
   * @throws VerseError `unknown-document`, `unknown-chapter`.
   */
  compare(request: CompareRequest, options?: Pick<AskOptions, 'signal'>): Promise<EditionChanges>;
  /** All passages of a document in reading order, for evals. */
  passages(documentId: string): Promise<readonly Passage[]>;
  documents(): Promise<DocumentListing[]>;
  /** @throws VerseError `unknown-document`. */
  document(id: string): Promise<ReportDocument>;
  /**
   * How well a document was read: a verdict for each part, and pages with what was found on them.
   * @param sample by default six pages, the doubtful ones first.
   * @throws VerseError `unknown-document`.
   */
  reading(id: string, sample?: Partial<ReadingSample>): Promise<ReadingReport>;
  /** The path of a document's file on this machine. @throws VerseError `unknown-document`, `cannot-read`. */
  file(id: string): Promise<string>;
  /** @throws VerseError `unknown-passage`. */
  passage(id: string): Promise<PassageDetail>;
  /** A chapter's passages in reading order; none if the document has no such chapter. */
  chapter(documentId: string, name: string): Promise<PassageDetail[]>;
  /**
   * What an assistant would be whose index held the documents of these collections alone: nothing that it says, no refusal and
   * no suggestion, tells of the others. It is closed with this one.
   */
  within(collections: readonly string[]): Assistant;
  close(): Promise<void>;
}
