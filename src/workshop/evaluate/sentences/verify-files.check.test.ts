/** Holds the files evals/verify-….jsonl, as far as they are there, to evals/VERIFY-FORMAT.md. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Passage } from '../../../core/types.ts';
import { readReport } from '../../../testing/assistant/report-index.ts';
import { readEvalFile } from '../questions/eval-format.ts';
import type { EvalSplit } from '../questions/eval-kinds.ts';
import { containsSnippet, normalizeText } from '../score/normalize.ts';

const pathTo = (name: string) => fileURLToPath(new URL(`../../../../${name}`, import.meta.url));

const changedKinds = [
  'number',
  'number-binding',
  'date',
  'name',
  'country',
  'direction',
  'negation',
  'quantifier',
  'modality',
  'relation',
  'merged',
  'detail-added',
] as const;
const harmlessKinds = [
  'paraphrase',
  'synonym',
  'voice',
  'number-form',
  'date-form',
  'condensed',
  'reordered',
  'shortened-name',
  'demonym',
  'verbatim',
  'merged-rightly',
] as const;

/** Short statements in the passage's words, and the same with one thing changed: in verify-wide.jsonl alone. */
const plainKinds = ['plain', 'plain-changed'] as const;

const text = z.string().min(1);
const common = {
  id: z.string().regex(/^[a-z-]+-[vw]\d{2,}$/),
  passageId: text,
  chapter: text,
  page: z.number().int().min(1),
  passage: text,
  sentence: text,
};
/** The verdict decides which kinds there are, and whether the note must say what is wrong. */
const tripleSchema = z.discriminatedUnion('verdict', [
  z.strictObject({
    ...common,
    verdict: z.literal('supported'),
    kind: z.enum([...harmlessKinds, plainKinds[0]]),
    note: z.string(),
  }),
  z.strictObject({
    ...common,
    verdict: z.literal('unsupported'),
    kind: z.enum([...changedKinds, plainKinds[1]]),
    note: text,
  }),
  z.strictObject({
    ...common,
    verdict: z.literal('altered-quotation'),
    kind: z.literal('quotation'),
    note: text,
  }),
]);
type Triple = z.infer<typeof tripleSchema>;

/** The sentences of a line: one, or all of a passage. */
function ungroup({ sentences, ...rest }: { sentences?: object[] }): object[] {
  return sentences === undefined ? [rest] : sentences.map((one) => ({ ...rest, ...one }));
}

/** @throws Error naming the file, the line and what is wrong with it. */
async function readTriples(name: string): Promise<Triple[]> {
  const lines = (await readFile(pathTo(name), 'utf8')).trimEnd().split('\n');
  return lines.flatMap((line, index) =>
    ungroup(JSON.parse(line)).map((triple) => {
      const result = tripleSchema.safeParse(triple);
      if (result.success) return result.data;
      throw new Error(`${name}, line ${index + 1}: ${z.prettifyError(result.error)}`);
    }),
  );
}

/** What stands in double or single quotation marks, straight or curly, without the punctuation that ends it. */
function quotationsIn(sentence: string): string[] {
  const marked = /“([^”]+)”|"([^"]+)"|(?<!\p{L})‘(.+?)’(?!\p{L})/gu;
  return [...sentence.matchAll(marked)].map(([, curly, straight, single]) =>
    (curly ?? straight ?? single ?? '').replace(/[,.]$/, ''),
  );
}

/** Each file, and the split whose chapters it is about. */
const splitOf = {
  dev: 'dev',
  more: 'dev',
  held: 'dev',
  wide: 'dev',
  late: 'dev',
  test: 'test',
  'test-more': 'test',
} as const satisfies Record<string, EvalSplit>;
type FileName = keyof typeof splitOf;
const fileNames = (['dev', 'more', 'held', 'wide', 'late', 'test', 'test-more'] as const).filter((name) =>
  existsSync(pathTo(`evals/verify-${name}.jsonl`)),
);
const triplesOf: Record<FileName, Triple[]> = {
  dev: [],
  more: [],
  held: [],
  wide: [],
  late: [],
  test: [],
  'test-more': [],
};
const passages = new Map<string, Passage>();
const chaptersOf: Record<EvalSplit, Set<string>> = { dev: new Set(), test: new Set() };

