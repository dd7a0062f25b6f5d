/** The process in which documents are read into the index; ingest-apart.ts starts it for one ingest. */
import { type Told, tellError } from '../quarantine/messages.ts';
import { type IngestJob, type IngestProgress, stopIngest } from './ingest-apart.ts';
import { ingestDocuments } from './ingest-documents.ts';

const stopping = new AbortController();
const stop = () => stopping.abort();

const send = (message: Told | IngestProgress) => void process.send?.(message);

// Ctrl-C reaches the whole group; the parent decides. Where that has gone, nobody waits.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
process.on('disconnect', stop);

async function work({ config, files, options }: IngestJob): Promise<void> {
  try {
    const result = await ingestDocuments(config, files, {
      ...options,
      onProgress: (progress) => send({ kind: 'progress', progress }),
      signal: stopping.signal,
    });
    send({ kind: 'result', result });
  } catch (error) {
    send(tellError(error));
  }
  // Nothing else keeps it alive.
  process.removeListener('disconnect', stop);
  if (process.connected) process.disconnect();
}

process.on('message', (message) => {
  if (message === stopIngest) stop();
  // The first one; both ends are this program.
  else void work(message as IngestJob);
});
