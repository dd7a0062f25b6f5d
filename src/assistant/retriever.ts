/** The documents as a LangChain retriever, for chains and agents that bring their own model. */
import { pathToFileURL } from 'node:url';
import type { CallbackManagerForRetrieverRun } from '@langchain/core/callbacks/manager';
import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { SearchRequest } from '../wire/types.ts';
import type { Assistant } from './assistant.ts';

/** Where a passage stands, and how near to the query. */
export interface PassageMetadata extends Record<string, unknown> {
  /** The document's id: the file's name without its ending. */
  document: string;
  /** The year that it is of, if known. */
  documentYear?: number | undefined;
  /** What tells it from the others of the index; absent where it is the only one. */
  documentLabel?: string | undefined;
  /** The document's title. */
  title: string;
  /** The page in the PDF: of this machine, or of the server that `serverUrl` names. */
  link: string;
  chapter: string;
  section: string | null;
  /** The first page it stands on, counted from 1 in the file. */
  page: number;
  pages: number[];
  kind: 'body' | 'note' | 'table';
  passageId: string;
  /** 0..1 within one result list. */
  score: number;
}

export interface ChapterAndVerseRetrieverInput
  extends BaseRetrieverInput,
    Pick<SearchRequest, 'documents' | 'years' | 'chapters' | 'kinds'> {
  /** `tags` of a search; that name is taken by LangChain, for its traces. */
  documentTags?: SearchRequest['tags'];
  /** Opened, and closed, by the caller. */
  assistant: Pick<Assistant, 'search' | 'document'>;
  /** A `verse serve` that gives the PDFs, `https://reports.example`: links then lead there, and not to files. */
  serverUrl?: string;
  /** How many passages to give, at most 100; 4 by default. */
  k?: number;
}

/** Gives the passages nearest to a query, best first, each as a document with its place as metadata. */
export class ChapterAndVerseRetriever extends BaseRetriever<PassageMetadata> {
  static override lc_name(): string {
    return 'ChapterAndVerseRetriever';
  }

  override lc_namespace = ['chapter-and-verse', 'retrievers'];
  readonly #assistant: ChapterAndVerseRetrieverInput['assistant'];
  readonly #serverUrl: string | undefined;
  readonly #request: Omit<SearchRequest, 'query'>;

  constructor(input: ChapterAndVerseRetrieverInput) {
    const { assistant, serverUrl, k = 4, documents, documentTags, years, chapters, kinds, ...fields } = input;
    super(fields);
    this.#assistant = assistant;
    this.#serverUrl = serverUrl?.replace(/\/+$/, '');
    this.#request = {
      limit: k,
      ...(documents !== undefined && { documents }),
      ...(documentTags !== undefined && { tags: documentTags }),
      ...(years !== undefined && { years }),
      ...(chapters !== undefined && { chapters }),
      ...(kinds !== undefined && { kinds }),
    };
  }

  /** @throws VerseError `bad-input`, `unknown-document`, `unknown-chapter`. */
  override async _getRelevantDocuments(
    query: string,
    _callbacks?: CallbackManagerForRetrieverRun,
  ): Promise<Document<PassageMetadata>[]> {
    const { hits } = await this.#assistant.search({ ...this.#request, query });
    const ids = [...new Set(hits.map(({ document }) => document))];
    const documents = new Map(
      await Promise.all(ids.map(async (id) => [id, await this.#assistant.document(id)] as const)),
    );
    return hits.map(({ text, path: _, ocr: _ocr, scores: _scores, ...place }) => {
      const { title = place.document, file = '' } = documents.get(place.document) ?? {};
      const link = `${this.#addressOf(place.document, file)}#page=${place.page}`;
      return new Document({ id: place.passageId, pageContent: text, metadata: { ...place, title, link } });
    });
  }

  #addressOf(id: string, file: string): string {
    if (this.#serverUrl === undefined) return pathToFileURL(file).href;
    return `${this.#serverUrl}/v1/documents/${encodeURIComponent(id)}/file`;
  }
}
