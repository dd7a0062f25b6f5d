/**
 * An ingest that kills itself at a given moment, as a power cut would; killed-ingest.test.ts runs it as a program. Its
 * one argument is an `IngestUntilKilled` as JSON.
 */
import fileSystem from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { summarizer } from '../../assistant/summarizer.ts';
import type { Progress } from '../../core/types.ts';
import { ingest } from '../../ingest/ingest.ts';
import { createDiskHome } from '../../store/disk/disk-home.ts';
import { createFakeEncoder } from '../networks/fake-encoder.ts';

export interface IngestUntilKilled {
  corpusDir: string;
  indexDir: string;
  moment: Moment;
}

/** A stage of progress, by its first word, or a point around the step that puts the new index in place. */
export type Moment =
  | Pick<Progress, 'stage' | 'done'>
  | 'in the middle of a file'
  | 'before the folder is named'
  | 'before the rename'
  | 'after the rename';

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

const { corpusDir, indexDir, moment }: IngestUntilKilled = JSON.parse(process.argv[2] ?? '');

const rename = fileSystem.rename;
fileSystem.rename = async (from, to) => {
  const isPointer = String(to).endsWith('current');
  if (!isPointer && moment === 'before the folder is named') die();
  if (isPointer && moment === 'before the rename') die();
  await rename(from, to);
  if (isPointer && moment === 'after the rename') die();
};
const open = fileSystem.open;
fileSystem.open = async (path, flags) => {
  const file = await open(path, flags);
  if (moment === 'in the middle of a file' && flags === 'w' && String(path).endsWith('.body.bin')) {
    await file.write('half of it');
    die();
  }
  return file;
};
syncBuiltinESMExports();

const encoder = createFakeEncoder();
await ingest({
  corpusDir,
  home: createDiskHome(indexDir),
  maxFileBytes: 1_000_000,
  summarizer,
  encoderId: encoder.id,
  openEncoder: async () => encoder,
  onProgress: ({ stage, done }) => {
    if (typeof moment === 'object' && stage.split(' ')[0] === moment.stage && done === moment.done) die();
  },
});
