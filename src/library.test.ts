import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from './config/settings.ts';
import { type BuiltPackage, buildPackage } from './testing/build-package.ts';
import { makeReport, sweden } from './testing/documents/small-report.ts';

let built: BuiltPackage;
/** A project of somebody else's, with the package installed. */
let project = '';
beforeAll(() => {
  built = buildPackage({ published: true });
  project = realpathSync(mkdtempSync(join(tmpdir(), 'verse-project-')));
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(built.folder, join(project, 'node_modules', 'chapter-and-verse'));
  symlinkSync(join(packageRoot, 'node_modules', '@types'), join(project, 'node_modules', '@types'));
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(project, 'etnc.pdf'), makeReport([sweden]));
});
afterAll(() => {
  built.remove();
  rmSync(project, { recursive: true, force: true });
});

const program = `
import { ChapterAndVerseRetriever, ingestDocuments, openAssistant, VerseError } from 'chapter-and-verse';
import type { Answer, Assistant, Citation, PassageMetadata } from 'chapter-and-verse';

const settings = { indexDir: 'index' };
const report = await ingestDocuments(['etnc.pdf'], settings);
const assistant: Assistant = await openAssistant(settings);
const answer: Answer = await assistant.ask({ question: 'Which companies did Sweden ban from 5G networks in 2020?' });
const cited: Citation | undefined = answer.citations[0];
const page: number | undefined = cited?.page;
const retriever = new ChapterAndVerseRetriever({ assistant, k: 1, chapters: ['Sweden'] });
const [found] = await retriever.invoke('5G networks');
const metadata: PassageMetadata | undefined = found?.metadata;
const refused = await assistant.ask({ question: '' }).catch((error: unknown) => error);
const told = refused instanceof VerseError ? refused.sentence : 'not refused';
await assistant.close();
console.log(JSON.stringify({ documents: report.documents.length, page, quote: cited?.quote, metadata, told }));
`;

function typeCheck(name: string, source: string): string {
  writeFileSync(join(project, name), source);
  const compiler = join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--skipLibCheck'];
  const { stdout } = spawnSync(
    process.execPath,
    [compiler, ...options, '--types', 'node', '--outDir', join(project, 'out'), name],
    { cwd: project, encoding: 'utf8' },
  );
  return stdout;
}

describe('the package', () => {
  it('is imported by its name, type-checks, and answers with passages for LangChain', () => {
    expect(typeCheck('program.ts', program)).toBe('');
    const output = execFileSync(process.execPath, [join(project, 'out', 'program.js')], {
      cwd: project,
      encoding: 'utf8',
      env: {},
    });
    expect(JSON.parse(output)).toEqual({
      documents: 1,
      page: 1,
      quote: expect.stringContaining('Huawei and ZTE'),
      metadata: {
        document: 'etnc',
        title: expect.any(String),
        link: expect.stringMatching(/^file:\/\/.*\/etnc\.pdf#page=1$/),
        chapter: 'Sweden',
        section: 'Networks, green energy and pharma',
        page: 1,
        pages: [1],
        kind: 'body',
        passageId: 'etnc/0/1',
        score: expect.any(Number),
      },
      told: 'question: Needs at least 1 character.',
    });
  });

  it('has types that find mistakes: none of it is any', () => {
    const wrong = `
import { openAssistant } from 'chapter-and-verse';
const assistant = await openAssistant();
export const { status } = await assistant.ask({ query: 'x' });
export const word: number = (await assistant.passage('x')).text;
export const place: string = (await assistant.retrieve('x', 1))[0]?.passage.pages ?? '';
`;
    const found = typeCheck('wrong.ts', wrong);
    expect(found.match(/error TS\d+/g)).toHaveLength(3);
    expect(found).toMatch(/wrong\.ts\(4,\d+\): .*'query' does not exist/);
  });

  it('gives away nothing but what it exports', () => {
    const source = "import 'chapter-and-verse/dist/config/settings.js';";
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', source], { cwd: project });
    expect(String(run.stderr)).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});
