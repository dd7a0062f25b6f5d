import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withIndexLock } from '../../store/disk/lock.ts';
import { fakeSession, fakeTerminal } from '../../testing/cli/fake-session.ts';
import { runProgram } from '../main.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verse-token-'));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-12-01T10:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

async function verse(...args: string[]) {
  const terminal = fakeTerminal();
  const exit = await runProgram(fakeSession({ VERSE_INDEX: folder }, terminal), ['token', ...args]);
  return { exit, out: terminal.printed(), err: terminal.complained() };
}

describe('verse token', () => {
  it('prints a new token once, and keeps digests of it that its owner alone may read', async () => {
    const { exit, out, err } = await verse(
      'add',
      'press-desk',
      '--rights',
      'add,ask',
      '--collection',
      'Press',
    );
    expect([exit, out]).toEqual([0, expect.stringMatching(/^verse_[\w-]{43}\n$/)]);
    expect(err).toBe(
      'This is the token of press-desk, shown only now. A running server knows it\nalready.\n' +
        'From now on the server asks everybody for a token, on its page too.\n',
    );
    const path = join(folder, 'tokens.json');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).not.toContain(out.trim());
    expect(readFileSync(path, 'utf8')).toContain('"press"');
  });

  it('lists what the tokens may do, without them, and takes one back', async () => {
    const json = await verse('add', 'anna', '--rights', 'ask,add,administer', '--json');
    const made = JSON.parse(json.out);
    expect(Object.keys(made)).toEqual(['name', 'rights', 'added', 'token']);
    await verse(
      'add',
      'press-desk',
      '--collection',
      'press',
      '--collection',
      'annexes',
      '--quota',
      '500/day',
    );
    await verse('add', 'guest', '--expires', '2026-11-30');
    const { out } = await verse('list');
    expect(out).toBe(
      [
        'NAME        RIGHTS              SEES           QUOTA     EXPIRES            ADDED',
        'anna        ask,add,administer  all documents  no limit  never              2026-12-01',
        'press-desk  ask                 press,annexes  500/day   never              2026-12-01',
        'guest       ask                 all documents  no limit  2026-11-30 (over)  2026-12-01',
        '',
      ].join('\n'),
    );
    const listed = (await verse('list', '--json')).out;
    expect(JSON.parse(listed)[1]).toEqual({
      name: 'press-desk',
      rights: ['ask'],
      collections: ['press', 'annexes'],
      quota: { count: 500, per: 'day' },
      added: '2026-12-01T10:00:00.000Z',
    });
    expect(listed).not.toContain(made.token);
    expect(await verse('remove', 'ANNA')).toEqual({ exit: 0, out: '', err: 'ANNA is let in no more.\n' });
    expect(JSON.parse((await verse('list', '--json')).out)).toHaveLength(2);
  });

  it('keeps the file when the last one goes, so that nobody gets in rather than everybody', async () => {
    await verse('add', 'anna');
    const { err } = await verse('remove', 'anna');
    expect(err.replaceAll('\n', ' ')).toContain('No named token is left, and the server asks for one still.');
    expect(existsSync(join(folder, 'tokens.json'))).toBe(true);
  });

  it('loses none of those that are made and taken back at once, nor waits for an ingest', async () => {
    await verse('add', 'guest');
    const names = Array.from({ length: 8 }, (_, at) => `desk-${at}`);
    const ended = await withIndexLock(folder, () =>
      Promise.all([...names.map((name) => verse('add', name)), verse('remove', 'guest')]),
    );
    expect(ended.map(({ exit }) => exit)).toEqual(ended.map(() => 0));
    const listed: { name: string }[] = JSON.parse((await verse('list', '--json')).out);
    expect(listed.map(({ name }) => name).sort()).toEqual(names);
    expect(readdirSync(folder)).toEqual(['tokens.json']);
  });

  it('lets one of two make a token of a name', async () => {
    const ended = await Promise.all([verse('add', 'anna'), verse('add', 'Anna')]);
    expect(ended.map(({ exit }) => exit).sort()).toEqual([0, 2]);
    expect(JSON.parse((await verse('list', '--json')).out)).toHaveLength(1);
  });

  it.each([
    [['add', 'anna'], 'There is a token called anna already. Remove it first, or choose another name.\n'],
    [
      ['add', 'two words'],
      '“two words” is no name for a token. Use letters, digits and . _ @ -, at most 64.\n',
    ],
    [['add', 'bob', '--rights', 'ask,rule'], 'There is no right “rule”. There are: ask, add, administer.\n'],
    [
      ['add', 'bob', '--collection', 'a.b'],
      '“a.b” is no name for a collection. Use letters, digits and _ -, at most 40.\n',
    ],
    [
      ['add', 'bob', '--quota', '0/day'],
      '“0/day” is no quota. Write it like 500/day, 60/hour or 5/minute.\n',
    ],
    [['add', 'bob', '--expires', '2027-02-30'], '“2027-02-30” is no day. Write it like 2027-06-30.\n'],
    [['remove', 'bob'], 'No token is called “bob”. There are: Anna.\n'],
  ])('refuses %j, and changes nothing', async (args, err) => {
    await verse('add', 'Anna');
    const before = readFileSync(join(folder, 'tokens.json'), 'utf8');
    expect(await verse(...args)).toEqual({ exit: 2, out: '', err });
    expect(readFileSync(join(folder, 'tokens.json'), 'utf8')).toBe(before);
  });

  it.skipIf(process.platform === 'win32')('refuses a file that others may read', async () => {
    await verse('add', 'anna');
    const path = join(folder, 'tokens.json');
    chmodSync(path, 0o640);
    const { exit, err } = await verse('list');
    const sentence = `${path}: others on this machine may read or write it. Run chmod 600 ${path}.\n`;
    expect([exit, err]).toEqual([1, sentence]);
  });
});
