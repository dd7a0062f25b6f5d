/** A failure as JSON-RPC has it; the SDK sends `code` and `message` as they are. */
export class RpcError extends Error {
  override readonly name = 'RpcError';

  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}
