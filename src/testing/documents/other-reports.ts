/** Small reports whose chapters are not countries, or are countries of another part of the world. */
import type { SmallChapter } from './small-report.ts';

const chapter = (title: string, section: string, ...paragraphs: string[]): SmallChapter => ({
  title,
  section,
  paragraphs,
});

/** Companies: the text itself says what they are, and shortens the third name. */
export const utilities: readonly SmallChapter[] = [
  chapter(
    'Nordwind Energy AG',
    'Business and results',
    'Nordwind Energy AG is a listed utility that builds wind farms along the coast. In 2024 the revenue of Nordwind rose to EUR 4.2 billion, after EUR 3.9 billion in the year before, since three new farms were connected to the grid.',
    'Nordwind employs 6,100 people, most of them in the maintenance of turbines. The board wants to close the last coal plant of the group in 2027 and to put batteries in its place.',
  ),
  chapter(
    'Solara Power plc',
    'Business and results',
    'Solara Power plc owns solar parks in the south of the country and sells their output to industry under long contracts. The revenue of Solara fell to EUR 1.1 billion in 2024, because prices at noon were low all summer.',
    'The company has 900 employees. It has closed its last coal plant already, in 2019, and plans no new parks before prices recover.',
  ),
  chapter(
    'Hydra Water Works Ltd',
    'Business and results',
    'Hydra Water Works Ltd (“Hydra”) runs dams and sells power at the hours of highest demand. Its revenue was EUR 2.5 billion in 2024 and has hardly changed in five years, whatever the weather did.',
    'Hydra has 3,400 employees. It never had a coal plant, and stores water for the dry months in four lakes.',
  ),
];

export const years: readonly SmallChapter[] = [
  chapter(
    '2021: A year of recovery',
    'Traffic at the port',
    'The port handled 8.1 million containers in 2021, a tenth more than before, as trade recovered from the pandemic. Two new cranes were bought for the eastern quay, and the port hired 240 workers.',
  ),
  chapter(
    '2022: A year of delays',
    'Traffic at the port',
    'The port handled 7.4 million containers in 2022. A strike of eleven weeks closed the eastern quay in spring, and ships waited for six days on average before they were unloaded.',
  ),
  chapter(
    '2023: A year of building',
    'Traffic at the port',
    'The port handled 7.9 million containers in 2023, and finished the railway to the western quay in October. Ships waited for two days on average, and a strike of one day was the only one.',
  ),
];

/** Agencies by their full names; the text has their abbreviations. */
export const agencies: readonly SmallChapter[] = [
  chapter(
    'Federal Trade Commission',
    'Staff and cases',
    'The Federal Trade Commission (FTC) opened 42 cases against mergers in the last fiscal year. The budget of the FTC was USD 430 million, and its staff of lawyers grew to 1,300.',
  ),
  chapter(
    'Federal Energy Regulatory Commission',
    'Staff and cases',
    'The Federal Energy Regulatory Commission (FERC) approved 17 pipelines in the last fiscal year. The budget of FERC was USD 520 million, and it employs 1,500 engineers and economists.',
  ),
  chapter(
    'Bureau of Labor Statistics',
    'Staff and surveys',
    'The Bureau of Labor Statistics (BLS) counts jobs and prices every month. The budget of the BLS was USD 700 million in the last fiscal year, and it opened no cases, since it regulates nobody.',
  ),
];

export const topics: readonly SmallChapter[] = [
  chapter(
    'Drinking water',
    'State of the pipes',
    'A fifth of the drinking water of the city is lost in pipes that are older than eighty years. Repairs cost EUR 31 million a year, and the network is to be renewed by 2040.',
  ),
  chapter(
    'Public transport',
    'State of the lines',
    'Public transport carries 410,000 passengers on a weekday. Repairs of tracks cost EUR 54 million a year, and two tram lines are to be extended by 2031.',
  ),
  chapter(
    'School buildings',
    'State of the roofs',
    'Of 212 school buildings 60 need new roofs. Repairs cost EUR 12 million a year, and the oldest schools are to be replaced by 2035.',
  ),
];

/** Countries of another part of the world, with parliaments and currencies as reports there print them. */
export const americas: readonly SmallChapter[] = [
  chapter(
    'Brazil: Lithium and the Congresso',
    'Laws and money',
    'The Congresso Nacional passed a law on lithium in 2023, and the Brazilian development bank lent R$ 1.5 billion to three mines. Brasília wants refineries in the country rather than exports of ore.',
  ),
  chapter(
    'Chile: A national company',
    'Laws and money',
    'Chile put lithium under a national company in 2023, and the government in Santiago asks for half of every new venture. Chilean producers sold ore for CLP 900 billion in that year.',
  ),
  chapter(
    'Mexico: Mines taken back',
    'Laws and money',
    'Mexico nationalised lithium in 2022. The Mexican government cancelled nine concessions, and set aside MXN 2 billion for a company of its own, which has not produced any lithium yet.',
  ),
];

/** Provinces, which no table knows. */
export const provinces: readonly SmallChapter[] = [
  chapter(
    'Ontario',
    'Nurses and money',
    'Ontario hired 2,100 nurses in 2023, more than in any year before. Its ministry in Toronto set aside CAD 480 million for rural clinics, of which nine have opened so far.',
  ),
  chapter(
    'Quebec',
    'Nurses and money',
    'Quebec hired 1,350 nurses in 2023 and lost almost as many. The province set aside CAD 310 million for rural clinics, and the assembly in Quebec City banned the use of private agencies.',
  ),
  chapter(
    'Alberta',
    'Nurses and money',
    'Alberta hired 620 nurses in 2023. Premier Ellen Hartwick promised CAD 95 million for rural clinics, while private agencies remain allowed in the hospitals of Calgary.',
  ),
];
