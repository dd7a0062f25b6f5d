import { beforeAll, describe, expect, it } from 'vitest';
import type { AnswerReader } from '../../core/networks.ts';
import type { PassageStore } from '../../core/passage-store.ts';
import type { Passage } from '../../core/types.ts';
import { english } from '../../language/en/english.ts';
import { toQueryTokens } from '../../search/maxsim.ts';
import { makePassage, noteIn } from '../../testing/answers/candidates.ts';
import { sampleGazetteer } from '../../testing/answers/sample-gazetteer.ts';
import { createFakeEncoder } from '../../testing/networks/fake-encoder.ts';
import { createFakeStore } from '../../testing/store/fake-store.ts';
import { choice } from '../answer-numbers.ts';
import { analyseQuestion } from '../question/question.ts';
import { type MatchedQuestion, matchQuestion, measureSentences } from './features.ts';
import { answerModel } from './linear-model.ts';
import { readClosely, withList } from './read-closely.ts';

const asked = 'Why did the working group avoid the Latin term?';
const encoder = createFakeEncoder();
const cut = makePassage({ id: 'a/1/1', chapter: 'Terms' }, [
  'Courts use several terms.',
  'The working group asked whether to avoid the Latin term.',
]);
const behind = makePassage({ id: 'a/1/2', chapter: 'Terms' }, [
  'It did so to be understood in all legal systems.',
  'Other bodies followed.',
]);
const elsewhere = makePassage({ id: 'a/2/1', chapter: 'Rules' }, ['The rules are short.']);

let question: MatchedQuestion;

beforeAll(async () => {
  const encoding = await encoder.encodeQuery(asked);
  const tokens = toQueryTokens(encoding, new Map(encoding.tokens.map((token) => [token, 1])), 1);
  const analysis = analyseQuestion(asked, sampleGazetteer(['Terms', 'Rules']), english);
  question = matchQuestion(analysis, tokens, encoder.dimensions, () => english);
});

/** Sentences and passages answer by as much as they hold of it: the reader that finds "to be" and "working group". */
function createReader(): AnswerReader & { texts: string[][] } {
  const texts: string[][] = [];
  return {
    texts,
    readAnswers: async ([, ...sentences]) => {
      texts.push(sentences.map((one) => one.trim()));
      const knows = sentences.some((one) => one.includes('working group'));
      const answers = sentences.map((one) =>
        one.includes('working group') ? 3 : one.includes('to be') && knows ? 2 : -5,
      );
      return { passage: Math.max(...answers), sentences: answers, denials: answers.map(() => -5) };
    },
  };
}

async function read(passages: readonly Passage[], found: readonly Passage[], first: number, most = first) {
  const notes = passages.filter(({ kind }) => kind === 'note').map(noteIn);
  const store: PassageStore = await createFakeStore({ passages, notes, encoder });
  const vectors = await store.vectors(passages.map(({ id }) => id));
  const hits = found.flatMap((passage, at) => {
    const made = vectors.get(passage.id);
    const scores = { keyword: 1, vector: 1, maxsim: 1 };
    return made === undefined ? [] : [{ passage, score: 1 - at / 10, scores, vectors: made }];
  });
  const reader = createReader();
  const depth = { first, most };
  const close = await readClosely(question, hits, { store, reader, models: answerModel, depth });
  return { ...close, texts: reader.texts };
}

