import { describe, expect, it } from 'vitest';
import { sampleCitation } from '../../testing/assistant/fake-assistant.ts';
import type { Mark } from '../nouns.ts';
import { citedHere } from './cited-here.ts';
import { noteMark } from './marks.ts';

const { document, notes, boxes } = sampleCitation;
const first: Mark = { key: 'a', kind: 'sentence', label: '1', citation: sampleCitation };
const second: Mark = { ...first, key: 'b', label: '2' };
const nearest: Mark = { ...first, key: 'n0', kind: 'nearest', label: '' };
const [note] = notes.map((one) => noteMark(sampleCitation, one, 'a'));
if (note === undefined) throw new Error('The sample has a note.');

const on = (page: number, mark: string | null = null) => ({ document, page, mark });

describe('citedHere', () => {
  it('counts what is marked on the page', () => {
    expect(citedHere([first, second], on(84))).toBe('2 cited sentences');
    expect(citedHere([nearest], on(84))).toBe('1 passage near the question');
    expect(citedHere([nearest, { ...nearest, key: 'n1' }], on(84))).toBe('2 passages near the question');
    expect(citedHere([first], on(85))).toBe('');
    expect(citedHere([first], { ...on(84), document: 'another' })).toBe('');
  });

  it('names the endnote on show, and counts none among the sentences', () => {
    expect(citedHere([first, note], on(90, note.key))).toBe('note 2');
    expect(citedHere([first, note], on(90))).toBe('1 note');
    const here = { ...note, citation: { ...note.citation, boxes } };
    expect(citedHere([here, first, second], on(84, 'a'))).toBe('2 cited sentences');
    expect(citedHere([here, first, second], on(84))).toBe('2 cited sentences');
  });

  it('says where the highlighted sentence continues', () => {
    const over = { ...first, citation: { ...sampleCitation, pages: [83, 84] } };
    expect(citedHere([over, second], on(84, 'a'))).toBe('sentence 1 runs over p. 83');
    const longNote = { ...note, citation: { ...note.citation, pages: [90, 91] } };
    expect(citedHere([longNote], on(90, longNote.key))).toBe('note 2 runs over p. 91');
    const near = { ...nearest, citation: over.citation };
    expect(citedHere([near], on(84, 'n0'))).toBe('sentence runs over p. 83');
  });
});
