/** The guide's example of a checked draft, against the real report. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Assistant } from '../../assistant/assistant.ts';
import { checkDraft } from '../../claims/draft/check-draft.ts';
import { packageRoot } from '../../config/settings.ts';
import { openReportAssistant } from '../../testing/assistant/report-index.ts';
import { plain } from '../../testing/cli/fake-session.ts';
import { showDraft } from '../show/show-draft.ts';

let assistant: Assistant;
beforeAll(async () => {
  assistant = await openReportAssistant();
});
afterAll(() => assistant.close());

const guide = readFileSync(join(packageRoot, 'docs/guides/checking-a-draft.md'), 'utf8');
/** The verdicts: what begins with the name of the file. */
async function openDocuments() {
  const listed = await assistant.documents();
  return Promise.all(listed.map(({ id }) => assistant.document(id)));
}

const verdictsOf = (text: string) => text.split('\n').filter((line) => line.startsWith('article.md:'));

it('gives the verdicts that the guide shows', async () => {
  const [, draft = ''] = /```markdown\n([\s\S]*?)```/.exec(guide) ?? [];
  const [, shown = ''] = /\$ npx verse verify article\.md\n([\s\S]*?)```/.exec(guide) ?? [];
  const checked = await checkDraft('article.md', draft, {
    format: 'markdown',
    documents: await openDocuments(),
    check: (request) => assistant.check(request),
  });
  const screen = { width: 80, paint: plain };
  expect(verdictsOf(shown)).toHaveLength(5);
  expect(verdictsOf(showDraft(checked, screen))).toEqual(verdictsOf(shown));
});

/** As a journalist may write it: own words, every way to cite, sentences that say nothing of the report. */
const article = `# What Berlin wants

Bosch, the supplier, is cutting more than 20,000 jobs in its automotive division (Germany, p. 84).
Will its rivals follow? We believe so. During a visit to Beijing in February 2026, Chancellor Friedrich
Merz called for more Chinese investments in Germany.[^1]

* In 2023, Lithuania banned Chinese solar inverters (EU, p. 24).
* NÚKIB warned of Huawei and ZTE in December 2018, under Andrej Babiš [Czechia, p. 43].

> Over 200 GW of European solar power capacity is estimated to be linked to inverters made in China.
> — EU, p. 25

The report says Sweden's ban on Huawei dates from 2020 (see the chapter on Sweden).
Sweden banned Huawei in 2020 [Swedn, p. 182]. China is said to make cheaper cars.[^2]

[^1]: ETNC 2026, p. 86.
[^2]: https://example.org/cars
`;

it('checks an article in many styles of citation', async () => {
  const { sentences } = await checkDraft('article.md', article, {
    format: 'markdown',
    documents: await openDocuments(),
    check: (request) => assistant.check(request),
  });
  const told = sentences.map(({ line, status, skipped, faults, verification }) =>
    [line, skipped ?? status, verification?.citation?.chapter ?? '', ...faults].join(' ').trim(),
  );
  expect(told).toEqual([
    '1 a heading',
    '3 carried Germany',
    '4 a question',
    '4 an opinion',
    '4 carried Germany',
    '7 carried EU',
    '8 carried Czechia',
    '10 carried EU',
    '13 carried Sweden',
    '14 misplaced Sweden No chapter is called “Swedn”. Did you mean Sweden?',
    '14 its note names no page of the report',
  ]);
});
