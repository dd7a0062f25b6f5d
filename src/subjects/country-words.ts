/**
 * What the package `world-countries` does not have of countries: short and former names, peoples, places that stand
 * for a government, states that are no more; and what it has that would mislead. Data only.
 */

/** The names that reports print, for the package's names. Two with one name become one country. */
export const renamed: Readonly<Record<string, string>> = {
  Türkiye: 'Turkey',
  'DR Congo': 'Congo',
  'Republic of the Congo': 'Congo',
  'Cocos (Keeling) Islands': 'Cocos Islands',
  'Svalbard and Jan Mayen': 'Svalbard',
  'United States Virgin Islands': 'Virgin Islands',
};

/** Adjectives, where the word for a citizen is not one or another is usual. */
export const adjectives: Readonly<Record<string, string>> = {
  Iceland: 'Icelandic',
  Kazakhstan: 'Kazakh',
  Kyrgyzstan: 'Kyrgyz',
  Liechtenstein: 'Liechtenstein',
  Luxembourg: 'Luxembourg',
  'New Zealand': 'New Zealand',
  'Saudi Arabia': 'Saudi',
  Slovenia: 'Slovenian',
  'South Korea': 'South Korean',
  Tajikistan: 'Tajik',
  Turkmenistan: 'Turkmen',
  Uzbekistan: 'Uzbek',
};

/** More words for a country, in lower case; a row that the package lacks adds a country. */
export const moreWords = `
Anguilla: anguillan, anguillans
Antigua and Barbuda: antiguan, antiguans, barbudan, barbudans, antigua, barbuda
Argentina: argentinian, argentinians
Barbados: bajan
Belgium: flanders, flemish, wallonia, walloon
Benin: cotonou
Bolivia: la paz
Bosnia and Herzegovina: bosnia, bosnian, bosnians, herzegovina, herzegovinian, herzegovinians
Botswana: batswana
Burundi: bujumbura
Cape Verde: cape verdean, cape verdeans, cabo verde, cabo verdean, cabo verdeans
Chile: santiago de chile
China: chinese capital, people's republic, people republic
Croatia: croat, croats
Czechia: czech republic, czechs
Czechoslovakia: czechoslovak, czechoslovaks
Denmark: dane, danes
Djibouti: djiboutian, djiboutians
Ecuador: ecuadorian, ecuadorians
Equatorial Guinea: equatoguinean, equatoguineans
Eswatini: liswati, emaswati, swati, mbabane, swaziland
Falkland Islands: falkland island, falklands
Finland: finns, finn
France: frenchman, frenchmen, élysée
Gibraltar: gibraltarian, gibraltarians
Greece: athenians, hellenic
Greenland: greenlander, greenlanders
Grenada: saint george's
Guernsey: saint peter port
Iceland: icelandic
India: delhi
Ireland: irishman, irishwoman, irishmen
Isle of Man: manxman, manxwoman
Israel: tel aviv
Ivory Coast: ivoirian, ivoirians, abidjan, cote d'ivoire
Kazakhstan: kazakh, kazakhs
Kiribati: tarawa
Kosovo: kosovan, kosovans, prishtina
Kyrgyzstan: kyrgyz, kyrgyzstani, kyrgyzstanis
Lesotho: basotho
Luxembourg: luxembourgish
Maldives: maldivian, maldivians
Marshall Islands: marshalls
Micronesia: chuukese, kosraen, kosraens, pohnpeian, pohnpeians, yapese
Monaco: monacan, monacans
Mongolia: ulaanbaatar, mongol, mongols
Myanmar: rangoon, burma, nay pyi taw
Nepal: nepali, nepalis
Netherlands: the hague, holland, dutchman, dutchwoman, hollander, hollanders
North Macedonia: macedonia
Philippines: philippine
Poland: poles
Russia: kremlin
Saint Kitts and Nevis: kittitian, kittitians, nevisians, saint kitts
Saint Vincent and the Grenadines: vincentian, vincentians
São Tomé and Príncipe: santomean, santomeans
Saudi Arabia: saudi, saudis
Serbia: serb, serbs
Slovenia: slovenian, slovenians
Solomon Islands: solomons
Somalia: somalian
South Korea: korea, korean, koreans
Soviet Union: soviet, soviets, ussr
Spain: spaniard, spaniards
Suriname: surinamese
Sweden: swede, swedes
Switzerland: berne, zurich, geneva
Tajikistan: tajik, tajiks, tajikistani, tajikistanis
Tanzania: dar es salaam
Trinidad and Tobago: trinidad, tobago, tobagonian, tobagonians
Turkey: turk, turks
Turkmenistan: turkmenistani, turkmenistanis
Turks and Caicos Islands: grand turk
Ukraine: kiev
United Arab Emirates: uae
United Kingdom: uk, u.k., britain, great britain, brits, briton, britons, england, scotland, wales, northern ireland, london
United States: america, washington
Uzbekistan: uzbek, uzbeks
Vatican City: holy see
Wallis and Futuna: wallisian, wallisians, futunan, futunans
West Bank: west bankers
Western Sahara: sahraoui, sahraouis, sahrawian, sahraouian
Yemen: sanaa
Yugoslavia: yugoslav, yugoslavs
`;

/** More words, which mean something else in lower case. */
export const casedWords: Readonly<Record<string, readonly string[]>> = {
  China: ['PRC'],
  Laos: ['Lao'],
  'North Korea': ['DPRK'],
  'South Korea': ['ROK'],
  'United Arab Emirates': ['Emirates'],
  'United States': ['US', 'U.S.', 'U.S', 'USA', 'U.S.A.'],
};

/** Words of the package that mean something else in lower case. */
export const needCapital: ReadonlySet<string> = new Set(
  'chad guinea jersey jordan lima mali mongol muscat nassau niger oman sucre togo'.split(' '),
);

/**
 * Words that stand for a country beside another ("Franco-German"), and for its language or a part of it as well: enough
 * to see that a sentence and its source speak of the same, too little to say what a question is about.
 */
export const looseWords: Readonly<Record<string, readonly string[]>> = {
  Austria: ['austro'],
  China: ['sino'],
  France: ['franco'],
  Italy: ['italo'],
  Russia: ['russo'],
  'United Kingdom':
    'english englishman englishmen welsh scottish scots scot edinburgh cardiff belfast anglo'.split(' '),
};

/** Capitals and peoples of the package that name other things more often. */
export const misleading: ReadonlySet<string> = new Set([
  'cayenne',
  'channel islander',
  'channel islanders',
  'city of victoria',
  'douglas',
  'george town',
  'georgetown',
  'hamilton',
  'jamestown',
  'kingston',
  'male',
  'malé',
  'plymouth',
  'reunion',
  'saint-denis',
  'saint-pierre',
  'san jose',
  'san josé',
  'san juan',
  'stanley',
  'the bottom',
  'the valley',
  'victoria',
  'west island',
]);

/** Names that stand behind "the". */
export const withArticle =
  /^(?:EU|Bahamas|Comoros|Gambia|Isle of Man|Maldives|Netherlands|Philippines|Seychelles|Soviet Union|Vatican|West Bank)$|\b(?:Emirates|Islands|Kingdom|Republic|States)$/;
