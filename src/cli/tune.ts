/** `verse tune`: fits the answering models on the dev split. For developers: it writes into the source. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { packageRoot } from '../config.ts';
import { readEvalFile } from '../evaluate/eval-format.ts';
import { openEncoder } from '../models/encoder.ts';
import { openIndex } from '../search/open-index.ts';
import { collectExamples } from '../tune/collect.ts';
import { compareCards, fitAnswerModel } from '../tune/tune.ts';
import { createProgress } from './progress.ts';
import type { Session } from './session.ts';

export function tuneCommand({ terminal, config }: Session): Command {
  return new Command('tune')
    .description('fit the answering models on the dev split (for developers)')
    .option('--dry-run', 'print the scores, write nothing')
    .action(async (options: { dryRun?: true }) => {
      const settings = config();
      const encoder = await openEncoder(settings.modelsDir);
      const store = await openIndex(settings.indexDir, { encoderId: encoder.id });
      const questions = await readEvalFile(join(packageRoot, 'evals', 'fragmented-europe.jsonl'));
      const progress = createProgress(terminal);
      const dev = questions.filter((question) => question.split === 'dev' && question.kind !== 'follow-up');
      const labelled = await collectExamples(dev, { encoder, store }, progress.onProgress).finally(
        progress.finish,
      );
      const model = fitAnswerModel(labelled, settings.maxWords);
      terminal.out(compareCards(model));
      if (options.dryRun) return;
      const target = join(packageRoot, 'src', 'answer', 'model.json');
      await writeFile(target, `${JSON.stringify(model, null, 2)}\n`);
      terminal.out(`Written to ${target}.\n`);
    });
}
