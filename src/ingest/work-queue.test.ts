/** A worker over a queue in memory, whose documents are given rather than extracted. */
import { describe, expect, it } from 'vitest';
import { summarizer } from '../assistant/summarizer.ts';
import { VerseError } from '../core/errors.ts';
import type { IngestedDocument, ReportDocument } from '../core/types.ts';
import { usualLimits } from '../quarantine/limits.ts';
import type { DocumentQueue, QueueEntry } from '../store/document-queue.ts';
import { sampleReport } from '../testing/answers/sample-report.ts';
import { createFakeEncoder } from '../testing/networks/fake-encoder.ts';
import { withSketch } from './find-editions.ts';
import { type WorkedDocument, type WorkQueueOptions, workQueue } from './work-queue.ts';

const at = '2026-07-01T09:00:00.000Z';
const away = () =>
  new VerseError('database-away', 'The database db/reports cannot be reached.', 'Try again.');

function entryOf(number: number, id: string): QueueEntry {
  const file = `/reports/${id}.pdf`;
  const upload = '7a1c2f0e-5f0b-4a53-9f0e-2d5c1f7b9a10';
  const told = {
    upload,
    attempts: 1,
    problem: null,
    progress: null,
    edition: null,
    by: 'local:anna',
    queuedAt: at,
    changedAt: at,
  };
  return { number, id, file, sha256: `sum of ${id}`, tags: [], state: 'working', ...told };
}

interface Script {
  entries: QueueEntry[];
  known?: ReportDocument;
  /** What else the index has. */
  others?: readonly IngestedDocument[];
  /** Fails each of these calls once, with the database away. */
  failing?: ('take' | 'write' | 'refuse')[];
}

/** A queue of entries that are taken in turn, and what was called. */
function fakeQueue({ entries, known, others = [], failing = [] }: Script): {
  queue: DocumentQueue;
  calls: string[];
} {
  const left = [...entries];
  const faults = [...failing];
  const calls: string[] = [];
  const call = (name: string, id = '') => {
    calls.push(`${name} ${id}`.trim());
    const [next] = faults;
    if (next !== name) return;
    faults.shift();
    throw away();
  };
  const unused = async (): Promise<never> => {
    throw new Error('A worker does not do this.');
  };
  const queue: DocumentQueue = {
    put: unused,
    list: unused,
    underWay: unused,
    hold: unused,
    tell: unused,
    letGo: unused,
    retry: unused,
    remove: unused,
    clear: unused,
    take: async () => {
      call('take');
      const entry = left.shift();
      if (entry === undefined) return undefined;
      return {
        entry,
        known,
        encodings: async () => new Map(),
        openFile: async () => `/kept/${entry.sha256}`,
        write: async (_, make, { notice } = {}) => {
          call('write', entry.id);
          const made = make(known);
          const { document, encodings } = made;
          calls.push(`${document.file}, ${document.title}, ${encodings.length} encodings`);
          const edition = await notice?.(made, {
            documents: others.map((other) => other.document),
            passages: async (id) => others.find((other) => other.document.id === id)?.passages ?? [],
          });
          return { isWritten: true, edition: edition ?? null };
        },
        finish: async () => call('finish', entry.id),
        refuse: async (problem) => {
          call('refuse', entry.id);
          calls.push(problem);
        },
        giveBack: async () => {
          calls.push(`giveBack ${entry.id}`);
          left.unshift(entry);
        },
      };
    },
  };
  return { queue, calls };
}

async function work(
  script: Script,
  { refused = [], ...more }: Partial<WorkQueueOptions> & { refused?: string[] } = {},
) {
  const { queue, calls } = fakeQueue(script);
  const worked: WorkedDocument[] = [];
  const outages: string[] = [];
  const ended = workQueue({
    queue,
    once: true,
    summarizer,
    encoder: createFakeEncoder(),
    limits: usualLimits,
    ocr: { when: 'off', languages: 'eng' },
    adjust: (document) => document,
    onDocument: (one) => worked.push(one),
    onOutage: ({ message }) => outages.push(message),
    idleMs: 1,
    openExtraction: () => ({
      extract: async ({ id, file, sha256, name }) => {
        calls.push(`extract ${file}`);
        if (refused.includes(id))
          throw new VerseError('unknown-kind', `${name}: not a PDF.`, 'Give a PDF file.');
        const { document, passages } = sampleReport;
        return { document: { ...document, id, file, sha256 }, passages, notes: [] };
      },
      peakBytes: () => 0,
      close: () => calls.push('close'),
    }),
    ...more,
  });
  const failure = await ended.then(
    () => undefined,
    (error: unknown) => error,
  );
  return {
    calls,
    editions: worked.map(({ edition }) => edition),
    outcomes: worked.map(({ id, outcome }) => `${id} ${outcome}`),
    outages,
    failure,
  };
}

