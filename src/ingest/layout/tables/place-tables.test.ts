import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../core/document-reader.ts';
import { type Look, makeLine, makePage } from '../../../testing/documents/text-runs.ts';
import type { FoundTable, Line } from '../../page-model.ts';
import { buildVocabulary } from '../vocabulary.ts';
import { placeTables } from './place-tables.ts';
import { readTable } from './table-rows.ts';

/** A row of cells that start at these places. */
function row(y: number, cells: Record<number, string>, look: Look = {}): Line[] {
  return Object.entries(cells).map(([x, text]) => makeLine(text, { ...look, x: Number(x), y }));
}

const vocabulary = buildVocabulary([]);

/** What stands on the pages: lines as they are, and of tables the heads and rows. */
function read(...pages: { lines: Line[]; rules?: Rule[] }[]) {
  return placeTables(
    pages.map(({ rules = [] }, index) => ({ ...makePage([], index + 1), rules })),
    pages.map(({ lines }) => lines),
  ).map((lines) =>
    lines.map(({ table, text }) => {
      if (table === undefined) return text;
      const {
        rows,
        end: { heads },
      } = readTable(table, vocabulary);
      return {
        heads: heads.map((own) => own.join(' / ')),
        rows: rows.map(({ cells }) => cells.map(({ content }) => content.text).join(' | ')),
      };
    }),
  );
}

const prose = (y: number) =>
  makeLine('Goodwill rose by six per cent after the purchase of two firms in the second half of the year.', {
    y,
  });

