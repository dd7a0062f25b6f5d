/** The report in PostgreSQL, asked what the report on disk is asked. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../config/settings.ts';
import { openHome } from '../store/choose-home.ts';
import type { OpenIndex } from '../store/disk/open-index.ts';
import type { IndexHome } from '../store/index-home.ts';
import { openReportIndex, openReportModels, reportConfig } from '../testing/assistant/report-index.ts';
import { rememberReadings } from '../testing/networks/remember-readings.ts';
import { findPostgres } from '../workshop/attack/machines/find-postgres.ts';
import { startPostgres, type TemporaryPostgres } from '../workshop/attack/machines/temporary-postgres.ts';
import { readEvalFile } from '../workshop/evaluate/questions/eval-format.ts';
import { type Assistant, createAssistant } from './assistant.ts';
import { summarizer } from './summarizer.ts';

/** Past these the index on disk compares every vector, as the database does; its graph misses one in some thousand. */
const pastGraph = 1000;

function searchedExactly(index: OpenIndex): OpenIndex {
  return {
    ...index,
    findCandidates: async (query) => {
      const [{ byVector }, { byKeyword }] = await Promise.all([
        index.findCandidates({ ...query, text: undefined, count: pastGraph }),
        index.findCandidates({ ...query, vector: undefined }),
      ]);
      return { byVector: byVector.slice(0, query.count), byKeyword };
    },
  };
}

describe.skipIf(findPostgres() === undefined)('answers from PostgreSQL', () => {
  let server: TemporaryPostgres;
  let home: IndexHome;
  let onDisk: Assistant;
  let inDatabase: Assistant;
  beforeAll(async () => {
    server = startPostgres();
    const config = { ...reportConfig(), storeUrl: server.storeUrl };
    home = await openHome(config);
    const index = await openReportIndex();
    const taken = await Promise.all(index.manifest.documents.map(({ id }) => index.takeDocument(id)));
    const documents = taken.flatMap((one) => one ?? []);
    const { encoderId, manifest } = index;
    const { dimensions } = manifest.encoder;
    await home.change(encoderId, ({ write }) =>
      write({ encoderId, dimensions, passageRules: manifest.passageRules, summarizer, documents }),
    );
    const models = rememberReadings(await openReportModels());
    onDisk = await createAssistant(models, searchedExactly(index), config);
    inDatabase = await createAssistant(models, await home.open({ encoderId }), config);
  });
  afterAll(async () => {
    await Promise.all([onDisk.close(), inDatabase.close()]);
    await home.close();
    server.remove();
  });

  it('are those from disk, sentence for sentence, to 116 questions', async () => {
    const questions = await readEvalFile(join(packageRoot, 'evals', 'fragmented-europe.jsonl'));
    const sample = questions.filter((_, at) => at % 7 === 0);
    expect(sample.length).toBeGreaterThan(100);
    const from = async (assistant: Assistant, question: string) => {
      const { id, timings, ...answer } = await assistant.ask({ question });
      return answer;
    };
    for (const { question } of sample) {
      expect(await from(inDatabase, question), question).toEqual(await from(onDisk, question));
    }
  });

  it('find the same passages in the same order, also in one chapter and by words that are misspelt', async () => {
    for (const question of ['export controls on semiconductors', 'goverment guidence fund', 'ASML']) {
      for (const filter of [{}, { chapters: ['Netherlands'] }, { kinds: ['note' as const] }]) {
        const ids = async (assistant: Assistant) =>
          (await assistant.retrieve(question, 30, filter)).map(({ passage }) => passage.id);
        expect(await ids(inDatabase), question).toEqual(await ids(onDisk));
      }
    }
  });
});
