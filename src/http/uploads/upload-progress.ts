/** An upload's progress, and why it was refused, as the API reports it. */
import { VerseError } from '../../core/errors.ts';
import type { OnProgress, Progress } from '../../core/types.ts';
import type { Upload } from '../../wire/types.ts';
import { uploadStages } from '../../wire/upload.ts';

export const isStage = (name: string | undefined): name is (typeof uploadStages)[number] =>
  uploadStages.some((stage) => stage === name);

/** Whole seconds left in a stage, from its pace so far; null for the first tenth. */
function secondsLeft({ done, total }: Progress, elapsedMs: number): number | null {
  if (total === null || done === 0 || done < total / 10) return null;
  return Math.ceil(((elapsedMs / done) * (total - done)) / 1000);
}

/** Records an ingest's progress in its upload. `now` returns milliseconds. */
export function followIngest(upload: Upload, now: () => number): OnProgress {
  let started = now();
  return (progress) => {
    const [stage] = progress.stage.split(' ');
    if (!isStage(stage)) return;
    const { done, total } = progress;
    if (upload.stages.at(-1)?.stage === stage) upload.stages.pop();
    else started = now();
    upload.stages.push({ stage, done, total });
    upload.secondsLeft = secondsLeft(progress, now() - started);
  };
}

export function describeRefusal(error: unknown): Upload['problem'] {
  if (error instanceof VerseError) return { code: error.code, detail: error.sentenceAfar };
  return { code: 'internal', detail: 'Something went wrong inside the server. Its log says more.' };
}
