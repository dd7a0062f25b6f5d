/** An answer for word processors: its sentences, each with a footnote that names its place; as RTF and as HTML. Pure. */
import { aroundTitle } from '../wire/lead.ts';
import type { Answer } from '../wire/types.ts';
import { type LinkOf, referenceText, referTo } from './references.ts';
import {
  openingLines,
  partTaken,
  questionOf,
  rowsOf,
  type TakenSentence,
  takenSentences,
} from './taken-sentences.ts';

interface Footnote {
  text: string;
  link?: string;
}

interface Paragraph {
  text: string;
  notes: Footnote[];
}

function footnotesOf({ citations }: TakenSentence, linkOf: LinkOf): Footnote[] {
  return citations.map((citation) => {
    const reference = referTo([citation], linkOf);
    return {
      text: referenceText(reference),
      ...(reference.link !== undefined && { link: reference.link }),
    };
  });
}

/** Question, remarks and sentences; a quotation is in quotation marks, a row of a table has its label before it. */
function paragraphsOf(answer: Answer, linkOf: LinkOf): { question: string; body: Paragraph[] } {
  const taken = takenSentences(answer);
  const remarks = openingLines(answer, taken).filter((line) => line !== '');
  const paragraphs = (one: TakenSentence, label = ''): Paragraph[] => [
    {
      text: `${label}${one.origin === 'quoted' ? `“${one.text}”` : one.text}`,
      notes: footnotesOf(one, linkOf),
    },
    ...one.rows.map((text) => ({ text, notes: [] })),
  ];
  const rows = rowsOf(answer);
  const { answering, around } = partTaken(taken);
  const sentences =
    rows === undefined
      ? [
          ...answering.flatMap((one) => paragraphs(one)),
          ...(around.length > 0 ? [{ text: `${aroundTitle}:`, notes: [] }] : []),
          ...around.flatMap((one) => paragraphs(one)),
        ]
      : rows.flatMap(({ label, sentences: own }) => {
          const told = own.flatMap((index) => taken.get(index) ?? []);
          if (told.length === 0) return [{ text: `${label}: Not stated.`, notes: [] }];
          return told.flatMap((one) => paragraphs(one, `${label}: `));
        });
  return {
    question: questionOf(answer),
    body: [...remarks.map((text) => ({ text, notes: [] })), ...sentences],
  };
}

/** RTF 1.9: a sign beyond ASCII is the number of its UTF-16 unit, signed, and what older readers show instead. */
function escapeRtf(text: string): string {
  return [...text.replace(/[\\{}]/g, '\\$&')]
    .flatMap((sign) => sign.split(''))
    .map((unit) => {
      const code = unit.charCodeAt(0);
      if (code < 0x20) return ' ';
      return code < 0x80 ? unit : `\\u${code > 0x7fff ? code - 0x1_0000 : code}?`;
    })
    .join('');
}

function rtfNote({ text, link }: Footnote): string {
  const words = escapeRtf([text, link ?? []].flat().join(' '));
  return `{\\super\\chftn}{\\footnote\\pard\\plain\\fs20 {\\super\\chftn} ${words}}`;
}

/** As a file: browsers put no RTF on the clipboard. */
export function toRtf(answer: Answer, linkOf: LinkOf): string {
  const { question, body } = paragraphsOf(answer, linkOf);
  const lines = body.map(
    ({ text, notes }) => `{\\pard\\sa120 ${escapeRtf(text)}${notes.map(rtfNote).join('')}\\par}`,
  );
  return [
    '{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0\\froman Times New Roman;}}\\fs24',
    `{\\pard\\sa120\\b ${escapeRtf(question)}\\par}`,
    ...lines,
    '}',
  ].join('\n');
}

function escapeHtml(text: string): string {
  const entities: Partial<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** HTML whose notes Word takes for footnotes when it is pasted; elsewhere they are a list below the text. */
export function toFootnotedHtml(answer: Answer, linkOf: LinkOf): string {
  const { question, body } = paragraphsOf(answer, linkOf);
  const notes: string[] = [];
  const lines = body.map((paragraph) => {
    const marks = paragraph.notes.map(({ text, link }) => {
      const number = notes.length + 1;
      const address = link === undefined ? '' : ` <a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`;
      const mark = `<sup>[${number}]</sup>`;
      notes.push(
        `<div style="mso-element:footnote" id="ftn${number}"><p><a style="mso-footnote-id:ftn${number}" href="#_ftnref${number}" name="_ftn${number}">${mark}</a> ${escapeHtml(text)}${address}</p></div>`,
      );
      return `<a style="mso-footnote-id:ftn${number}" href="#_ftn${number}" name="_ftnref${number}">${mark}</a>`;
    });
    return `<p>${escapeHtml(paragraph.text)}${marks.join('')}</p>`;
  });
  return [
    '<html><head><meta charset="utf-8"></head><body>',
    `<p><b>${escapeHtml(question)}</b></p>`,
    ...lines,
    ...(notes.length === 0 ? [] : ['<div style="mso-element:footnote-list"><hr>', ...notes, '</div>']),
    '</body></html>',
  ].join('\n');
}
