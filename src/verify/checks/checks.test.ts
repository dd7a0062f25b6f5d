/** Each check, on sentences of the report and what might be written of them. */
import { describe, expect, it } from 'vitest';
import type { SourceText } from '../verification.ts';
import { checkSentence } from './check-sentence.ts';

const sweden: SourceText = {
  chapter: 'Sweden',
  subjects: ['China'],
  text: "After Chinese Geely acquired Swedish carmaker Volvo Cars in 2010, China has become the largest source of foreign-owned companies' research and development (R&D) investments in Sweden. In 2023, Chinese-owned companies' R&D investments in Sweden surpassed the equivalent of EUR 1.5 billion, an increase of almost 300% since 2013. In addition, China has become, in recent years, the second most important destination for R&D investments by Swedish companies. Recent examples include truck maker Scania, which inaugurated a new factory in Rugao, Jiangsu Province, in 2025 – the first wholly-owned truck plant by a Western company in China.",
};
const germany: SourceText = {
  chapter: 'Germany',
  subjects: ['China'],
  text: 'In 2025, around 120,000 industry jobs were lost in Germany, and competition from China is considered a main factor. Bosch alone has announced cutting more than 20,000 jobs in its automotive division due to weak global demand for German cars. In 2025, Germany’s exports to China decreased by 9.7%, while imports of Chinese goods increased by 8.8% (year-on-year).',
};
const latvia: SourceText = {
  chapter: 'Latvia',
  subjects: ['China'],
  text: 'MGI Latvia was registered in October 2017 as a subsidiary of MGI Tech Co., itself then a subsidiary of BGI (Beijing Genomics Institute) Group. The Latvian Investment and Development Agency celebrated the initial €20 million investment as a “success story.”',
};
const netherlands: SourceText = {
  chapter: 'Netherlands',
  subjects: ['China'],
  text: 'In April 2026, the US Congress proposed the MATCH Act, which includes extraterritorial measures that would force ASML to follow tighter US export controls on chipmaking equipment to China. So far no Dutch export licence has been withdrawn.',
};

/** Kinds of the certain problems, then of the doubts in brackets. */
function kindsOf(sentence: string, source: SourceText): string[] {
  return checkSentence(sentence, [source]).map(({ kind, isCertain }) => (isCertain ? kind : `(${kind})`));
}

/** Kinds of the certain problems alone. */
function certainOf(sentence: string, source: SourceText): string[] {
  return kindsOf(sentence, source).filter((kind) => !kind.startsWith('('));
}

