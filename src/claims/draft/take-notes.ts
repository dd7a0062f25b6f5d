/** Takes the notes out of a draft: "[^1]: Germany, p. 84" below the text. Pure. */
import type { CitingForms } from '../../core/draft-forms.ts';
import { blankOut } from './blank-out.ts';
import { readPlaces } from './read-places.ts';

export interface DraftNotes {
  /** The draft with its notes blanked out, so that offsets stay the same. */
  text: string;
  /** The texts of the notes by their labels, "^1" of `[^1]`. */
  notes: Map<string, string>;
}

/** A footnote of Markdown, whose further lines are indented, or "[1] Germany, p. 84". */
const definition =
  /^ {0,3}\[(?:(?<footnote>\^[^\]\s]{1,100})\]:[^\S\n]*(?<text>.*(?:\n(?:[^\S\n]*\n)*(?: {2,}|\t)\S.*)*)|(?<number>\d{1,3})\]:?[^\S\n]+(?<source>.+))$/gm;

export function takeNotes(draft: string, forms: CitingForms): DraftNotes {
  const notes = new Map<string, string>();
  const text = draft.replace(definition, (...args) => {
    const whole = String(args[0]);
    const groups: Record<string, string | undefined> = args.at(-1);
    const { footnote, text: own = '', number, source = '' } = groups;
    // A numbered line is a note only if it is a place: an answer's sentences are numbered too.
    const label = footnote ?? (readPlaces(source, forms) === undefined ? undefined : number);
    if (label === undefined) return whole;
    notes.set(label, footnote === undefined ? source : own.replace(/\s+/g, ' ').trim());
    return blankOut(whole);
  });
  return { text, notes };
}
