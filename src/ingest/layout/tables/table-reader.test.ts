import { describe, expect, it } from 'vitest';
import { makeLine, makePage } from '../../../testing/documents/text-runs.ts';
import type { FoundTable, Line } from '../../page-model.ts';
import { buildVocabulary } from '../vocabulary.ts';
import { placeTables } from './place-tables.ts';
import { createTableReader } from './table-reader.ts';

const row = (y: number, cells: Record<number, string>): Line[] =>
  Object.entries(cells).map(([x, text]) => makeLine(text, { x: Number(x), y }));

function tableOf(lines: Line[]): FoundTable {
  const [placed = []] = placeTables([makePage([])], [lines]);
  const table = placed.at(-1)?.table;
  if (table === undefined) throw new Error('No table was found.');
  return table;
}

const heads = row(660, { 300: '2018', 400: '2017' });
const data = (labels: string[], x: number) =>
  labels.flatMap((label, at) =>
    row(621 - at * 13, { [x]: label, 300: `${at + 1},790`, 400: `${at + 1},486` }),
  );

const first = tableOf([
  makeLine('CONSOLIDATED BALANCE SHEETS', { y: 690 }),
  ...row(673, { 380: '(in millions)' }),
  ...heads,
  ...row(634, { 60: 'Current assets' }),
  ...data(['Cash', 'Receivables', 'Other'], 70),
]);
const next = (...above: Line[]) => tableOf([...above, ...data(['Inventories', 'Prepaid', 'Taxes'], 70)]);

const told = ({ rows, caption, unit }: ReturnType<ReturnType<typeof createTableReader>['read']>) => ({
  caption,
  unit,
  row: [
    ...(rows[0]?.under ?? []),
    ...(rows[0]?.cells ?? []).map((cell) => [...cell.heads, cell.content.text].join(' ')),
  ],
});

const whole = {
  caption: 'CONSOLIDATED BALANCE SHEETS',
  unit: 'in millions',
  row: ['Current assets', 'Inventories', '2018 1,790', '2017 1,486'],
};

describe('a table over pages', () => {
  it.each([
    ['without its heads', next()],
    ['with its heads again', next(...heads)],
  ])('goes on %s: with its title, unit, heads and open group', (_, table) => {
    const reader = createTableReader(buildVocabulary([]));
    reader.read(first, 1);
    expect(told(reader.read(table, 2))).toEqual(whole);
  });

  it('keeps its heads below it where a column of words is added beside the labels', () => {
    const columns = (y: number, cells: string[]) =>
      row(y, Object.fromEntries(cells.map((text, at) => [300 + at * 60, text])));
    const figures = (y: number, from: number) => columns(y, [`${from}4.73`, `${from}8.52`, `${from}5.54`]);
    const above = tableOf([
      ...columns(660, ['Stocks', 'Output', 'Imports']),
      ...[621, 608, 595].flatMap((y, at) => [...row(y, { 60: `Region ${at}` }), ...figures(y, at + 1)]),
    ]);
    const below = tableOf(
      [500, 487, 474, 461].flatMap((y, at) => [
        ...row(y, at % 2 === 0 ? { 60: `Region ${at}`, 200: 'Nov' } : { 200: 'Dec' }),
        ...figures(y, at + 1),
      ]),
    );
    const reader = createTableReader(buildVocabulary([]));
    reader.read(above, 28);
    const { rows } = reader.read(below, 28);
    expect(rows[0]?.cells.map((cell) => [...cell.heads, cell.content.text].join(' '))).toEqual([
      'Region 0',
      'Nov',
      'Stocks 14.73',
      'Output 18.52',
      'Imports 15.54',
    ]);
  });

  it('is another one with other heads, or where text stands between', () => {
    const reader = createTableReader(buildVocabulary([]));
    reader.read(first, 1);
    expect(told(reader.read(next(...row(660, { 300: '2020', 400: '2019' })), 2))).toEqual({
      caption: null,
      unit: null,
      row: ['Inventories', '2020 1,790', '2019 1,486'],
    });
    reader.read(first, 3);
    reader.part();
    expect(told(reader.read(next(...heads), 4))).toEqual({
      caption: null,
      unit: null,
      row: ['Inventories', '2018 1,790', '2017 1,486'],
    });
  });
});

const rowsOf = (table: FoundTable) =>
  createTableReader(buildVocabulary([]))
    .read(table, 1)
    .rows.map(({ cells, under }) =>
      [...under, ...cells.map((cell) => [...cell.heads, cell.content.text].join(' '))].join(' | '),
    );