describe('numbers', () => {
  it.each([
    ['It was on the 8th.', 'It was on 8 September 1943.'],
    ['Only 1 of them agreed.', 'Only one of them agreed.'],
    ['The gain is at least $121 billion.', 'The gain is $121–$202 billion.'],
    ['Jefferson won on ballot number 36.', 'Jefferson won on the thirty-sixth ballot.'],
    ['Only 3 states were allowed to: Iowa, Ohio and Maine.', 'Only Iowa, Ohio, and Maine were allowed to.'],
    ['Five years later it was amended again.', 'It was amended in 2014 and in 2019.'],
    ['Of the members 11 out of 27 agreed.', 'Eleven of the 27 members agreed.'],
    ['Some 36.7 thousand million euros of goods came.', 'Goods of EUR 36.7 billion came.'],
    ['One in twenty was about quanta.', 'It was one project out of twenty.'],
    ['For a decade and a half it has been so.', 'It has been so since 2011.'],
    ['Eight years ago it was amended.', 'It was amended in 2018.'],
    [
      'Over a third of those listed are Finnish.',
      'In five of the 14 listed projects the investors are Finnish.',
    ],
    [
      'It covers nine areas.',
      'It covers water, climate, health, trade, transport, food, energy, culture and sport.',
    ],
    ['It is a second sign of it.', 'It is another sign of it.'],
    ['It lasted nine years.', 'It was set up in 2009 and closed in 2018.'],
    ['It went on for more than twenty years.', 'It began in 1994 and ended in 2018.'],
    ['Twice in 2022 the government fell.', 'The government fell in January 2022, and again in September.'],
    ['It happened in the fifth season.', 'It happened in season 5.'],
    ['It runs eleven stations.', 'It runs two stations for news and nine for music.'],
    ['It was so until the Second World War.', 'It was so until World War II.'],
    ['They sold it to third parties.', 'They sold it to others.'],
    ['Five dozen firms came.', 'Some 60 firms came.'],
    ['It goes back to the nineteenth century.', 'It goes back to 1871.'],
    ['Six euros in every hundred came from it.', 'It brought 6% of the GDP.'],
    ['The plan is double-edged.', 'The plan cuts both ways.'],
    ['The other 40 per cent belong to others.', 'It holds 60% of the shares.'],
    ['It comes out every twelve months.', 'It comes out annually.'],
    ['It grew over the last 25 years.', 'It grew over the last quarter century.'],
    ['Goal 14 was chosen.', 'They chose number 14 on the list.'],
    ['Revenue was just under $486 billion.', 'Revenue, in $ millions: Walmart 485,873, Apple 215,639.'],
    ['A twentieth of the market is theirs.', 'They hold 5 per cent of the market.'],
    ['Of every three dollars they hold one.', 'They hold about a third of the money.'],
    ['It ran from the sixteenth century to the nineteenth.', 'It ran from 1538 to 1804.'],
    ['It held for well over three hundred years.', 'It began in 1199 and ended in 1538.'],
    ['Two thousand twenty-three was the year.', 'The year was 2023.'],
    ['Exports grew two percentage points faster.', 'Exports grew by 8%, and imports by 6%.'],
    ['Sales were about a third lower.', 'Sales fell from EUR 300 million to EUR 200 million.'],
    ['It nearly quadrupled.', 'It increased by almost 300%.'],
    ['It was up by 100 per cent.', 'It doubled.'],
    ['They bar it from fifth-generation networks.', 'They bar it from 5G networks.'],
    ['The Group of Seven agreed.', 'The G7 agreed.'],
    [
      'Six technologies are named.',
      'It names AI, quanta, chips, robots, batteries and space; one more came in 2 years.',
    ],
    ['It holds over 50% of it.', 'It is the majority owner.'],
    ['Some 400,000 people use it.', 'It has 412,000 users.'],
    ['It employs more than 60 people.', 'It employs 67 people.'],
    ['A grant of over a third of a billion euros was made.', 'A grant of EUR 350 million was made.'],
    ['It fell in one quarter of 2025.', 'It fell in the 3rd quarter of 2025, by 76%.'],
    ['It buys from one firm, from a second and from a third.', 'It buys from Bosch, Volvo and Saab.'],
    ['It works under Annex I.', 'It works under Annex I and Annex II.'],
    ['A trio of firms came.', 'Three firms came.'],
    ['Of the four one half are older.', 'Two are older; A, B, C and D are named.'],
    ['Its reasons were twofold.', 'It gave reasons: it wanted peace, and it wanted trade.'],
    ['A pair of laws followed.', 'Paragraph 873 of the law and the Screening Act followed.'],
    ['It scores well in tests.', 'It does well in thousands of tests.'],
    ['Its users are in the hundreds of thousands.', 'It has 412,000 users, up from thousands.'],
  ])('pass: %s', (sentence, text) => {
    expect(certainOf(sentence, { text })).toEqual([]);
  });

  it.each([
    ['Six years later it was amended again.', 'It was amended in 2014 and in 2019.'],
    ['Of the members 12 out of 27 agreed.', 'Eleven of the 27 members agreed.'],
    ['Two in twenty were about quanta.', 'It was one project out of twenty.'],
    ['Eight years ago it was amended.', 'It has never been amended.'],
    ['A third of them agreed.', 'Of them, 60% agreed.'],
    ['It covers nine areas.', 'It covers eight areas.'],
    ['It has hired a dozen people.', 'It has hired hundreds of people.'],
    ['It came second.', 'It came fourth.'],
    ['It lasted fifteen years.', 'It was set up in 2009 and closed in 2018.'],
    ['It lasted more than twenty years.', 'It began in 1994 and ended in 2004.'],
    ['It sold twice as many cars.', 'It sold three times as many cars.'],
    ['It runs fourteen stations.', 'It runs two stations for news and nine for music.'],
    ['It goes back to the eighteenth century.', 'It goes back to the 16th century.'],
    ['The other 30 per cent belong to others.', 'It holds 60% of the shares.'],
    ['Exports grew five percentage points faster.', 'Exports grew by 8%, and imports by 6%.'],
    ['It doubled.', 'It increased by almost 300%.'],
    ['It comes out every six months.', 'It comes out annually.'],
    ['Revenue was just under $586 billion.', 'Revenue, in $ millions: Walmart 485,873, Apple 215,639.'],
    ['Two thousand twenty-four was the year.', 'The year was 2023.'],
    ['It employs 2,023 people.', 'The year was 2023.'],
    ['Goal 15 was chosen.', 'They chose number 14 on the list.'],
    ['They bar it from sixth-generation networks.', 'They bar it from 5G networks.'],
    ['It has 421,000 users.', 'It has 412,000 users.'],
    ['It has about 421,000 users.', 'It has 412,000 users.'],
    ['It employs more than 60 people.', 'It employs more than 70 people.'],
    ['As much as 68% of it is theirs.', 'As much as 63% of it is theirs.'],
    ['Around 41% agreed.', 'Around 40% agreed.'],
    ['Around 60% of the ties are of that kind.', 'Around 40% of the ties are of that kind.'],
    ['It grew over the past two decades.', 'It grew over the past decade.'],
    ['In five of the 19 projects they are Finnish.', 'In five of the 14 projects they are Finnish.'],
    ['The power was used twice.', 'The power was used to prohibit it.'],
    ['A quartet of firms came.', 'Three firms came.'],
    [
      'Four out of sixty-five were about quanta.',
      'It was two out of thirty-four in 2023, and four out of fifty-six in 2024.',
    ],
    ['Their followers are in the millions.', 'Each has thousands of followers.'],
  ])('do not pass: %s', (sentence, text) => {
    expect(certainOf(sentence, { text })).toEqual(['number']);
  });

  it('are refused where a part of a work has another', () => {
    const source = { text: 'It works under Annex I of Regulation II.' };
    expect(checkSentence('It works under Annex II.', [source])[0]?.reason).toBe('the passage says Annex I');
  });

  it('pass in another form', () => {
    expect(
      certainOf('Chinese-owned R&D investments in Sweden passed 1,500 million euros in 2023.', sweden),
    ).toEqual([]);
    expect(certainOf('Bosch is cutting over twenty thousand automotive jobs.', germany)).toEqual([]);
  });

  it('pass rounded to their own places, with a shared unit, and as another span of time', () => {
    expect(certainOf('Germany lost 0.12 million industry jobs in 2025.', germany)).toEqual([]);
    expect(
      certainOf(
        'Exports to China fell by almost ten per cent, whereas imports rose by nearly nine.',
        germany,
      ),
    ).toEqual([]);
    const decade: SourceText = { text: 'For a decade little was done.' };
    expect(certainOf('For ten years little was done.', decade)).toEqual([]);
    expect(certainOf('For twenty years little was done.', decade)).toEqual(['number']);
  });

  it('are refused where the passage counts the same things otherwise', () => {
    const offices: SourceText = { text: 'The country has three such offices abroad.' };
    expect(certainOf('The country has four such offices abroad.', offices)).toEqual(['number']);
    const owner: SourceText = { text: 'Its sole beneficial owner is Wang Jian.' };
    expect(certainOf('Two beneficial owners are known, Wang Jian one of them.', owner)).toEqual(['number']);
  });

  it('are refused where the passage has another', () => {
    expect(
      kindsOf('Bosch announced cutting more than 30,000 jobs in its automotive division.', germany),
    ).toEqual(['number']);
    expect(kindsOf('The agency celebrated the initial €200 million investment.', latvia)).toEqual(['number']);
  });

  it('are refused where the sentence follows one of the passage that has another there', () => {
    expect(
      kindsOf(
        'Bosch alone has announced cutting more than 120,000 jobs in its automotive division.',
        germany,
      ),
    ).toContain('number');
  });

  it('are doubted where the passage says them of something else', () => {
    const findings = checkSentence(
      'In 2025, German exports to China fell by 8.8% while imports of Chinese goods grew by 9.7%.',
      [germany],
    );
    expect(findings.map(({ rule }) => rule)).toContain('swap-number');
  });
});

