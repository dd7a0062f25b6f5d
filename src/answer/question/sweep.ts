/** "Which countries …", "all the agencies …": questions for all subjects of a kind that the documents have. Pure. */
import type { Language } from '../../core/language.ts';
import { kindNouns, placeholders } from '../../subjects/kinds.ts';
import { nounsOf, type Subjects } from '../../subjects/subjects.ts';

type Asking = Pick<Language, 'questions'>;

/** Of a country's nouns only the first asks for several in the singular: "which government" asks for one thing. */
function singularNouns({ kinds }: Subjects): string[] {
  return kinds.flatMap((kind) =>
    (kind === 'country' ? kindNouns[kind].slice(0, 1) : kindNouns[kind]).map(([one]) => one),
  );
}

/** What a question for several of them may ask for. */
const severalNouns = ({ kinds }: Subjects): string[] => [
  ...nounsOf(kinds).several,
  ...(kinds.includes('country') ? placeholders : []),
];

/** Whether a question asks of each of them: "all agencies", "each of the companies". */
function asksOfEach(text: string, { kinds }: Subjects, { questions }: Asking): boolean {
  const { one, several } = nounsOf(kinds);
  return kinds.length > 0 && questions?.sweeping.each([...several, ...one]).test(text) === true;
}

/** Whether a question asks which of the documents' subjects something holds for. */
export function asksForSubjects(text: string, subjects: Subjects, language: Asking): boolean {
  const { sweeping } = language.questions ?? {};
  if (sweeping === undefined) return false;
  const one = singularNouns(subjects);
  return (
    sweeping.several(severalNouns(subjects)).test(text) ||
    (one.length > 0 && (sweeping.which(one).test(text) || asksOfEach(text, subjects, language))) ||
    (subjects.kinds.includes('country') && sweeping.places(subjects.region[0]).test(text))
  );
}

/** A comparison of more subjects is too long to read. */
const mostCompared = 6;

/** All subjects of the documents, where a question asks of each and they are few. */
export function eachSubject(text: string, subjects: Subjects, language: Asking): string[] {
  const own = subjects.list.filter(({ kind }) => subjects.kinds.includes(kind)).map(({ name }) => name);
  const isFew = own.length > 0 && own.length <= mostCompared;
  return isFew && asksOfEach(text, subjects, language) ? own : [];
}

/** What a question asks of which chapters speak; undefined where it asks another thing. */
export function matterOfChapters(text: string, { questions }: Asking): string | undefined {
  for (const pattern of questions?.sweeping.chapters ?? []) {
    const matter = pattern.exec(text.trim())?.groups?.matter;
    if (matter !== undefined) return matter;
  }
  return undefined;
}

/** Whether it names their kind outright: then a name that only one chapter mentions does not narrow the search to it. */
export function namesTheirKind(text: string, subjects: Subjects, { questions }: Asking): boolean {
  const nouns = severalNouns(subjects);
  return nouns.length > 0 && questions?.sweeping.whichSort(nouns).test(text) === true;
}

/** The nouns for the subjects' kind. They say nothing of what is asked: any passage is about some of that kind. */
export function sweepNouns({ kinds, region }: Subjects, { questions }: Asking): string[] {
  const { one, several } = nounsOf(kinds);
  const ofPlaces = kinds.includes('country') ? [...(questions?.sweeping.emptyNouns ?? []), ...region] : [];
  return [...several, ...one, ...ofPlaces];
}
