import { describe, expect, it } from 'vitest';
import { sampleCitation, sampleVerification } from '../../testing/assistant/fake-assistant.ts';
import { colored, plain } from '../../testing/cli/fake-session.ts';
import type { Draft, DraftSentence } from '../../wire/types.ts';
import { showDraft } from './show-draft.ts';

const text = 'Bosch is cutting 25,000 jobs in its automotive division.';
const sentence: DraftSentence = {
  line: 3,
  column: 1,
  text,
  cited: ['[Germany, p. 84]'],
  status: 'not-carried',
  faults: [],
  verification: sampleVerification,
};
const supported: DraftSentence = {
  ...sentence,
  status: 'carried',
  verification: { verdict: 'supported', problems: [], score: 0.8, citation: sampleCitation },
};
const draftOf = (...sentences: DraftSentence[]): Draft => ({
  file: 'draft.md',
  sentences,
  summary: { sentences: 1234, carried: 1230, misplaced: 1, notCarried: 3, notChecked: 0 },
});
const screen = { width: 80, paint: plain };

describe('showDraft', () => {
  it('begins each line with the place in the file, and cuts off what is supported at the edge', () => {
    const [line = ''] = showDraft(draftOf(supported), screen).split('\n');
    expect(line).toBe('draft.md:3:1: supported by Germany, p. 84: Bosch is cutting 25,000 jobs in its …');
    expect(line.length).toBeLessThanOrEqual(80);
  });

  it('shows some of a sentence whatever the name of the file', () => {
    const file = `${'long/'.repeat(20)}draft.md`;
    const [line = ''] = showDraft({ ...draftOf(supported), file }, screen).split('\n');
    expect(line).toBe(`${file}:3:1: supported by Germany, p. 84: Bosch is cutting 25,000 jobs in its …`);
  });

  it('names documents where more than one is open', () => {
    const citation = { ...sampleCitation, documentLabel: 'Fragmented Europe (2026)' };
    const shown = showDraft(
      draftOf(
        { ...supported, verification: { verdict: 'supported', problems: [], score: 0.8, citation } },
        { ...sentence, verification: { ...sampleVerification, citation } },
      ),
      screen,
    );
    expect(shown).toContain('supported by Fragmented Europe (2026): Germany, p. 84: Bosch');
    expect(shown.replace(/\s+/g, ' ')).toContain(
      'nearest: Fragmented Europe (2026): Germany, p. 84: “Bosch alone',
    );
  });

  it('tells of missing citations before what is not supported', () => {
    const faults = ['p. 384: the report has 194 pages.'];
    expect(showDraft(draftOf({ ...sentence, faults }), screen)).toContain(
      '    - p. 384: the report has 194 pages.\n    - “25,000”: not in the passage\n',
    );
  });

  it('counts what there is, and leaves out what there is not', () => {
    expect(showDraft(draftOf(), screen)).toMatch(
      /draft\.md: 1,234 sentences: 1,230 supported, 1 misplaced, 3 not supported\.\n$/,
    );
  });

  it('is coloured where the screen is', () => {
    const shown = showDraft(draftOf(supported, sentence), { ...screen, paint: colored });
    expect(shown).toContain('draft.md:3:1: \u001b[32msupported by Germany, p. 84\u001b[39m: ');
    expect(shown).toContain('draft.md:3:1: \u001b[31mnot supported\u001b[39m\n');
  });
});