describe('dates', () => {
  it.each([
    ['The plan runs from 2021 to 2025.', 'The five-year plan runs from 2026 to 2030.'],
    ["It opened in the fall of '24.", 'It opened in spring 2024.'],
    ['It opened in early fall 2025.', 'It opened in late fall 2025.'],
    [
      'NÚKIB warned in 2019, and BIS in 2018, of Huawei.',
      'NÚKIB warned of Huawei in 2018. BIS warned of Huawei in 2019.',
    ],
    ['The 2017 report named it.', 'The 2019 report named it, in the second year of the trade war.'],
  ])('are refused: %s', (sentence, text) => {
    expect(certainOf(sentence, { text })).toContain('date');
  });

  it.each([
    ['It was at the start of February 2020.', 'It was in early February 2020.'],
    ['It was in the late autumn of 2025.', 'It was in late fall 2025.'],
    ['It was in autumn 2025.', 'It was in late fall 2025.'],
    ['The thaw ended in the late 2010s.', 'The thaw ended at the end of the 2010s.'],
    ['It was in the second month of 2026.', 'It was in February 2026.'],
    ['In the first six months of 2025 sales rose.', 'In the first half of 2025 sales rose.'],
    ['It was in the second half of the 2010s.', 'It was in 2016.'],
    ['By the end of 2023 they were in place.', 'They were put in place in 2023.'],
    ['It was in early 2026.', 'It was in the spring of 2026.'],
    ['The decline began in the mid-1800s.', 'The decline began in the mid-19th century.'],
    ['The decline began in the early 1800s.', 'The decline began in 1821.'],
    ['In 2002 it was dissolved.', 'It was founded in 2001 and dissolved the following year.'],
    ['In 2012 it was dissolved.', 'It was founded in 2002 and dissolved a decade later.'],
    ['From about 1950 on it grew.', 'It grew in the second half of the 20th century.'],
    ['From 2010 on it grew.', 'It grew in the 2010s.'],
    ['Between July and September 2025 it fell.', 'It fell in the third quarter of 2025.'],
    ['The mission came to an end in 2017.', 'The mission ended in 2017.'],
    ['The law was adopted in the winter of 2022/23.', 'The law was adopted in January 2023.'],
    ['The first wafers came in June 2025.', 'The first wafers came, see 2025/06.'],
    ['Treaties were signed in the 1700s.', 'Treaties were signed in the 18th and 19th centuries.'],
    ['The order came in the second half of February.', 'The order came on February 19, 1942.'],
    ['Surpluses began about 1985.', 'Surpluses began in the mid-1980s.'],
    ['It has grown since the start of 2001.', 'It has grown since 2001.'],
    ['They went there in the 1000s.', 'They went there in the 11th, 12th, and 13th centuries.'],
    ['He belonged to the 1200s.', 'He was a 13th-century merchant.'],
    ['It was in the last quarter of the 1800s.', 'It was in 1878.'],
    ['It came at the end of the eighties.', 'It came in 1989.'],
    ['It came in the seventies.', 'It came in 1873.'],
    ['In the year after 2016 it closed.', 'It closed in 2017.'],
    ["It goes back to '94.", 'It goes back to 1994.'],
    ["In '24 it was adopted.", 'It was adopted in 2024.'],
    ['Its third-quarter 2025 report says so.', 'Its report of the third quarter of 2025 says so.'],
  ])('pass: %s', (sentence, text) => {
    expect(certainOf(sentence, { text })).toEqual([]);
  });

  it.each([
    ['The decline began in the late 1800s.', 'The decline began in the mid-19th century.'],
    ['The decline began in the 1700s.', 'The decline began in the 19th century.'],
    ['In 2004 it was dissolved.', 'It was founded in 2001 and dissolved the following year.'],
    ['From 2017 on it grew.', 'It grew in the 2010s.'],
    ['It has grown since the start of 2001.', 'It has grown since 2011.'],
    ['It came at the end of the nineties.', 'It came in 1989.'],
    ["It closed in '82.", 'It was opened in 1992.'],
  ])('do not pass: %s', (sentence, text) => {
    expect(certainOf(sentence, { text })).toEqual(['date']);
  });

  it('do not pass in another part of the year or of the decade', () => {
    expect(certainOf('It was in late 2026.', { text: 'It was in the spring of 2026.' })).toEqual(['date']);
    expect(certainOf('It was at the end of 2023.', { text: 'It was in 2023.' })).toEqual(['date']);
    expect(certainOf('It was in the second half of the 2010s.', { text: 'It was in 2013.' })).toEqual([
      'date',
    ]);
  });

  it('do not pass in another month, however it is told', () => {
    expect(certainOf('It was in the third month of 2026.', { text: 'It was in February 2026.' })).toEqual([
      'date',
    ]);
  });

  it('pass as a part of the year or the decade that they are in', () => {
    expect(kindsOf('MGI Latvia was registered in the autumn of 2017.', latvia)).toEqual([]);
    expect(kindsOf('MGI Latvia was registered in late 2017.', latvia)).toEqual([]);
    expect(kindsOf('MGI Latvia was registered in the late 2010s.', latvia)).toEqual([]);
    expect(kindsOf('MGI Latvia was registered in early 2017.', latvia)).toContain('date');
    expect(kindsOf('MGI Latvia was registered in the early 2010s.', latvia)).toContain('date');
  });

  it('pass in another form and less exactly', () => {
    expect(kindsOf('MGI Latvia was registered in Oct. 2017.', latvia)).toEqual([]);
    expect(kindsOf('MGI Latvia was registered in 10/2017.', latvia)).toEqual([]);
    expect(kindsOf('MGI Latvia was registered in 2017.', latvia)).toEqual([]);
  });

  it('are refused where they are more exact than the passage, or others', () => {
    expect(kindsOf('In May 2023 the investments surpassed EUR 1.5 billion.', sweden)).toContain('date');
    expect(kindsOf('MGI Latvia was registered in November 2017.', latvia)).toContain('date');
  });

  it('are doubted where the passage says them of something else', () => {
    const rules = checkSentence(
      'In 2013, Chinese-owned companies’ R&D investments in Sweden surpassed EUR 1.5 billion.',
      [sweden],
    ).map(({ rule }) => rule);
    expect(rules).toContain('binding-date');
  });
});

