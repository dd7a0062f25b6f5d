/** `verse tune`: fits the ranking, the answering models and the verifier on the dev split. For developers: it writes into the source. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { alignRows } from '../align-rows.ts';
import { packageRoot } from '../config.ts';
import { type EvalQuestion, readEvalFile } from '../evaluate/eval-format.ts';
import { readTriples, verifyFiles } from '../evaluate/verify-format.ts';
import { openEncoder } from '../models/encoder.ts';
import type { Encoder, PassageStore } from '../seams.ts';
import { openIndex } from '../search/open-index.ts';
import type { RankingNumbers } from '../search/tuning.ts';
import { collectExamples } from '../tune/collect.ts';
import { collectRanked, compareRankings, fitRanking, toRankingModel } from '../tune/fit-ranking.ts';
import { fitVerifier, measureTriples } from '../tune/fit-verifier.ts';
import { formatGaps, measureGaps } from '../tune/measure-choice.ts';
import { compareCards, fitAnswerModel } from '../tune/tune.ts';
import { bodyTexts, findSubjects } from '../verify/subjects.ts';
import { createProgress } from './progress.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

interface TuneOptions {
  only?: 'ranking' | 'answers' | 'verifier';
  dryRun?: true;
}

interface Workshop {
  terminal: Terminal;
  encoder: Encoder;
  store: PassageStore;
  /** The dev split. */
  questions: EvalQuestion[];
  /** Writes a fitted model to its place below src, unless it is a dry run. */
  keep: (model: object, ...path: string[]) => Promise<void>;
}

async function tuneRanking({ terminal, encoder, store, questions, keep }: Workshop): Promise<RankingNumbers> {
  const progress = createProgress(terminal);
  const ranked = await collectRanked(questions, { encoder, store }, progress.onProgress);
  const fitted = await fitRanking(ranked, store, progress.onProgress).finally(progress.finish);
  terminal.out(compareRankings(fitted));
  await keep(toRankingModel(fitted, ranked.length), 'search', 'ranking.json');
  return fitted.numbers;
}

async function tuneAnswers(
  { terminal, encoder, store, questions, keep }: Workshop,
  { maxWords, numbers }: { maxWords: number; numbers?: RankingNumbers },
): Promise<void> {
  const progress = createProgress(terminal);
  const tools = { encoder, store, numbers };
  const labelled = await collectExamples(questions, tools, progress.onProgress).finally(progress.finish);
  const model = fitAnswerModel(labelled, maxWords);
  terminal.out(compareCards(model));
  terminal.out(formatGaps(measureGaps(labelled, maxWords)));
  await keep(model, 'answer', 'model.json');
}

async function tuneVerifier({ terminal, encoder, store, keep }: Workshop): Promise<void> {
  const progress = createProgress(terminal);
  const files = verifyFiles.dev.map((name) => join(packageRoot, 'evals', name));
  const triples = (await Promise.all(files.map(readTriples))).flat();
  const subjects = findSubjects(bodyTexts(store));
  const measured = await measureTriples(triples, encoder, subjects, progress.onProgress).finally(
    progress.finish,
  );
  const model = fitVerifier(measured);
  const rows = Object.entries(model.card.scores).map(([name, value]) => [name, String(value)]);
  terminal.out(`${alignRows(rows).join('\n')}\n`);
  await keep(model, 'verify', 'model.json');
}

export function tuneCommand({ terminal, config }: Session): Command {
  return new Command('tune')
    .description('fit the ranking, the answering models and the verifier on the dev split (for developers)')
    .addOption(
      new Option('--only <part>', 'fit one of the three').choices(['ranking', 'answers', 'verifier']),
    )
    .option('--dry-run', 'print the scores, write nothing')
    .action(async ({ only, dryRun }: TuneOptions) => {
      const { modelsDir, indexDir, maxWords } = config();
      const encoder = await openEncoder(modelsDir);
      const store = await openIndex(indexDir, { encoderId: encoder.id });
      const all = await readEvalFile(join(packageRoot, 'evals', 'fragmented-europe.jsonl'));
      const questions = all.filter((question) => question.split === 'dev' && question.kind !== 'follow-up');
      const keep = async (model: object, ...path: string[]) => {
        if (dryRun) return;
        const target = join(packageRoot, 'src', ...path);
        await writeFile(target, `${JSON.stringify(model, null, 2)}\n`);
        terminal.out(`Written to ${target}.\n`);
      };
      const workshop = { terminal, encoder, store, questions, keep };
      if (only === undefined || only === 'verifier') await tuneVerifier(workshop);
      if (only === 'verifier') return;
      const numbers = only === 'answers' ? undefined : await tuneRanking(workshop);
      if (only !== 'ranking') await tuneAnswers(workshop, { maxWords, ...(numbers && { numbers }) });
    });
}
