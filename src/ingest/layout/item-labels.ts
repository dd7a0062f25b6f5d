/** What is printed before the items of lists: bullets, numbers and letters. Pure. */
import type { Line } from '../page-model.ts';

const bullets = '•●▪■◦‣∙·○□▫❑❖➢►✓✔\\uf020-\\uf0ff';

/** Bullets and list dashes at the start of a line; fonts of signs have their bullets among the private characters. */
export const bullet = new RegExp(`^[${bullets}]\\s+|^[–-]\\s+(?=\\p{Lu})`, 'u');

/** A bullet, number or letter that is a line of its own, painted apart from its item. */
export const loneLabel = new RegExp(`^(?:[${bullets}–—-]|\\(?(?:\\d{1,2}|[ivx]{1,5}|[a-zA-Z])[.)])$`, 'u');

const label = /^["“‘'«]?(?<open>\(?)(?<count>\d{1,2}|[ivx]{1,5}|[a-zA-Z])(?<close>[.)])\s/u;
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** A number or a letter before an item. */
export interface ItemLabel {
  /** As printed: "1.", "(a)", "iv)". */
  text: string;
  /** Its brackets and stop, which all items of a list have alike. */
  shape: string;
  /** Its place, from 1; two where it may be a Roman number or a letter: "i". */
  places: readonly number[];
}

function placesOf(count: string): number[] {
  if (/\d/u.test(count)) return [Number(count)];
  const roman = romans.indexOf(count) + 1;
  const letter = count.length === 1 ? [count.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0) + 1] : [];
  return roman > 0 ? [roman, ...letter] : letter;
}

/** The number or letter that a line begins with, if it may be an item's: "3. Access", "(b) the name". */
export function itemLabelOf(line: string): ItemLabel | undefined {
  const { open = '', count = '', close = '' } = label.exec(line)?.groups ?? {};
  const places = placesOf(count);
  if (count === '' || places.length === 0) return undefined;
  const kind = /\d/u.test(count) ? '1' : /\p{Lu}/u.test(count) ? 'A' : 'a';
  return { text: `${open}${count}${close}`, shape: `${open}${kind}${close}`, places };
}

/** Whether a label may be the first of its list. */
export const isFirst = ({ places }: ItemLabel): boolean => places.includes(1);

/** Whether a label is the next of the same list. */
export const follows = (next: ItemLabel, before: ItemLabel): boolean =>
  next.shape === before.shape && next.places.some((place) => before.places.includes(place - 1));

/** Ems that are left of a line, beside what its next word takes, where no text went on behind it. */
const leastRoom = 2;

/** Whether the last of some lines leaves room that the label before the next would have had there. */
export function endsShort(lines: readonly Line[], next: Line | undefined): boolean {
  const last = lines.at(-1);
  if (last === undefined || next === undefined) return false;
  const longest = Math.max(...lines.map(({ right }) => right), next.right);
  const label = (next.edges[itemLabelOf(next.text)?.text.length ?? 0] ?? next.x) - next.x;
  return last.right + label + leastRoom * last.size < longest;
}