describe('names', () => {
  it('are refused where a continent stands for no country of the source', () => {
    expect(certainOf('Bosch is cutting jobs for lack of demand in America.', germany)).toEqual(['name']);
    const brazil = { text: 'It sells most in Brazil.', subjects: ['China'] };
    expect(certainOf('It sells most in Latin America.', brazil)).toEqual([]);
  });

  it.each([
    ['Ordinary Finns turned away from China.', 'In Finland people turned away from China.'],
    [
      'Treating 5G as a matter of security has changed the market.',
      'The securitisation of 5G changed the market.',
    ],
    ['Sales of EVs rose in Spain.', 'In Spain sales of electric cars rose.'],
    ["It is the first plant in the People's Republic.", 'It is the first plant in China.'],
    ["Brussels' plans go further.", 'The EU has plans that go further.'],
    ['Quick Chinese innovation is a worry.', 'That China innovates fast is a worry.'],
    ['It signed on to the Belt and Road.', 'It signed on to the BRI.'],
    ['The Civic Democrats led it.', 'The Civic Democratic Party led it.'],
    ['An American company owns it.', 'A U.S company owns it.'],
    ['The Argentines sold it to Ankara.', 'Argentina sold it to Türkiye.'],
    ['Addis Ababa agreed, and so did a Spaniard.', 'Ethiopia agreed, and so did Spain.'],
    ['It was ruled by the Soviets.', 'It was ruled by the USSR.'],
    ['A Franco-German plan came of it.', 'France and Germany made a plan of it.'],
    ['Islam spread along the coast.', 'The coast was islamized.'],
    ['Refusing Huawei’s offer cost them much.', 'That they refused what Huawei offered cost them much.'],
    ['The Alliance agreed.', 'NATO agreed.'],
    ['There VW has a plant.', 'There Volkswagen has a plant.'],
    ['Afterwards Ericsson reported a drop.', 'Following this, Ericsson reported a drop.'],
    ['Carmaker Volvo was bought.', 'Volvo, which makes cars, was bought.'],
    ['Recently Bosch has cut jobs.', 'In recent months Bosch has cut jobs.'],
    ['All Nordic states agreed.', 'Each of the Nordic states agreed.'],
    ['The Defence Force grew.', 'The Defense Force grew.'],
    ['The Baltic state agreed.', 'Latvia agreed.'],
    ['The Democrats agreed.', 'The Democratic side agreed.'],
    ['The Fed agreed.', 'The Federal Reserve agreed.'],
    ['The Normans agreed.', 'The dukes of Normandy agreed.'],
  ])('are none: %s', (sentence, text) => {
    expect(certainOf(sentence, { text })).toEqual([]);
  });

  it.each([
    ['Johnson agreed.', 'It was Johnston who agreed.'],
    ['In Slovenia it was sold.', 'In Slovakia it was sold.'],
  ])('are other names where they only look alike: %s', (sentence, text) => {
    expect(certainOf(`There ${sentence}`, { text })).toContain('name');
  });

  it('are words with a capital behind another, and those of a company', () => {
    expect(
      certainOf('Siemens Energy turned away from China.', { text: 'Firms turned away from China.' }),
    ).toContain('name');
  });

  it('pass shortened, as people for a country, and spelled out', () => {
    expect(kindsOf('Volvo belongs to Geely since 2010.', sweden)).not.toContain('name');
    expect(kindsOf('The Germans sold China less in 2025.', germany)).not.toContain('name');
    expect(kindsOf('MGI Tech was then part of the Beijing Genomics Institute.', latvia)).not.toContain(
      'name',
    );
  });

  it('pass where the chapter or the whole document gives them', () => {
    expect(kindsOf('In Riga, the Chinese investment was called a “success story”.', latvia)).not.toContain(
      'name',
    );
  });

  it('are doubted where the passage has their parts apart', () => {
    const source: SourceText = {
      text: 'Sweden had long been divided on what to make of the matter, and the Christian Democrats argued against it.',
    };
    const findings = checkSentence('The Sweden Democrats argued against it.', [source]);
    expect(findings.map(({ rule }) => rule)).toContain('name-mixed');
  });

  it('are refused where the passage has none of them', () => {
    expect(kindsOf('Truck maker Iveco inaugurated a new factory in Rugao in 2025.', sweden)).toContain(
      'name',
    );
    expect(kindsOf('Bosch announced job cuts in Poland.', germany)).toContain('name');
  });
});

