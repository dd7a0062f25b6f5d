/** What chapters and sections are called by. */
import { article } from '../../language/en/layout-words.ts';
import { withoutNumber } from './numbering.ts';

/** The short name of "The Netherlands: Chipping away …" is "Netherlands". */
export function shortName(title: string): string {
  const plain = withoutNumber(title);
  const name = plain.split(/:\s/)[0] ?? plain;
  return name.replace(article, '').trim();
}
