/** Servers, workers and their database, ended with SIGKILL in turn while questions are asked and documents are queued. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { enqueueDocuments, withQueue } from '../../../assistant/document-queue.ts';
import { expectedIndex } from '../../../assistant/expected-index.ts';
import { summarizer } from '../../../assistant/summarizer.ts';
import { type Config, packageRoot } from '../../../config/settings.ts';
import type { Passage } from '../../../core/types.ts';
import type { WorkedDocument } from '../../../ingest/work-queue.ts';
import { withHome } from '../../../store/choose-home.ts';
import { openIndex } from '../../../store/disk/open-index.ts';
import type { QueueEntry } from '../../../store/document-queue.ts';
import { readEvalFile } from '../../evaluate/questions/eval-format.ts';
import { type AttackFamily, type AttackRow, type AttackSettings, countHeld } from '../family.ts';
import { type Asked, askInTurn, askUntil } from './ask-in-turns.ts';
import { findPostgres } from './find-postgres.ts';
import { makeAnnex } from './make-annexes.ts';
import { type Killable, type Server, startServer, startWorker } from './program.ts';
import { startPostgres, type TemporaryPostgres } from './temporary-postgres.ts';

const rounds = 2;
const questionCount = 24;
const clientCount = 2;
/** Documents that are queued in a round; every fourth is there in a second version right after. */
const annexesEach = 12;
/** How long the database stays away. */
const awayMs = 3000;
/** Refusals so long after it is back are of its absence still: a server connects anew, and may have to open the index anew. */
const graceMs = 5000;
const patienceMs = 300_000;

/** A time during which the database was away, of `performance.now()`. */
interface Outage {
  from: number;
  to: number;
}

/** What is attacked: everything over one database. */
interface Stage {
  config: Config;
  root: string;
  database: TemporaryPostgres;
  passages: readonly Passage[];
  /** The documents that questions are asked of: what is queued beside them must not change an answer. */
  documents: readonly string[];
  servers: readonly Server[];
  workers: readonly Killable[];
  worked: readonly WorkedDocument[];
  outages: Outage[];
  /** What was queued, by id: the sum of the latest version. */
  queued: Map<string, string>;
  signal: AbortSignal | undefined;
}

/** Polls until `isSo`. @throws Error with `what` where it takes too long; the reason of the signal. */
async function until(isSo: () => Promise<boolean>, what: string, signal?: AbortSignal): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    signal?.throwIfAborted();
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await wait(200);
  }
}

/** Puts what is in the folder of an index into the database. */
async function copyIndex(config: Config, inDatabase: Config): Promise<Pick<Stage, 'passages' | 'documents'>> {
  const { encoderId } = await expectedIndex(config.modelsDir);
  const index = await openIndex(config.indexDir, { encoderId });
  try {
    const documents = await index.documents();
    const taken = await Promise.all(documents.map(({ id }) => index.takeDocument(id)));
    const contents = taken.flatMap((one) => one ?? []);
    const { passageRules, encoder } = index.manifest;
    await withHome(inDatabase, (home) =>
      home.change(encoderId, ({ write }) =>
        write({ encoderId, dimensions: encoder.dimensions, passageRules, summarizer, documents: contents }),
      ),
    );
    return {
      passages: contents.flatMap((one) => one.passages),
      documents: documents.map(({ id }) => id),
    };
  } finally {
    await index.close();
  }
}

