import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../core/document-reader.ts';
import { type Look, makeLine, makePage } from '../../../testing/documents/text-runs.ts';
import type { Line } from '../../page-model.ts';
import { buildVocabulary } from '../vocabulary.ts';
import { findTables } from './find-tables.ts';
import { readTable } from './table-rows.ts';

/** A row of cells that start at these places. */
const row = (y: number, cells: Record<number, string>, look: Look = {}): Line[] =>
  Object.entries(cells).map(([x, text]) => makeLine(text, { ...look, x: Number(x), y }));

const level = (y: number, from: number, to: number): Rule => ({ x: from, y, width: to - from, height: 0.5 });

/** The tables of a page: their heads by column, and their rows below what they are under. */
function tablesOf(lines: Line[], rules: Rule[] = []) {
  const { tables } = findTables({ ...makePage([]), rules }, lines, 1);
  return tables.map((table) => {
    const { rows, end } = readTable(table, buildVocabulary([]));
    return {
      heads: end.heads.map((heads) => heads.join(' / ')),
      rows: rows.map(({ under, cells }) =>
        [...under.map((label) => `${label}:`), cells.map(({ content }) => content.text).join(' | ')].join(
          ' ',
        ),
      ),
    };
  });
}

describe('the tables of a statement', () => {
  const assets = [
    ...row(676, { 60: 'ASSETS' }),
    ...row(665, { 70: 'Inventories', 402: '2,554', 502: '2,721' }),
    ...row(654, { 70: 'Prepaid expenses', 412: '351', 512: '384' }),
    ...row(643, { 60: 'Total assets', 402: '2,905', 502: '3,105' }),
  ];
  const rows = [
    'ASSETS',
    'ASSETS: Inventories | 2,554 | 2,721',
    'ASSETS: Prepaid expenses | 351 | 384',
    'Total assets | 2,905 | 3,105',
  ];

  it('have the dates as heads that stand a blank apart', () => {
    const dates = makeLine('December 26, 2020 December 28, 2019', { x: 350, y: 687 });
    expect(tablesOf([dates, ...assets])).toEqual([
      { heads: ['', 'December 26, 2020', 'December 28, 2019'], rows },
    ]);
  });

  it('are two where a title and further heads stand between them', () => {
    const below = [
      ...row(622, { 60: 'Organic sales:' }),
      ...row(607, { 437: 'Restated' }),
      ...row(597, { 387: 'Year one', 487: 'Year two' }),
      ...row(587, { 440: '(in millions)' }),
      ...row(576, { 60: 'By region' }),
      ...row(565, { 70: 'Canada', 402: '1,661', 502: '1,663' }),
      ...row(554, { 70: 'International', 402: '5,455', 502: '5,211' }),
      ...row(543, { 70: 'Other countries', 402: '1,204', 502: '1,187' }),
      ...row(532, { 60: 'Total', 402: '8,320', 502: '8,061' }),
    ];
    const [first, second] = tablesOf([...row(687, { 402: '2020', 502: '2019' }), ...assets, ...below]);
    expect(first).toEqual({ heads: ['', '2020', '2019'], rows });
    expect(second?.heads.slice(1)).toEqual(['Restated / Year one', 'Restated / Year two']);
    expect(second?.rows).toContain('By region: Canada | 1,661 | 1,663');
  });

  it('may have one column of figures, and a total that is set in', () => {
    const lines = [
      ...row(690, { 460: 'Change' }),
      ...row(676, { 60: 'Incentive compensation, cash and stock-based', 490: '10%' }),
      ...row(662, { 68: 'Base compensation and related benefits', 495: '7' }),
      ...row(648, { 60: 'Various individually insignificant items', 495: '3' }),
      ...row(634, { 68: 'Total change', 490: '20%' }),
    ];
    expect(tablesOf(lines)).toMatchObject([{ heads: ['', 'Change'], rows: { 3: 'Total change | 20%' } }]);
  });

  it('keep no title that stands above them in larger type, or with a line as long as they are below it', () => {
    const title = (size: number) => row(705, { 60: 'Balance Sheets', 380: 'Corning Incorporated' }, { size });
    const heads = row(687, { 60: '(In millions)', 402: '2020', 502: '2019' });
    const [larger] = tablesOf([...title(14), ...heads, ...assets]);
    expect(larger?.heads).toEqual(['', '2020', '2019']);
    const [ruled] = tablesOf([...title(11.5), ...heads, ...assets], [level(700, 58, 530)]);
    expect(ruled?.heads).toEqual(['', '2020', '2019']);
  });

  it('are no columns of text where their figures have currency signs', () => {
    const group = (y: number) => [
      ...row(y, { 60: 'Allowance for the doubtful accounts' }),
      ...row(y - 11, { 60: 'Balance at the beginning of the year', 280: '$ 128.4 $ 124.3 $ 129.6' }),
      ...row(y - 22, { 60: 'Balance at the end of the same year', 280: '$ 213.7 $ 176.0 $ 231.8' }),
    ];
    const lines = [650, 617, 584, 551, 518].flatMap(group);
    const [table] = tablesOf([...row(661, { 295: '2019', 335: '2018', 375: '2017' }), ...lines]);
    expect(table?.heads).toEqual(['', '2019', '2018', '2017']);
    expect(table?.rows).toHaveLength(15);
  });
});

