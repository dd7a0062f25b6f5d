import { describe, expect, it } from 'vitest';
import type { OwnReading } from '../../assistant/followed-queue.ts';
import { VerseError } from '../../core/errors.ts';
import { tellOthers } from './tell-others.ts';

const reading = (id: string): OwnReading => ({
  upload: `upload of ${id}`,
  id,
  file: `/sent/${id}.pdf`,
  by: 'desk',
  progress: null,
});

/** Others that record what they are told; `own` is what is read here. */
function openTelling(tell: (own: readonly OwnReading[]) => Promise<string[]> = async () => []) {
  const own: OwnReading[] = [];
  const told: string[] = [];
  const takenOff: string[] = [];
  const telling = tellOthers({
    tell: (now) => {
      told.push(now.map(({ id }) => id).join(' and '));
      return tell(now);
    },
    listOwn: () => [...own],
    onTakenOff: (upload) => takenOff.push(upload),
    everyMs: 1,
  });
  return { own, told, takenOff, telling };
}

describe('the other servers', () => {
  it('are told again and again while something is read, once that nothing is, and anew with the next file', async () => {
    const { own, told, telling } = openTelling();
    own.push(reading('quay'), reading('annex'));
    telling.begin();
    telling.begin();
    await expect.poll(() => told.length).toBeGreaterThan(2);
    expect(new Set(told)).toEqual(new Set(['quay and annex']));
    own.length = 0;
    await expect.poll(() => told.at(-1)).toBe('');
    await telling.close();
    const before = told.length;
    expect(told.filter((one) => one === '')).toHaveLength(1);
    own.push(reading('quay'));
    telling.begin();
    expect(told.slice(before)).toEqual(['quay']);
    own.length = 0;
    await telling.close();
    expect(told.at(-1)).toBe('');
  });

  it('are told the next time where they could not be, and tell of what they took off', async () => {
    const answers = [
      Promise.reject(new VerseError('database-away', 'The database cannot be reached.')),
      Promise.resolve(['upload of quay']),
    ];
    const { own, takenOff, telling } = openTelling(() => answers.shift() ?? Promise.resolve([]));
    own.push(reading('quay'));
    telling.begin();
    await expect.poll(() => takenOff).toEqual(['upload of quay']);
    own.length = 0;
    await telling.close();
  });
});
