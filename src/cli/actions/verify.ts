/** `verse verify`: checks a written sentence, or a whole draft, against the documents. */
import type { Assistant } from '../../assistant/assistant.ts';
import { checkDraft, type Scope, statusOf } from '../../claims/draft/check-draft.ts';
import { readDraft } from '../../claims/draft/read-draft.ts';
import { isChapterName } from '../../claims/draft/resolve-places.ts';
import { VerseError } from '../../core/errors.ts';
import type { ReportDocument } from '../../core/types.ts';
import { chooseLanguage } from '../../language/choose-language.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { countNoun } from '../../text/count-noun.ts';
import { labelDocuments } from '../../wire/label-documents.ts';
import type { Draft, DraftSentence } from '../../wire/types.ts';
import { verifyRequestSchema } from '../../wire/verification.ts';
import type { Session } from '../chat/session.ts';
import { type ScopeOptions, toScope } from '../options.ts';
import { createProgress } from '../progress.ts';
import { type DraftFile, readDrafts } from '../read-drafts.ts';
import { countFindings, showFinding, showSummary } from '../show/show-draft.ts';
import { checkOutputs, toJson, writeChecks } from '../show/write-checks.ts';
import type { Terminal } from '../terminal.ts';
import { withAssistant } from '../with-assistant.ts';
import { wrongLength } from '../wrong-length.ts';

export interface VerifyOptions extends ScopeOptions {
  page?: number[];
  out?: string[];
  json?: true;
  jsonl?: true;
}

/** The output options. */
interface Output {
  terminal: Terminal;
  /** Text; one JSON document; or a line of JSON for each finding. */
  format: 'text' | 'json' | 'lines';
  /** Files, each in the format of its ending. */
  outputs: readonly string[];
  /** Whether the text stands in the command rather than in files, which have places in them. */
  isTyped: boolean;
}

async function openDocuments(assistant: Assistant): Promise<ReportDocument[]> {
  const listed = await assistant.documents();
  return Promise.all(listed.map(({ id }) => assistant.document(id)));
}

/** What stands for the file of a sentence that was typed. */
const typedFile = 'sentence';

async function verifySentence(
  sentence: string,
  scope: Scope,
  assistant: Assistant,
  { terminal, format, outputs }: Output,
): Promise<void> {
  const checked = await assistant.check({ sentence, ...scope });
  const finding: DraftSentence = {
    line: 1,
    column: 1,
    text: sentence,
    cited: [],
    status: statusOf(checked, []),
    faults: [],
    verification: checked,
  };
  // Files first, since the reader of the output may close the pipe.
  await writeChecks(outputs, { finding });
  const show = {
    text: () => `${showFinding(finding, terminal)}\n`,
    json: () => toJson({ finding }),
    lines: () => toLine(typedFile, finding),
  };
  terminal.out(show[format]());
  if (checked.verdict === 'supported') return;
  throw new VerseError('not-carried', 'The report does not support the sentence as it stands.');
}

/**
 * "Bosch is cutting jobs [Germany, p. 84].": a sentence that cites its place is a draft of its own.
 * @throws VerseError `bad-input` for a question.
 */
async function toDraft(text: string, assistant: Assistant): Promise<DraftFile | undefined> {
  const documents = await openDocuments(assistant);
  const isChapter = (name: string) => isChapterName(name, documents);
  const labels = labelDocuments(documents);
  const read = readDraft(text, { format: 'text', isChapter, labels, language: chooseLanguage([text]) });
  if (read.length > 0 && read.every(({ skip }) => skip === 'a question'))
    throw new VerseError(
      'bad-input',
      'This is a question: it says nothing to check.',
      'Ask it: verse ask "…".',
    );
  const isCiting = read.some(({ citations }) => citations.length > 0);
  return isCiting ? { file: typedFile, text, format: 'text' } : undefined;
}

/** A finding as a line of `--jsonl`. */
function toLine(file: string, sentence: DraftSentence): string {
  return `${toPlainJson({ file, ...sentence })}\n`;
}

async function verifyDrafts(
  files: readonly DraftFile[],
  scope: Scope,
  assistant: Assistant,
  { terminal, format, outputs, isTyped }: Output,
): Promise<void> {
  const documents = await openDocuments(assistant);
  const drafts: Draft[] = [];
  const showOne = (file: string, sentence: DraftSentence) => {
    const shown = () => showFinding(sentence, terminal, isTyped ? undefined : file);
    terminal.out(format === 'lines' ? toLine(file, sentence) : `${shown()}\n`);
  };
  const showEnd = (draft: Draft) => {
    if (format === 'text' && !isTyped) terminal.out(showSummary(draft, terminal));
  };
  const begin = (index: number) => {
    if (index > 0 && format === 'text') terminal.out('\n');
  };
  // Files first, since the reader of the output may close the pipe.
  const isShownAtOnce = format !== 'json' && outputs.length === 0;
  for (const { file, text, format: written } of files) {
    if (isShownAtOnce) begin(drafts.length);
    // On a terminal findings that come one by one tell how far it is.
    const progress = isShownAtOnce && terminal.isInteractive ? undefined : createProgress(terminal);
    const draft = await checkDraft(file, text, {
      format: written,
      documents,
      scope,
      check: (request) => assistant.check(request),
      ...(progress && { onProgress: progress.onProgress }),
      ...(isShownAtOnce && { onSentence: (sentence) => showOne(file, sentence) }),
    }).finally(progress?.finish);
    if (draft.sentences.length === 0) {
      throw new VerseError('bad-input', `${file}: there is no sentence in it.`, 'Name a draft with text.');
    }
    if (isShownAtOnce) showEnd(draft);
    drafts.push(draft);
  }
  await writeChecks(outputs, { drafts });
  if (format === 'json') terminal.out(toJson({ drafts }));
  else if (!isShownAtOnce) {
    drafts.forEach((draft, index) => {
      begin(index);
      for (const sentence of draft.sentences) showOne(draft.file, sentence);
      showEnd(draft);
    });
  }
  const findings = drafts.reduce((sum, draft) => sum + countFindings(draft), 0);
  if (findings === 0) return;
  const verb = findings === 1 ? 'is' : 'are';
  throw new VerseError('not-carried', `${countNoun(findings, 'sentence')} ${verb} not supported as written.`);
}

/** @throws VerseError `not-carried` where something is not supported; `bad-input`, and as the assistant's. */
export async function verify(
  { terminal, config, readInput }: Session,
  words: string[],
  options: VerifyOptions,
): Promise<void> {
  const outputs = options.out ?? [];
  const drafts = await readDrafts(words, readInput);
  checkOutputs(outputs, drafts === undefined ? [] : words);
  const scope = { ...toScope(options), ...(options.page && { pages: options.page }) };
  const request = verifyRequestSchema.safeParse({ sentence: words.join(' '), ...scope });
  if (drafts === undefined && !request.success) {
    throw wrongLength('sentence', words.join(' '), 'Check it in parts.');
  }
  const format = options.jsonl ? 'lines' : options.json ? 'json' : 'text';
  const output: Output = { terminal, format, outputs, isTyped: drafts === undefined };
  await withAssistant(config(), terminal, async (assistant) => {
    const cited = drafts === undefined ? await toDraft(words.join(' '), assistant) : undefined;
    const files = cited === undefined ? drafts : [cited];
    if (files !== undefined) await verifyDrafts(files, scope, assistant, output);
    else await verifySentence(words.join(' '), scope, assistant, output);
  });
}
