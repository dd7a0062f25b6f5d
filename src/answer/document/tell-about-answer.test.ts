import { describe, expect, it } from 'vitest';
import { sampleAnswer, sampleCitation } from '../../testing/assistant/fake-assistant.ts';
import type { Citation } from '../../wire/types.ts';
import { tellAboutAnswer } from './tell-about-answer.ts';

const { sentences } = sampleAnswer;
const note = { label: '7', text: 'Reuters, 2025.', urls: [], page: 91, boxes: [] };
const bare: Citation = { ...sampleCitation, notes: [] };

const said = (about: Parameters<typeof tellAboutAnswer>[1], citations = [bare]) =>
  tellAboutAnswer({ sentences, citations }, about)
    .sentences.filter(({ origin }) => origin === 'said')
    .map(({ text }) => text);

describe('an answer given once more', () => {
  it('tells the pages of what it quotes, each once', () => {
    const other = { ...bare, number: 2, pages: [90], chapter: 'Outlook' };
    expect(said('page', [bare, bare, other])).toEqual([
      'This stands on p. 84 (Germany) and p. 90 (Outlook).',
    ]);
  });

  it('tells its notes as its sources, and where it stands if it has none', () => {
    expect(said('source', [{ ...bare, notes: [note] }])).toEqual(['Note 7, p. 91: Reuters, 2025.']);
    expect(said('source')).toEqual(['The report gives no note on it. This stands on p. 84 (Germany).']);
  });

  it('tells of doubt where to look, and claims no more than that the words are printed there', () => {
    expect(said('sure')).toEqual([
      'This stands on p. 84 (Germany). It is word for word what is printed there; whether that is right is for its reader to judge.',
    ]);
  });

  it('is as it was where it is only asked for again, or anew', () => {
    expect(said('again')).toEqual([]);
    expect(said(undefined)).toEqual([]);
  });

  it('keeps the places of a comparison with their sentences', () => {
    const groups = [{ label: 'Germany', sentences: [0] }];
    const told = tellAboutAnswer({ sentences, citations: [bare], groups }, 'page');
    expect(told.groups).toEqual([{ label: 'Germany', sentences: [1] }]);
    expect(told.sentences[1]).toEqual(sentences[0]);
  });

  it('leads with what is said, and keeps what stands around the rest in its place', () => {
    const twice = [...sentences, ...sentences];
    expect(tellAboutAnswer({ sentences: twice, citations: [bare], lead: [0] }, 'page').lead).toEqual([0, 1]);
  });
});
