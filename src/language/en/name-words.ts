/** Words that stand in and before English names, and what is no name though it has a capital. Pure. */
import { listWords } from '../list-words.ts';

/** Titles and kinds of bodies: a sentence may call a person or a body so in capitals. */
export const titles = listWords(`
  mr mrs ms dr prof professor sir minister prime premier vice deputy commissioner senator spokesperson
  chairwoman president chancellor chairman chair director secretary state government ministry parliament
  university institute company group council commission committee agency act law grand duchy kingdom republic
  governor mayor ambassador general colonel king queen emperor prince princess report strategy national foreign
  federal european international chief executive ceo cfo pm vp mp mps mep meps former member states union bank
  fund north south east west northern southern eastern western central
`);

export const monthsAndDays =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** Words that open a sentence before a name, and are none. */
export const openers = listWords(`
  since after when like given despite following unlike besides according once both many several most former late
  meanwhile today instead apart neither whereas behind throughout certain ordinary big bigger small smaller
  young younger old older large larger few fewer wide wider safer officially buyers makers outside inside
  private public then thereafter elsewhere together likewise soon yet still only even just almost perhaps indeed
  abroad overall altogether nowadays nevertheless nonetheless moreover furthermore hence thus amid alongside
  beyond domestic local major global fellow top next last prior thanks owing due other others such every each
  all some any another no none
`);

/** "Recently", "afterwards", "meanwhile", "therefore". */
export const adverb = /(?:ly|wards?|while|fore|ever)$/;

/** An adjective or a verb before a name: "Costlier", "Successive", "Treating". */
export const beforeNames = /(?:ing|ier|ive|ary|ous|ful|ed)$/;

/** Bodies and papers whose names go on behind "of" or "for": "Ministry of Industry and Trade". */
export const bodies = listWords(`
  ministry minister department agency institute institution academy office university act committee commission
  council centre center bureau board confederation federation association chamber union party law bank authority
  administration school laboratory lab network fund house academy society league forum memorandum
`);

/** Words within such a name; those that open its second half. */
export const connectors = listWords('of for and on the de da do du des della per & a');
export const opensSecondHalf = /^(?:of|for|on|de|da|do|du|della)$/;

/** Capitals that name kinds of things, and nobody. */
export const kindsOfThings = listWords(`
  european europeans western asian african eastern northern southern southwest southeast northwest northeast
  southwestern southeastern northwestern northeastern made level ev evs earth church games english christmas
  islam muslim muslims christian christians jewish internet web party empire 3d 2d ai it ict ceo fdi mou mous
  sme smes gdp rd pv ice ran usb gps celsius fahrenheit kwh mwh gwh twh kw mw gw tw stem phd tv tvs bev bevs
  phev phevs art article annex
`);
