import { describe, expect, it } from 'vitest';
import { struckAnswer, writtenAnswer, writtenComparison } from '../../testing/answers/sample-answers.ts';
import { colored, plain } from '../../testing/cli/fake-session.ts';
import type { Answer, Citation } from '../../wire/types.ts';
import { showAnswer } from './show-answer.ts';

const report = 'fragmented-europe-2026';

function cite(number: number, quote: string, place: Partial<Citation>): Citation {
  const { page = 1 } = place;
  return {
    number,
    passageId: `${report}/${number}`,
    document: report,
    documentTitle: 'Fragmented Europe',
    chapter: 'Sweden',
    section: null,
    page,
    pages: [page],
    pageLabel: String(page),
    quote,
    boxes: [],
    notes: [],
    markers: [],
    ...place,
  };
}

/** An answer that quotes each citation once, in order. */
function answerWith(citations: Citation[], rest: Partial<Answer> = {}): Answer {
  return {
    id: 'a-1',
    question: 'What does the report say?',
    status: 'answered',
    answer: citations.map(({ quote, number }) => `${quote} [${number}]`).join(' '),
    sentences: citations.map(({ quote, number }) => ({
      text: quote,
      citations: [number],
      origin: 'quoted',
      verified: true,
      problems: [],
    })),
    citations,
    confidence: 0.9,
    warnings: [],
    searched: { documents: 1, chapters: 24, passages: 1335 },
    timings: { totalMs: 14, analyseMs: 1, encodeMs: 4, searchMs: 5, selectMs: 4, generateMs: 0 },
    model: { encoder: 'fake-encoder@00000000', chat: null },
    ...rest,
  };
}

function show(answer: Answer, width = 80): string {
  return showAnswer(answer, { width, paint: plain });
}