describe('a sentence that follows one of the passage', () => {
  it('is refused with a date of another sentence in its place, and doubted with a name', () => {
    expect(
      kindsOf(
        "After Chinese Scania acquired Swedish carmaker Volvo Cars in 2010, China has become the largest source of foreign-owned companies' R&D investments in Sweden.",
        sweden,
      ),
    ).toContain('(name)');
    expect(
      kindsOf(
        'MGI Latvia was registered in October 2017 as a subsidiary of BGI Group, itself then a subsidiary of MGI Tech Co.',
        latvia,
      ),
    ).not.toContain('name');
    expect(
      checkSentence(
        'The Latvian Investment and Development Agency celebrated the initial MGI investment as a “success story.”',
        [latvia],
      ).filter(({ rule }) => rule === 'slot'),
    ).toEqual([]);
    expect(
      checkSentence(
        "In 2010, Chinese-owned companies' R&D investments in Sweden surpassed the equivalent of EUR 1.5 billion, an increase of almost 300% since 2013.",
        [sweden],
      ),
    ).toContainEqual(
      expect.objectContaining({
        rule: 'slot',
        text: '2010',
        reason: 'the passage says “2023” here',
        isCertain: true,
      }),
    );
  });

  it('may name the chapter’s country where the passage leaves it out', () => {
    const space: SourceText = {
      chapter: 'Sweden',
      text: 'The country takes part in the large telescope that is being built by China and Japan.',
    };
    const sentence = 'Sweden takes part in the large telescope that is being built by China and Japan.';
    expect(certainOf(sentence, space)).toEqual([]);
  });

  it('passes with another name of the same, and in another order', () => {
    const slots = (sentence: string, source: SourceText) =>
      checkSentence(sentence, [source]).filter(({ rule }) => rule === 'slot');
    expect(
      slots(
        'MGI Latvia was registered in October 2017 as a subsidiary of MGI Tech Co., itself then a subsidiary of Beijing Genomics Institute.',
        latvia,
      ),
    ).toEqual([]);
    expect(
      slots('In Latvia, MGI Latvia was registered as a subsidiary of MGI Tech Co. in October 2017.', latvia),
    ).toEqual([]);
    expect(
      slots(
        'In 2025, imports of Chinese goods increased by 8.8% (year-on-year), while Germany’s exports to China decreased by 9.7%.',
        germany,
      ),
    ).toEqual([]);
  });
});

