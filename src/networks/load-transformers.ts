/** Loads Transformers.js on first use, and keeps it from looking anywhere but in a folder of this machine. */

/** @param modelsDir below which it finds the folders of networks. */
export async function loadTransformers(modelsDir: string) {
  const library = await import('@xenova/transformers');
  const { env, LogLevel } = library;
  env.localModelPath = modelsDir;
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.logLevel = LogLevel.ERROR;
  return library;
}
