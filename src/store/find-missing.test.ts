import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findMissing } from './find-missing.ts';

it('finds the documents of which the file is not there', async () => {
  const here = { id: 'here', file: fileURLToPath(import.meta.url) };
  const gone = { id: 'gone', file: '/reports/gone.pdf' };
  expect([...(await findMissing([gone, here]))]).toEqual(['gone']);
  expect([...(await findMissing([gone, here], ({ id }) => (id === 'gone' ? here.file : '/none')))]).toEqual([
    'here',
  ]);
});
