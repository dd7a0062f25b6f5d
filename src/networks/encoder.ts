/** The encoder that ships. */
import { VerseError } from '../core/errors.ts';
import type { Encoder } from '../core/networks.ts';
import type { Encoding } from '../core/types.ts';
// The encoder reads English, and its vectors are part of the index.
import { functionWords } from '../language/en/function-words.ts';
import { repair, toNetworkId } from './card.ts';
import { checkOtherFiles, encoderName } from './model-files.ts';
import { poolText, takeTokens } from './pooling.ts';
import { contentPlaces, joinWords, layOutTokens } from './token-layout.ts';
import { type Loading, loadModel } from './transformer.ts';

/**
 * Opens the encoder in `modelsDir`; takes about 0.4 s, mostly for the library and the graph.
 * @throws VerseError `model-missing`, `model-damaged`.
 */
export async function openEncoder(modelsDir: string, loading: Loading = {}): Promise<Encoder> {
  const card = await checkOtherFiles(modelsDir, encoderName);
  const { dimensions, window, vectors, title } = card;
  const failed = (cause?: unknown) =>
    new VerseError('model-damaged', `${modelsDir}/${encoderName}: ${title} does not load.`, repair, {
      cause,
      afar: `${encoderName}: ${title} does not load.`,
    });
  if (vectors === undefined) throw failed();
  const { pooling, queryPrefix } = vectors;
  const model = await loadModel(modelsDir, encoderName, card, loading).catch((cause: unknown) => {
    throw cause instanceof VerseError ? cause : failed(cause);
  });

  // Pieces never span a space, so parts can be tokenized separately.
  async function encode(parts: readonly string[], firstKeptPart: number): Promise<Encoding> {
    const layout = layOutTokens(
      parts.map((part) => model.tokenize(part)),
      window,
    );
    const states = await model.run(layout.pieces);
    const places = contentPlaces(layout, firstKeptPart, functionWords);
    const tokens = places.map((place) => layout.pieces[place] ?? '');
    return {
      vector: poolText(states, dimensions, pooling),
      tokens,
      ...joinWords(tokens),
      tokenVectors: takeTokens(states, dimensions, places),
      tokenParts: places.map((place) => layout.parts[place] ?? 0),
    };
  }

  // The network runs on this thread, so nothing is lost by turns, and between two the server hears who has left.
  let last: Promise<unknown> = Promise.resolve();
  return {
    id: toNetworkId(encoderName, card),
    dimensions,
    isWord: model.isWord,
    encodePassage: (parts) => encode(parts, 0),
    async encodeQuery(text, signal) {
      const turn = last.then(() => {
        signal?.throwIfAborted();
        return encode([queryPrefix, text], 1);
      });
      last = turn.catch(() => undefined);
      const encoding = await turn;
      return { ...encoding, tokenParts: encoding.tokenParts.map(() => 0) };
    },
  };
}