describe('readClosely', () => {
  it('reads on behind a sentence that ends its passage, with what stands before', async () => {
    const { hits, readings, texts } = await read([cut, behind, elsewhere], [cut], 1);
    expect(texts).toEqual([
      ['Courts use several terms.', 'The working group asked whether to avoid the Latin term.'],
      [
        'Courts use several terms.',
        'The working group asked whether to avoid the Latin term.',
        'It did so to be understood in all legal systems.',
        'Other bodies followed.',
      ],
    ]);
    expect(hits.map(({ passage, score }) => [passage.id, score])).toEqual([
      ['a/1/1', 1],
      ['a/1/2', choice.readOn.shareOfScore],
    ]);
    expect(readings.get('a/1/2')).toEqual({ passage: 3, sentences: [2, -5], denials: [-5, -5] });
    const measured = hits.flatMap((hit, rank) => measureSentences({ ...question, readings }, hit, rank));
    expect(measured.map(({ answersBehind, passageBehind }) => [answersBehind, passageBehind])).toEqual([
      [-8, 0],
      [0, 0],
      [-1, 0],
      [-8, 0],
    ]);
  });

  it('knows more of a passage that was read alone, and leaves its place in the ranking', async () => {
    const { hits, readings } = await read([cut, behind, elsewhere], [cut, elsewhere, behind], 3);
    expect(hits.map(({ passage }) => passage.id)).toEqual(['a/1/1', 'a/2/1', 'a/1/2']);
    expect(readings.get('a/1/2')?.sentences).toEqual([2, -5]);
  });

  it('reads the notes of the best sentences behind these, but none that only names a work', async () => {
    const claim = makePassage({ id: 'a/1/1', chapter: 'Terms', noteIds: ['a/1#1', 'a/1#2'] }, [
      'The working group asked whether to avoid the Latin term.',
    ]);
    const says = makePassage({ id: 'a/1/8', chapter: 'Terms', kind: 'note', noteIds: ['a/1#1'] }, [
      'It did so to be understood by all.',
    ]);
    const names = makePassage({ id: 'a/1/9', chapter: 'Terms', kind: 'note', noteIds: ['a/1#2'] }, [
      'Smith 2002.',
    ]);
    const { hits, readings, texts } = await read([claim, says, names], [claim], 1);
    expect(texts.slice(1)).toEqual([
      ['The working group asked whether to avoid the Latin term.', 'It did so to be understood by all.'],
    ]);
    expect(hits.map(({ passage }) => passage.id)).toEqual(['a/1/1', 'a/1/8']);
    expect(readings.get('a/1/8')?.sentences).toEqual([2]);
  });

  it('reads on behind the best sentence alone where one surely answers', async () => {
    const makeCut = (chapter: number, last: string) =>
      makePassage({ id: `a/${chapter}/1`, chapter: 'Terms' }, ['Courts use terms.', last]);
    const makeNext = (chapter: number) =>
      makePassage({ id: `a/${chapter}/2`, chapter: 'Terms' }, ['Others followed.']);
    const found = [makeCut(1, 'The working group asked why.'), makeCut(2, 'Courts asked why.')];
    const passages = [...found, makeNext(1), makeNext(2)];
    const sure = await read(passages, found, 2);
    expect([...sure.readings.keys()]).toEqual(['a/1/1', 'a/2/1', 'a/1/2']);
    const unsure = [makeCut(1, 'The group asked why.'), makeCut(2, 'Courts asked why.')];
    const both = await read([...unsure, makeNext(1), makeNext(2)], unsure, 2);
    expect([...both.readings.keys()].sort()).toEqual(['a/1/1', 'a/1/2', 'a/2/1', 'a/2/2']);
  });

  it('reads more hits where the first do not surely answer', async () => {
    const sure = await read([cut, elsewhere], [cut, elsewhere], 1, 2);
    expect([...sure.readings.keys()]).toEqual(['a/1/1']);
    const unsure = await read([cut, elsewhere], [elsewhere, cut], 1, 2);
    expect([...unsure.readings.keys()]).toEqual(['a/2/1', 'a/1/1']);
    const shallow = await read([cut, elsewhere], [elsewhere, cut], 1);
    expect([...shallow.readings.keys()]).toEqual(['a/2/1']);
  });

  it('does not read on into another chapter, section or kind, or where there is nothing more', async () => {
    const apart = [
      { ...behind, chapter: 'Rules' },
      { ...behind, section: 'Annex' },
      makePassage({ id: 'a/1/2', chapter: 'Terms', kind: 'note' }, ['To be read: 3.']),
    ];
    for (const next of apart) {
      const { hits, texts } = await read([cut, next], [cut], 1);
      expect(hits.map(({ passage }) => passage.id)).toEqual(['a/1/1']);
      expect(texts).toHaveLength(1);
    }
    expect((await read([cut], [cut], 1)).texts).toHaveLength(1);
  });

  it('does not read on where the best sentences stand farther from the end', async () => {
    const whole = makePassage({ id: 'a/1/1', chapter: 'Terms' }, [
      'The working group asked why to avoid the Latin term.',
      ...['The Latin term was avoided by the group.', 'The working group and the Latin term.'],
      ...['Prices rose.', 'It rained.'],
    ]);
    expect((await read([whole, behind], [whole], 1)).texts).toHaveLength(1);
  });

  it('stops where the asker has left', async () => {
    const store = await createFakeStore({ passages: [cut, behind], encoder });
    const vectors = (await store.vectors([cut.id])).get(cut.id);
    if (vectors === undefined) throw new Error('no vectors');
    const leaving = new AbortController();
    const reader: AnswerReader = {
      readAnswers: async ([, ...sentences]) => {
        leaving.abort(new Error('gone'));
        return { passage: 1, sentences: sentences.map(() => 1), denials: sentences.map(() => 0) };
      },
    };
    const hits = [{ passage: cut, score: 1, scores: { keyword: 1, vector: 1, maxsim: 1 }, vectors }];
    await expect(
      readClosely(question, hits, {
        store,
        reader,
        models: answerModel,
        depth: { first: 1, most: 1 },
        signal: leaving.signal,
      }),
    ).rejects.toThrow('gone');
  });

  it('reads a list whole, and adds it where it is chosen', async () => {
    const marked = (passage: Passage, marks: object): Passage => ({
      ...passage,
      sentences: passage.sentences.map((sentence, index) =>
        index === 0 ? { ...sentence, ...marks } : sentence,
      ),
    });
    const announcing = marked(makePassage({ id: 'b/1/1', chapter: 'Rules' }, ['The working group found:']), {
      announces: 1,
    });
    const items = ['b/1/2', 'b/1/3'].map((id) =>
      marked(makePassage({ id, chapter: 'Rules' }, ['It is to be so.', 'It is said.']), { item: 1 }),
    );
    const passages = [announcing, ...items];
    const store = await createFakeStore({ passages, encoder });
    const vectors = (await store.vectors(['b/1/1'])).get('b/1/1');
    if (vectors === undefined) throw new Error('The store has vectors of all its passages.');
    const scores = { keyword: 1, vector: 1, maxsim: 1 };
    const hits = [{ passage: announcing, score: 1, scores, vectors }];
    const depth = { first: 1, most: 1 };
    const options = { store, reader: createReader(), models: answerModel, depth };
    expect((await readClosely(question, hits, options)).lists).toEqual([]);
    const close = await readClosely(question, hits, { ...options, takesLists: true });
    expect(close.hits.map(({ passage }) => passage.id)).not.toContain('b/1/3');
    const [list] = close.lists;
    if (list === undefined) throw new Error('The list is found.');
    const added = await withList(close, list, store);
    expect(added.hits.map(({ passage }) => passage.id)).toEqual(passages.map(({ id }) => id));
    expect(added.hits.at(-1)?.score).toBe(choice.readOn.shareOfScore);
    expect(added.readings.get('b/1/3')?.sentences).toEqual([2, null]);
    expect(close.readings.has('b/1/3')).toBe(false);
  });
});
