/** An import function that finds no package and throws what Node throws. */
export async function refuseImport(name: string): Promise<never> {
  const message = `Cannot find package '${name}' imported from /app/dist/chat/load-chat.js`;
  throw Object.assign(new Error(message), { code: 'ERR_MODULE_NOT_FOUND' });
}