const { title } = sampleReport.document;
const encodings = `${sampleReport.passages.length} encodings`;

describe('a worker', () => {
  it('reads the file where it is kept, and writes the document under the path where it was taken in', async () => {
    const { calls, outcomes } = await work({ entries: [entryOf(1, 'etnc')] });
    expect(calls).toEqual([
      'take',
      'extract /kept/sum of etnc',
      'write etnc',
      `/reports/etnc.pdf, ${title}, ${encodings}`,
      'take',
      'close',
    ]);
    expect(outcomes).toEqual(['etnc done']);
  });

  it('keeps what was set by hand, and reads nothing of a file that the index has', async () => {
    const byHand = { ...sampleReport.document, id: 'etnc', title: 'Europe and China', printedTitle: title };
    const changed = await work({ entries: [entryOf(1, 'etnc')], known: byHand });
    expect(changed.calls).toContain(`/reports/etnc.pdf, Europe and China, ${encodings}`);
    const same = await work({ entries: [entryOf(1, 'etnc')], known: { ...byHand, sha256: 'sum of etnc' } });
    expect(same.calls).toEqual(['take', 'finish etnc', 'take', 'close']);
    expect(same.outcomes).toEqual(['etnc unchanged']);
  });

  it('notices of which document one is an edition that is new or changed, and not where its tags are', async () => {
    const others = [withSketch({ ...sampleReport, notes: [] })];
    const { id: like } = sampleReport.document;
    const edition = { document: 'copy', like, share: 1, isDuplicate: true };
    const entries = [entryOf(1, 'copy')];
    expect((await work({ entries, others })).editions).toEqual([edition]);
    expect((await work({ entries })).editions).toEqual([null]);
    const known = { ...sampleReport.document, id: 'copy', sha256: 'sum of copy' };
    const adjust = (document: ReportDocument) => ({ ...document, tags: ['annex'] });
    const tagged = await work({ entries, others, known }, { adjust });
    expect([tagged.outcomes, tagged.editions]).toEqual([['copy done'], [null]]);
  });

  it('keeps a refused document with its sentence, and takes the next one', async () => {
    const entries = [entryOf(1, 'letter'), entryOf(2, 'etnc')];
    const { calls, outcomes, failure } = await work({ entries }, { refused: ['letter'] });
    expect(calls).toContain('letter.pdf: not a PDF. Give a PDF file.');
    expect(outcomes).toEqual(['letter failed', 'etnc done']);
    expect(failure).toBeUndefined();
  });

  it.each([
    'write',
    'refuse',
  ] as const)('begins the document anew where the database is away at %s', async (fault) => {
    const script: Script = { entries: [entryOf(1, 'etnc')], failing: [fault] };
    const { calls, outcomes, outages } = await work(script, { refused: fault === 'refuse' ? ['etnc'] : [] });
    expect(outages).toEqual(['The database db/reports cannot be reached.']);
    expect(calls.filter((call) => call === 'giveBack etnc')).toHaveLength(1);
    expect(outcomes).toEqual([fault === 'refuse' ? 'etnc failed' : 'etnc done']);
  });

  it('does not begin where the database is away from the first, and is told', async () => {
    const { calls, failure } = await work({ entries: [entryOf(1, 'etnc')], failing: ['take'] });
    expect(failure).toMatchObject({ code: 'database-away', sentence: away().sentence });
    expect(calls).toEqual(['take', 'close']);
  });

  it('leaves its document to others when it is stopped', async () => {
    const stopping = new AbortController();
    const reason = new Error('Nobody waits for it.');
    const { calls, failure, outcomes } = await work(
      { entries: [entryOf(1, 'etnc')] },
      {
        signal: stopping.signal,
        onProgress: ({ stage, done }) => {
          if (stage === 'encode etnc' && done === 1) stopping.abort(reason);
        },
      },
    );
    expect(failure).toBe(reason);
    expect(outcomes).toEqual([]);
    expect(calls.slice(-2)).toEqual(['giveBack etnc', 'close']);
  });
});
