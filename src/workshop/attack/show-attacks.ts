/** The attacks as tables: for a terminal, and as sections of docs/reliability.md. Pure. */
import { alignRows } from '../../text/align-rows.ts';
import type { AttackResult } from './run-attacks.ts';

/** For a terminal; what was not held has its note below. */
export function showAttacks(results: readonly AttackResult[]): string {
  const blocks = results.map(({ family, rows }) => {
    const cells = rows.map(({ attack, tried, held }) => [attack, String(tried), String(held)]);
    const [heading = '', ...lines] = alignRows([[family.title, 'tried', 'held'], ...cells]);
    const told = rows.flatMap(({ tried, held, note }, row) => [
      lines[row] ?? '',
      ...(held < tried ? [`  not held: ${note}`] : []),
    ]);
    return [heading, ...told, ''].join('\n');
  });
  return blocks.join('\n');
}

const opening = `# What was tried against it

Each table is made by the command above it: attacks on copies, with a seed, so that a second run makes the same ones. An
attack is held where nothing is lost, nothing false is shown as the report's, and nothing crashes or hangs.
`;

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}

function renderSection({ family, rows }: AttackResult): string {
  const table = [
    '| attack | tried | held | |',
    '| --- | ---: | ---: | --- |',
    ...rows.map(
      ({ attack, tried, held, note }) => `| ${cell(attack)} | ${tried} | ${held} | ${cell(note)} |`,
    ),
  ];
  const command = `npm run attack -- ${family.name} --out docs/reliability.md`;
  return [`## ${family.title}`, '', `\`${command}\``, '', family.about, '', ...table, ''].join('\n');
}

/** The page with the sections of these results made anew; the sections of other families stay as they are. */
export function updateReliability(page: string, results: readonly AttackResult[]): string {
  const [first = '', ...sections] = (page === '' ? opening : page).split(/^(?=## )/m);
  const kept = new Map(sections.map((section) => [section.split('\n', 1)[0] ?? '', section.trimEnd()]));
  for (const result of results) kept.set(`## ${result.family.title}`, renderSection(result).trimEnd());
  return `${[first.trimEnd(), ...kept.values()].join('\n\n')}\n`;
}
