import { describe, expect, it } from 'vitest';
import { onePage, report, sentence } from '../../workshop/attack/pdf/simple-pdfs.ts';
import { findDamage } from './find-damage.ts';
import { pdfReader } from './pdf-reader.ts';

const read = (bytes: Uint8Array) => pdfReader.read(bytes, 'report.pdf', { findsDamage: true });

describe('damage that is read around', () => {
  it('is not found in a whole file', async () => {
    expect((await read(report(3))).damage).toEqual([]);
  });

  it('is found where a page breaks off, and where the table of objects is wrong', async () => {
    const file = Buffer.from(report(3)).toString('latin1');
    const moved = Buffer.from(file.replace(/startxref\n\d+/, 'startxref\n7'), 'latin1');
    expect((await read(moved)).damage).toContain('its table of objects had to be made anew');
    const broken = onePage({ content: `${sentence} BT /F1 9 Tf [(a) ` });
    expect((await read(broken)).damage).toContainEqual(
      expect.stringMatching(/^text may be missing \(.*\), page 1$/),
    );
  });

  it('is told once of each kind, with its pages, and nothing else is', () => {
    const { console: terminal } = globalThis;
    const finder = findDamage();
    terminal.warn('Warning: Indexing all PDF objects');
    for (const page of [12, 14]) {
      finder.atPage(page);
      terminal.warn(
        `Warning: getTextContent - ignoring errors during "GetTextContent: page ${page}" task: "FormatError: Too many arguments".`,
      );
      terminal.warn('Warning: getHexString - ignoring invalid character: 60');
      terminal.warn('Warning: TT: undefined function: 32');
    }
    finder.stop();
    expect(finder.found()).toEqual([
      'its table of objects had to be made anew',
      'text may be missing (FormatError: Too many arguments), pages 12, 14',
      'some letters cannot be read, pages 12, 14',
    ]);
  });
});
