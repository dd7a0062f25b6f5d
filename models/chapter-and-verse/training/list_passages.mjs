/**
 * Prints the passages of the index as JSON, in the order of the document.
 *
 *     node list_passages.mjs          (after `npm run build` and `node bin/verse.mjs ingest`)
 */
const root = new URL('../../../', import.meta.url);
const from = async (path) => import(new URL(`dist/${path}`, root));
const { openModels } = await from('networks/open-models.js');
const { openIndex } = await from('store/disk/open-index.js');

const { encoder } = await openModels(new URL('models', root).pathname);
const store = await openIndex(new URL('index', root).pathname, { encoderId: encoder.id });
const documents = await store.documents();
const passages = await store.readStretch({ documents: documents.map(({ id }) => id) });
process.stdout.write(JSON.stringify(passages));
