/** The families of attacks, in the order of docs/reliability.md. Each is a folder or a file beside this one. */
import type { AttackFamily } from './family.ts';
import { httpFamily } from './http/http-family.ts';
import { indexFamily } from './index-files/index-family.ts';
import { machinesFamily } from './machines/machines-family.ts';
import { outputFamily } from './output-family.ts';
import { pdfFamily } from './pdf/pdf-family.ts';
import { textFamily } from './text-family.ts';

export const attackFamilies: readonly AttackFamily[] = [
  pdfFamily,
  indexFamily,
  outputFamily,
  textFamily,
  httpFamily,
  machinesFamily,
];
