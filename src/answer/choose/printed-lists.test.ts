import { describe, expect, it } from 'vitest';
import type { AnswerReader } from '../../core/networks.ts';
import type { Passage } from '../../core/types.ts';
import { makePassage } from '../../testing/answers/candidates.ts';
import { createFakeStore } from '../../testing/store/fake-store.ts';
import { findPrintedLists, type PrintedList, readPrintedLists } from './printed-lists.ts';

type Marks = { item?: number; announces?: number };

/** A passage whose sentences have these places in lists. */
function makeListed(id: string, ...sentences: (readonly [string, Marks?])[]): Passage {
  const passage = makePassage(
    { id, chapter: 'Trust' },
    sentences.map(([text]) => text),
  );
  const marked = passage.sentences.map((sentence, index) => ({ ...sentence, ...sentences[index]?.[1] }));
  return { ...passage, sentences: marked };
}

const announcing = makeListed('a/1/1', ['Trust is old.'], ['It has these basic tenets:', { announces: 1 }]);
const first = makeListed(
  'a/1/2',
  ['1. All data sources are resources.', { item: 1 }],
  ['A network may be one.'],
);
const second = makeListed(
  'a/1/3',
  ['Endpoints:', { item: 1 }],
  ['They are known and approved.'],
  ['So it is.'],
);
const other = makeListed('a/2/1', ['Other things count:', { announces: 1 }], ['one', { item: 1 }]);
const passages = [announcing, first, second, other];

async function find(...found: Passage[]) {
  return findPrintedLists(found, await createFakeStore({ passages }));
}

const textsOf = ({ announcement, items }: PrintedList) => ({
  announcement: announcement?.passage.sentences[announcement.index]?.text,
  items: items.map((item) => item.map(({ passage, index }) => passage.sentences[index]?.text)),
});

const tenets = {
  announcement: 'It has these basic tenets:',
  items: [['1. All data sources are resources.'], ['Endpoints:', 'They are known and approved.']],
};

describe('findPrintedLists', () => {
  it('finds a list whole from what announces it, or from any of its items', async () => {
    expect((await find(announcing)).map(textsOf)).toEqual([tenets]);
    expect((await find(second)).map(textsOf)).toEqual([tenets]);
  });

  it('finds a list once, and none of another chapter under its number', async () => {
    expect((await find(first, second, announcing)).map(textsOf)).toEqual([tenets]);
    expect(await find(other)).toEqual([]);
  });
});

describe('readPrintedLists', () => {
  it('reads the announcement and the beginnings of the items together', async () => {
    const texts: (readonly string[])[] = [];
    const reader: AnswerReader = {
      async readAnswers(parts) {
        texts.push(parts);
        return { passage: 4, sentences: [3, 2, 1], denials: [-3, -2, -1] };
      },
    };
    const [list] = await readPrintedLists(await find(announcing), 'What are its tenets?', reader);
    expect(texts).toEqual([
      [
        'Trust. ',
        'It has these basic tenets: ',
        '1. All data sources are resources. ',
        'Endpoints: They are known and approved. ',
      ],
    ]);
    expect(list).toMatchObject({ answers: 4, announces: 3, itemsAnswer: 1.5 });
    expect(list?.readings.get('a/1/1')).toEqual({ passage: 4, sentences: [null, 3], denials: [null, -3] });
    expect(list?.readings.get('a/1/3')).toEqual({
      passage: 4,
      sentences: [1, 1, null],
      denials: [-1, -1, null],
    });
  });
});
