/** Questions to start with. */
import { z } from 'zod';

export const starterSchema = z
  .object({ question: z.string(), document: z.string().meta({ description: 'That answers it.' }) })
  .meta({ id: 'Starter' });

export const startersSchema = z
  .object({
    starters: z.array(starterSchema),
    ready: z.boolean().meta({ description: 'Whether all were tried; ask again where not.' }),
  })
  .meta({ id: 'Starters', description: 'Questions that the documents answer.' });
