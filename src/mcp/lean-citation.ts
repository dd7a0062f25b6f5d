/** Citations for who reads: where words stand on the page is for who can draw it. */
import { citationSchema, nearestSchema } from '../wire.ts';

const place = { boxes: true } as const;

export const leanCitationSchema = citationSchema.omit(place);
export const leanNearestSchema = nearestSchema.omit(place);
