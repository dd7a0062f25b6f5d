/** `verse eval --structure`: measures what is read of PDFs: chapters and sections, text and notes, tables. */
import { expectedIndex } from '../../assistant/expected-index.ts';
import type { Config } from '../../config/settings.ts';
import type { OnProgress } from '../../core/types.ts';
import { withHome } from '../../store/choose-home.ts';
import { joinNames } from '../../text/join-names.ts';
import type { Tables } from '../../workshop/evaluate/report/table-outputs.ts';
import { evaluateStructure, withContents } from '../../workshop/evaluate/structure/evaluate-structure.ts';
import { evaluateTables, withKnownCells } from '../../workshop/evaluate/structure/evaluate-tables.ts';
import { evaluateText } from '../../workshop/evaluate/structure/evaluate-text.ts';
import { setAnew } from '../../workshop/evaluate/structure/set-anew.ts';
import { formatStructure, renderStructure } from '../../workshop/evaluate/structure/structure-table.ts';
import { formatTableScores, renderTableScores } from '../../workshop/evaluate/structure/table-scores.ts';
import { formatTextScores, renderTextScores } from '../../workshop/evaluate/structure/text-scores.ts';
import type { Session } from '../chat/session.ts';

interface StructureEvalOptions {
  /** The document of the index that is set anew before; `true` for its only one. */
  setAnew: string | true | undefined;
  onProgress: OnProgress;
}

/** Writes PDFs of a document into the folder. @returns what was written, as a line. */
function setFromIndex(
  config: Config,
  folder: string,
  id: string | undefined,
  onProgress: OnProgress,
): Promise<string> {
  return withHome(config, async (home) => {
    const store = await home.open(await expectedIndex(config.modelsDir));
    try {
      const { document, files } = await setAnew(store, folder, id, onProgress);
      return `Set ${document} anew in ${folder}: ${joinNames(files)}.`;
    } finally {
      await store.close();
    }
  });
}

async function measure(folder: string, onProgress: OnProgress): Promise<Tables> {
  if (withKnownCells(folder).length > 0) {
    const tables = await evaluateTables(folder, onProgress);
    return { json: { tables }, text: formatTableScores(tables), page: () => renderTableScores(tables) };
  }
  const texts = await evaluateText(folder, onProgress);
  if (texts.length > 0 && withContents(folder).length === 0)
    return { json: { texts }, text: formatTextScores(texts), page: () => renderTextScores(texts) };
  const documents = await evaluateStructure(folder, onProgress);
  const text = formatStructure(documents);
  const page = () => renderStructure(documents);
  if (texts.length === 0) return { json: { documents }, text, page };
  return {
    json: { documents, texts },
    text: `${text}\n${formatTextScores(texts)}`,
    page: () => `${page()}\n${renderTextScores(texts)}`,
  };
}

/** @throws VerseError `bad-input`, what a document is refused for; with `setAnew` as the index does that is opened, `cannot-write`. */
export async function evalStructure(
  { config }: Pick<Session, 'config'>,
  folder: string,
  { setAnew: chosen, onProgress }: StructureEvalOptions,
): Promise<Tables> {
  if (chosen === undefined) return measure(folder, onProgress);
  const id = chosen === true ? undefined : chosen;
  const notice = await setFromIndex(config(), folder, id, onProgress);
  return { ...(await measure(folder, onProgress)), notice };
}
