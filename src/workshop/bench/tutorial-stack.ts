/** The tutorial stack over the same files, in memory, for evals. */
import { PDFLoader } from '@langchain/community/document_loaders/fs/pdf';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import type { OnProgress } from '../../core/types.ts';
import type { ForeignStack } from '../evaluate/baselines.ts';
import { recallDepths } from '../evaluate/score/metrics.ts';
import { shareFound } from './evidence.ts';
import { splitting } from './measure-tutorial.ts';
import { openPipelineEmbeddings } from './tutorial-embeddings.ts';

export interface TutorialStackOptions {
  /** The PDFs. */
  files: readonly string[];
  modelsDir: string;
  onProgress?: OnProgress | undefined;
}

/** Reads, splits and embeds the files: about 20 seconds for the report. */
export async function openTutorialStack({
  files,
  modelsDir,
  onProgress,
}: TutorialStackOptions): Promise<ForeignStack> {
  const pages = (await Promise.all(files.map((file) => new PDFLoader(file).load()))).flat();
  const documents = await new RecursiveCharacterTextSplitter(splitting).splitDocuments(pages);
  const embeddings = await openPipelineEmbeddings(modelsDir, (done) =>
    onProgress?.({ stage: 'encode for the tutorial stack', done, total: documents.length }),
  );
  const store = await HNSWLib.fromDocuments(documents, embeddings);
  const deepest = Math.min(Math.max(...recallDepths), documents.length);
  return {
    name: 'tutorial',
    label: 'LangChain.js tutorial stack',
    ask: async (question, evidence) => {
      const found = await store.similaritySearch(question, deepest);
      const texts = found.map(({ pageContent }) => pageContent);
      const recall = recallDepths.map((k) => shareFound(texts.slice(0, k), evidence));
      return { recall, text: texts.join('\n') };
    },
  };
}
