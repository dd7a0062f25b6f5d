/** Brings the forms of a word together: "acquired", "acquires", "acquiring" and, more loosely, "acquisition". Pure. */

const irregularForms = `
rise: rose risen; fall: fell fallen; grow: grew grown; buy: bought; sell: sold; build: built; take: took taken
give: gave given; make: made; hold: held; lead: led; leave: left; lose: lost; meet: met; pay: paid; say: said
see: saw seen; spend: spent; stand: stood; win: won; write: wrote written; begin: began begun; become: became
come: came; choose: chose chosen; draw: drew drawn; find: found; go: went gone; keep: kept; know: knew known
mean: meant; run: ran; send: sent; show: shown; seek: sought; tell: told; think: thought; withdraw: withdrew withdrawn
shrink: shrank shrunk; bring: brought; fight: fought; speak: spoke spoken; break: broke broken; drive: drove driven
undertake: undertook undertaken; overtake: overtook overtaken; teach: taught; feel: felt; forbid: forbade forbidden
person: people; man: men; woman: women; child: children; datum: data; be: is are was were been being am
have: has had having; do: does did done doing

criterion: criteria; medium: media; analysis: analyses; basis: bases; bid: bade; lay: laid; lie: lain
`;

const irregular = new Map(
  irregularForms
    .trim()
    .split(/[;\n]/)
    .filter((entry) => entry.trim() !== '')
    .flatMap((entry) => {
      const [base = '', forms = ''] = entry.split(':');
      return forms
        .trim()
        .split(' ')
        .map((form): [string, string] => [form, base.trim()]);
    }),
);

function undouble(stem: string): string {
  return /([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

function stripInflection(word: string): string {
  if (word.length < 4) return word;
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (/s$/.test(word) && !/(?:ss|us|is)$/.test(word)) return stripInflection(word.slice(0, -1));
  if (/ied$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/ed$/.test(word) && /[aeiouy].*ed$/.test(word) && word.length > 4) return undouble(word.slice(0, -2));
  if (/ing$/.test(word) && /[aeiouy].*ing$/.test(word) && word.length > 5) return undouble(word.slice(0, -3));
  return word;
}

/** The word without its inflection: one form for "increase", "increases", "increased", "increasing". Lower case in and out. */
export function stemWord(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return stemWord(known);
  const stem = stripInflection(word);
  return stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}

const suffixes = [
  'ifications',
  'isations',
  'izations',
  'isation',
  'ization',
  'ification',
  'ational',
  'fulness',
  'iveness',
  'ability',
  'ibility',
  'ations',
  'ation',
  'itions',
  'ition',
  'ements',
  'ement',
  'ments',
  'ment',
  'ively',
  'ings',
  'ing',
  'ally',
  'ance',
  'ence',
  'ancy',
  'ency',
  'ative',
  'itive',
  'ions',
  'ion',
  'ical',
  'ies',
  'ity',
  'ive',
  'ous',
  'ful',
  'ness',
  'able',
  'ible',
  'ship',
  'ant',
  'ent',
  'ise',
  'ize',
  'ify',
  'ate',
  'ism',
  'ist',
  'ial',
  'al',
  'ic',
  'ly',
  'er',
  'or',
  'ed',
  'es',
  'y',
  'e',
  's',
]; // longest first within each family of endings

const shortestRoot = 4;

/** The word without its derivation, roughly: "investor" and "investment" give "invest". */
export function rootOf(stem: string): string {
  const suffix = suffixes.find((one) => stem.endsWith(one) && stem.length - one.length >= shortestRoot);
  return suffix === undefined ? stem : stem.slice(0, -suffix.length);
}