describe('rows of a group', () => {
  it('are told of the label that stands in its first row alone', () => {
    const stocks = (y: number, cells: Record<number, string>) => row(y, { 300: '4.1', 400: '5.2', ...cells });
    const table = tableOf([
      ...row(660, { 300: 'Stocks', 400: 'Exports' }),
      ...stocks(634, { 60: 'Argentina', 160: 'Nov' }),
      ...stocks(621, { 160: 'Dec' }),
      ...stocks(608, { 60: 'Canada', 160: 'Nov' }),
      ...stocks(595, { 160: 'Dec' }),
    ]);
    expect(rowsOf(table)).toEqual([
      'Argentina | Nov | Stocks 4.1 | Exports 5.2',
      'Argentina | Dec | Stocks 4.1 | Exports 5.2',
      'Canada | Nov | Stocks 4.1 | Exports 5.2',
      'Canada | Dec | Stocks 4.1 | Exports 5.2',
    ]);
  });

  it('are under what they are counted in, where that changes within the table', () => {
    const table = tableOf([
      ...row(660, { 300: '2020', 400: '2021', 500: '2022' }),
      makeLine('Million acres', { x: 380, y: 634 }),
      ...row(608, { 60: 'Planted', 300: '90.7', 400: '93.3', 500: '88.6' }),
      ...row(595, { 60: 'Harvested', 300: '82.3', 400: '85.3', 500: '80.8' }),
      makeLine('Million tons', { x: 380, y: 569 }),
      ...row(543, { 60: 'Production', 300: '372.6', 400: '397.5', 500: '364.5' }),
      ...row(530, { 60: 'Imports', 300: '2.2', 400: '2.3', 500: '3.1' }),
    ]);
    const told = rowsOf(table);
    expect(told).toContain('Million acres | Planted | 2020 90.7 | 2021 93.3 | 2022 88.6');
    expect(told).toContain('Million tons | Imports | 2020 2.2 | 2021 2.3 | 2022 3.1');
  });

  it('are under the name that stands beside the heads, where these are printed once more', () => {
    const table = tableOf([
      ...row(660, { 60: 'WHEAT', 300: '2020/21', 400: '2021/22 Est.', 500: 'Proj. December' }),
      ...row(634, { 60: 'Imports', 300: '1.0', 400: '2.0', 500: '3.0' }),
      ...row(621, { 60: 'Exports', 300: '4.0', 400: '5.0', 500: '6.0' }),
      ...row(595, { 60: 'CORN', 300: '2020/21', 400: '2021/22 E st.', 500: 'Proj. December' }),
      ...row(582, { 60: 'Imports', 300: '7.0', 400: '8.0', 500: '9.0' }),
      ...row(569, { 60: 'Exports', 300: '7.5', 400: '8.5', 500: '9.5' }),
    ]);
    expect(rowsOf(table)).toEqual([
      'WHEAT Imports | 2020/21 1.0 | 2021/22 Est. 2.0 | Proj. December 3.0',
      'WHEAT Exports | 2020/21 4.0 | 2021/22 Est. 5.0 | Proj. December 6.0',
      'CORN Imports | 2020/21 7.0 | 2021/22 E st. 8.0 | Proj. December 9.0',
      'CORN Exports | 2020/21 7.5 | 2021/22 E st. 8.5 | Proj. December 9.5',
    ]);
  });
});

it('is of another year where a heading below the first says so', () => {
  const ofYear = (year: string, lines: Line[]) =>
    tableOf([...row(660, { 60: year, 300: 'Imports', 400: 'Exports' }), ...lines]);
  const reader = createTableReader(buildVocabulary([]));
  reader.read(ofYear('2020/21', data(['World', 'Brazil', 'China'], 60)), 1);
  reader.part('2021/22 Est.');
  const { rows } = reader.read(tableOf(data(['World', 'Brazil', 'China'], 60)), 1);
  expect(rows[1]?.cells.map(({ heads, content }) => [...heads, content.text].join(' '))).toEqual([
    '2021/22 Est. Brazil',
    'Imports 2,790',
    'Exports 2,486',
  ]);
});

it('binds the markers of the title, the heads and the labels to the rows below them, over pages', () => {
  const marked = (line: Line, label: string): Line => ({
    ...line,
    markers: [{ offset: line.text.length, labels: [label] }],
  });
  const table = tableOf([
    marked(makeLine('BALANCE SHEETS', { y: 690 }), '1/'),
    ...row(660, { 300: '2018' }),
    ...row(660, { 400: '2017' }).map((line) => marked(line, '2/')),
    ...row(634, { 60: 'Current assets' }).map((line) => marked(line, '3/')),
    ...data(['Cash', 'Receivables', 'Other'], 70),
  ]);
  const reader = createTableReader(buildVocabulary([]));
  const labelsOf = ({ rows }: ReturnType<typeof reader.read>) =>
    rows.map(({ markers }) => markers.flatMap(({ labels }) => labels));
  expect(labelsOf(reader.read(table, 1))).toEqual([[], ...Array(3).fill(['1/', '3/', '2/'])]);
  expect(labelsOf(reader.read(next(), 2))[0]).toEqual(['1/', '3/', '2/']);
});

it('parts columns whose figures a currency sign is set over', () => {
  const figure = makeLine('17,179', { x: 300, y: 647 });
  const table = tableOf([
    ...heads,
    ...row(647, { 60: 'North America' }),
    figure,
    ...row(647, { [figure.right - 5]: '$', 400: '14,484' }),
    ...data(['Europe', 'Greater China', 'Converse'], 60),
  ]);
  const { rows } = createTableReader(buildVocabulary([])).read(table, 1);
  expect(rows[0]?.cells.map(({ content }) => content.text)).toEqual(['North America', '17,179', '$ 14,484']);
});
