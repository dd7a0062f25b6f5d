/**
 * Countries with the words that stand for them: name, other names, people and language, capital.
 * A question that says "the Dutch" or "The Hague" is about the Netherlands.
 */
export interface Country {
  name: string;
  /** Lower case, the name included. */
  words: readonly string[];
}

const table = `
Albania: albanian albanians tirana
Argentina: argentinian argentine buenos aires
Armenia: armenian armenians yerevan
Australia: australian australians canberra
Austria: austrian austrians vienna
Azerbaijan: azerbaijani baku
Belarus: belarusian belarusians minsk
Belgium: belgian belgians flanders flemish wallonia walloon
Bosnia and Herzegovina: bosnia bosnian sarajevo
Brazil: brazilian brazilians brasilia
Bulgaria: bulgarian bulgarians sofia
Canada: canadian canadians ottawa
Chile: chilean santiago de chile
Croatia: croatian croats croatians zagreb
Cyprus: cypriot cypriots nicosia
Czechia: czech czechs czech republic prague
Denmark: danish danes dane copenhagen
Egypt: egyptian cairo
Estonia: estonian estonians tallinn
Finland: finnish finns finn helsinki
France: french paris élysée
Georgia: georgian georgians tbilisi
Germany: german germans berlin
Greece: greek greeks athens
Hungary: hungarian hungarians budapest
Iceland: icelandic icelanders reykjavik
India: indian indians new delhi delhi
Indonesia: indonesian jakarta
Iran: iranian iranians tehran
Ireland: irish dublin
Israel: israeli israelis jerusalem tel aviv
Italy: italian italians rome
Japan: japanese tokyo
Kazakhstan: kazakh astana
Kosovo: kosovar pristina
Latvia: latvian latvians riga
Liechtenstein: vaduz
Lithuania: lithuanian lithuanians vilnius
Luxembourg: luxembourgish luxembourger
Malaysia: malaysian kuala lumpur
Malta: maltese valletta
Mexico: mexican mexicans mexico city
Moldova: moldovan moldovans chisinau
Montenegro: montenegrin podgorica
Morocco: moroccan rabat
Netherlands: dutch the hague holland
New Zealand: new zealander wellington
Nigeria: nigerian abuja
North Macedonia: macedonian macedonia skopje
Norway: norwegian norwegians oslo
Pakistan: pakistani islamabad
Philippines: filipino manila
Poland: polish poles warsaw
Portugal: portuguese lisbon
Romania: romanian romanians bucharest
Russia: russian russians moscow kremlin
Saudi Arabia: saudi riyadh
Serbia: serbian serbians serbs belgrade
Singapore: singaporean
Slovakia: slovak slovaks bratislava
Slovenia: slovenian slovenians slovene slovenes ljubljana
South Africa: south african pretoria
South Korea: korean koreans korea seoul
Spain: spanish spaniards madrid
Sweden: swedish swedes swede stockholm
Switzerland: swiss bern berne zurich geneva
Taiwan: taiwanese taipei
Thailand: thai bangkok
Turkey: turkish turks türkiye ankara
Ukraine: ukrainian ukrainians kyiv kiev
United Arab Emirates: emirati uae abu dhabi
United Kingdom: uk u.k. britain british brits great britain england scotland london
Vietnam: vietnamese hanoi
EU: european union brussels european commission
`;

/** Words of two or three parts, which must not be cut at their spaces. */
const phrases = [
  'buenos aires',
  'santiago de chile',
  'czech republic',
  'new delhi',
  'tel aviv',
  'kuala lumpur',
  'mexico city',
  'the hague',
  'new zealander',
  'south african',
  'abu dhabi',
  'great britain',
  'european union',
  'european commission',
];

function readRow(row: string): Country {
  const [name = '', rest = ''] = row.split(':');
  let words = rest.trim();
  const own: string[] = [name.toLowerCase()];
  for (const phrase of phrases) {
    if (!words.includes(phrase)) continue;
    own.push(phrase);
    words = words.replace(phrase, ' ');
  }
  return { name, words: [...own, ...words.split(/\s+/).filter((word) => word !== '')] };
}

export const countries: readonly Country[] = table.trim().split('\n').map(readRow);

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
