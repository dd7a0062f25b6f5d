import { describe, expect, it } from 'vitest';
import { comparison } from '../testing/answers/sample-answers.ts';
import { sampleAnswer, sampleCitation } from '../testing/assistant/fake-assistant.ts';
import { toFootnotedHtml, toRtf } from './to-word.ts';

const linkOf = () => 'http://localhost/?a=1&b=2';
const saying = (text: string) => ({
  ...sampleAnswer,
  sentences: sampleAnswer.sentences.map((one) => ({ ...one, text })),
});

describe('RTF', () => {
  it('has a footnote behind the quotation, with report, chapter, page and link', () => {
    expect(toRtf(saying('Bosch cuts.'), linkOf)).toContain(
      `{\\pard\\sa120 \\u8220?Bosch cuts.\\u8221?{\\super\\chftn}{\\footnote\\pard\\plain\\fs20 {\\super\\chftn} ${sampleCitation.documentTitle}, chapter \\u8220?Germany\\u8221?, p. 84. http://localhost/?a=1&b=2}\\par}`,
    );
  });

  it('escapes its own signs and all letters beyond ASCII, in groups that close', () => {
    const rtf = toRtf(saying('a {b} \\par č 😀\u0000'), linkOf);
    expect(rtf).toContain('a \\{b\\} \\\\par \\u269? \\u-10179?\\u-8704? ');
    expect(rtf).toMatch(/^\{\\rtf1[\n\x20-\x7e]*\}$/);
    const signs = rtf.replace(/\\[{}\\]/g, '');
    expect(signs.split('{')).toHaveLength(signs.split('}').length);
  });

  it('says what stands around those that answer', () => {
    const [first, second] = ['Bosch cuts.', 'ZF cuts.'].flatMap((one) => saying(one).sentences);
    if (first === undefined || second === undefined) throw new Error('The sample has a sentence.');
    const rtf = toRtf({ ...sampleAnswer, sentences: [first, second], lead: [0] }, linkOf);
    expect(rtf.indexOf('More around it:')).toBeGreaterThan(rtf.indexOf('Bosch cuts.'));
    expect(rtf.indexOf('ZF cuts.')).toBeGreaterThan(rtf.indexOf('More around it:'));
  });

  it('says what a comparison does not state', () => {
    expect(toRtf(comparison, linkOf)).toContain('Belgium: Not stated.');
  });
});

describe('HTML with footnotes', () => {
  it("marks the notes as Word's own, each with its number, and shows text as text", () => {
    const html = toFootnotedHtml(saying('<b>5 & 6</b>'), linkOf);
    expect(html).toContain(
      '<p>“&lt;b&gt;5 &amp; 6&lt;/b&gt;”<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p>',
    );
    expect(html).toMatch(
      /<div style="mso-element:footnote" id="ftn1">.*p\. 84\. <a href="http:\/\/localhost\/\?a=1&amp;b=2">/,
    );
  });
});
