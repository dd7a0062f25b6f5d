import { createFakeStore } from './fake-store.ts';
import { holdStoreContract } from './passage-store-contract.ts';

holdStoreContract('the fake', async (ingested, encoder) => {
  const store = await createFakeStore({
    encoder,
    documents: ingested.map(({ document }) => document),
    passages: ingested.flatMap(({ passages }) => passages),
    notes: ingested.flatMap(({ notes }) => notes),
    traces: new Map(ingested.flatMap(({ document, trace }) => (trace ? [[document.id, trace]] : []))),
  });
  return { store, close: async () => {} };
});