/** Escape sequences made readable. */
function showColored(answer: Answer): string {
  const names: Record<string, string> = { 1: 'bold', 2: 'dim', 22: 'plain', 36: 'cyan', 39: 'default' };
  return showAnswer(answer, { width: 80, paint: colored }).replace(
    /\u001b\[(\d+)m/g,
    (_, code: string) => `<${names[code]}>`,
  );
}

const research = 'Research and development: China is an increasingly important partner';
const agency = {
  label: '1',
  text: 'Swedish Agency for Growth Policy Analysis. Research and development in international enterprises 2023. 10 October 2025. https://www.tillvaxtanalys.se/publikationer/statistik/statistikserien',
  urls: ['https://www.tillvaxtanalys.se/publikationer/statistik/statistikserien'],
  page: 184,
  boxes: [],
};
const investments = cite(
  1,
  "In 2023, Chinese-owned companies' R&D investments in Sweden surpassed the equivalent of EUR 1.5 billion, an increase of almost 300% since 2013.",
  { section: research, page: 181, notes: [agency] },
);
const summary = cite(
  2,
  "In Sweden, Chinese-owned companies' R&D investments have increased by almost 300 percent since 2013.",
  {
    chapter: 'Executive Summary',
    section: 'European states face similar issues with Chinese tech power, but pursue different approaches',
    page: 14,
  },
);
const partner = cite(
  3,
  'In addition, China has become, in recent years, the second most important destination for R&D investments by Swedish companies.',
  {
    section: research,
    page: 181,
    notes: [agency, { label: '2', text: 'Ibid.', urls: [], page: 184, boxes: [] }],
  },
);

describe('an answer in the terminal', () => {
  it('shows a row of a table with its heads, and says that it is arranged so', () => {
    const row = {
      arranged: 'Goodwill: 2018 12,790; 2017 13,486',
      caption: 'Balance sheets',
      unit: null,
      under: [],
      cells: [],
    };
    const text = show(answerWith([cite(1, 'Goodwill | 12,790 | 13,486', { row })]));
    expect(text).toContain('Goodwill | 12,790 | 13,486 [Sweden, p. 1]');
    expect(text).toContain('arranged, of "Balance sheets": Goodwill: 2018 12,790; 2017 13,486');
  });

  it('shows each sentence with its place, and sources of one section once, with their notes', () => {
    expect(show(answerWith([investments, summary, partner]))).toMatchInlineSnapshot(`
      "[1] In 2023, Chinese-owned companies' R&D investments in Sweden surpassed the
          equivalent of EUR 1.5 billion, an increase of almost 300% since 2013.
          [Sweden, p. 181]

      [2] In Sweden, Chinese-owned companies' R&D investments have increased by almost
          300 percent since 2013. [Executive Summary, p. 14]

      [3] In addition, China has become, in recent years, the second most important
          destination for R&D investments by Swedish companies. [Sweden, p. 181]

      Sources
      [1, 3] Sweden, p. 181 — Research and development: China is an increasingly
          important partner
          Note 1, p. 184: Swedish Agency for Growth Policy Analysis. Research and
            development in international enterprises 2023. 10 October 2025.
            https://www.tillvaxtanalys.se/publikationer/statistik/statistikserien
          Note 2, p. 184: Ibid.
      [2] Executive Summary, p. 14 — European states face similar issues with Chinese
          tech power, but pursue different approaches
      "
    `);
  });

  it('has those that answer first, and above the others what they are', () => {
    const citations = ['One.', 'Two.', 'Three.'].map((quote, at) => cite(at + 1, quote, { page: at + 1 }));
    const [sentences] = show(answerWith(citations, { lead: [0] })).split('\n\nSources');
    expect(sentences).toBe(
      [
        '[1] One. [Sweden, p. 1]',
        'More around it\n[2] Two. [Sweden, p. 2]',
        '[3] Three. [Sweden, p. 3]',
      ].join('\n\n'),
    );
    expect(showColored(answerWith(citations, { lead: [0] }))).toContain('<dim>More around it<plain>');
  });

  it('says where else a sentence is said', () => {
    const alsoIn = [
      { passageId: 'r/3', chapter: 'Executive Summary', page: 14, pageLabel: '14', quote: summary.quote },
    ];
    const restated = { ...investments, notes: [], alsoIn };
    expect(show(answerWith([restated]))).toContain('important partner\n    also p. 14, Executive Summary\n');
    expect(show(answerWith([restated, { ...partner, number: 2, notes: [] }]))).toContain(
      '\n    [1] also p. 14, Executive Summary\n',
    );
  });

  it('is painted so that places, headings and notes stand apart, on a terminal that has colours', () => {
    expect(showColored(answerWith([investments, summary]))).toMatchInlineSnapshot(`
      "[1] In 2023, Chinese-owned companies' R&D investments in Sweden surpassed the
          equivalent of EUR 1.5 billion, an increase of almost 300% since 2013.
          <cyan>[Sweden, p. 181]<default>

      [2] In Sweden, Chinese-owned companies' R&D investments have increased by almost
          300 percent since 2013. <cyan>[Executive Summary, p. 14]<default>

      <bold>Sources<plain>
      [1] Sweden, p. 181 — Research and development: China is an increasingly
          important partner
      <dim>    Note 1, p. 184: Swedish Agency for Growth Policy Analysis. Research and
            development in international enterprises 2023. 10 October 2025.
            https://www.tillvaxtanalys.se/publikationer/statistik/statistikserien<plain>
      [2] Executive Summary, p. 14 — European states face similar issues with Chinese
          tech power, but pursue different approaches
      "
    `);
  });

  it('never breaks a place over two lines, and no line is wider than the terminal but for links', () => {
    for (let width = 40; width <= 100; width += 1) {
      const lines = show(answerWith([investments, summary, partner]), width).split('\n');
      expect(lines.filter((line) => line.length > width && !line.includes('https://'))).toEqual([]);
      for (const place of ['[Sweden, p. 181]', '[Executive Summary, p. 14]']) {
        expect(lines.some((line) => line.includes(place))).toBe(true);
      }
    }
  });

  it('names both pages of a sentence that runs over a page break, and all pages of a section', () => {
    const finland = cite(
      1,
      "In the 5G debate, the country has performed a U turn: while in the past, all major Finnish telecom operators had relied on Chinese equipment, it was reported in October 2025 that Finland will exclude 'high-risk vendors' (e.g., Huawei) from its 5G networks on security grounds.",
      { chapter: 'Executive Summary', section: summary.section, page: 13, pages: [13, 14] },
    );
    const later = { ...summary, page: 16, pages: [16] };
    expect(show(answerWith([finland, later]))).toMatchInlineSnapshot(`
      "[1] In the 5G debate, the country has performed a U turn: while in the past, all
          major Finnish telecom operators had relied on Chinese equipment, it was
          reported in October 2025 that Finland will exclude 'high-risk vendors'
          (e.g., Huawei) from its 5G networks on security grounds.
          [Executive Summary, pp. 13–14]

      [2] In Sweden, Chinese-owned companies' R&D investments have increased by almost
          300 percent since 2013. [Executive Summary, p. 16]

      Sources
      [1, 2] Executive Summary, pp. 13–14, 16 — European states face similar issues
          with Chinese tech power, but pursue different approaches
      "
    `);
  });

  it('shows the row of a table as it stands', () => {
    const row = cite(
      1,
      'July 2019 | Inaugural STI Joint Committee Meeting (JCM) | Highest government level (governance mechanism) | Operationalises the 2019 MoU via joint steering and workplanning | MOST; Irish enterprise/research agencies',
      { chapter: 'Ireland', section: 'Ireland-China science and technology cooperation', page: 104 },
    );
    expect(show(answerWith([row]))).toMatchInlineSnapshot(`
      "[1] July 2019 | Inaugural STI Joint Committee Meeting (JCM) | Highest government
          level (governance mechanism) | Operationalises the 2019 MoU via joint
          steering and workplanning | MOST; Irish enterprise/research agencies
          [Ireland, p. 104]

      Sources
      [1] Ireland, p. 104 — Ireland-China science and technology cooperation
      "
    `);
  });

  it('does not print a note again that the answer quotes, and points to it from the sentence it belongs to', () => {
    const tagesschau = {
      label: '2',
      text: 'Tagesschau. 30 January 2026. https://www.tagesschau.de/tagesschau_20_uhr/ts-76206.html',
      urls: ['https://www.tagesschau.de/tagesschau_20_uhr/ts-76206.html'],
      page: 90,
      boxes: [],
    };
    const bosch = cite(
      1,
      'Bosch alone has announced cutting more than 20,000 jobs in its automotive division due to weak global demand for German cars.',
      { chapter: 'Germany', page: 84, notes: [tagesschau] },
    );
    const note = cite(2, tagesschau.text, {
      chapter: 'Germany',
      section: 'Endnotes',
      page: 90,
      notes: [tagesschau],
    });
    expect(show(answerWith([bosch, note]))).toMatchInlineSnapshot(`
      "[1] Bosch alone has announced cutting more than 20,000 jobs in its automotive
          division due to weak global demand for German cars. [Germany, p. 84]

      [2] Tagesschau. 30 January 2026.
          https://www.tagesschau.de/tagesschau_20_uhr/ts-76206.html [Germany, p. 90]

      Sources
      [1] Germany, p. 84
          Note 2, p. 90: quoted above, [2]
      [2] Germany, p. 90 — Endnotes, note 2
      "
    `);
  });

  it('prints three notes per sentence, lists the others, and adds links missing from the text', () => {
    const notes = [4, 5, 6, 7, 9].map((number) => ({
      label: String(number),
      text: `Ministry of the Interior, circular ${number}.`,
      urls: number === 5 ? ['https://www.government.se/5'] : [],
      page: number < 9 ? 184 : 185,
      boxes: [],
    }));
    const ban = cite(
      1,
      'Sweden, as one of few EU countries, adopted an explicit ban on equipment from Chinese companies Huawei and ZTE in 5G networks in 2020.',
      { page: 182, notes },
    );
    expect(show(answerWith([ban]))).toMatchInlineSnapshot(`
      "[1] Sweden, as one of few EU countries, adopted an explicit ban on equipment
          from Chinese companies Huawei and ZTE in 5G networks in 2020.
          [Sweden, p. 182]

      Sources
      [1] Sweden, p. 182
          Note 4, p. 184: Ministry of the Interior, circular 4.
          Note 5, p. 184: Ministry of the Interior, circular 5.
            https://www.government.se/5
          Note 6, p. 184: Ministry of the Interior, circular 6.
          And notes 7, 9 on pp. 184–185.
      "
    `);
  });

  it('keeps labels apart from the text where there are ten sentences and more', () => {
    const many = Array.from({ length: 11 }, (_, index) =>
      cite(index + 1, `Country ${index + 1} has no ban.`, { page: 20, section: 'Bans' }),
    );
    const lines = show(answerWith(many)).split('\n');
    expect(lines[0]).toBe('[1] Country 1 has no ban. [Sweden, p. 20]');
    expect(lines[20]).toBe('[11] Country 11 has no ban. [Sweden, p. 20]');
    expect(lines.at(-2)).toBe('[1–11] Sweden, p. 20 — Bans');
  });

  it('names the document of each place where the index holds several', () => {
    const own = { ...investments, documentLabel: 'Fragmented Europe (2026)' };
    const elsewhere = {
      ...summary,
      document: 'etnc-2025',
      documentLabel: 'Quest for Strategic Autonomy (2025)',
    };
    const text = show(answerWith([own, elsewhere])).replace(/\s+/g, ' ');
    expect(text).toContain('since 2013. [Fragmented Europe (2026): Sweden, p. 181]');
    expect(text).toContain(`[1] Fragmented Europe (2026): Sweden, p. 181 — ${research.slice(0, 40)}`);
    expect(text).toContain('[2] Quest for Strategic Autonomy (2025): Executive Summary, p. 14 — European');
  });

  it('breaks a place that is longer than a line', () => {
    const title =
      'An assessment of supply chains for semiconductors, batteries and critical raw materials in Europe';
    const text = show(answerWith([{ ...investments, documentLabel: title, notes: [] }]));
    expect(text.replace(/\s+/g, ' ')).toContain(`since 2013. [${title}: Sweden, p. 181]`);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('does not take sections of two documents for one', () => {
    const elsewhere = { ...partner, number: 2, document: 'etnc-2025' };
    const searched = { documents: 2, chapters: 40, passages: 2400 };
    const text = show(answerWith([investments, elsewhere], { searched }));
    expect(text).toContain('\n[1] Sweden, p. 181');
    expect(text).toContain('\n[2] Sweden, p. 181');
  });

  it('names every place that a written sentence stands on, the same place once, and none where there is none', () => {
    const written = { origin: 'written' as const, verified: true, problems: [] };
    const sentences = [
      { text: 'Investments have quadrupled since 2013.', citations: [1, 2, 3], ...written },
      { text: 'The report gives two figures.', citations: [], ...written },
    ];
    const lines = show(answerWith([investments, summary, partner], { sentences })).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      '[1–3] Investments have quadrupled since 2013. [Sweden, p. 181]',
      '      [Executive Summary, p. 14]',
      '',
      '    The report gives two figures.',
    ]);
  });

  it('names the model, and lists what was left out separately, with the problems', () => {
    expect(show(writtenAnswer)).toMatchInlineSnapshot(`
      "[1] The agenda is meant to strengthen the technological sovereignty of Germany
          and Europe. [Germany, p. 88]

      [2] By 2030, ten percent of Germany’s economic output is to come from AI-based
          technologies. [Germany, p. 88]

      Written by fake-chat; each sentence was checked against what it cites.

      Sources
      [1, 2] Germany, p. 88

      Left out, as the passages do not support it
        - It sets aside EUR 5.5 billion for new chip plants.
          “EUR 5.5 billion” is not on p. 88.
      "
    `);
  });

  it('lists what was left out even if nothing written remains', () => {
    const lines = show(struckAnswer).split('\n');
    expect(lines.slice(lines.indexOf('Left out, as the passages do not support it'))).toEqual([
      'Left out, as the passages do not support it',
      '  - Bosch will cut 25,000 jobs.',
      '    “25,000”: not in the passage (Germany, p. 84).',
      '  - Siemens will follow in 2027.',
      '    “Siemens”: not in the passage (Germany, p. 84).',
      '    “2027”: not in the passage (Germany, p. 84).',
      '',
    ]);
  });

  it('puts warnings before the sentences', () => {
    const warnings = [{ code: 'draft-dropped', message: 'The draft of the language model was not used.' }];
    expect(show(answerWith([summary], { warnings })).split('\n\n')[0]).toBe(
      'Warning: The draft of the language model was not used.',
    );
  });

  it('says first what a follow-up was asked as', () => {
    const resolvedQuestion = 'How much have Chinese R&D investments in Sweden grown since 2013?';
    expect(show(answerWith([summary], { resolvedQuestion }), 50).split('\n\n')[0]).toBe(
      'Asked as: How much have Chinese R&D investments in\nSweden grown since 2013?',
    );
  });
});

describe('a comparison in the terminal', () => {
  it('has a block for each country, and says of one that nothing is stated', () => {
    const huawei = cite(
      1,
      'Sweden, as one of few EU countries, adopted an explicit ban on equipment from Chinese companies Huawei and ZTE in 5G networks in 2020.',
      { section: 'Networks, green energy and pharma: Swedish tech collaboration with China', page: 182 },
    );
    const romania = cite(
      2,
      'Despite the fact that Romania banned Chinese companies (Huawei, ZTE) from building its 5G network in 2021, it did not care much about the Chinese presence in surveillance systems, energy grid (solar panels) or public transportation (electric busses).',
      { chapter: 'Romania', section: 'Talks without traction', page: 155 },
    );
    const groups = [
      { label: 'Sweden', sentences: [0] },
      { label: 'Slovakia', sentences: [] },
      { label: 'Romania', sentences: [1] },
    ];
    expect(show(answerWith([huawei, romania], { groups }))).toMatchInlineSnapshot(`
      "Sweden
      [1] Sweden, as one of few EU countries, adopted an explicit ban on equipment
          from Chinese companies Huawei and ZTE in 5G networks in 2020.
          [Sweden, p. 182]

      Slovakia
          Not stated.

      Romania
      [2] Despite the fact that Romania banned Chinese companies (Huawei, ZTE) from
          building its 5G network in 2021, it did not care much about the Chinese
          presence in surveillance systems, energy grid (solar panels) or public
          transportation (electric busses). [Romania, p. 155]

      Sources
      [1] Sweden, p. 182 — Networks, green energy and pharma: Swedish tech
          collaboration with China
      [2] Romania, p. 155 — Talks without traction
      "
    `);
  });

  it('written by a model has rows too, with what was left out below', () => {
    expect(show(writtenComparison)).toMatchInlineSnapshot(`
      "Germany
      [1] The agenda is meant to strengthen the technological sovereignty of Germany
          and Europe. [Germany, p. 88]
      [2] By 2030, ten percent of Germany’s economic output is to come from AI-based
          technologies. [Germany, p. 88]

      Belgium
          Not stated.

      Executive Summary
      [2] By 2030, ten percent of Germany’s economic output is to come from AI-based
          technologies. [Germany, p. 88]
      [1] The goals formulated in the strategy reflect the ambition to strengthen the
          technological sovereignty of Germany and Europe in a world marked by
          geopolitical conflicts and a struggle for tech supremacy. [Germany, p. 88]

      Written by fake-chat; each sentence was checked against what it cites.

      Sources
      [1, 2] Germany, p. 88

      Left out, as the passages do not support it
        - It sets aside EUR 5.5 billion for new chip plants.
          “EUR 5.5 billion” is not on p. 88.
      "
    `);
  });
});

describe('an answer from several chapters in the terminal', () => {
  it('says how complete it is, below the sentences', () => {
    const coverage = { chapters: 24, lookedAt: 24, speaking: 12, quoted: 10 };
    const shown = show(
      answerWith([cite(1, 'Sweden banned Huawei.', { chapter: 'Sweden', page: 182 })], { coverage }),
    );
    expect(shown).toContain(
      '\n\n24 of 24 chapters looked at, 12 speak of it, 10 of them quoted.\n\nSources\n',
    );
  });
});

describe('what is known of a document in the terminal', () => {
  it('is told as no quotation, without sources', () => {
    const text = 'It has 194 pages.';
    const known = { text, citations: [], origin: 'known' as const, verified: true, problems: [] };
    expect(show(answerWith([], { sentences: [known] }))).toBe(
      `    ${text}\n\nWhat has no source is known of the document itself, and is no quotation.\n`,
    );
  });
});

describe('a question without an answer in the terminal', () => {
  const buses = {
    ...cite(
      1,
      "Chinese firms now supply much of Denmark's electric bus fleet, Chinese batteries are entering the power grid, and cooperation is expanding in areas such as green maritime technology and water management – despite the cautionary tale of Vestas' loss of market position to its Chinese competitors.",
      { chapter: 'Denmark', page: 50 },
    ),
    why: 'on the topic, but gives no amount',
  };
  const notFound: Answer = answerWith([], {
    status: 'not-found',
    reason: 'not-stated',
    answer:
      'The report does not answer this: the closest passages give no amount for Denmark for what is asked.',
    nearest: [buses],
    explanation: {
      lookedFor: ['price', 'Tesla', 'Denmark', 'an amount'],
      stoppedBecause: 'the closest passages give no amount',
    },
  });

  it('says so, says what was searched, and shows the nearest passages as what they are', () => {
    expect(show(notFound)).toMatchInlineSnapshot(`
      "The report does not answer this: the closest passages give no amount for Denmark
      for what is asked.
      Searched 1,335 passages of 24 chapters for price, Tesla, Denmark, an amount.

      The nearest passages, which do not answer it:
        - “Chinese firms now supply much of Denmark's electric bus fleet, Chinese
          batteries are entering the power grid, and cooperation is expanding in areas
          such as green maritime technology and water management – despite the
          cautionary tale of Vestas' loss of market position to its Chinese
          competitors.” [Denmark, p. 50]
          on the topic, but gives no amount
      "
    `);
  });

  it('quotes what answers elsewhere before the nearest passages', () => {
    const elsewhere = cite(1, 'Bosch alone has announced cutting more than 20,000 jobs.', {
      chapter: 'Germany',
      page: 84,
    });
    expect(show({ ...notFound, elsewhere })).toContain(
      [
        '',
        'Elsewhere:',
        '  - “Bosch alone has announced cutting more than 20,000 jobs.” [Germany, p. 84]',
        '',
        'The nearest passages, which do not answer it:',
      ].join('\n'),
    );
  });

  it('is painted on a terminal that has colours', () => {
    expect(showColored(notFound)).toMatchInlineSnapshot(`
      "<bold>The report does not answer this: the closest passages give no amount for Denmark
      for what is asked.<plain>
      Searched 1,335 passages of 24 chapters for price, Tesla, Denmark, an amount.

      The nearest passages, which do not answer it:
        - “Chinese firms now supply much of Denmark's electric bus fleet, Chinese
          batteries are entering the power grid, and cooperation is expanding in areas
          such as green maritime technology and water management – despite the
          cautionary tale of Vestas' loss of market position to its Chinese
          competitors.” <cyan>[Denmark, p. 50]<default>
      <dim>    on the topic, but gives no amount<plain>
      "
    `);
  });

  it('shows no empty list where nothing is near', () => {
    const { explanation: _, ...unexplained } = notFound;
    const searched = { documents: 1, chapters: 1, passages: 1 };
    expect(show({ ...unexplained, searched, nearest: [] })).toBe(
      [
        'The report does not answer this: the closest passages give no amount for Denmark',
        'for what is asked.',
        'Searched 1 passage of 1 chapter.',
        '',
      ].join('\n'),
    );
  });
});