beforeAll(async () => {
  for (const name of fileNames) {
    triplesOf[name] = await readTriples(`evals/verify-${name}.jsonl`);
  }
  for (const { chapters, split } of await readEvalFile(pathTo('evals/fragmented-europe.jsonl'))) {
    const [chapter] = chapters;
    if (chapters.length === 1 && chapter !== undefined && split !== undefined) chaptersOf[split].add(chapter);
  }
  for (const passage of (await readReport()).passages) passages.set(passage.id, passage);
});

/** Ids of those that do not hold: what a failing test should print. */
const failing = (own: readonly Triple[], holds: (triple: Triple) => boolean) =>
  own.filter((triple) => !holds(triple)).map(({ id }) => id);
/** Ids whose key an earlier one has, in any of the files. */
function repeated(keyOf: (triple: Triple) => string): string[] {
  const seen = new Set<string>();
  return fileNames
    .flatMap((name) => triplesOf[name])
    .filter((triple) => {
      const key = keyOf(triple);
      const isRepeated = seen.has(key);
      seen.add(key);
      return isRepeated;
    })
    .map(({ id }) => id);
}

it('has sentences with known verdicts in at least one file', () => {
  expect(fileNames).not.toEqual([]);
});

describe.each(fileNames)('evals/verify-%s.jsonl', (name) => {
  it('quotes each passage letter for letter, with its id, chapter and page', () => {
    const isInReport = ({ passageId, passage, chapter, page }: Triple) => {
      const found = passages.get(passageId);
      return found?.text === passage && found.chapter === chapter && found.pages.includes(page);
    };
    expect(failing(triplesOf[name], isInReport)).toEqual([]);
  });

  it('keeps to the chapters of its split', () => {
    expect(failing(triplesOf[name], ({ chapter }) => chaptersOf[splitOf[name]].has(chapter))).toEqual([]);
  });

  it('leaves words in quotation marks as they are, except in altered quotations', () => {
    const isQuotedRightly = ({ sentence, passage, verdict: given }: Triple) => {
      const isVerbatim = quotationsIn(sentence).every((quotation) => containsSnippet(passage, quotation));
      return isVerbatim === (given !== 'altered-quotation');
    };
    expect(failing(triplesOf[name], isQuotedRightly)).toEqual([]);
  });

  it('holds every kind at least three times, and half to two thirds changed sentences', () => {
    const own = triplesOf[name];
    // Its authors were asked for forms, not for the passage's words.
    const left = name === 'late' ? ['quotation', 'verbatim'] : [];
    const kinds = [...changedKinds, ...harmlessKinds, 'quotation'].filter((kind) => !left.includes(kind));
    expect(kinds.filter((kind) => own.filter((triple) => triple.kind === kind).length < 3)).toEqual([]);
    const changed = own.filter((triple) => triple.verdict !== 'supported').length;
    expect(changed / own.length).toBeGreaterThan(name === 'late' ? 0.49 : 0.5);
    expect(changed / own.length).toBeLessThan(0.66);
  });
});

describe('the files together', () => {
  it('give each id and each sentence once', () => {
    expect(repeated(({ id }) => id)).toEqual([]);
    expect(repeated(({ sentence }) => normalizeText(sentence))).toEqual([]);
  });

  it('share no chapter between the splits', () => {
    const ofDev = new Set(
      [...triplesOf.dev, ...triplesOf.more, ...triplesOf.held, ...triplesOf.wide, ...triplesOf.late].map(
        ({ chapter }) => chapter,
      ),
    );
    const ofTest = [...triplesOf.test, ...triplesOf['test-more']];
    expect(failing(ofTest, ({ chapter }) => !ofDev.has(chapter))).toEqual([]);
  });
});
