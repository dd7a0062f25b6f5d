/** Describes what is marked on the current page. Pure. */

import { countNoun } from '../../text/count-noun.ts';
import type { Mark, Shown } from '../nouns.ts';
import { boxesOn } from './marks.ts';

const counted: Record<Mark['kind'], (count: number) => string> = {
  sentence: (count) => countNoun(count, 'cited sentence'),
  nearest: (count) => `${countNoun(count, 'passage')} near the question`,
  note: (count) => countNoun(count, 'note'),
};

/** "2 cited sentences", "note 12", or that the highlighted sentence continues here. */
export function citedHere(marks: readonly Mark[], { document, page, mark: key }: Shown): string {
  const here = marks.filter((mark) => boxesOn(mark, document, page).length > 0);
  const own = here.find((mark) => mark.key === key);
  const kind = own?.kind ?? here.find((mark) => mark.kind !== 'note')?.kind ?? here[0]?.kind;
  if (kind === undefined) return '';
  const others = (own?.citation.pages ?? []).filter((one) => one !== page);
  const name = kind === 'note' ? 'note' : 'sentence';
  if (own !== undefined && others.length > 0) {
    return `${`${name} ${own.label}`.trim()} runs over p. ${others.join(', ')}`;
  }
  if (own?.kind === 'note') return `note ${own.label}`;
  return counted[kind](here.filter((mark) => mark.kind === kind).length);
}
