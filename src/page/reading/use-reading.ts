/** State: the report on a document's reading, with a sample of its pages. */
import { useEffect, useState } from 'preact/hooks';
import type { ReadingReport } from '../../wire/types.ts';
import { RequestFailure, readReading } from '../api.ts';
import type { Failure } from '../nouns.ts';

export interface Reading {
  /** Null until it is there; the one before stays while other pages are drawn. */
  report: ReadingReport | null;
  failure: Failure | null;
  retry(): void;
}

export function useReading(document: string, seed: number): Reading {
  const [report, setReport] = useState<ReadingReport | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    setFailure(null);
    readReading(document, seed).then(
      (read) => isCurrent && setReport(read),
      (error: unknown) => {
        if (isCurrent && error instanceof RequestFailure) setFailure(error.failure);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [document, seed, tries]);
  return { report: report?.document === document ? report : null, failure, retry: () => setTries(tries + 1) };
}