describe('placeTables', () => {
  it('reads figures without rules, set as large as the text around them', () => {
    const lines = [
      prose(700),
      ...row(660, { 300: '2018', 400: '2017' }),
      ...row(647, { 60: 'Goodwill', 300: '12,790', 400: '13,486' }),
      ...row(634, { 60: 'Other assets', 300: '1,024', 400: '998' }),
      ...row(621, { 60: 'Total', 300: '13,814', 400: '14,484' }),
      prose(580),
    ];
    expect(read({ lines })).toEqual([
      [
        prose(0).text,
        {
          heads: ['', '2018', '2017'],
          rows: ['Goodwill | 12,790 | 13,486', 'Other assets | 1,024 | 998', 'Total | 13,814 | 14,484'],
        },
        prose(0).text,
      ],
    ]);
  });

  it('gives a head over several columns to each of them, and joins what is wrapped', () => {
    const lines = [
      ...row(686, { 315: 'Number of teachers' }),
      ...row(673, { 300: 'Public', 400: 'Private' }),
      ...row(660, { 300: 'schools', 400: 'schools' }),
      ...row(647, { 60: 'Total of all', 300: '2,667', 400: '384' }),
      ...row(634, { 60: 'regions and states' }),
      ...row(621, { 60: 'Maine', 300: '120', 400: '14' }),
      ...row(608, { 60: 'Ohio', 300: '510', 400: '91' }),
    ];
    const [[table] = []] = read({ lines });
    expect(table).toEqual({
      heads: ['', 'Number of teachers / Public schools', 'Number of teachers / Private schools'],
      rows: ['Total of all regions and states | 2,667 | 384', 'Maine | 120 | 14', 'Ohio | 510 | 91'].map(
        (text) => text,
      ),
    });
  });

  it('knows the title above a table, what its figures count, and the groups of its rows', () => {
    const lines = [
      makeLine('CONSOLIDATED BALANCE SHEETS', { y: 690 }),
      ...row(673, { 380: '(in millions)' }),
      ...row(660, { 300: '2018', 400: '2017' }),
      ...row(647, { 60: 'Current assets' }),
      ...row(634, { 70: 'Cash', 300: '$ 901', 400: '$ 812' }),
      ...row(621, { 70: 'Receivables', 300: '34 %', 400: '40 %' }),
      ...row(608, { 60: 'Goodwill', 300: '12,790', 400: '13,486' }),
    ];
    const [placed = []] = placeTables([makePage([])], [lines]);
    const table = placed.at(-1)?.table;
    expect(table).toMatchObject({ caption: 'CONSOLIDATED BALANCE SHEETS', unit: 'in millions' });
    const { rows } = readTable(table as FoundTable, vocabulary);
    expect(rows.map(({ under, cells }) => [...under, ...cells.map(({ content }) => content.text)])).toEqual([
      ['Current assets'],
      ['Current assets', 'Cash', '$ 901', '$ 812'],
      ['Current assets', 'Receivables', '34 %', '40 %'],
      ['Goodwill', '12,790', '13,486'],
    ]);
    expect(rows[3]?.cells.map(({ heads }) => heads)).toEqual([[], ['2018'], ['2017']]);
  });

  it('keeps long labels and raised marks in their rows, and changes heads with the years', () => {
    const long = 'Adjustments to reconcile net income to net cash of operations';
    const lines = [
      ...row(660, { 400: '2018', 480: '2017' }),
      ...row(647, { 60: 'Net income', 400: '5,070', 480: '6,046' }),
      ...row(634, { 60: long }),
      makeLine('(a)', { x: 122, y: 625, size: 5 }),
      ...row(621, { 70: 'Other items', 400: '(117)', 480: '744' }),
      ...row(608, { 400: '2016', 480: '2015' }),
      ...row(595, { 60: 'Net income', 400: '4,240', 480: '3,273' }),
    ];
    const [placed = []] = placeTables([makePage([])], [lines]);
    expect(placed).toHaveLength(1);
    const { rows } = readTable(placed[0]?.table as FoundTable, vocabulary);
    expect(
      rows.map(({ cells }) => cells.map(({ heads, content }) => [...heads, content.text].join(' '))),
    ).toEqual([
      ['Net income', '2018 5,070', '2017 6,046'],
      [long],
      ['Other items (a)', '2018 (117)', '2017 744'],
      ['Net income', '2016 4,240', '2015 3,273'],
    ]);
  });

  it('parts columns of figures that stand close together, but no thousands', () => {
    const table = (texts: string[]) =>
      texts.flatMap((text, index) => row(600 - index * 13, { 60: `Region ${'ABCD'[index]}`, 300: text }));
    const [[close] = []] = read({ lines: table(['1,024 998', '2,700 813', '4,108 225', '1,310 624']) });
    expect(close).toMatchObject({ rows: expect.arrayContaining(['Region A | 1,024 | 998']) });
    const [[thousands] = []] = read({ lines: table(['12 345', '10 200', '31 007', '44 801']) });
    expect(thousands).toMatchObject({ rows: expect.arrayContaining(['Region A | 12 345']) });
  });

  it('reads text between ruling lines as cells, however it wraps', () => {
    const lines = [
      ...row(690, { 64: 'Type', 164: 'Description' }),
      ...row(670, { 64: 'Likert scale', 164: 'an ordered set of terms' }),
      ...row(657, { 164: 'from which one is chosen' }),
      ...row(637, { 64: 'Checklist', 164: 'a choice between yes' }),
      ...row(624, { 164: 'and no' }),
    ];
    const rules = [
      ...[702, 684, 650, 617].map((y) => ({ x: 60, y, width: 300, height: 0.5 })),
      ...[60, 160, 360].map((x) => ({ x, y: 617, width: 0.5, height: 85 })),
    ];
    const [[table] = []] = read({ lines, rules });
    expect(table).toMatchObject({
      rows: expect.arrayContaining([
        'Likert scale | an ordered set of terms from which one is chosen',
        'Checklist | a choice between yes and no',
      ]),
    });
  });

  it('leaves lists, contents and text in columns as they are', () => {
    const list = ['First, the rules.', 'Second, their uses.', 'Third, the costs.', 'Last, who pays.'];
    const lists = list.flatMap((text, index) => row(700 - index * 13, { 60: `${index + 1}.`, 90: text }));
    const contents = list.flatMap((text, index) =>
      row(600 - index * 13, { 60: text, 500: String(3 + index * 2) }),
    );
    const columns = Array.from({ length: 9 }, (_, index) =>
      row(500 - index * 13, {
        60: 'text in the left column goes on and on without end',
        320: 'and so does what stands in the right column beside',
      }),
    ).flat();
    for (const lines of [lists, contents, columns])
      expect(read({ lines })).toEqual([lines.map(({ text }) => text)]);
  });

  it('goes on with a table of the page before in a single row at the same columns', () => {
    const cells = (y: number, x = 200) =>
      row(y, { 60: 'Nov 2025', [x]: 'Measures are suspended.' }, { size: 8 });
    const first = [...cells(500), ...cells(485), ...cells(470)];
    const [, second] = read({ lines: first }, { lines: cells(760) });
    expect(second).toMatchObject([{ rows: ['Nov 2025 | Measures are suspended.'] }]);
    const [, other] = read({ lines: first }, { lines: cells(760, 240) });
    expect(other).toEqual(['Nov 2025', 'Measures are suspended.']);
  });

  it('leaves bibliographies, indexes, formulas and the numbers beside a chart as they are', () => {
    const books = ['1999', '2001b', 'Stein, Leslie 1991', '1996'].flatMap((text, index) =>
      row(700 - index * 13, { 60: text, 160: `The rope of moka, part ${'abcd'[index]}` }),
    );
    const index = ['6, 19, 22', '41', '12, 30-34', '9'].flatMap((text, at) =>
      row(600 - at * 13, { 60: `Lending Act ${'ABCD'[at]}`, 500: text }),
    );
    const formula = [
      ...row(500, { 60: 'f', 120: 'g', 180: 'h' }),
      ...row(496, { 66: '1', 126: '2', 186: '3' }, { size: 5 }),
      ...row(480, { 60: 'f', 120: 'g', 180: 'h' }),
      ...row(476, { 66: '4', 126: '5', 186: '6' }, { size: 5 }),
    ];
    const axes = [0, 1, 2, 3].flatMap((at) =>
      row(400 - at * 30, { 60: String(100 - at * 20), 300: `0.${50 - at * 2}` }),
    );
    for (const lines of [books, index, formula, axes])
      expect(read({ lines })).toEqual([lines.map(({ text }) => text)]);
  });

  it('ends a table above text in columns, and reads one beside text on other lines', () => {
    const table = [660, 647, 634].flatMap((y, at) =>
      row(y, { 60: `Region ${'ABC'[at]}`, 200: `${at + 1},667`, 260: `3${at}4` }),
    );
    const text = 'text in a column goes on and on without any end';
    const columns = [612, 599, 586, 573, 560].flatMap((y) => row(y, { 60: text, 340: text }));
    expect(read({ lines: [...table, ...columns] })).toMatchObject([
      [
        { rows: ['Region A | 1,667 | 304', 'Region B | 2,667 | 314', 'Region C | 3,667 | 324'] },
        ...columns.map(() => text),
      ],
    ]);
    const beside = [665, 652, 639, 626].flatMap((y) => row(y, { 340: text }));
    const [[first] = []] = read({ lines: [...table, ...beside] });
    expect(first).toMatchObject({ rows: expect.arrayContaining(['Region A | 1,667 | 304']) });
  });

  it('parts tables that stand below each other with heads of their own', () => {
    const own = (y: number, years: [string, string], label: string) => [
      ...row(y, { 300: years[0], 400: years[1] }),
      ...[1, 2, 3].flatMap((at) =>
        row(y - at * 13, { 60: `${label} ${at}`, 300: `${at},024`, 400: `${at},998` }),
      ),
    ];
    const lines = [...own(700, ['2018', '2017'], 'Cash'), ...own(622, ['2020', '2019'], 'Debt')];
    expect(read({ lines })).toMatchObject([
      [{ heads: ['', '2018', '2017'] }, { heads: ['', '2020', '2019'] }],
    ]);
  });

  it('takes a single row for part of a table only where no text parts it from that', () => {
    const cells = (y: number) => row(y, { 60: 'Nov 2025', 200: 'Measures are suspended.' }, { size: 8 });
    const first = [...cells(500), ...cells(485), ...cells(470)];
    const [, second] = read({ lines: first }, { lines: [prose(780), ...cells(700)] });
    expect(second).toEqual([prose(0).text, 'Nov 2025', 'Measures are suspended.']);
  });

  it('spans heads over the columns that they stand in the middle of, and keeps the lines of one head together', () => {
    const figures = (y: number, label: string) =>
      row(y, { 60: label, 208: '1,024', 268: '(104)', 328: '920', 408: '2,048', 468: '(120)', 528: '1,928' });
    const lines = [
      ...row(700, { 275: '2015', 475: '2014' }),
      ...row(680, { 210: 'Cost', 270: 'Used', 330: 'Net', 410: 'Cost', 470: 'Used', 530: 'Net' }),
      ...[665, 652, 639].flatMap((y, at) => figures(y, `Rights ${at + 1}`)),
    ];
    const [[table] = []] = read({ lines });
    expect(table).toMatchObject({
      heads: ['', '2015 / Cost', '2015 / Used', '2015 / Net', '2014 / Cost', '2014 / Used', '2014 / Net'],
    });
  });

  it('takes what stands beside the heads for the unit, and leaves notes and headings below a table out', () => {
    const lines = [
      ...row(660, { 60: '(MILLIONS)', 300: '2018', 400: '2017' }),
      ...row(647, { 60: 'Goodwill', 240: '$', 300: '12,790', 340: '$', 400: '13,486' }),
      ...row(634, { 60: 'Other assets', 300: '1,024', 400: '998' }),
      ...row(621, { 60: 'Total', 300: '13,814', 400: '14,484' }),
      ...row(608, { 60: '(a)', 80: 'Goodwill of two firms that were bought in the year.' }),
      makeLine('Debt', { x: 60, y: 590, size: 14 }),
    ];
    const [placed = []] = placeTables([makePage([])], [lines]);
    expect(placed.map(({ text }) => text)).toEqual([
      '',
      '(a)',
      'Goodwill of two firms that were bought in the year.',
      'Debt',
    ]);
    const table = placed[0]?.table;
    expect(table).toMatchObject({ unit: 'MILLIONS', rows: 4, columns: 3 });
    const { heads } = readTable(table as FoundTable, vocabulary).end;
    expect(heads).toEqual([[], ['2018'], ['2017']]);
  });

  it('goes on below heads in smaller type than the labels under them', () => {
    const lines = [
      ...row(660, { 300: '2018', 400: '2017' }, { size: 7.5 }),
      ...row(647, { 60: 'Current assets:' }),
      ...[634, 621, 608].flatMap((y, at) => row(y, { 60: `Cash ${at}`, 300: `${at},790`, 400: `${at},486` })),
    ];
    expect(read({ lines })).toMatchObject([[{ heads: ['', '2018', '2017'] }]]);
  });

  it('joins the lines of a label that stand closer than rows, in capitals too', () => {
    const lines = [
      ...row(673, { 300: '2018', 400: '2017' }),
      ...row(660, { 60: 'Sales to shops', 300: '12,790', 400: '13,486' }),
      ...row(647, { 60: 'Sales to others', 300: '1,024', 400: '998' }),
      ...row(634, { 60: 'TOTAL OF ALL SALES' }),
      ...row(624, { 60: 'REVENUES', 300: '13,814', 400: '14,484' }),
      ...row(611, { 60: 'Sales by kind:' }),
      ...row(598, { 60: 'Footwear', 300: '9,100', 400: '9,700' }),
    ];
    const [[table] = []] = read({ lines });
    expect(table).toMatchObject({
      rows: [
        'Sales to shops | 12,790 | 13,486',
        'Sales to others | 1,024 | 998',
        'TOTAL OF ALL SALES REVENUES | 13,814 | 14,484',
        'Sales by kind:',
        'Footwear | 9,100 | 9,700',
      ],
    });
  });

  it('keeps a date whole that heads several columns, and raised marks in the row of their word', () => {
    // The blank before "31," stands between two columns.
    const mark = (x: number) => makeLine('(1)', { x, y: 666, size: 6 });
    const lines = [
      makeLine('YEAR ENDED MAY 31,', { x: 298, y: 680 }),
      ...row(664, { 60: '(Dollars in millions)' }),
      ...row(662, { 300: '2021', 337: '2020', 374: '2019' }),
      mark(321),
      mark(358),
      ...row(649, { 60: 'Footwear', 300: '12,790', 337: '13,486', 374: '9,001' }),
      ...row(636, { 60: 'Apparel', 300: '1,024', 337: '1,998', 374: '1,700' }),
      ...row(623, { 60: 'Total', 300: '13,814', 337: '15,484', 374: '10,701' }),
    ];
    const [[table] = []] = read({ lines });
    expect(table).toMatchObject({
      heads: ['', '2021 (1)', '2020 (1)', '2019'].map((head, column) =>
        column === 0 ? '' : `YEAR ENDED MAY 31, / ${head}`,
      ),
      rows: [
        'Footwear | 12,790 | 13,486 | 9,001',
        'Apparel | 1,024 | 1,998 | 1,700',
        'Total | 13,814 | 15,484 | 10,701',
      ],
    });
  });

  /** Lines at these places, over all of the others' length. */
  const grid = (xs: number[], ys: number[]): Rule[] => {
    const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    return [
      ...xs.map((x) => ({ x, y: bottom, width: 0.5, height: top - bottom })),
      ...ys.map((y) => ({ x: left, y, width: right - left, height: 0.5 })),
    ];
  };
  const columns = [90, 150, 250, 420, 470];

  it('reads what stands between four lines as one cell, however its lines stand to those beside it', () => {
    const lines = [
      ...row(704, { 95: 'Property', 155: 'Range', 255: 'Usage note', 425: 'Card.' }),
      ...row(690, { 255: 'This property refers to an entity' }),
      ...row(685, { 155: 'foaf:Agent', 425: '0..1' }),
      ...row(683, { 95: 'publisher' }),
      ...row(680, { 255: '(organisation) responsible for it.' }),
      ...row(668, {
        95: 'release',
        155: 'rdfs:Literal',
        235: 'as',
        255: 'This property contains the date of',
      }),
      ...row(663, { 425: '0..n' }),
      ...row(658, { 95: 'date', 155: 'typed xsd:date', 255: 'formal issuance.' }),
    ];
    expect(read({ lines, rules: grid(columns, [716, 700, 677, 654]) })).toEqual([
      [
        {
          heads: ['Property', 'Range', 'Usage note', 'Card.'],
          rows: [
            'publisher | foaf:Agent | This property refers to an entity (organisation) responsible for it. | 0..1',
            'release date | rdfs:Literal as typed xsd:date | This property contains the date of formal issuance. | 0..n',
          ],
        },
      ],
    ]);
  });

  it('takes no mark of a note for a figure: "2/"', () => {
    const lines = [
      ...row(660, { 200: 'Beef', 300: 'Red Meat', 400: 'Broiler' }),
      ...row(650, { 310: '2/', 410: '3/' }),
      ...row(634, { 60: '2021 IV', 200: '7,106', 300: '14,341', 400: '11,193' }),
      ...row(621, { 60: 'Annual', 200: '27,948', 300: '55,815', 400: '44,899' }),
      ...row(608, { 60: '2022 I', 200: '7,022', 300: '13,972', 400: '11,170' }),
    ];
    expect(read({ lines })[0]?.[0]).toMatchObject({ heads: ['', 'Beef', 'Red Meat 2/', 'Broiler 3/'] });
  });

  it('knows the heads between a ruled table and a line above it', () => {
    const lines = [
      ...row(700, { 300: 'Stocks', 360: 'Output', 420: 'Imports' }),
      ...[670, 657, 640, 627].flatMap((y, at) =>
        row(y, { 60: `Region ${at}`, 300: `${at}4.73`, 360: `${at}8.52`, 420: `${at}5.54` }),
      ),
    ];
    const level = (y: number): Rule => ({ x: 55, y, width: 420, height: 0.5 });
    const rules = [{ x: 200, y: 620, width: 0.5, height: 65 }, ...[715, 685, 665, 650, 620].map(level)];
    expect(read({ lines, rules })[0]?.[0]).toMatchObject({ heads: ['', 'Stocks', 'Output', 'Imports'] });
  });

  it('keeps the rows apart that stand between two lines', () => {
    const lines = [
      ...row(704, { 95: 'Year', 155: 'Region', 255: 'Usage', 425: 'All' }),
      ...row(690, { 95: '2019', 155: 'North', 255: '12.4', 425: '30.1' }),
      ...row(678, { 95: '2020', 155: 'South and', 255: '13.0', 425: '31.5' }),
      ...row(666, { 155: 'the islands' }),
      ...row(650, { 95: 'Total', 155: 'All', 255: '25.4', 425: '61.6' }),
    ];
    const [table] = read({ lines, rules: grid(columns, [716, 700, 660, 644]) })[0] ?? [];
    expect(table).toMatchObject({ rows: expect.arrayContaining(['2019 | North | 12.4 | 30.1']) });
  });
});
