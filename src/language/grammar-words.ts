/** Words of grammar in eight languages, by which these are told from one another. Pure. */
import { listWords } from './list-words.ts';

export const foreignLanguages = {
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  nl: 'Dutch',
  pl: 'Polish',
  pt: 'Portuguese',
} as const;

export type ForeignLanguage = keyof typeof foreignLanguages;

export const foreignLanguageCodes: readonly ForeignLanguage[] = ['de', 'fr', 'es', 'it', 'nl', 'pl', 'pt'];

export function isForeignLanguage(tag: string): tag is ForeignLanguage {
  return tag in foreignLanguages;
}

/** Lower case, accents off, letters that Unicode does not take apart spelled plainly. */
export function foldLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('’', "'");
}

/** Words of grammar, accents off. A word that is English too ("in", "die", "do", "was") says nothing and is in no list. */
const grammar: Readonly<Record<ForeignLanguage | 'en', string>> = {
  en: `the of and for with from to what which how who whom whose when where why does did are has have their its that this
    these those there than been were into between about by at many much not any some other if because during since after
    before through against my you your can could would should please tell me it is on or`,
  de: `der das den dem des ein eine einen einem einer eines und oder aber nicht kein keine mit von vom zum zur bei beim
    nach aus auf fur uber unter gegen zwischen seit bis durch ohne um im ist sind war waren wird werden wurde wurden hat
    haben hatte hatten kann konnen soll sollen wie viele viel wer wen wem wessen wann warum wieso weshalb wo woher wohin
    welche welcher welches welchen welchem es er sie wir ich man gibt sich auch noch schon mehr als dass wenn weil laut
    diese dieser dieses ihre ihrer ihren sein seine seiner worum womit wodurch wofur am sagt nennt ab vor`,
  fr: `le la les un une des du au aux et ou mais ne pas avec sans sous sur dans pour par chez entre vers depuis pendant
    est sont etait etaient sera ont avait qui que quoi dont quel quelle quels quelles combien quand pourquoi comment ou
    en il elle ils elles on nous vous je ce cette ces cet se sa ses leur leurs son y lui quelqu selon aussi plus moins
    de c l d qu s n j t a-t-il a-t-elle`,
  es: `el la los las un una unos unas del al y o pero no con sin sobre para por entre hacia desde hasta durante segun es
    son era fue fueron ha han habia hay que quien quienes cual cuales cuanto cuanta cuantos cuantas cuando donde como
    porque se su sus lo le les este esta estos estas ese esa mas menos muy tambien de en ella ellos e`,
  it: `il lo la gli le un uno una del dello della dei degli delle al allo alla ai agli alle dal dalla dai dagli nel nello
    nella nei nelle sul sulla sui sulle con senza per tra fra di da e o ma non che chi cui quale quali quanto quanta
    quanti quante quando dove come perche cosa cos e sono era erano ha hanno aveva si suo sua suoi sue loro questo
    questa piu meno anche secondo ci c l d dell dall sull nell un ai verso durante`,
  nl: `de het een en of maar niet geen met zonder voor naar bij tegen tussen sinds tot door uit om op aan over onder van
    zijn waren was wordt worden werd werden heeft hebben hadden kan kunnen moet moeten hoe hoeveel hoelang wie wat waar
    wanneer waarom welke welk waarvoor waarmee er ze hij zij wij ik men dat deze dit die ook nog meer als dan volgens
    hun haar zich wil willen zegt`,
  pl: `i oraz lub ale nie z ze w we na od do dla przez przed po pod nad przy miedzy bez o u za jest sa byl byla bylo byly
    bedzie zostal zostala ma maja mial czy co kto kogo komu czego ile ilu kiedy gdzie dlaczego czemu jak jaka jaki
    jakie jakich jaka ktory ktora ktore ktorych ktorym sie jego jej ich swoje ten ta te tego tej tych tym oni ona on
    tez juz bardziej najbardziej wedlug podczas w sprawie mowi`,
  pt: `o a os as um uma uns umas do da dos das ao aos no na nos nas em de e ou mas nao com sem sobre para por pelo pela
    pelos pelas entre desde ate durante segundo sao era foi foram tem teve ha que quem qual quais quanto quanta quantos
    quantas quando onde como porque se seu sua seus suas este esta estes isto mais menos muito tambem ele ela eles um
    diz existem existe`,
};

/** Words of English that are words of other languages too: they count on neither side. */
const ambiguous = `
  a about ab am an as at by can come comment de die dan do du e for had has he her hers hun i if in is me man no o of on or
  over pan par per plus sale so son ten to under u war was we will c d j l m n s t
`;

const uncounted = listWords(ambiguous);
const lists: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(grammar).map(([language, words]) => [language, listWords(words)]),
);

/** Whether a folded word is one of several languages and tells none of them. */
export function isAmbiguous(folded: string): boolean {
  return uncounted.has(folded);
}

/** Whether a folded word is a grammar word of this language and no other. */
export function isSignOf(language: ForeignLanguage | 'en', folded: string): boolean {
  return !uncounted.has(folded) && lists.get(language)?.has(folded) === true;
}

/** Whether a folded word is a grammar word, with no meaning to search for. */
export function isGrammar(language: ForeignLanguage, folded: string): boolean {
  return uncounted.has(folded) || isSignOf(language, folded);
}
