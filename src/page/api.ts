/** The server's endpoints that the page uses. */
import type {
  Answer,
  AskRequest,
  DocumentChange,
  DocumentListing,
  PassageDetail,
  Problem,
  ReadingReport,
  SearchResponse,
  StarterList,
  Uploads,
} from '../wire/types.ts';
import type { Asked } from './address.ts';
import { readEvents } from './answer/read-events.ts';
import { addSentence } from './conversation/conversation.ts';
import type { Failure, PartialAnswer, Scope } from './nouns.ts';

/** A failed request, with what to tell the reader. */
export class RequestFailure extends Error {
  constructor(readonly failure: Failure) {
    super(failure.title);
  }
}

interface ProblemBody {
  code: string;
  detail: string;
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}

const titles: Partial<Record<number, string>> = {
  400: 'The question was refused',
  413: 'This is too large',
  422: 'The question was refused',
  429: 'Too many questions at once',
  503: 'Not ready',
};

function kindOf(status: number, problem: ProblemBody | null): Failure['kind'] {
  if (problem?.code === 'no-index') return 'no-index';
  return status === 401 ? 'no-access' : 'refused';
}

function toFailure(status: number, body: unknown): RequestFailure {
  const problem = isProblem(body) ? body : null;
  return new RequestFailure({
    kind: kindOf(status, problem),
    title: titles[status] ?? 'Something went wrong',
    detail: problem?.detail ?? `The server answered ${status}.`,
  });
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** @throws RequestFailure, or the reason of the caller's signal. */
async function send(path: string, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, options).catch((error: unknown) => {
    if (isAbort(error)) throw error;
    throw new RequestFailure({
      kind: 'unreachable',
      title: 'Not connected',
      detail: `This page asked ${location.host} and got no reply.`,
    });
  });
  if (response.ok) return response;
  throw toFailure(response.status, await response.json().catch(() => null));
}

async function getJson<Body>(path: string, options?: RequestInit): Promise<Body> {
  const response = await send(path, options);
  return response.json();
}

function post(body: unknown, accept = 'application/json'): RequestInit {
  const headers = { 'Content-Type': 'application/json', Accept: accept };
  return { method: 'POST', headers, body: JSON.stringify(body) };
}

/** The part of the answer received so far. */
export type OnPartial = (partial: PartialAnswer, passages: number | null) => void;

async function readAnswer(stream: ReadableStream<Uint8Array>, onPartial: OnPartial): Promise<Answer> {
  let partial: PartialAnswer = { sentences: [], citations: [] };
  let passages: number | null = null;
  for await (const { name, data } of readEvents(stream)) {
    if (name === 'done') return JSON.parse(data);
    if (name === 'error') {
      const problem: Problem = JSON.parse(data);
      throw toFailure(problem.status, problem);
    }
    if (name === 'hits') passages = (JSON.parse(data).hits ?? []).length;
    if (name === 'sentence') {
      partial = addSentence(partial, JSON.parse(data));
    }
    onPartial(partial, passages);
  }
  throw new RequestFailure({
    kind: 'refused',
    title: 'The answer broke off',
    detail: 'The server closed the connection before the answer was whole. Ask again.',
  });
}

/** Asks; `onPartial` is called with each sentence that the server streams. */
export async function ask(asked: Asked, signal: AbortSignal, onPartial: OnPartial): Promise<Answer> {
  const { question, scope, mode, history = [] } = asked;
  const body: AskRequest = {
    question,
    ...scope,
    ...(mode === 'generate' && { mode }),
    ...(history.length > 0 && { history: [...history] }),
  };
  const response = await send('/v1/ask', {
    ...post(body, 'text/event-stream, application/json;q=0.9'),
    signal,
  });
  const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream');
  if (isStream && response.body !== null) return readAnswer(response.body, onPartial);
  return response.json();
}

/** The passages ranked for a question, best first. */
export function search(query: string, scope: Scope, limit: number): Promise<SearchResponse> {
  return getJson('/v1/search', post({ query, ...scope, limit }));
}

export function listDocuments(): Promise<DocumentListing[]> {
  return getJson('/v1/documents');
}

/** Questions to start with: those found so far. */
export function listStarters(): Promise<StarterList> {
  return getJson('/v1/starters');
}

/** The document with its structure, which lists leave out. */
export function readDocument(id: string): Promise<DocumentListing> {
  return getJson(documentAddress(id));
}

/** How well a document was read, with a sample of its pages; some of them are drawn by the seed. */
export function readReading(id: string, seed: number): Promise<ReadingReport> {
  return getJson(`${documentAddress(id)}/reading?seed=${seed}`);
}

/** Sets a title, a year or tags; null for what is read of the document itself. */
export function changeDocument(id: string, change: DocumentChange): Promise<DocumentListing> {
  return getJson(documentAddress(id), { ...post(change), method: 'PATCH' });
}

/** Whether a language model can write answers. */
export async function readWrites(): Promise<boolean> {
  const { writes }: { writes: boolean } = await getJson('/readyz');
  return writes;
}

export function readPassage(id: string): Promise<PassageDetail> {
  return getJson(`/v1/passages/${id.split('/').map(encodeURIComponent).join('/')}`);
}

export function readUploads(): Promise<Uploads> {
  return getJson('/v1/uploads');
}

/** Uploads a PDF; the server answers once it has the file, and ingests it afterwards. */
export function addDocument(file: File): Promise<Uploads> {
  const headers = { 'Content-Type': 'application/pdf' };
  return getJson(`/v1/documents?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers,
    body: file,
  });
}

export async function removeDocument(id: string): Promise<Uploads> {
  return getJson(documentAddress(id), { method: 'DELETE' });
}

/** Resolves when the ingest has stopped. */
export async function cancelIngest(id: string): Promise<Uploads> {
  return getJson(`/v1/uploads/${encodeURIComponent(id)}/ingest`, { method: 'DELETE' });
}

export async function dismissUpload(id: string): Promise<Uploads> {
  return getJson(`/v1/uploads/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

export function documentAddress(id: string): string {
  return `/v1/documents/${encodeURIComponent(id)}`;
}

/** The whole address of the PDF at a page, as citations have it. */
export function fileAddress({ document, page }: { document: string; page: number }): string {
  return new URL(`${documentAddress(document)}/file#page=${page}`, location.origin).href;
}
