/** The baseline: the stack of LangChain.js's tutorials with their settings, on the same work. */

import { PDFLoader } from '@langchain/community/document_loaders/fs/pdf';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import type { OnProgress } from '../../core/types.ts';
import { askSample } from './ask-sample.ts';
import { folderSize } from './folder-size.ts';
import type { AskMeasurement, IngestMeasurement } from './measurements.ts';
import type { QuestionSample } from './sample-questions.ts';
import { openPipelineEmbeddings } from './tutorial-embeddings.ts';

/** As in LangChain.js's tutorials on retrieval; in characters. */
export const splitting = { chunkSize: 1000, chunkOverlap: 200 };
/** Passages a tutorial gives the language model: the default of `similaritySearch`. */
const returnedCount = 4;

export interface TutorialIngestTask {
  file: string;
  modelsDir: string;
  storeDir: string;
}

export async function measureTutorialIngest(
  { file, modelsDir, storeDir }: TutorialIngestTask,
  onProgress: OnProgress,
): Promise<IngestMeasurement> {
  onProgress({ stage: 'read', done: 0, total: null });
  const reading = performance.now();
  const pages = await new PDFLoader(file).load();
  const documents = await new RecursiveCharacterTextSplitter(splitting).splitDocuments(pages);
  const readMs = performance.now() - reading;
  onProgress({ stage: 'read', done: pages.length, total: pages.length });

  onProgress({ stage: 'encode', done: 0, total: documents.length });
  const encoding = performance.now();
  const embeddings = await openPipelineEmbeddings(modelsDir, (done) =>
    onProgress({ stage: 'encode', done, total: documents.length }),
  );
  const loadMs = performance.now() - encoding;
  const store = await HNSWLib.fromDocuments(documents, embeddings);
  await store.save(storeDir);
  const encodeMs = loadMs + embeddings.spentMs;
  const writeMs = performance.now() - encoding - encodeMs;
  return { readMs, encodeMs, writeMs, passages: documents.length, indexBytes: await folderSize(storeDir) };
}

export interface TutorialAskTask {
  modelsDir: string;
  storeDir: string;
  sample: QuestionSample;
}

export async function measureTutorialAsk(
  { modelsDir, storeDir, sample }: TutorialAskTask,
  onProgress: OnProgress,
): Promise<AskMeasurement> {
  const opening = performance.now();
  const embeddings = await openPipelineEmbeddings(modelsDir);
  const store = await HNSWLib.load(storeDir, embeddings);
  const openMs = performance.now() - opening;
  const find = async (question: string, count: number) =>
    (await store.similaritySearch(question, count)).map(({ pageContent }) => pageContent);
  const ask = async (question: string) => {
    const spentBefore = embeddings.spentMs;
    const started = performance.now();
    const texts = await find(question, returnedCount);
    const totalMs = performance.now() - started;
    const encodeMs = embeddings.spentMs - spentBefore;
    return { text: texts.join('\n'), totalMs, encodeMs, searchMs: totalMs - encodeMs, selectMs: null };
  };
  return { openMs, questions: await askSample(sample, { ask, find }, onProgress) };
}
