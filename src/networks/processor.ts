/** The processor that the networks run on, which is recorded with figures. */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Instruction sets that decide how 8-bit products are computed, as Linux names them. */
const productFlags = ['avx2', 'avx512f', 'avx512_vnni', 'avx_vnni', 'asimddp', 'i8mm'] as const;

/**
 * The processor's name and, if the system tells, those instruction sets: "AMD EPYC (avx2, avx512f, avx512_vnni)".
 * @param cpuInfo the text of /proc/cpuinfo, or of a stand-in.
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
    // Not Linux: only the name.
    return '';
  }
}

export function thisProcessor(): string {
  return describeProcessor(cpus()[0]?.model.trim() || process.arch, readCpuInfo());
}
