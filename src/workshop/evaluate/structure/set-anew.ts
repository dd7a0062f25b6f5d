/** Sets a document of an index anew, as PDFs with files beside them that say what must be read of them. */
import { join } from 'node:path';
import { findDocument } from '../../../assistant/look-up.ts';
import { VerseError } from '../../../core/errors.ts';
import type { PassageStore } from '../../../core/passage-store.ts';
import type { OnProgress, ReportDocument } from '../../../core/types.ts';
import { countNoun } from '../../../text/count-noun.ts';
import { joinNames } from '../../../text/join-names.ts';
import { typeset } from '../../typeset/typeset.ts';
import { writeOutput } from '../report/outputs.ts';
import { formatContentsFile } from './contents-file.ts';
import { designAnew, type ReadText, typesettings } from './design-anew.ts';

/** More are not named in a sentence. */
const mostNamed = 10;

/** @throws VerseError `unknown-document`, naming near ones; `bad-input` where none is named and there is not one alone. */
async function chooseDocument(id: string | undefined, store: PassageStore): Promise<ReportDocument> {
  if (id !== undefined) return findDocument(id, store);
  const documents = await store.documents();
  const [only] = documents;
  if (only === undefined) throw new VerseError('bad-input', 'The index has no document.', 'Run `verse add`.');
  if (documents.length === 1) return only;
  const ids = documents.map((document) => document.id);
  const count = countNoun(ids.length, 'document');
  throw new VerseError(
    'bad-input',
    ids.length > mostNamed ? `The index has ${count}.` : `The index has ${count}: ${joinNames(ids)}.`,
    `Name the one to set anew: --set-anew ID${ids.length > mostNamed ? ' (`verse list` has them)' : ''}.`,
  );
}

/** @throws VerseError `bad-input` where no chapter has text. */
async function readText(document: ReportDocument, store: PassageStore): Promise<ReadText> {
  const chapters = document.chapters.filter(({ kind }) => kind === 'chapter').map(({ name }) => name);
  const passages = await store.readStretch({ documents: [document.id], chapters, kinds: ['body'] });
  if (passages.length === 0)
    throw new VerseError('bad-input', `${document.id} has no text in chapters.`, 'Set another one anew.');
  const sentences = passages.flatMap((passage) => passage.sentences);
  const noteIds = sentences.flatMap(({ markers }) => markers.map(({ noteId }) => noteId));
  const notes = await store.notes([...new Set(noteIds)]);
  return { document, passages, notes };
}

/** What was set. */
export interface SetAnew {
  document: string;
  /** The PDFs' names. */
  files: string[];
}

/**
 * Writes `NAME.pdf`, `NAME.toc` and `NAME.truth.json` into the folder, in each typesetting.
 * @param id of the document, where the store has several.
 * @param onProgress stage `set anew`.
 * @throws VerseError `bad-input`, `unknown-document`, `cannot-write`.
 */
export async function setAnew(
  store: PassageStore,
  folder: string,
  id?: string,
  onProgress: OnProgress = () => {},
): Promise<SetAnew> {
  const document = await chooseDocument(id, store);
  const text = await readText(document, store);
  for (const [done, typesetting] of typesettings.entries()) {
    onProgress({ stage: 'set anew', done, total: typesettings.length });
    const { pdf, known, entries } = typeset(designAnew(text, typesetting));
    const levels = entries.map(({ heading, text: title, page }) => ({
      level: typeof heading === 'number' ? heading : 1,
      title,
      page,
    }));
    const path = join(folder, typesetting.name);
    await writeOutput(`${path}.pdf`, pdf);
    await writeOutput(`${path}.toc`, formatContentsFile(levels));
    await writeOutput(`${path}.truth.json`, `${JSON.stringify(known)}\n`);
  }
  onProgress({ stage: 'set anew', done: typesettings.length, total: typesettings.length });
  return { document: document.id, files: typesettings.map(({ name }) => `${name}.pdf`) };
}