describe('turns', () => {
  it('are refused where they lead the other way', () => {
    const austria = { text: 'It moved gradually from political promotion toward a more cautious approach.' };
    expect(certainOf('It moved from caution toward political promotion.', austria)).toEqual([]);
    expect(certainOf('It moved from a cautious approach to political promotion.', austria)).toEqual([
      'direction',
    ]);
    const flows = { text: 'Know-how went from Germany to China (63%) and from China to Germany (40%).' };
    expect(certainOf('Know-how went from China to Germany in 40% of cases.', flows)).toEqual([]);
  });
});

describe('ranks', () => {
  it.each([
    ['Nokia is among the top three firms.', 'Nokia is one of the three biggest firms.'],
    ['It is among the ten most innovative nations.', 'It is in the top ten of the most innovative nations.'],
    ['The first office was in Washington.', 'It is one of two offices (the first was in Washington).'],
  ])('pass: %s', (sentence, text) => {
    expect(certainOf(sentence, { text })).toEqual([]);
  });

  it.each([
    ['Finland was the first country to sign it.', 'Finland was one of the first countries to sign it.'],
    ['It is the largest market.', 'It is the second largest market.'],
    ['China is the most important destination for R&D investments by Swedish companies.', sweden.text],
  ])('are refused where the passage takes from them: %s', (sentence, text) => {
    expect(certainOf(sentence, { text })).toEqual(['quantifier']);
  });
});

