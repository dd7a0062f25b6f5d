/** An assistant that follows its index: when an ingest has replaced it, the new one is opened and the old one closed. */
import type { Config } from '../config/settings.ts';
import { VerseError } from '../core/errors.ts';
import type { Models } from '../core/networks.ts';
import { openModels } from '../networks/open-models.ts';
import { openHome } from '../store/choose-home.ts';
import { type Assistant, createAssistant, openAssistant } from './assistant.ts';
import { type CountedAssistant, countCalls, forwardTo } from './counted-assistant.ts';
import { createEmptyStore } from './empty-store.ts';

export interface LiveAssistant {
  /**
   * An assistant whose calls are answered by the newest index open when they begin; an older one is closed after its
   * last call. @throws VerseError while no index can be opened.
   */
  current(): Assistant;
  /** Opens the index now, if it has been replaced. */
  refresh(): Promise<void>;
  /** Stops following, and closes the assistant after its last call. */
  close(): Promise<void>;
}

export interface LiveOptions {
  /** How often to check whether the index was replaced. */
  checkEveryMs?: number;
  /** As `atOnce` of `Spreading`: for a process that many ask. */
  threadsAtOnce?: boolean;
  /** Replaced by tests. */
  openNetworks?: typeof openModels;
  /** Replaced by tests. */
  open?: (config: Config) => Promise<Assistant>;
}

const firstQuestion = { question: 'What does the report say about China?' };

/**
 * Asks a question of no documents: a server that waits for its first document would otherwise load the names of all countries while
 * it serves, and hear nobody for 0.15 s.
 */
async function warmWithoutIndex(config: Config, models: Models): Promise<void> {
  const assistant = await createAssistant(models, createEmptyStore(models.encoder.id), config);
  await assistant.ask(firstQuestion);
}

/** Opens the networks; the reader's graph is being loaded. */
async function openNetworksOnce(config: Config, open: typeof openModels, threadsAtOnce: boolean) {
  const models = await open(config.modelsDir, { cacheDir: config.cacheDir, threadsAtOnce });
  const { question } = firstQuestion;
  return { models, reader: models.answers.readAnswers(['', question], question) };
}

/**
 * Opens assistants over the same networks, which take longer to open than an index does, and asks each once, to build the
 * tables that are made on first use.
 */
function createOpener(
  openNetworks: typeof openModels,
  threadsAtOnce: boolean,
): (config: Config) => Promise<Assistant> {
  let networks: Awaited<ReturnType<typeof openNetworksOnce>> | undefined;
  let isWarm = false;
  return async (config) => {
    networks ??= await openNetworksOnce(config, openNetworks, threadsAtOnce);
    const { models, reader } = networks;
    const [opened, read] = await Promise.allSettled([openAssistant(config, { networks: models }), reader]);
    if (read.status === 'rejected') {
      networks = undefined;
      if (opened.status === 'fulfilled') await opened.value.close();
      throw read.reason;
    }
    if (opened.status === 'rejected') {
      if (!isWarm) await warmWithoutIndex(config, models);
      isWarm = true;
      throw opened.reason;
    }
    const assistant = opened.value;
    await assistant.ask(firstQuestion);
    isWarm = true;
    return assistant;
  };
}

/** Opens the index if possible, and checks every second whether it was replaced. */
export async function openLiveAssistant(
  config: Config,
  {
    checkEveryMs = 1000,
    threadsAtOnce = false,
    openNetworks = openModels,
    open = createOpener(openNetworks, threadsAtOnce),
  }: LiveOptions = {},
): Promise<LiveAssistant> {
  let counted: CountedAssistant | undefined;
  /** Replaced assistants with open calls. */
  const retiring = new Set<Promise<void>>();
  let failure: unknown;
  const home = await openHome(config);
  /** The index's when the assistant was opened. */
  let revision = '';
  let refreshing: Promise<void> | undefined;

  /** Closes it after its last call; `close` reports failures. */
  function retire(one: CountedAssistant): void {
    const closing = one.close();
    retiring.add(closing);
    closing.then(
      () => retiring.delete(closing),
      () => {},
    );
  }

  /** Opens the index if it is a new one. If that fails, the open assistant goes on answering. */
  async function refresh(): Promise<void> {
    const now = await home.revision().catch(() => revision);
    if (counted !== undefined && now === revision) return;
    try {
      const next = countCalls(await open(config));
      if (counted !== undefined) retire(counted);
      counted = next;
      revision = now;
    } catch (error) {
      failure = error;
    }
  }

  await refresh();
  if (failure !== undefined && !(failure instanceof VerseError)) {
    await home.close();
    throw failure;
  }
  /** Checks again; concurrent requests share one check. */
  function refreshOnce(): Promise<void> {
    refreshing ??= refresh().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }
  const newest = () => {
    if (counted === undefined) throw failure;
    return counted;
  };
  const assistant = forwardTo(newest);
  const timer = setInterval(() => void refreshOnce(), checkEveryMs);
  timer.unref();
  return {
    current: () => {
      newest();
      return assistant;
    },
    refresh: async () => {
      // A check that began before the index was replaced does not count.
      await refreshing;
      await refreshOnce();
    },
    close: async () => {
      clearInterval(timer);
      await refreshing;
      await Promise.all([...retiring, counted?.close()]);
      await home.close();
    },
  };
}
