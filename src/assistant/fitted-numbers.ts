/** The files of numbers fitted on the networks' outputs, each with the networks it is used with. */
import { answerModel } from '../answer/choose/linear-model.ts';
import { premiseModel } from '../answer/premise/premise-model.ts';
import { checkFittedOn } from '../core/fitted-on.ts';
import { encoderName, networkId, readerName } from '../networks/model-files.ts';
import { ranking } from '../search/ranking-numbers.ts';
import { verifyModel } from '../verify/verify-model.ts';
import { type FittedPart, fittedParts } from './fitted-parts.ts';

const fittedFiles = {
  ranking: { file: 'src/search/ranking.json', fittedOn: ranking.fittedOn, networks: [encoderName] },
  answers: {
    file: 'src/answer/choose/model.json',
    fittedOn: answerModel.fittedOn,
    networks: [encoderName, readerName],
  },
  premise: {
    file: 'src/answer/premise/premise.json',
    fittedOn: premiseModel.fittedOn,
    networks: [encoderName, readerName],
  },
  verifier: {
    file: 'src/verify/model.json',
    fittedOn: verifyModel.fittedOn,
    networks: [readerName],
  },
} as const satisfies Record<FittedPart, unknown>;

/** A part's file, relative to the package, and the ids of its current networks. */
export async function placeNumbers(
  modelsDir: string,
  part: FittedPart,
): Promise<{ file: string; networks: string[] }> {
  const { file, networks } = fittedFiles[part];
  return { file, networks: await Promise.all(networks.map((name) => networkId(modelsDir, name))) };
}

/**
 * Compares fitted numbers with the current networks.
 * @throws VerseError `other-network` naming the command that refits them.
 */
export async function checkFittedNumbers(
  modelsDir: string,
  parts: readonly FittedPart[] = fittedParts,
): Promise<void> {
  for (const part of parts) {
    const { file, networks } = await placeNumbers(modelsDir, part);
    checkFittedOn({ file, part, fittedOn: fittedFiles[part].fittedOn }, networks);
  }
}
