/** Exponents and indices of formulas in running text: small signs close beside a letter or a figure, above or below it. Pure. */
import type { TextRun } from '../../core/document-reader.ts';
import type { Line } from '../page-model.ts';
import { superscriptDigits } from './markers.ts';
import { thresholds } from './thresholds.ts';

const superscripts: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...superscriptDigits].map((sign, digit) => [String(digit), sign])),
  '+': '⁺',
  '-': '⁻',
  '–': '⁻',
  '−': '⁻',
};

/** "∼ 5 × 10", "between 10": what is raised behind it is a power of ten, and no note's number. */
const tenAtEnd = /(?:^|[\s(×·⋅∼~≈<>])10$/u;
const power = /^[+−–-]?\s?\d{1,2}$/u;
/** What an index may stand at. */
const baseAtEnd = /[\p{L}\p{N})\]]$/u;
const oneSign = /^[^\s]{1,8}$/u;

/** The last exponent or index at the end of a line: where it begins, and whether it is raised. */
export interface Script {
  x: number;
  isRaised: boolean;
}

/**
 * How an exponent or index is printed within its line: raised figures as raised figures ("10⁷ cm⁻¹"), all else as it is ("M⊙",
 * "CO2").
 * @param reach where the line ends, and the last of its exponents and indices, on which another may be stacked.
 * @returns null where the run is neither.
 */
export function readScript(
  run: TextRun,
  line: Line,
  { end, script }: { end: number; script: Script | null },
): string | null {
  const { smallest, largest, above, below, gap } = thresholds.script;
  const text = run.text.trim();
  const shift = (run.y - line.y) / line.size;
  const isSmall = run.size >= smallest * line.size && run.size <= largest * line.size;
  const isBeside = !run.afterBlank && !/^\s/.test(run.text) && Math.abs(run.x - end) <= gap * line.size;
  const isStacked = script !== null && Math.abs(run.x - script.x) <= gap * line.size;
  const isRaised = shift > 0;
  if (!isSmall || !(isBeside || isStacked) || !oneSign.test(text)) return null;
  if (Math.abs(shift) < above || Math.abs(shift) > below) return null;
  const goesOn = script !== null && script.isRaised === isRaised && isBeside;
  if (!goesOn && !baseAtEnd.test(line.text)) return null;
  if (!isRaised) return text;
  const isPower = goesOn
    ? /^[\d.]+$/.test(text)
    : power.test(text) && (tenAtEnd.test(line.text) || !/^\d/.test(text));
  if (isPower) return raise(text);
  // Plain figures beside anything else are numbers of notes.
  return /^\p{S}$/u.test(text) ? raise(text) : null;
}

const raise = (text: string): string => [...text].map((sign) => superscripts[sign] ?? sign).join('');
