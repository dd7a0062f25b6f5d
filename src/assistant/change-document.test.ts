import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../config/settings.ts';
import { changeDocuments } from '../store/disk/change-documents.ts';
import { withIndexLock } from '../store/disk/lock.ts';
import { useIngestFolder } from '../testing/documents/ingest-folder.ts';
import { italy, makeReport, poland, sweden } from '../testing/documents/small-report.ts';
import { readWhole } from '../testing/store/index-contents.ts';
import { replaceManifest } from '../testing/store/replace-manifest.ts';
import type { DocumentChange } from '../wire/types.ts';
import { changeDocument, longestTag, longestTitle, mostTags } from './change-document.ts';
import { listDocuments } from './views.ts';

const folder = useIngestFolder();
const { run, put, openIt, listIndex } = folder;
const printed = 'Fragmented Europe, in short';
const place = () => loadConfig({ indexDir: folder.indexDir }, {}, folder.root);
const rename = (title: string | null, id = 'etnc') => changeDocument(place(), id, { title });

async function titles() {
  return (await readWhole(await openIt())).documents.map(({ id, title, printedTitle }) => [
    id,
    title,
    printedTitle,
  ]);
}

describe('changeDocument', () => {
  it('sets a title beside the printed one, and changes nothing else', async () => {
    put('etnc.pdf', makeReport());
    put('biopharma.pdf', makeReport([italy], 'Biopharma'));
    await run();
    const before = await readWhole(await openIt());
    const renamed = await rename(' China and Europe ', 'ETNC');
    expect(renamed).toMatchObject({ id: 'etnc', title: 'China and Europe', printedTitle: printed });
    const after = await readWhole(await openIt());
    expect(after.documents[0]).toEqual(before.documents[0]);
    expect(listDocuments(after.documents)[1]).toEqual(renamed);
    expect(after.passages).toEqual(before.passages);
    expect(after.encodings).toEqual(before.encodings);
    expect(listIndex()).toEqual(['build', 'current']);
  });

  it('outlives an ingest that finds nothing new, a changed file and other rules', async () => {
    put('etnc.pdf', makeReport());
    await run();
    await rename('China and Europe');
    expect(await run()).toMatchObject({ changed: false });
    expect(await titles()).toEqual([['etnc', 'China and Europe', printed]]);
    put('etnc.pdf', makeReport([sweden, poland, italy], 'Fragmented Europe, second edition'));
    expect((await run()).documents[0]).toMatchObject({
      title: 'China and Europe',
      printedTitle: 'Fragmented Europe, second edition',
    });
    replaceManifest(folder.indexDir, (json) => json.replace(/"passageRules":\d+/, '"passageRules":1'));
    await run();
    expect(await titles()).toEqual([['etnc', 'China and Europe', 'Fragmented Europe, second edition']]);
  });

  it('outlives an index that is damaged, of another format or without its list of documents', async () => {
    put('etnc.pdf', makeReport());
    await run();
    await rename('China and Europe');
    const build = () => join(folder.indexDir, readFileSync(join(folder.indexDir, 'current'), 'utf8').trim());
    writeFileSync(join(build(), 'documents.json'), '[]');
    await run();
    expect(await titles()).toEqual([['etnc', 'China and Europe', printed]]);
    replaceManifest(folder.indexDir, (json) => json.replace(/"formatVersion":\d+/, '"formatVersion":1'));
    await run();
    expect(await titles()).toEqual([['etnc', 'China and Europe', printed]]);
  });

  it('takes the printed title again, and writes nothing where nothing changes', async () => {
    put('etnc.pdf', makeReport());
    await run();
    await rename('China and Europe');
    const current = () => readFileSync(join(folder.indexDir, 'current'), 'utf8');
    const before = current();
    await rename('China and Europe');
    expect(current()).toBe(before);
    expect(await rename(null)).toEqual(listDocuments((await readWhole(await openIt())).documents)[0]);
    expect(await titles()).toEqual([['etnc', printed, undefined]]);
  });

  it('sets a year and tags beside what is printed, which outlive an ingest and a damaged index', async () => {
    put('etnc.pdf', makeReport());
    await run();
    const change = (wanted: DocumentChange) => changeDocument(place(), 'etnc', wanted);
    const set = { year: 2026, printedYear: null, tags: ['ETNC', 'China'] };
    expect(await change({ year: 2026, tags: ['ETNC', ' China ', 'etnc'] })).toMatchObject(set);
    put('etnc.pdf', makeReport([sweden, poland, italy], 'Fragmented Europe, second edition'));
    expect((await run()).documents[0]).toMatchObject({ ...set, title: 'Fragmented Europe, second edition' });
    replaceManifest(folder.indexDir, (json) => json.replace(/"formatVersion":\d+/, '"formatVersion":1'));
    await run();
    const [document] = (await readWhole(await openIt())).documents;
    expect(document).toMatchObject(set);
    const plain = await change({ year: null, tags: [] });
    expect(plain).toMatchObject({ tags: [], title: 'Fragmented Europe, second edition' });
    expect(plain).not.toHaveProperty('year');
    expect(plain).not.toHaveProperty('printedYear');
  });

  it('makes the change of the document as it is', async () => {
    put('etnc.pdf', makeReport());
    await run();
    const add = (tag: string) =>
      changeDocument(place(), 'etnc', ({ tags = [] }) => ({ tags: [...tags, tag] }));
    await add('China');
    expect(await add('technology')).toMatchObject({ tags: ['China', 'technology'] });
  });

  it.each<[DocumentChange, string]>([
    [{ year: 26 }, '26 is no year of a document. Give one from 1000 to 2999.'],
    [{ year: 2026.5 }, '2026.5 is no year of a document. Give one from 1000 to 2999.'],
    [{ tags: ['  '] }, 'The tag is empty. Give one that can be read.'],
    [{ tags: ['x'.repeat(longestTag + 1)] }, 'The tag has 41 characters; 40 are the most. Shorten it.'],
    [
      { tags: Array.from({ length: mostTags + 1 }, (_, index) => `tag ${index}`) },
      'A document can have 20 tags; these are 21. Leave some out.',
    ],
  ])('refuses the change %j', async (wanted, sentence) => {
    put('etnc.pdf', makeReport());
    await run();
    const refused = changeDocument(place(), 'etnc', { title: 'New', ...wanted });
    await expect(refused).rejects.toMatchObject({ code: 'bad-input', sentence });
    expect(await titles()).toEqual([['etnc', printed, undefined]]);
  });

  it.each([
    ['', 'The title is empty. Give one that can be read.'],
    [' \n', 'The title is empty. Give one that can be read.'],
    ['x'.repeat(longestTitle + 1), 'The title has 201 characters; 200 are the most. Shorten it.'],
    ['China\u001b[31m', 'The title holds a control character (U+001B). Leave it out.'],
    ['China\nEurope', 'The title holds a control character (U+000A). Leave it out.'],
    ['China\u202eEurope', 'The title holds a control character (U+202E). Leave it out.'],
  ])('refuses the title %j', async (title, sentence) => {
    put('etnc.pdf', makeReport());
    await run();
    await expect(rename(title)).rejects.toMatchObject({ code: 'bad-input', sentence });
    expect(await titles()).toEqual([['etnc', printed, undefined]]);
  });

  it('counts characters as readers do', async () => {
    put('etnc.pdf', makeReport());
    await run();
    expect(await rename('𝔊'.repeat(longestTitle))).toMatchObject({ title: '𝔊'.repeat(longestTitle) });
  });

  it('refuses a document that is not there, and an index that is not', async () => {
    await expect(rename('China')).rejects.toMatchObject({ code: 'no-index' });
    expect(existsSync(folder.indexDir)).toBe(false);
    put('etnc.pdf', makeReport());
    await run();
    await expect(rename('China', 'etcn')).rejects.toMatchObject({
      code: 'unknown-document',
      sentence: 'No document is called “etcn”. Did you mean etnc?',
    });
  });

  it('leaves the index as it is where an ingest is under way, or the disk is full', async () => {
    put('etnc.pdf', makeReport());
    await run();
    await withIndexLock(folder.indexDir, () =>
      expect(rename('China')).rejects.toMatchObject({ code: 'index-locked' }),
    );
    const before = readdirSync(folder.indexDir);
    const full = changeDocuments(folder.indexDir, (documents) => [...documents], {
      writeFile: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    });
    await expect(full).rejects.toMatchObject({ code: 'cannot-write' });
    expect(readdirSync(folder.indexDir)).toEqual(before);
    expect(await titles()).toEqual([['etnc', printed, undefined]]);
  });

  it('needs no PDF', async () => {
    const file = put('etnc.pdf', makeReport());
    await run();
    rmSync(file);
    expect(await rename('China')).toMatchObject({ title: 'China' });
  });
});
