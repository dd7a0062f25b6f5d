/**
 * A kept eval run: its report, `<name>.html`, and its figures, `<name>.json`, which this schema describes. Written by
 * `verse eval --keep`, shown at /evals.
 */
import { z } from 'zod';

export const keptFigureSchema = z.strictObject({
  label: z.string(),
  /** 0..1; null if no question was eligible. */
  value: z.number().nullable(),
});

export const keptRunSchema = z.strictObject({
  /** Of its files; sorts by time. */
  name: z.string().regex(/^[0-9A-Za-z-]+$/),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** What was asked, in a line; only runs with the same line are comparable. */
  title: z.string(),
  /** How: version, encoder, parts left out. */
  details: z.array(z.string()),
  figures: z.array(keptFigureSchema),
});

export type KeptFigure = z.infer<typeof keptFigureSchema>;
export type KeptRun = z.infer<typeof keptRunSchema>;
