import { describe, expect, it } from 'vitest';
import { sampleListing } from '../../testing/assistant/fake-assistant.ts';
import { exampleQuestions } from './examples.ts';

describe('exampleQuestions', () => {
  it('asks of an unknown report about four chapters, spread over it', () => {
    const chapters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((name) => ({
      name,
      title: name,
      page: 1,
      lastPage: 2,
    }));
    const questions = exampleQuestions([{ ...sampleListing, id: 'other', chapters }]);
    expect(questions).toEqual(['A', 'C', 'E', 'G'].map((name) => `What are the main findings on ${name}?`));
    const shipped = exampleQuestions([sampleListing]);
    expect(shipped).toContain('Which law did the Dutch invoke to seize Nexperia?');
    expect(exampleQuestions([{ ...sampleListing, id: 'other', chapters }, sampleListing])).toEqual(shipped);
    expect(exampleQuestions([])).toEqual([]);
  });
});
