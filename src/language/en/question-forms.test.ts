import { describe, expect, it } from 'vitest';
import { questionForms } from './question-forms.ts';

describe('things', () => {
  it.each([
    'What are the tenets of zero trust?',
    'Which policies and guidance documents does the framework align with?',
    'What kinds of activities could stakeholders undertake?',
    'On what grounds may a visa be refused?',
    'Name the ten touchpoints.',
    'What two conditions must be met?',
    'Which criteria apply?',
    'steps for enrolling a visitor?',
  ])('is asked for several by %s', (question) => {
    expect(questionForms.things.test(question)).toBe(true);
  });

  it.each([
    'What does the report say?',
    'What is zero trust?',
    'Which basis has this?',
    'How old is it?',
    'When was it published?',
    'What happens next?',
  ])('is asked for one by %s', (question) => {
    expect(questionForms.things.test(question)).toBe(false);
  });
});
