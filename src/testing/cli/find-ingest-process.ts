/** Finds the process of its own in which an ingest is under way. */
import { existsSync, readFileSync } from 'node:fs';

const childrenOf = (pid: number) => `/proc/${pid}/task/${pid}/children`;

/** Whether the system tells of children. */
export const canFindIngest = existsSync(childrenOf(process.pid));

/** The process that `pid` has started for an ingest, if one is under way. */
export function findIngestProcess(pid: number): number | undefined {
  const children = readFileSync(childrenOf(pid), 'utf8').trim().split(' ').filter(Boolean);
  const own = children.find((child) => {
    const commandLine = `/proc/${child}/cmdline`;
    // It may have ended since.
    return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes('ingest-process');
  });
  return own === undefined ? undefined : Number(own);
}
