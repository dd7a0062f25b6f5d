import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { makePassage } from '../../testing/answers/candidates.ts';
import { findPart } from './find-part.ts';

function below(id: string, chapter: string, ...path: string[]) {
  return { ...makePassage({ id, chapter }, ['It says so.']), path };
}

const passages = [
  below('a/1/1', 'Sweden', 'Sweden: Free trade abroad'),
  below('a/2/1', 'Linkage', '3 Linkage of records', '3.1 Results'),
  below('a/2/2', 'Linkage', '3 Linkage of records', '3.2 Costs'),
  below('a/3/1', 'Appendix B', 'Appendix B—Gaps in the art'),
];

function find(question: string, named: string[] = []) {
  return findPart(question, passages, named, english)?.passages.map(({ id }) => id);
}

describe('findPart', () => {
  it('finds a part by its number, with or without its noun', () => {
    expect(find('What does Appendix B conclude?')).toEqual(['a/3/1']);
    expect(find('What is the message of section 3?')).toEqual(['a/2/1', 'a/2/2']);
    expect(find('What is the message of section 3.2?')).toEqual(['a/2/2']);
    expect(find('What is the message of section 4?')).toBeUndefined();
  });

  it('finds a part by the words of its title', () => {
    expect(find('What did the part on record linkage find?')).toEqual(['a/2/1', 'a/2/2']);
    expect(find('What does the chapter on export controls find?')).toBeUndefined();
    expect(find('What is found on record linkage?')).toBeUndefined();
  });

  it('takes the one chapter that the question names', () => {
    expect(find('What are the main findings on Sweden?', ['Sweden'])).toEqual(['a/1/1']);
    expect(find('What are the main findings?', ['Sweden', 'Linkage'])).toBeUndefined();
  });
});
