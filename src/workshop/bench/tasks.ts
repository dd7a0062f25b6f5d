/** The children's tasks, each imported on demand, so that one's imports do not weigh on another. */
import type { OnProgress } from '../../core/types.ts';

const loaders = {
  ingest: async () => (await import('./measure-ingest.ts')).measureIngest,
  'tutorial-ingest': async () => (await import('./measure-tutorial.ts')).measureTutorialIngest,
  ask: async () => (await import('./measure-ask.ts')).measureAsk,
  'tutorial-ask': async () => (await import('./measure-tutorial.ts')).measureTutorialAsk,
  pictures: async () => (await import('./measure-pictures.ts')).measurePictures,
  'plain-pictures': async () => (await import('./measure-pictures.ts')).measurePlainPictures,
  load: async () => (await import('./measure-load.ts')).measureLoad,
  soak: async () => (await import('./measure-soak.ts')).measureSoak,
  micro: async () => (await import('./measure-micro.ts')).measureMicro,
  'scale-build': async () => (await import('./measure-scale.ts')).measureScaleBuild,
  'scale-search': async () => (await import('./measure-scale.ts')).measureScaleSearch,
  'scale-add': async () => (await import('./measure-scale.ts')).measureScaleAdd,
  'scale-ask': async () => (await import('./measure-scale.ts')).measureScaleAsk,
} as const;

type Loaders = typeof loaders;
type Task<Name extends TaskName> = Awaited<ReturnType<Loaders[Name]>>;

export type TaskName = keyof Loaders;
export type TaskInput<Name extends TaskName> = Parameters<Task<Name>>[0];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<Task<Name>>>;

/** A child's input, as JSON. */
export interface TaskRequest {
  name: TaskName;
  input: unknown;
}

/** The task of a name. Name and input come from `runInChild`, which pairs them. */
export async function loadTask(
  name: TaskName,
): Promise<(input: unknown, onProgress: OnProgress) => Promise<unknown>> {
  return (await loaders[name]()) as (input: unknown, onProgress: OnProgress) => Promise<unknown>;
}
