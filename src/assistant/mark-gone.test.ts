import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sampleDocument } from '../testing/assistant/fake-assistant.ts';
import { markGone } from './mark-gone.ts';
import { listDocuments } from './views.ts';

describe('markGone', () => {
  it('marks the document of which the file is not there', async () => {
    const documents = [
      sampleDocument,
      { ...sampleDocument, id: 'here', file: fileURLToPath(import.meta.url) },
    ];
    const marked = await markGone(listDocuments(documents), documents);
    expect(marked.map(({ id, gone }) => [id, gone])).toEqual([
      [sampleDocument.id, true],
      ['here', undefined],
    ]);
  });
});
