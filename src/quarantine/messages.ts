/** What the two processes say to each other. */
import { type ErrorCode, VerseError } from '../core/errors.ts';

/** What the process is about to do, told before each step. */
export interface Step {
  /** As a noun: "page 12", "its outline". */
  doing: string;
  /** The page's number, from 1, and how many there are. */
  page?: number;
  total?: number;
  /** Of a page that is read by OCR: how many were before it; `total` is of these then. */
  scansBefore?: number;
  /** How many steps' time it may take, 1 by default; the file may take that much longer. */
  steps?: number;
}

export type Told =
  | { kind: 'step'; step: Step }
  | { kind: 'result'; result: unknown }
  | { kind: 'refusal'; code: ErrorCode; message: string; hint: string; afar: string | undefined }
  /** A mistake in the program, or a file that leads it into one. */
  | { kind: 'mistake'; message: string };

/** Both ends are this program. */
export function isTold(message: unknown): message is Told {
  return typeof message === 'object' && message !== null && 'kind' in message;
}

/** An error as plain values. */
export function tellError(error: unknown): Told {
  if (!(error instanceof VerseError)) return { kind: 'mistake', message: String(error) };
  const { code, message, hint, afar } = error;
  return { kind: 'refusal', code, message, hint, afar };
}

/** The error that was told so. */
export function heardError(told: Extract<Told, { message: string }>): Error {
  return told.kind === 'refusal'
    ? new VerseError(told.code, told.message, told.hint, { afar: told.afar })
    : new Error(told.message);
}