describe('the heads of a table', () => {
  const data = [
    ...row(640, { 60: 'Technology', 202: '759', 302: '223', 402: '535', 502: '611' }),
    ...row(627, { 60: 'Trademarks', 202: '384', 302: '735', 402: '310', 502: '280' }),
    ...row(614, { 60: 'Backlog', 202: '143', 302: '755', 402: '678', 502: '300' }),
  ];

  it('are joined where the years stand beside what the figures count', () => {
    const lines = [
      ...row(663, { 195: 'Fiscal', 295: 'Fiscal', 395: 'Fiscal', 493: 'Change' }),
      ...row(653, { 60: 'In millions', 200: '2019', 300: '2018', 400: '2017', 498: 'in all' }),
    ];
    const [table] = tablesOf([...lines, ...data]);
    expect(table?.heads).toEqual(['', 'Fiscal 2019', 'Fiscal 2018', 'Fiscal 2017', 'Change in all']);
    expect(table?.rows[0]).toBe('Technology | 759 | 223 | 535 | 611');
  });

  it('are given to each column that they stand in the middle of, above heads of two lines', () => {
    const lines = [
      ...row(677, { 220: 'Quarters Ended', 416: 'Six Months Ended' }),
      ...row(663, { 190: 'June 26,', 290: 'June 27,', 390: 'June 26,', 490: 'June 27,' }),
      ...row(653, { 200: '2022', 300: '2021', 400: '2022', 500: '2021' }),
    ];
    const figures = [640, 627, 614].flatMap((y) =>
      row(y, { 60: 'Average shares', 225: '759', 302: '223', 425: '535', 502: '611' }),
    );
    expect(tablesOf([...lines, ...figures])[0]?.heads).toEqual([
      '',
      'Quarters Ended / June 26, 2022',
      'Quarters Ended / June 27, 2021',
      'Six Months Ended / June 26, 2022',
      'Six Months Ended / June 27, 2021',
    ]);
  });

  it('go as far as the line below them, which parts them from the heads of the columns', () => {
    const lines = [
      ...row(675, { 392: '2020 in all' }),
      ...row(663, { 392: 'Net of all' }),
      ...row(653, { 10: 'Assets', 195: 'Gross', 285: 'Amortization', 395: 'shares', 498: 'Life' }),
    ];
    const rules = [level(673, 285, 530), ...[190, 280, 390, 490].map((x) => level(650, x, x + 65))];
    expect(tablesOf([...lines, ...data], rules)[0]?.heads).toEqual([
      'Assets',
      'Gross',
      '2020 in all / Amortization',
      '2020 in all / Net of all shares',
      '2020 in all / Life',
    ]);
  });

  it('stand over one column where the line below them does, however wide they are', () => {
    const lines = [
      ...row(663, { 425: 'Total Warehouses' }),
      ...row(653, { 200: 'Own', 300: 'Lease', 400: 'All', 450: 'in Operation' }),
    ];
    const rules = [level(650, 190, 225), level(650, 290, 325), level(650, 390, 418), level(650, 422, 520)];
    expect(tablesOf([...lines, ...data], rules)[0]?.heads).toEqual([
      '',
      'Own',
      'Lease',
      'All',
      'Total Warehouses in Operation',
    ]);
  });

  it('are no head but a label where one is wider than its column and the last', () => {
    const lines = [
      ...row(680, { 198: '2020', 298: '2021', 398: '2022', 498: '2023' }),
      ...row(660, { 265: '1,000 Short Tons, Raw' }),
    ];
    const [table] = tablesOf([...lines, ...data]);
    expect(table?.heads).toEqual(['', '2020', '2021', '2022', '2023']);
    expect(table?.rows).toContain('1,000 Short Tons, Raw: Backlog | 143 | 755 | 678 | 300');
  });
});

describe('the axis of a chart', () => {
  const bars = [
    ...row(700, { 60: 'Office', 300: '96', 350: '95' }),
    ...row(685, { 60: 'Registry', 300: '67', 350: '65' }),
    ...row(670, { 60: 'Schools', 300: '58', 350: '51' }),
  ];

  it('is no row of the figures above it', () => {
    const steps = row(655, { 200: '0', 250: '20', 300: '40', 350: '60' });
    expect(tablesOf([...bars, ...steps])[0]?.rows).toEqual([
      'Office | 96 | 95',
      'Registry | 67 | 65',
      'Schools | 58 | 51',
    ]);
  });

  it('is told by its equal steps: a last row of other figures stays', () => {
    const total = row(655, { 200: '0', 250: '21', 300: '221', 350: '211' });
    expect(tablesOf([...bars, ...total])[0]?.rows).toHaveLength(4);
  });
});
