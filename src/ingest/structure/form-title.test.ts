import { describe, expect, it } from 'vitest';
import { makeBlock } from '../../testing/documents/text-runs.ts';
import type { Block } from '../page-model.ts';
import { formTitle } from './form-title.ts';

const lines = (...texts: string[]): Block[] => texts.map((text) => makeBlock([text]));
const head = ['UNITED STATES SECURITIES AND EXCHANGE COMMISSION', 'Washington, D.C. 20549', 'FORM 10-K'];
const caption = '(Exact name of registrant as specified in its charter)';

describe('formTitle', () => {
  it('is who filled the form in, with its name and time', () => {
    const period = 'For the fiscal year ended December 29, 2018 or';
    expect(formTitle(lines(...head, period, 'The Ketchup Company', caption, 'Delaware'))).toBe(
      'The Ketchup Company: Form 10-K for the fiscal year ended December 29, 2018',
    );
    expect(formTitle(lines('Form 8-K', 'The Ketchup Company', caption))).toBe(
      'The Ketchup Company: Form 8-K',
    );
  });

  it('is the company that the text names most, where its name above is a picture', () => {
    const file = 'Commission File No. 1-1029';
    const text = [
      'Sole Locker, Inc. sells shoes.',
      'Foot Wear Company makes some.',
      'the shoes of Sole Locker, Inc.',
      'Sole Locker, Inc.',
    ];
    expect(formTitle(lines(...head, file, caption, ...text))).toBe('Sole Locker, Inc.: Form 10-K');
    expect(formTitle(lines(...head, file, caption, ...text.slice(1)))).toBeNull();
  });

  it('is none where it does not say whose, and of what only mentions a form', () => {
    expect(formTitle(lines(...head, caption))).toBeNull();
    expect(
      formTitle(lines('The Ketchup Company', 'Part III of this Form 10-K incorporates', caption)),
    ).toBeNull();
  });
});
