/** Three heads of the reader: which sentences of a passage answer a question or deny its premise, and does the passage answer? */
import type { AnswerReader, AnswerReading } from '../core/networks.ts';
import type { Span } from '../core/types.ts';
import { graphThreads } from './graph-threads.ts';
import type { OpenPairNetwork, PairNetwork } from './pair-network.ts';

/** Sentences that follow each other, as pieces, so that as many as fit are read at once with the heading before each. */
function inWindows(sentences: readonly (readonly string[])[], room: number): (readonly string[])[][] {
  const windows: (readonly string[])[][] = [[]];
  let taken = 0;
  for (const sentence of sentences) {
    if (taken > 0 && taken + sentence.length > room) {
      windows.push([]);
      taken = 0;
    }
    windows.at(-1)?.push(sentence);
    taken += sentence.length;
  }
  return windows;
}

async function readWindow(
  heading: readonly string[],
  sentences: readonly (readonly string[])[],
  question: readonly string[],
  network: PairNetwork,
): Promise<AnswerReading> {
  let end = heading.length;
  const spans = sentences.map((sentence): Span => {
    const start = end;
    end += sentence.length;
    return { start, end };
  });
  const reading = await network.read([...heading, ...sentences.flat()], question);
  return {
    passage: reading.ofBoth('answerable'),
    sentences: spans.map((span) => reading.ofSpan('answers', span)),
    denials: spans.map((span) => reading.ofSpan('denies', span)),
  };
}

/** @throws VerseError `model-missing`, `model-damaged`, on use. */
export function createAnswerReader(open: OpenPairNetwork): AnswerReader {
  return {
    concurrency: graphThreads,
    async readAnswers([heading = '', ...sentences], question) {
      const network = await open();
      const asked = network.tokenize(question);
      const head = network.tokenize(heading);
      const windows = inWindows(sentences.map(network.tokenize), network.roomBeside(asked) - head.length);
      const readings: AnswerReading[] = [];
      for (const some of windows) readings.push(await readWindow(head, some, asked, network));
      return {
        passage: Math.max(...readings.map(({ passage }) => passage)),
        sentences: readings.flatMap((reading) => reading.sentences),
        denials: readings.flatMap((reading) => reading.denials),
      };
    },
  };
}
