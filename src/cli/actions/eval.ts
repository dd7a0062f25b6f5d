/** `verse eval`: measures the answers against known questions. */
import { join } from 'node:path';
import type { Assistant, RankingPart } from '../../assistant/assistant.ts';
import { packageRoot } from '../../config/settings.ts';
import { VerseError } from '../../core/errors.ts';
import type { OnProgress } from '../../core/types.ts';
import { thisProcessor } from '../../networks/processor.ts';
import { formatBaseline } from '../../workshop/evaluate/bounds/baseline-file.ts';
import { toBaseline } from '../../workshop/evaluate/bounds/gate.ts';
import { evaluateFiles } from '../../workshop/evaluate/evaluate-files.ts';
import type { EvalKind, EvalSplit } from '../../workshop/evaluate/questions/eval-kinds.ts';
import { keepRun } from '../../workshop/evaluate/report/keep-run.ts';
import { checkOutputs, writeOutput, writeOutputs } from '../../workshop/evaluate/report/outputs.ts';
import { checkTableOutputs, type Tables, writeTables } from '../../workshop/evaluate/report/table-outputs.ts';
import type { Session } from '../chat/session.ts';
import { printResult } from '../print-result.ts';
import { createProgress } from '../progress.ts';
import { withAssistant } from '../with-assistant.ts';
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
  setAnew?: true | string;
  json?: true;
}

const ownQuestions = () => join(packageRoot, 'evals', 'fragmented-europe.jsonl');

/** What is measured instead of the answers, with the option that asks for it. */
function chooseOther(
  session: Session,
  files: readonly string[],
  options: EvalOptions,
): { option: string; measure: (onProgress: OnProgress) => Promise<Tables> } | undefined {
  const { split, judged, conversations, reports, sheet, structure, setAnew, verify, attribution } = options;
  const { out = [] } = options;
  if (judged !== undefined) return { option: '--judged', measure: () => evalJudged(judged) };
  if (conversations)
    return {
      option: '--conversations',
      measure: (onProgress) => evalConversations(session, files, { split, reports, onProgress }),
    };
  if (reports !== undefined)
    return {
      option: '--reports',
      measure: (onProgress) => evalReports(session.config(), reports, { split, sheet, onProgress }),
    };
  if (structure !== undefined)
    return {
      option: '--structure',
      measure: (onProgress) => evalStructure(session, structure, { setAnew, onProgress }),
    };
  if (verify)
    return {
      option: '--verify',
      measure: (onProgress) => evalVerify(session, files, { split, outputs: out, onProgress }),
    };
  if (attribution === undefined) return undefined;
  return {
    option: '--attribution',
    measure: (onProgress) => evalAttribution(session, attribution, onProgress),
  };
}

/** @throws VerseError `bad-input`, `threshold-missed`, and as the assistant's. */
export async function evaluate(session: Session, files: string[], options: EvalOptions): Promise<void> {
  const { terminal, config, version } = session;
  const outputs = options.out ?? [];
  const { split } = options;
  if (options.keep && (options.verify || options.conversations)) {
    throw new VerseError(
      'bad-input',
      '--keep goes with the questions only.',
      'Leave it out, or leave out --verify and --conversations.',
    );
  }
  if (options.sheet !== undefined && options.reports === undefined)
    throw new VerseError('bad-input', '--sheet goes with --reports.', 'Name the folder of the PDFs.');
  if (options.setAnew !== undefined && options.structure === undefined)
    throw new VerseError('bad-input', '--set-anew goes with --structure.', 'Name the folder for its PDFs.');
  const other = chooseOther(session, files, options);
  if (other !== undefined) {
    checkTableOutputs(outputs, other.option);
    const { onProgress, finish } = createProgress(terminal);
    const tables = await other.measure(onProgress).finally(finish);
    if (tables.notice !== undefined) terminal.err(`${tables.notice}\n`);
    printResult(terminal, tables.json, options.json, () => tables.text);
    await writeTables(outputs, tables);
    return;
  }
  checkOutputs(outputs);
  if (options.without?.includes('keyword') && options.without.includes('vector')) {
    throw new VerseError(
      'bad-input',
      'Without both keyword and vector there is nothing to rank.',
      'Leave out one of them.',
    );
  }
  const settings = config({ answerRate: options.answerRate });
  const { onProgress, finish } = createProgress(terminal);
  const measure = (assistant: Assistant) =>
    evaluateFiles(assistant, {
      files: files.length > 0 ? files : [ownQuestions()],
      split,
      kinds: options.kind,
      thresholds: options.min,
      baselines: options.baselines,
      openStacks: async () => {
        // Loaded only where it is asked for: it brings LangChain's PDF reader and splitter.
        const { openTutorialStack } = await import('../../workshop/bench/tutorial-stack.ts');
        const listed = await assistant.documents();
        const documents = await Promise.all(listed.map(({ id }) => assistant.document(id)));
        const pdfs = documents.map(({ file }) => file);
        return [await openTutorialStack({ files: pdfs, modelsDir: settings.modelsDir, onProgress })];
      },
      baseline: options.baseline,
      without: options.without,
      answerRate: settings.answerRate,
      version,
      processor: thisProcessor(),
      onProgress,
    }).finally(finish);
  const {
    json: run,
    text,
    misses,
  } = await withAssistant(settings, terminal, measure, { without: options.without });
  printResult(terminal, run, options.json, () => text);
  await writeOutputs(outputs, run, { latency: options.latency === true });
  if (options.keep) terminal.err(`Kept as ${await keepRun(settings.runsDir, run, new Date())}\n`);
  if (options.writeBaseline !== undefined)
    await writeOutput(options.writeBaseline, formatBaseline(toBaseline(run.questions, run.settings)));
  if (misses.length > 0) throw new VerseError('threshold-missed', misses.join('\n'));
}