describe('quotations', () => {
  it('pass under other marks', () => {
    expect(kindsOf("The agency spoke of a 'success story'.", latvia)).toEqual([]);
  });

  it('are refused where a word is another', () => {
    expect(kindsOf('The agency spoke of a “great success story”.', latvia)).toEqual(['quotation']);
  });
});

describe('denials', () => {
  it('are doubted where the passage has the same words without', () => {
    const inserted = (sentence: string, source: SourceText) =>
      checkSentence(sentence, [source]).filter(({ rule }) => rule === 'inserted');
    expect(
      inserted('In 2025, Germany’s exports to China have not decreased by 9.7%.', germany),
    ).toMatchObject([{ kind: 'negation', isCertain: false }]);
    expect(inserted('So far a Dutch export licence has not been withdrawn.', netherlands)).toEqual([]);
  });
});

describe('doubts', () => {
  it.each([
    ['direction', 'In 2025 German exports to China increased by 9.7%.', germany],
    ['negation', 'A Dutch export licence has been withdrawn.', netherlands],
    [
      'modality',
      'In April 2026 the US Congress passed the MATCH Act, which forces ASML to follow US export controls.',
      netherlands,
    ],
    ['content', 'Volvo Cars acquired the Chinese carmaker Geely in 2010.', sweden],
    ['content', 'Bosch is cutting more than 20,000 jobs as a result of competition from China.', germany],
  ] as const)('arise about %s in %j', (kind, sentence, source) => {
    const doubts = checkSentence(sentence, [source]).filter(({ isCertain }) => !isCertain);
    expect(doubts.map((one) => one.kind)).toContain(kind);
  });

  it('do not arise about the report’s own words', () => {
    expect(checkSentence('In 2025, Germany’s exports to China decreased by 9.7%.', [germany])).toEqual([]);
    expect(checkSentence('So far no Dutch export licence has been withdrawn.', [netherlands])).toEqual([]);
  });
});
