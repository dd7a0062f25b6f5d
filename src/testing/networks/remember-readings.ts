/** For tests that ask the same of several stores: each text is read once with each question, which is most of the work. */
import type { Models } from '../../core/networks.ts';

function remember<Given extends readonly unknown[], Read>(
  read: (...given: Given) => Promise<Read>,
): (...given: Given) => Promise<Read> {
  const known = new Map<string, Promise<Read>>();
  return (...given) => {
    const key = JSON.stringify(given);
    const reading = known.get(key) ?? read(...given);
    known.set(key, reading);
    return reading;
  };
}

/** The same networks; what was read before is given again. */
export function rememberReadings({ encoder, entailment, cloze, answers }: Models): Models {
  return {
    encoder: { ...encoder, encodeQuery: remember((text: string) => encoder.encodeQuery(text)) },
    entailment: { entails: remember((text, sentence) => entailment.entails(text, sentence)) },
    cloze: { fill: remember((...given) => cloze.fill(...given)) },
    answers: { ...answers, readAnswers: remember((...given) => answers.readAnswers(...given)) },
  };
}
