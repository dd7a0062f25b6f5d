/** "Which countries …", "all the agencies …": questions for all subjects of a kind that the documents have. Pure. */
import { kindNouns, placeholders } from '../../subjects/kinds.ts';
import { nounsOf, type Subjects } from '../../subjects/subjects.ts';

/** The singular of a country's other nouns asks for one thing: "which government". */
function singularNouns({ kinds }: Subjects): string[] {
  return kinds.flatMap((kind) => (kind === 'country' ? ['country'] : kindNouns[kind].map(([one]) => one)));
}

const asksFor = 'which|what|name|list|how many|in which|are there|is there|any|who|where';

/** What a question for several of them may ask for. */
const severalNouns = ({ kinds }: Subjects): string[] => [
  ...nounsOf(kinds).several,
  ...(kinds.includes('country') ? placeholders : []),
];

/** Where a question asks for places: "who else in Europe", "where is". */
function placePatterns([region]: readonly string[]): string[] {
  const inRegion = region === undefined ? [] : [`in ${region}`];
  const ends = ['countries', 'capitals', 'governments', ...(region === undefined ? [] : [region])];
  return [
    ...inRegion.map((there) => `\\b(?:who|where) (?:else )?${there}\\b`),
    `\\bwhere (?:${[...inRegion, 'is', 'are', 'have', 'has'].join('|')})\\b[^?]*\\b(?:${ends.join('|')})\\b`,
    `\\bwhere (?:${inRegion.map((there) => `${there} `).join('')})?is\\b`,
  ];
}

/** "All agencies", "each of the companies". */
function eachPattern(subjects: Subjects): string {
  const { one, several } = nounsOf(subjects.kinds);
  const nouns = [...several, ...one].join('|');
  return `\\b(?:all|each|every|across)\\b(?: of)?(?: the| these)?(?: [\\p{L}'’-]+)? (?:${nouns})\\b`;
}

/** Whether a question asks which of the documents' subjects something holds for. */
export function asksForSubjects(text: string, subjects: Subjects): boolean {
  const nouns = [...severalNouns(subjects), 'chapters'].join('|');
  const one = singularNouns(subjects).join('|');
  const patterns = [
    `\\b(?:${asksFor})\\b(?:\\s+[\\p{L}'’-]+){0,4}?\\s+(?:${nouns})\\b`,
    ...(one === '' ? [] : [`\\b(?:which|what) (?:${one})\\b`, eachPattern(subjects)]),
    ...(subjects.kinds.includes('country') ? placePatterns(subjects.region) : []),
  ];
  return new RegExp(patterns.join('|'), 'iu').test(text);
}

/** A comparison of more subjects is too long to read. */
const mostCompared = 6;

/** All subjects of the documents, where a question asks of each and they are few. */
export function eachSubject(text: string, subjects: Subjects): string[] {
  const own = subjects.list.filter(({ kind }) => subjects.kinds.includes(kind)).map(({ name }) => name);
  const isFew = own.length > 0 && own.length <= mostCompared;
  return isFew && new RegExp(eachPattern(subjects), 'iu').test(text) ? own : [];
}

/** Whether it names their kind outright: then a name that only one chapter mentions does not narrow the search to it. */
export function namesTheirKind(text: string, subjects: Subjects): boolean {
  const nouns = severalNouns(subjects).join('|');
  return (
    nouns !== '' &&
    new RegExp(`\\b(?:which|what)(?:\\s+[\\p{L}'’-]+){0,3}?\\s+(?:${nouns})\\b`, 'iu').test(text)
  );
}

/** The nouns for the subjects' kind. They say nothing of what is asked: any passage is about some of that kind. */
export function sweepNouns(subjects: Subjects): string[] {
  const { one, several } = nounsOf(subjects.kinds);
  const ofPlaces = subjects.kinds.includes('country') ? ['member', ...subjects.region] : [];
  return [...several, ...one, ...ofPlaces];
}
