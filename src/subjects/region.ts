/**
 * What a report's part of the world brings with it, for now Europe's: groupings of states, bodies and parliaments. Data
 * only; a list may be empty, and then nothing is known but what the documents say themselves.
 */

/** States joined to one, which is asked about beside its members, and as one of their chapters. */
export interface Union {
  name: string;
  /** In lower case, the name left out where it is another word then. */
  words: readonly string[];
  cased: readonly string[];
}

export const unions: readonly Union[] = [
  { name: 'EU', words: ['european union', 'brussels', 'european commission'], cased: ['EU'] },
];

/** Groups of countries that go by one name, and whose members are beyond doubt ("southern Europe" is none). */
export interface CountryGroup {
  /** Finds its name; case counts where the name is an abbreviation. */
  pattern: RegExp;
  /** Words of its name, in lower case. */
  words: readonly string[];
  members: readonly string[];
}

export const countryGroups: readonly CountryGroup[] = [
  {
    pattern: /\bBaltics?\b(?! Sea)/i,
    words: ['baltic', 'baltics'],
    members: ['Estonia', 'Latvia', 'Lithuania'],
  },
  {
    pattern: /\bNordics?\b/i,
    words: ['nordic', 'nordics'],
    members: ['Denmark', 'Finland', 'Iceland', 'Norway', 'Sweden'],
  },
  {
    pattern: /\bScandinavian?s?\b/i,
    words: ['scandinavia', 'scandinavian', 'scandinavians'],
    members: ['Denmark', 'Norway', 'Sweden'],
  },
  {
    pattern: /\bVisegr[áa]d\b|\bV4\b/,
    words: ['visegrád', 'visegrad', 'v4'],
    members: ['Czechia', 'Hungary', 'Poland', 'Slovakia'],
  },
  {
    pattern: /\bBenelux\b/i,
    words: ['benelux'],
    members: ['Belgium', 'Luxembourg', 'Netherlands'],
  },
  {
    pattern: /\bIberian?s?\b/i,
    words: ['iberia', 'iberian', 'iberians'],
    members: ['Portugal', 'Spain'],
  },
];

/**
 * International bodies, by the names they go by; capitals count. A report with chapters on countries has none on them,
 * and seldom answers what is asked of them.
 */
export const bodies: readonly string[] = [
  'NATO',
  'OECD',
  'World Bank',
  'IMF',
  'International Monetary Fund',
  'WTO',
  'G7',
  'G20',
  'BRICS',
  'ASEAN',
  'AIIB',
  'African Union',
  'UNESCO',
  'WHO',
  'CERN',
  'European Space Agency',
  'ESA',
  'European Central Bank',
  'ECB',
  'European Investment Bank',
  'Interpol',
];

/** Parliaments and seats of government, as which reports speak of a government; in lower case. */
export const seats: Readonly<Record<string, readonly string[]>> = {
  Denmark: ['folketing'],
  Estonia: ['riigikogu'],
  Finland: ['eduskunta'],
  Germany: ['bundestag'],
  Latvia: ['saeima'],
  Lithuania: ['seimas'],
  Norway: ['storting'],
  Poland: ['sejm'],
  Sweden: ['riksdag'],
  'United Kingdom': ['downing street', 'whitehall', 'westminster'],
  'United States': ['pentagon', 'white house'],
};

/** Currencies by the names that stand beside an amount. */
export const currencies: readonly { code: string; names: RegExp }[] = [
  { code: 'EUR', names: /€|EUR|euro/i },
  { code: 'BRL', names: /^R\$|BRL|^reais$/i },
  { code: 'USD', names: /US ?\$|USD|dollar|^\$/i },
  { code: 'JPY', names: /JPY|^yen$/i },
  { code: 'CNY', names: /RMB|CNY|yuan|renminbi/i },
  { code: 'GBP', names: /£|GBP|pound/i },
  { code: 'NOK', names: /NOK|Norwegian/i },
  { code: 'SEK', names: /SEK|Swedish|kronor|krona\b/i },
  { code: 'DKK', names: /DKK|Danish|kroner/i },
  { code: 'PLN', names: /PLN|zloty/i },
  { code: 'HUF', names: /HUF|forint/i },
  { code: 'CHF', names: /CHF|franc/i },
  { code: 'CZK', names: /CZK|crowns|koruna/i },
];

/** Signs of several currencies, and the words in the text around that tell which it is. */
export const sharedSigns: Readonly<Record<string, readonly { code: string; near: RegExp }[]>> = {
  '¥': [
    { code: 'CNY', near: /\b(?:yuan|renminbi|RMB|CNY|Chin(?:a|ese)|Beijing)\b/ },
    { code: 'JPY', near: /\b(?:yen|JPY|Japan(?:ese)?|Tokyo)\b/ },
  ],
};
