import { describe, expect, it } from 'vitest';
import type { Passage } from '../core/types.ts';
import { sampleNote, samplePassages } from '../testing/answers/sample-report.ts';
import { indexedHash, indexedParts } from './indexed-text.ts';

function sample(number: string): Passage {
  const found = samplePassages.find(({ id }) => id.endsWith(`/${number}`));
  if (!found) throw new Error(`No sample passage ${number}.`);
  return found;
}

describe('indexedParts', () => {
  it('puts chapter and section before the sentences, each its own part', () => {
    expect(indexedParts(sample('3/1'))).toEqual([
      'Austria. Recent trends: A decade of managed continuity. ',
      'Historically, science and research cooperation between the two countries has enjoyed a comparatively high priority. ',
      'This is best exemplified by establishment of an Office of Science and Technology (OSTA) in Beijing back in 2012. ',
    ]);
  });

  it('calls a note an endnote and keeps only the host of its address', () => {
    expect(indexedParts(sample('5/2'))).toEqual([
      'Czechia. Endnote. ',
      'J. Sedlák. Číňané z českých mobilních sítí jen tak nezmizí. Operátoři podepisují nové smlouvy s Huawei. E15. 19 January 2026. e15.cz ',
    ]);
  });

  it('shortens addresses without a scheme and in angle brackets, and leaves other text alone', () => {
    const text =
      'NÚKIB, nukib.gov.cz/cs/infoservis/aktuality/1303, and/or <https://ifr.org/ifr-press-releases>.';
    const note: Passage = { ...sample('5/2'), text, sentences: [] };
    expect(indexedParts(note)[1]).toBe('NÚKIB, nukib.gov.cz and/or <ifr.org>. ');
  });

  it('names the chapter alone before the first heading', () => {
    expect(indexedParts({ ...sample('3/1'), section: null })[0]).toBe('Austria. ');
  });

  it('sets the cells of a row after their heads, which are searched but not quoted', () => {
    const cells = [
      { text: 'Goodwill', heads: [], boxes: [] },
      { text: '12,790', heads: ['2018'], boxes: [] },
    ];
    const row = { caption: null, unit: 'in millions', under: [], cells };
    const quoted = { text: 'Goodwill | 12,790', pages: [1], boxes: [], noteIds: [], markers: [], row };
    const table: Passage = { ...sample('3/1'), kind: 'table', text: quoted.text, sentences: [quoted] };
    expect(indexedParts(table)[1]).toBe('Goodwill: 2018 12,790 (in millions) ');
  });

  it('never changes the text that is quoted', () => {
    indexedParts(sample('5/2'));
    expect(sample('5/2').text).toBe(sampleNote.text);
  });
});

describe('indexedHash', () => {
  it('differs by encoder, by text and by where the parts are cut', () => {
    const hashes = [
      indexedHash('a', ['Austria. ', 'One. Two. ']),
      indexedHash('b', ['Austria. ', 'One. Two. ']),
      indexedHash('a', ['Austria. ', 'One. ', 'Two. ']),
      indexedHash('a', ['Belgium. ', 'One. Two. ']),
    ];
    expect(new Set(hashes).size).toBe(4);
    expect(hashes[0]).toMatch(/^[0-9a-f]{32}$/);
  });
});
