/** `verse eval`: measures the answers against known questions. */
import { join } from 'node:path';
import type { RankingPart } from '../../assistant/assistant.ts';
import { packageRoot } from '../../config/settings.ts';
import { VerseError } from '../../core/errors.ts';
import { thisProcessor } from '../../networks/processor.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { formatBaseline } from '../../workshop/evaluate/bounds/baseline-file.ts';
import { toBaseline } from '../../workshop/evaluate/bounds/gate.ts';
import { evaluateFiles } from '../../workshop/evaluate/evaluate-files.ts';
import type { EvalKind, EvalSplit } from '../../workshop/evaluate/questions/eval-kinds.ts';
import { keepRun } from '../../workshop/evaluate/report/keep-run.ts';
import { checkOutputs, writeOutputs, writeText } from '../../workshop/evaluate/report/outputs.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import { createProgress } from '../progress.ts';
import { evalAttribution } from './eval-attribution.ts';
import { evalConversations } from './eval-conversations.ts';
import { evalJudged } from './eval-judged.ts';
import { evalReports } from './eval-reports.ts';
import { evalStructure } from './eval-structure.ts';
import { evalVerify } from './eval-verify.ts';

export interface EvalOptions {
  split?: EvalSplit;
  kind?: EvalKind[];
  min?: string[];
  out?: string[];
  keep?: true;
  latency?: true;
  baselines?: true;
  baseline?: string;
  writeBaseline?: string;
  without?: RankingPart[];
  answerRate?: number;
  verify?: true;
  attribution?: string;
  conversations?: true;
  reports?: string;
  sheet?: string;
  judged?: string;
  structure?: string;
  json?: true;
}

const ownQuestions = () => join(packageRoot, 'evals', 'fragmented-europe.jsonl');

/** @throws VerseError `bad-input`, `threshold-missed`, and as the assistant's. */
export async function evaluate(
  { terminal, config, version }: Session,
  files: string[],
  options: EvalOptions,
): Promise<void> {
  const outputs = options.out ?? [];
  const { split } = options;
  if (options.keep && (options.verify || options.conversations)) {
    throw new VerseError(
      'bad-input',
      '--keep goes with the questions only.',
      'Leave it out, or leave out --verify and --conversations.',
    );
  }
  const json = options.json === true;
  if (options.sheet !== undefined && options.reports === undefined)
    throw new VerseError('bad-input', '--sheet goes with --reports.', 'Name the folder of the PDFs.');
  if (options.judged !== undefined) return evalJudged(terminal, options.judged, { outputs, json });
  if (options.conversations) {
    const { reports } = options;
    return evalConversations({ terminal, config }, files, { split, reports, outputs, json });
  }
  if (options.reports !== undefined) {
    const { sheet } = options;
    return evalReports({ terminal, config }, options.reports, { split, outputs, json, sheet });
  }
  if (options.structure !== undefined) return evalStructure(terminal, options.structure, { outputs, json });
  if (options.verify) return evalVerify({ terminal, config }, files, { split, outputs, json });
  if (options.attribution !== undefined)
    return evalAttribution({ terminal, config }, options.attribution, { outputs, json });
  checkOutputs(outputs);
  if (options.without?.includes('keyword') && options.without.includes('vector')) {
    throw new VerseError(
      'bad-input',
      'Without both keyword and vector there is nothing to rank.',
      'Leave out one of them.',
    );
  }
  const settings = config({ answerRate: options.answerRate });
  const assistant = await openOrIngest(settings, terminal, options.without);
  const progress = createProgress(terminal);
  const openStacks = async () => {
    // Loaded only where it is asked for: it brings LangChain's PDF reader and splitter.
    const { openTutorialStack } = await import('../../workshop/bench/tutorial-stack.ts');
    const listed = await assistant.documents();
    const documents = await Promise.all(listed.map(({ id }) => assistant.document(id)));
    const files = documents.map(({ file }) => file);
    const { modelsDir } = settings;
    return [await openTutorialStack({ files, modelsDir, onProgress: progress.onProgress })];
  };
  try {
    const evaluation = await evaluateFiles(assistant, {
      files: files.length > 0 ? files : [ownQuestions()],
      split,
      kinds: options.kind,
      thresholds: options.min,
      baselines: options.baselines,
      openStacks,
      baseline: options.baseline,
      without: options.without,
      answerRate: settings.answerRate,
      version,
      processor: thisProcessor(),
      onProgress: progress.onProgress,
    }).finally(progress.finish);
    terminal.out(options.json ? `${toPlainJson(evaluation.json, 2)}\n` : evaluation.text);
    await writeOutputs(outputs, evaluation.json, { latency: options.latency === true });
    if (options.keep) {
      const path = await keepRun(settings.runsDir, evaluation.json, new Date());
      terminal.err(`Kept as ${path}\n`);
    }
    if (options.writeBaseline !== undefined) {
      const run = evaluation.json;
      await writeText(options.writeBaseline, formatBaseline(toBaseline(run.questions, run.settings)));
    }
    if (evaluation.misses.length > 0) throw new VerseError('threshold-missed', evaluation.misses.join('\n'));
  } finally {
    await assistant.close();
  }
}