/** Queues an annex, also while the database is away. */
async function queueAnnex(
  { config, root, passages, queued, signal }: Stage,
  number: number,
  version: number,
): Promise<void> {
  const { id, bytes } = makeAnnex(passages, number, version);
  const folder = join(root, `version-${version}`);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${id}.pdf`);
  await writeFile(path, bytes);
  await until(
    async () => {
      const put = await enqueueDocuments(config, [path]).catch(() => undefined);
      const [entry] = put?.queued ?? [];
      if (entry !== undefined) queued.set(id, entry.sha256);
      return entry !== undefined;
    },
    `${id} to be queued`,
    signal,
  );
  // So that the next version is no stranger of the same name. Workers have the file from the database.
  await rm(path);
}

/** Queues the annexes of a round, second versions right after the first. */
async function queueAnnexes(stage: Stage, round: number): Promise<void> {
  for (let at = 0; at < annexesEach; at += 1) {
    const number = round * annexesEach + at;
    for (const version of at % 4 === 0 ? [1, 2] : [1]) await queueAnnex(stage, number, version);
    await wait(300);
  }
}

const listQueue = (config: Config): Promise<QueueEntry[]> =>
  withQueue(config, (queue) => queue.list()).catch(() => []);

const isDrained = async ({ config, queued }: Stage) => {
  const entries = await listQueue(config);
  return (
    entries.length >= queued.size && entries.every(({ state }) => state === 'done' || state === 'failed')
  );
};

const isAnswering = async (server: Server, { documents }: Stage, question: string) =>
  'answer' in (await askInTurn([server], 0, question, documents));

/** Kills a worker, a server and the database, one after the other; what it gives are the faults that were not met. */
async function killInTurn(
  stage: Stage,
  round: number,
  question: string,
): Promise<Map<string, string | null>> {
  const { config, database, servers, workers, outages, signal } = stage;
  const met = new Map<string, string | null>();
  const note = (fault: string, work: Promise<void>) =>
    work.then(
      () => met.set(fault, null),
      (error: unknown) => met.set(fault, String(error)),
    );
  const [worker, server] = [workers[round % workers.length], servers[round % servers.length]];
  if (worker === undefined || server === undefined) throw new Error('Nothing is there to kill.');
  const reading = async () => (await listQueue(config)).filter(({ state }) => state === 'working');
  await until(
    async () => (await reading()).length === workers.length,
    'every worker to have a document',
    signal,
  );
  const held = await reading();
  await worker.kill();
  await note(
    'a worker that reads a document',
    until(
      async () => {
        const now = await listQueue(config);
        return held.every(({ number }) => now.find((one) => one.number === number)?.state === 'done');
      },
      'its document to be read by another',
      signal,
    ),
  );
  await worker.start();
  await server.kill();
  const others = servers.filter((one) => one !== server);
  await note(
    'a server',
    until(
      async () => (await Promise.all(others.map((one) => isAnswering(one, stage, question)))).every(Boolean),
      'the other to answer',
      signal,
    ),
  );
  await server.start();
  const from = performance.now();
  database.kill();
  await wait(awayMs);
  await database.recover();
  outages.push({ from, to: performance.now() });
  await note(
    'the database',
    until(
      async () => (await Promise.all(servers.map((one) => isAnswering(one, stage, question)))).every(Boolean),
      'the servers to answer again',
      signal,
    ),
  );
  return met;
}

/** Counts what became of the questions. */
function judgeAnswers(asked: readonly Asked[], outages: readonly Outage[]): AttackRow[] {
  const answered = asked.filter(({ outcome }) => outcome === 'same' || outcome === 'other');
  const busy = asked.filter(({ outcome }) => outcome === 'busy').length;
  /** How long after an outage a question was asked that met it; undefined where it did not. */
  const late = (one: Asked, { from, to }: Outage) =>
    one.at < from || one.from > to + graceMs ? undefined : one.from - to;
  const refused = asked.filter(({ outcome }) => outcome === 'refused');
  const lateness = refused.map((one) =>
    outages.map((outage) => late(one, outage)).find((ms) => ms !== undefined),
  );
  const without = refused.filter((_, at) => lateness[at] === undefined);
  const last = Math.max(0, ...lateness.map((ms) => ms ?? 0)) / 1000;
  const away = outages.reduce((sum, { from, to }) => sum + (to - from), 0) / 1000;
  return [
    countHeld(
      'answers of two servers, by the answers before',
      'the same, letter for letter',
      answered.map(({ outcome, told }) => (outcome === 'same' ? null : told)),
    ),
    countHeld(
      'questions while the database was there',
      `answered; beside them ${refused.length - without.length} were refused in the ${away.toFixed(0)} s that it was away, the last asked ${last.toFixed(1)} s after; ${busy} times both were busy, and asked again when they said`,
      [...answered.map(() => null), ...without.map(({ told }) => told)],
    ),
  ];
}

/** Counts what became of the documents. */
async function judgeDocuments({ config, queued, worked }: Stage): Promise<AttackRow[]> {
  const entries = await listQueue(config);
  const documents = await withHome(config, (home) => home.list());
  const findFailure = ([id, sha256]: [string, string]) => {
    const found = documents.filter((document) => document.id === id);
    if (found.length !== 1) return `${id} is there ${found.length} times`;
    return found[0]?.sha256 === sha256 ? null : `${id} is there in an earlier version`;
  };
  return [
    countHeld('documents queued, some in two versions', 'each is in the index once, in its last version', [
      ...[...queued].map(findFailure),
    ]),
    countHeld(
      'entries of the queue',
      'none was done twice, none failed',
      entries.map(({ number, id, state }) => {
        const times = worked.filter((one) => one.number === number && one.outcome === 'done').length;
        if (times > 1) return `${id} was done ${times} times`;
        return state === 'done' ? null : `${id} is ${state}`;
      }),
    ),
  ];
}

/** Runs what is attacked, and ends it. */
async function withStage<Result>(
  { config, signal }: AttackSettings,
  use: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const database = startPostgres({ isSafe: true });
  const root = await mkdtemp(join(tmpdir(), 'verse-machines-'));
  const started: Killable[] = [];
  const worked: WorkedDocument[] = [];
  try {
    const { storeUrl } = database;
    const inDatabase: Config = { ...config, storeUrl, storeFiles: 'paths', corpusDir: root };
    const copied = await copyIndex(config, inDatabase);
    const variables = {
      VERSE_STORE: storeUrl,
      VERSE_STORE_FILES: 'database',
      VERSE_CORPUS: root,
      VERSE_MODELS: config.modelsDir,
      VERSE_UPLOADS: 'never',
      VERSE_OCR: 'off',
      VERSE_CHAT_MODEL: '',
      // A busy machine is no fault of theirs.
      VERSE_STORE_TIMEOUT_MS: '30000',
      VERSE_REQUEST_TIMEOUT_MS: '60000',
    };
    const servers = [await startServer(variables), await startServer(variables)];
    started.push(...servers);
    const workers = [1, 2].map(() => startWorker(variables, (one) => worked.push(one)));
    started.push(...workers);
    return await use({
      config: { ...inDatabase, storeFiles: 'database' },
      root,
      database,
      ...copied,
      servers,
      workers,
      worked,
      outages: [],
      queued: new Map(),
      signal,
    });
  } finally {
    await Promise.all(started.map((one) => one.kill()));
    database.remove();
    await rm(root, { recursive: true, force: true });
  }
}

async function attackMachines(settings: AttackSettings): Promise<AttackRow[]> {
  const { onProgress = () => {}, signal } = settings;
  if (findPostgres() === undefined) {
    return [countHeld('nothing: PostgreSQL with pgvector is not installed', '', [])];
  }
  onProgress({ stage: 'starting', done: 0, total: null });
  return withStage(settings, async (stage) => {
    const { servers, documents } = stage;
    const all = await readEvalFile(join(packageRoot, 'evals', 'fragmented-europe.jsonl'));
    const every = Math.floor(all.length / questionCount);
    const sample = all.filter((_, at) => at % every === 0).slice(0, questionCount);
    // From the second document on, answers say which one they are of.
    await queueAnnex(stage, rounds * annexesEach, 1);
    await until(() => isDrained(stage), 'the first document to be read', signal);
    const before = new Map<string, string>();
    for (const [at, { question }] of sample.entries()) {
      const told = await askInTurn(servers, at, question, documents);
      if ('refusal' in told) throw new Error(`Refused before the attack: ${told.refusal}`);
      before.set(question, told.answer);
    }
    const [first = ''] = before.keys();
    let isOver = false;
    const asking = askUntil(servers, before, documents, clientCount, () => isOver);
    const faults: Map<string, string | null>[] = [];
    try {
      for (let round = 0; round < rounds; round += 1) {
        onProgress({ stage: 'killing', done: round, total: rounds });
        const queueing = queueAnnexes(stage, round);
        faults.push(await killInTurn(stage, round, first));
        await queueing;
      }
      await until(() => isDrained(stage), 'the queue to be empty', signal);
      // A while longer, for the servers to follow.
      await wait(graceMs);
    } finally {
      isOver = true;
    }
    const asked = await asking;
    onProgress({ stage: 'killing', done: rounds, total: rounds });
    const killed = [...(faults[0]?.keys() ?? [])].map((fault) =>
      countHeld(
        `SIGKILL of ${fault}`,
        fault === 'the database'
          ? 'the servers answer again, without a restart'
          : 'the others go on, its work too',
        faults.map((met) => met.get(fault) ?? null),
      ),
    );
    return [...killed, ...judgeAnswers(asked, stage.outages), ...(await judgeDocuments(stage))];
  });
}

export const machinesFamily: AttackFamily = {
  name: 'machines',
  title: 'Servers and workers over a database that end',
  needsIndex: true,
  about:
    'Two servers and two workers run over a PostgreSQL of their own. Two clients ask the servers in turns, each question of the ' +
    'other server where one does not answer, while documents are queued; a worker, a server and the database are ended with ' +
    'SIGKILL, one after the other, in two rounds, and started again. Held: no answer is another than before, no question is ' +
    'refused while the database is there (and for five seconds after it is back), and every document is in the index once.',
  attack: attackMachines,
};
