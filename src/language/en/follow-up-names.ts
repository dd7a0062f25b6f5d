/** How names are told in English questions and answers. Pure. */
import type { FollowUpNames } from '../../core/follow-up-forms.ts';
import { currencyWords } from './currencies.ts';

/** Words of organisations: what has one is no person. */
const organisationWords =
  /\b(?:manual|guide|handbook|users?|report|study|paper|universit\w*|institut\w*|ministr\w*|fund|group|agency|chamber|act|academy|office|department|union|council|commission|plan|party|bank|corporation|company|society|centre|center|lab|laboratory|network|authority|service|government|parliament|court|law|strategy|forum|initiative|dialogue|agenda|memorandum|committee|road|house|street|programme|program|project|association|technolog\w*|tech|holdings?|motors?|energy|power|grid|media|times|news|daily|foundation|agreement|toolbox|protocols?|airport|republic|states|kingdom|north|south|east|west)\b/i;
const months = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
/** Printed with a capital, yet no names. */
const plainCapitals = new Set(['i', 'ev', 'evs', 'ceo', ...currencyWords]);
/** Joins the capitals of one name. */
const nameJoiner = /of|the|de|van|der|von|for|and/;
/** Stand before a person's name. */
const personTitles =
  /(?:\b(?:President|Minister|Premier|Chancellor|Director|Professor|Ambassador|Commissioner|Chairman|Chairwoman|Chief|Head|CEO|Dr|Mr|Ms|Mrs)\b\.?\s+)+/u;
/** Follows the name of somebody who says something. */
const speaks =
  /^\s*(?:\([^)]*\)\s*)?(?:has |had )?(?:said|says|argue|told|called|calls|warn|state|described|claim|stressed|noted|explain)/;

export const followUpNames: FollowUpNames = {
  organisationWords,
  months,
  plainCapitals,
  joiner: nameJoiner,
  titles: personTitles,
  speaks,
};
