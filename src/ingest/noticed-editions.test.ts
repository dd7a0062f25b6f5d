import { beforeEach, describe, expect, it } from 'vitest';
import { changeDocuments } from '../store/disk/change-documents.ts';
import { useIngestFolder } from '../testing/documents/ingest-folder.ts';
import { italy, makeReport, poland, type SmallChapter, sweden } from '../testing/documents/small-report.ts';

const folder = useIngestFolder();

/** The chapter with other figures in its sentences. */
const edited = (chapter: SmallChapter): SmallChapter => ({
  ...chapter,
  paragraphs: chapter.paragraphs.map((text) => text.replaceAll('2023', '2024').replaceAll('300%', '310%')),
});

describe('a document that is taken in', () => {
  beforeEach(async () => {
    folder.put('etnc-2025.pdf', makeReport([sweden, poland]));
    folder.put('biopharma.pdf', makeReport([italy]));
    expect((await folder.run()).editions).toEqual([]);
  });

  it('is told of as another edition where another has most of its sentences', async () => {
    folder.put('etnc-2026.pdf', makeReport([edited(sweden), poland]));
    const { editions } = await folder.run();
    expect(editions).toEqual([
      { document: 'etnc-2026', like: 'etnc-2025', share: 7 / 8, isDuplicate: false },
    ]);
    // It is told when it is read, and stays.
    expect((await folder.run()).editions).toEqual([]);
    expect(await (await folder.openIt()).documents()).toHaveLength(3);
  });

  it('is told of as a duplicate where the file is another one and the sentences are the same', async () => {
    folder.put('copy.pdf', makeReport([sweden, poland], 'Fragmented Europe, printed anew'));
    expect((await folder.run()).editions).toEqual([
      { document: 'copy', like: 'etnc-2025', share: 1, isDuplicate: true },
    ]);
  });

  it('is not told of where others have few of its sentences', async () => {
    const norway = {
      ...sweden,
      paragraphs: sweden.paragraphs.map((text) => text.replaceAll('Swed', 'Norw')),
    };
    folder.put('annex.pdf', makeReport([italy, norway]));
    expect(await folder.run()).toMatchObject({ changed: true, editions: [] });
  });

  it('is compared with documents of an index that has no sketches yet', async () => {
    await changeDocuments(folder.indexDir, (documents) => documents.map(({ sketch: _, ...rest }) => rest));
    folder.put('etnc-2026.pdf', makeReport([edited(sweden), poland]));
    const { editions, documents } = await folder.run();
    expect(editions).toMatchObject([{ document: 'etnc-2026', like: 'etnc-2025' }]);
    expect(documents.every((document) => !('sketch' in document))).toBe(true);
    const kept = await (await folder.openIt()).documents();
    expect(kept.map(({ sketch }) => sketch?.sentences)).toEqual([2, 8, 8]);
  });
});

describe('two editions that are taken in together', () => {
  it('are told of once, by the second', async () => {
    folder.put('etnc-2025.pdf', makeReport([sweden, poland]));
    folder.put('etnc-2026.pdf', makeReport([edited(sweden), poland]));
    expect((await folder.run()).editions).toMatchObject([{ document: 'etnc-2026', like: 'etnc-2025' }]);
  });
});
