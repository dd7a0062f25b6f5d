/** A JSON-RPC error; the SDK sends `code` and `message` unchanged. */
export class RpcError extends Error {
  override readonly name = 'RpcError';

  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}
