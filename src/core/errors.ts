/** The kinds of failure a caller can act on. Each has one exit code and one HTTP status. */
export const errorCodes = {
  'bad-input': { exit: 2, status: 400 },
  'unknown-document': { exit: 2, status: 422 },
  'unknown-chapter': { exit: 2, status: 422 },
  'unknown-passage': { exit: 2, status: 404 },
  'unknown-page': { exit: 2, status: 404 },
  'unknown-kind': { exit: 1, status: 422 },
  'damaged-pdf': { exit: 1, status: 422 },
  'encrypted-pdf': { exit: 1, status: 422 },
  'no-text-layer': { exit: 1, status: 422 },
  'too-large': { exit: 1, status: 413 },
  'over-limit': { exit: 1, status: 422 },
  'no-documents': { exit: 1, status: 422 },
  'no-index': { exit: 1, status: 503 },
  'stale-index': { exit: 1, status: 503 },
  'damaged-index': { exit: 1, status: 503 },
  'index-locked': { exit: 1, status: 503 },
  'cannot-read': { exit: 1, status: 500 },
  'cannot-write': { exit: 1, status: 500 },
  'database-away': { exit: 1, status: 503 },
  'model-missing': { exit: 1, status: 503 },
  'model-damaged': { exit: 1, status: 503 },
  'computes-otherwise': { exit: 1, status: 503 },
  'other-network': { exit: 1, status: 503 },
  'chat-not-configured': { exit: 2, status: 400 },
  'chat-failed': { exit: 1, status: 503 },
  'bad-installation': { exit: 1, status: 503 },
  'not-carried': { exit: 1, status: 422 },
  'some-refused': { exit: 3, status: 422 },
  'threshold-missed': { exit: 100, status: 500 },
} as const;

export type ErrorCode = keyof typeof errorCodes;

/**
 * A failure the user can do something about. `message` says what failed and names the offending value;
 * `hint` says what to do next. Only the edges (cli, http) turn it into an exit code or a status.
 */
export class VerseError extends Error {
  override readonly name = 'VerseError';
  /** The message for who asks from elsewhere, where `message` names a folder or a host of whoever runs this. */
  readonly afar: string | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly hint: string = '',
    { afar, ...options }: { cause?: unknown; afar?: string | undefined } = {},
  ) {
    super(message, options);
    this.afar = afar;
  }

  /** The message and what to do, in one line. */
  get sentence(): string {
    return this.withHint(this.message);
  }

  /** The same for who asks from elsewhere. */
  get sentenceAfar(): string {
    return this.withHint(this.afar ?? this.message);
  }

  private withHint(message: string): string {
    return this.hint === '' ? message : `${message} ${this.hint}`;
  }
}

/** An error's name and where it was thrown, for a log; without its message, which may repeat a question. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
}
