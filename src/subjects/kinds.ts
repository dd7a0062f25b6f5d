/** The kinds of subjects: how their names look, and the nouns by which a question asks for them. Data only. */
import type { SubjectKind } from './subject.ts';

/** Singular and plural, as in "which agency" and "which agencies". */
export const kindNouns: Readonly<Record<SubjectKind, readonly (readonly [one: string, several: string])[]>> =
  {
    country: [
      ['country', 'countries'],
      ['state', 'states'],
      ['nation', 'nations'],
    ],
    union: [],
    company: [
      ['company', 'companies'],
      ['firm', 'firms'],
      ['corporation', 'corporations'],
      ['business', 'businesses'],
      ['enterprise', 'enterprises'],
      ['manufacturer', 'manufacturers'],
      ['supplier', 'suppliers'],
      ['operator', 'operators'],
      ['utility', 'utilities'],
      ['bank', 'banks'],
    ],
    year: [['year', 'years']],
    body: [
      ['agency', 'agencies'],
      ['body', 'bodies'],
      ['authority', 'authorities'],
      ['regulator', 'regulators'],
      ['department', 'departments'],
      ['ministry', 'ministries'],
      ['commission', 'commissions'],
      ['institution', 'institutions'],
      ['organisation', 'organisations'],
      ['organization', 'organizations'],
    ],
    topic: [
      ['topic', 'topics'],
      ['theme', 'themes'],
      ['area', 'areas'],
      ['field', 'fields'],
      ['sector', 'sectors'],
      ['issue', 'issues'],
    ],
  };

/** Words that stand for countries, as in "which governments"; they are also content to search for. */
export const placeholders: readonly string[] = [
  'governments',
  'capitals',
  'heads of state',
  'heads of government',
];

/** "2023", "Fiscal year 2023", "FY2023/24". */
export const yearName = /^(?:(?:fiscal |financial )?year |fy ?)?((?:19|20)\d\d)(?:[/–-]\d{2,4})?$/i;

/** Legal forms at the end of a company's name, which texts usually leave off. */
export const legalForm =
  /(?:,? (?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|LLC|LLP|plc|PLC|AG|SE|GmbH|KGaA|S\.?A|SpA|N\.?V|B\.?V|AB|ASA|Oyj?|A\/S|K\.K)\.?)+$/;

/** What else a company's name may end with. */
export const companyWord = /\b(?:Airlines|Bank|Group|Holdings?|Industries|Motors|Partners|Technologies)$/;

/** Words in the names of agencies and other bodies. */
export const bodyWord =
  /\b(?:Administration|Agency|Authority|Board|Bureau|Commission|Committee|Council|Court|Department|Directorate|Institute|Ministry|Office|Service|Tribunal)\b/;

/** The words for a part of the world, by the name that `world-countries` has for it. */
export const regionWords: Readonly<Record<string, readonly string[]>> = {
  Africa: ['africa', 'african'],
  Americas: ['americas', 'latin america', 'south america', 'north america'],
  Asia: ['asia', 'asian'],
  Europe: ['europe', 'european'],
  Oceania: ['oceania', 'pacific'],
};

/** Parts of the world and of countries: a report on their countries need not print them. */
export const worldWords: readonly string[] =
  'africa african africans america asia asian caucasus east european europeans latin north pacific peninsula south west'.split(
    ' ',
  );
