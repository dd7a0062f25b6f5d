import { describe, expect, it } from 'vitest';
import { findChanges, findReadings } from './audit.ts';

const quay = { id: 'quay', sha256: '1a', title: 'Quay', collection: 'press' };

describe('the audit', () => {
  it('says of each document what became of it', () => {
    const before = [quay, { id: 'gone', sha256: '2b' }, { id: 'same', sha256: '3c', title: 'Same' }];
    const after = [
      { ...quay, sha256: '9f', title: 'Quay report', collection: 'harbour' },
      { id: 'new', sha256: '4d', title: 'New' },
      { id: 'same', sha256: '3c', title: 'Same' },
    ];
    const ofQuay = { document: 'quay', sha256: '9f', collection: 'harbour' };
    expect(findChanges(before, after)).toEqual([
      { event: 'removed', document: 'gone', sha256: '2b' },
      { event: 'replaced', ...ofQuay },
      { event: 'moved', ...ofQuay },
      { event: 'renamed', ...ofQuay },
      { event: 'added', document: 'new', sha256: '4d' },
    ]);
    expect(findChanges(after, after)).toEqual([]);
  });

  it('tells of no other name where documents were only read', () => {
    const read = { ...quay, sha256: '9f', title: 'Quay report' };
    const event = { event: 'replaced', document: 'quay', sha256: '9f', collection: 'press' };
    expect(findReadings([quay, { id: 'b', sha256: '2b', title: 'B' }], [read])).toEqual([
      { event: 'removed', document: 'b', sha256: '2b' },
      event,
    ]);
  });
});
