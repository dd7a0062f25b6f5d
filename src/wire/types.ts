/**
 * The types of the API's requests and responses, inferred from the Zod schemas beside this file, which also validate,
 * shape the `--json` output and describe the fields in the OpenAPI document. Names are fixed; fields may be added. Only
 * types, so that the page's bundle contains no schema.
 */
import type { z } from 'zod';
import type { answerSchema, answerSentenceSchema, coverageSchema, notFoundReasons } from './answer.ts';
import type { askRequestSchema, turnSchema } from './ask-request.ts';
import type { citationSchema, nearestSchema, restatementSchema } from './citation.ts';
import type { changeSchema, compareRequestSchema, editionChangesSchema } from './compare.ts';
import type { documentChangeSchema, documentSchema } from './document.ts';
import type { draftSchema, draftSentenceSchema } from './draft.ts';
import type { hitsEventSchema, sentenceEventSchema } from './events.ts';
import type { foundItemSchema } from './found-item.ts';
import type { changeKinds, markKinds, readingParts, verdicts } from './kinds.ts';
import type { passageSchema } from './passage.ts';
import type { problemSchema } from './problem.ts';
import type { readingMarkSchema, readingQuerySchema, readingSchema } from './reading.ts';
import type { searchRequestSchema, searchResponseSchema } from './search.ts';
import type { startersSchema } from './starters.ts';
import type { uploadSchema, uploadStages, uploadsSchema } from './upload.ts';
import type { verificationSchema, verifyRequestSchema } from './verification.ts';

export type Turn = z.infer<typeof turnSchema>;
export type AskRequest = z.infer<typeof askRequestSchema>;

export type AnswerSentence = z.infer<typeof answerSentenceSchema>;
export type Answer = z.infer<typeof answerSchema>;
export type Coverage = z.infer<typeof coverageSchema>;
export type NotFoundReason = (typeof notFoundReasons)[number];

export type Citation = z.infer<typeof citationSchema>;
export type Restatement = z.infer<typeof restatementSchema>;
export type NearestPassage = z.infer<typeof nearestSchema>;

export type FoundItem = z.infer<typeof foundItemSchema>;

export type HitsEvent = z.infer<typeof hitsEventSchema>;
export type SentenceEvent = z.infer<typeof sentenceEventSchema>;

export type SearchRequest = z.input<typeof searchRequestSchema>;
export type SearchResponse = z.infer<typeof searchResponseSchema>;

export type PassageDetail = z.infer<typeof passageSchema>;

export type VerifyRequest = z.infer<typeof verifyRequestSchema>;
export type CheckedSentence = z.infer<typeof verificationSchema>;

export type DraftSentence = z.infer<typeof draftSentenceSchema>;
export type Draft = z.infer<typeof draftSchema>;

export type CompareRequest = z.infer<typeof compareRequestSchema>;
export type ChangeKind = (typeof changeKinds)[number];
export type Change = z.infer<typeof changeSchema>;
export type EditionChanges = z.infer<typeof editionChangesSchema>;

export type DocumentListing = z.infer<typeof documentSchema>;
export type DocumentChange = z.infer<typeof documentChangeSchema>;

export type StarterList = z.infer<typeof startersSchema>;
export type Verdict = (typeof verdicts)[number];
export type ReadingPartName = (typeof readingParts)[number];
export type MarkKind = (typeof markKinds)[number];
export type ReadingMark = z.infer<typeof readingMarkSchema>;
export type ReadingReport = z.infer<typeof readingSchema>;
export type ReadingPart = ReadingReport['parts'][number];
export type SampledPage = ReadingReport['sample'][number];
export type ReadingSample = z.infer<typeof readingQuerySchema>;

export type UploadStage = (typeof uploadStages)[number];
export type Upload = z.infer<typeof uploadSchema>;
export type Uploads = z.infer<typeof uploadsSchema>;

export type Problem = z.infer<typeof problemSchema>;
