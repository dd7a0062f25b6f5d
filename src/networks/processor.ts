/** The processor that the networks compute on: figures say on which one they were made. */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** The instructions for products of 8 bits that decide how a network computes; as Linux lists them. */
const productFlags = ['avx2', 'avx512f', 'avx512_vnni', 'avx_vnni', 'asimddp', 'i8mm'] as const;

/**
 * The processor's name, and which instructions for products of 8 bits it has where the system tells:
 * "AMD EPYC (avx2, avx512f, avx512_vnni)".
 * @param cpuInfo the text of /proc/cpuinfo, or of what stands for it.
 */
export function describeProcessor(model: string, cpuInfo: string): string {
  const flags = new Set(/^(?:flags|Features)\s*:\s*(.+)$/m.exec(cpuInfo)?.[1]?.split(' '));
  const found = productFlags.filter((flag) => flags.has(flag));
  return found.length === 0 ? model : `${model} (${found.join(', ')})`;
}

function readCpuInfo(): string {
  try {
    return readFileSync('/proc/cpuinfo', 'utf8');
  } catch {
    // Not Linux: the name alone.
    return '';
  }
}

export function thisProcessor(): string {
  return describeProcessor(cpus()[0]?.model.trim() || process.arch, readCpuInfo());
}
