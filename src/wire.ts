/**
 * The wire: one set of Zod schemas that gives the types, the validation, the `--json` output and the
 * OpenAPI document. Names are fixed; fields may be added.
 */
import { z } from 'zod';
import { answerRateError, answerRates } from './answer-rate.ts';

export const boxSchema = z
  .object({
    page: z.number().int().min(1),
    x: z.number().min(0).max(1),
    y: z.number().min(0).max(1),
    width: z.number().min(0).max(1),
    height: z.number().min(0).max(1),
  })
  .meta({ id: 'Box', description: 'A rectangle in shares of the page, origin top left.' });

export const noteSchema = z
  .object({
    number: z.number().int(),
    text: z.string(),
    urls: z.array(z.string()),
    page: z.number().int().min(1),
    boxes: z.array(boxSchema).meta({ description: 'Where it stands, one rectangle a line.' }),
  })
  .meta({ id: 'Note', description: 'An endnote of the chapter, on its page.' });

export const markerSchema = z
  .object({
    note: z.number().int().meta({ description: 'The `number` of the note beside it.' }),
    offset: z.number().int().min(0).meta({
      description: 'Behind so many UTF-16 units of the text, 0 to its length, the document sets the number.',
    }),
  })
  .meta({
    id: 'Marker',
    description: 'Where a sentence refers to a note. The text itself holds no markers.',
  });

export const restatementSchema = z
  .object({
    passageId: z.string(),
    chapter: z.string(),
    page: z.number().int().min(1),
    pageLabel: z.string(),
    quote: z.string().meta({ description: 'The sentence there, letter for letter.' }),
  })
  .meta({ id: 'Restatement' });

export const citationSchema = z
  .object({
    number: z.number().int().min(1),
    passageId: z.string(),
    document: z.string(),
    documentTitle: z.string(),
    chapter: z.string(),
    section: z.string().nullable(),
    page: z
      .number()
      .int()
      .min(1)
      .meta({ description: 'The first page of the quoted sentence, from 1 in the file.' }),
    pages: z.array(z.number().int().min(1)),
    pageLabel: z.string().meta({ description: 'The number printed on the page.' }),
    quote: z.string().meta({ description: 'The sentence, letter for letter.' }),
    boxes: z.array(boxSchema),
    notes: z.array(noteSchema),
    markers: z.array(markerSchema).meta({
      description: 'Where `quote` refers to `notes`, in its order; none where the quote is a note itself.',
    }),
    alsoIn: z.array(restatementSchema).optional().meta({
      description: 'Where else the document says the same, such as its summary, in like words and figures.',
    }),
  })
  .meta({ id: 'Citation' });

export const nearestSchema = citationSchema
  .extend({ why: z.string().meta({ description: 'Why the passage does not answer.' }) })
  .meta({ id: 'NearestPassage' });

/** How many earlier turns a question may bring. */
export const mostTurns = 10;

export const turnSchema = z
  .strictObject({
    question: z.string().trim().min(1).max(2000).meta({ description: 'As it was asked.' }),
    answer: z.string().max(20_000).meta({ description: 'As `answer` of the answer; may be empty.' }),
  })
  .meta({ id: 'Turn', description: 'An earlier question of the conversation and its answer.' });

export const askRequestSchema = z
  .strictObject({
    question: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .meta({ example: 'Which companies did Sweden ban from 5G networks in 2020?' }),
    documents: z.array(z.string()).optional().meta({ description: 'Ids; all documents by default.' }),
    chapters: z
      .array(z.string())
      .optional()
      .meta({ description: 'Short names, as the documents are listed with; all by default.' }),
    history: z.array(turnSchema).max(mostTurns).optional().meta({
      description: 'Earlier turns, the latest last: a follow-up (“and in Poland?”) is understood from them.',
    }),
    stream: z.boolean().optional().meta({
      description:
        'Answer as server-sent events. Where it is absent, an Accept of text/event-stream asks for them.',
    }),
    mode: z
      .enum(['extract', 'generate'])
      .optional()
      .meta({
        description:
          "`extract`, the default: the documents' own sentences. `generate`: a language model writes, each sentence is " +
          'checked against what it cites; where a chat model is configured only.',
      }),
    answerRate: z
      .number({ error: answerRateError })
      .min(answerRates.least, { error: answerRateError })
      .max(answerRates.most, { error: answerRateError })
      .optional()
      .meta({
        description:
          'Share of the questions with an answer to answer; the lower, the more others are refused.',
      }),
  })
  .meta({ id: 'AskRequest' });

export const foundItemSchema = z
  .object({
    kind: z.enum(['number', 'date', 'name', 'quotation']),
    text: z.string().meta({ description: 'The words of the written sentence.' }),
    document: z.string(),
    page: z.number().int().min(1).meta({ description: 'The first page of the sentence that has it.' }),
    pageLabel: z.string().meta({ description: 'The number printed on the page.' }),
  })
  .meta({ id: 'FoundItem', description: 'Something of a written sentence that the check found, and where.' });

export const answerSentenceSchema = z
  .object({
    text: z.string(),
    citations: z.array(z.number().int()),
    origin: z.enum(['quoted', 'written']),
    verified: z.boolean(),
    problems: z.array(z.string()),
    found: z.array(foundItemSchema).optional().meta({
      description:
        'Of a written sentence that passed its check: its numbers, dates, names and quotations that what it cites has.',
    }),
  })
  .meta({ id: 'AnswerSentence' });

export const notFoundReasons = ['off-topic', 'no-chapter', 'not-stated'] as const;

export const answerSchema = z
  .object({
    id: z.string(),
    question: z.string(),
    resolvedQuestion: z.string().optional().meta({
      description: 'What was looked for: a follow-up asked in full. Absent where the question stood alone.',
    }),
    status: z.enum(['answered', 'not-found']),
    reason: z.enum(notFoundReasons).optional().meta({ description: 'With not-found.' }),
    answer: z.string().meta({ description: 'Readable text with [1] after each sentence.' }),
    sentences: z.array(answerSentenceSchema),
    struck: z
      .array(answerSentenceSchema)
      .optional()
      .meta({
        description:
          'What a language model wrote where nothing of it passed its check and quotations answer instead: to be seen, no ' +
          'part of the answer. Without `citations`; what fails beside sentences that pass stands in `sentences`.',
      }),
    groups: z
      .array(z.object({ label: z.string(), sentences: z.array(z.number().int()) }))
      .optional()
      .meta({
        description:
          'Comparisons only: verified sentences, by their places in `sentences`. A group without is not stated; a written ' +
          'sentence on two places is in both. Chapters that were not asked about and are cited come last.',
      }),
    citations: z.array(citationSchema),
    nearest: z
      .array(nearestSchema)
      .optional()
      .meta({ description: 'With not-found: the closest passages, not an answer.' }),
    explanation: z
      .object({ lookedFor: z.array(z.string()), stoppedBecause: z.string() })
      .optional()
      .meta({ description: 'With not-found.' }),
    confidence: z.number().min(0).max(1),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
    searched: z.object({
      documents: z.number().int(),
      chapters: z.number().int(),
      passages: z.number().int(),
    }),
    timings: z.object({
      totalMs: z.number(),
      analyseMs: z.number(),
      encodeMs: z.number(),
      searchMs: z.number(),
      selectMs: z.number(),
      generateMs: z.number(),
    }),
    model: z.object({ encoder: z.string(), chat: z.string().nullable() }),
    usage: z
      .object({
        inputTokens: z.number().int(),
        outputTokens: z.number().int(),
        estimated: z.boolean().meta({
          description: 'Whether a call was not counted by its provider: then 4.5 characters are a token.',
        }),
      })
      .optional()
      .meta({ description: 'Tokens of all calls to the chat model; absent where it was not asked.' }),
  })
  .meta({ id: 'Answer' });

export const passageKindSchema = z.enum(['body', 'note', 'table']);

export const searchRequestSchema = z
  .strictObject({
    query: z.string().trim().min(1).max(2000).meta({ example: 'chip subsidies' }),
    documents: z.array(z.string()).optional().meta({ description: 'Ids; all documents by default.' }),
    chapters: z
      .array(z.string())
      .optional()
      .meta({ description: 'Short names, as the documents are listed with; all by default.' }),
    kinds: z.array(passageKindSchema).optional(),
    limit: z.number().int().min(1).max(100).default(10),
  })
  .meta({ id: 'SearchRequest' });

export const hitSchema = z
  .object({
    passageId: z.string(),
    document: z.string(),
    chapter: z.string(),
    section: z.string().nullable(),
    page: z.number().int().min(1),
    pages: z.array(z.number().int().min(1)),
    kind: passageKindSchema,
    text: z.string(),
    score: z.number(),
    scores: z.object({
      keyword: z.number().nullable(),
      vector: z.number().nullable(),
      maxsim: z.number().nullable(),
    }),
  })
  .meta({ id: 'Hit' });

export const hitsEventSchema = z
  .object({
    hits: z.array(hitSchema),
    resolvedQuestion: z.string().optional().meta({ description: 'As in the answer.' }),
  })
  .meta({ id: 'HitsEvent', description: 'The passages that the answer is looked for in, best first.' });

export const sentenceEventSchema = z
  .object({
    sentence: answerSentenceSchema,
    citations: z
      .array(citationSchema)
      .meta({ description: 'What the sentence cites, numbered as in the answer.' }),
    group: z.string().optional().meta({ description: 'Comparisons only: the first group it stands in.' }),
  })
  .meta({ id: 'SentenceEvent', description: 'One verified sentence of an answer that is being made.' });

export const searchResponseSchema = z
  .object({
    hits: z.array(hitSchema),
    timings: z.object({ totalMs: z.number(), encodeMs: z.number(), searchMs: z.number() }),
  })
  .meta({ id: 'SearchResponse' });

export const verifyRequestSchema = z
  .strictObject({
    sentence: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .meta({ example: 'Bosch is cutting more than 20,000 jobs in its automotive division.' }),
    passage: z.string().trim().min(1).max(20_000).optional().meta({
      description: 'A text of your own to hold it against; then nothing is looked up.',
    }),
    passageIds: z.array(z.string()).min(1).max(20).optional().meta({
      description: 'The passages that should carry it, together.',
    }),
    pages: z.array(z.number().int().min(1)).min(1).max(500).optional().meta({
      description: 'The pages that it is said to stand on, from 1 in the file; all by default.',
    }),
    documents: z.array(z.string()).optional().meta({ description: 'Ids; all documents by default.' }),
    chapters: z.array(z.string()).optional().meta({
      description: 'Short names, as the documents are listed with; all by default.',
    }),
  })
  .superRefine(({ passage, passageIds, pages, documents, chapters }, context) => {
    const given = Object.entries({ passage, passageIds, pages, documents, chapters });
    const others = given.filter(([, value]) => value !== undefined).map(([name]) => name);
    const alone = others.find((name) => name === 'passage' || name === 'passageIds');
    for (const name of others) {
      if (alone === undefined || name === alone) continue;
      context.addIssue({ code: 'custom', path: [name], message: `Cannot be given together with ${alone}` });
    }
  })
  .meta({ id: 'VerifyRequest' });

export const verifyProblemSchema = z
  .object({
    kind: z.enum([
      'number',
      'date',
      'name',
      'quotation',
      'negation',
      'direction',
      'quantifier',
      'modality',
      'content',
      'page',
    ]),
    text: z.string().meta({ description: 'The words of the sentence; with `page` the place it was given.' }),
    reason: z.string(),
  })
  .meta({ id: 'VerifyProblem', description: 'Something of the sentence that its source does not carry.' });

export const verificationSchema = z
  .object({
    verdict: z.enum(['supported', 'altered-quotation', 'unsupported']),
    problems: z.array(verifyProblemSchema),
    score: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'How sure it is that the source carries the sentence; 1 where it is its own.' }),
    citation: citationSchema.optional().meta({
      description: 'The sentence of the documents that it was held against: the one that carries most of it.',
    }),
    found: z.array(foundItemSchema).optional().meta({
      description:
        'Where the documents carry it: its numbers, dates, names and quotations, each with its page.',
    }),
    further: z.array(citationSchema).optional().meta({
      description: 'Sentences that carry the rest, where one does not carry it all.',
    }),
    elsewhere: citationSchema.optional().meta({
      description: 'What carries it, where the passages, pages or chapters given do not.',
    }),
    nearest: z.array(nearestSchema).optional().meta({
      description: 'Other passages it was held against, and what each lacks, where none carries it.',
    }),
  })
  .meta({ id: 'Verification' });

export const draftSentenceSchema = z
  .object({
    line: z.number().int().min(1),
    column: z.number().int().min(1),
    text: z.string().meta({ description: 'As written, without markup and citations.' }),
    cited: z.array(z.string()).meta({ description: 'Its citations, as written.' }),
    status: z.enum(['carried', 'misplaced', 'altered-quotation', 'not-carried', 'not-checked']).meta({
      description: 'misplaced: carried, but not where the draft says.',
    }),
    skipped: z.string().optional().meta({ description: 'Why it was not checked.' }),
    faults: z.array(z.string()).meta({ description: 'What its citations name and there is not.' }),
    verification: verificationSchema.optional(),
  })
  .meta({ id: 'DraftSentence' });

export const draftSchema = z
  .object({
    file: z.string(),
    sentences: z.array(draftSentenceSchema),
    summary: z.object({
      sentences: z.number().int(),
      carried: z.number().int(),
      misplaced: z.number().int(),
      notCarried: z.number().int().meta({ description: 'Altered quotations among them.' }),
      notChecked: z.number().int(),
    }),
  })
  .meta({ id: 'Draft', description: "A writer's draft, sentence by sentence." });

export const documentSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    pages: z.number().int(),
    passages: z.number().int(),
    sha256: z.string(),
    ingestedAt: z.string(),
    chapters: z.array(
      z.object({ name: z.string(), title: z.string(), page: z.number().int(), lastPage: z.number().int() }),
    ),
  })
  .meta({ id: 'Document' });

export const passageSchema = z
  .object({
    passageId: z.string(),
    document: z.string(),
    chapter: z.string(),
    section: z.string().nullable(),
    kind: passageKindSchema,
    page: z.number().int().min(1),
    pages: z.array(z.number().int().min(1)),
    text: z.string(),
    sentences: z.array(
      z.object({
        text: z.string(),
        pages: z.array(z.number().int()),
        boxes: z.array(boxSchema),
        notes: z.array(noteSchema),
        markers: z.array(markerSchema),
      }),
    ),
    previous: z.string().nullable(),
    next: z.string().nullable(),
  })
  .meta({ id: 'Passage' });

/** The stages of an ingest, in order. */
export const uploadStages = ['read', 'encode', 'write'] as const;

export const uploadSchema = z
  .object({
    id: z.string(),
    name: z.string().meta({ description: 'The file name.' }),
    state: z.enum(['waiting', 'ingesting', 'done', 'refused', 'cancelled']),
    stages: z
      .array(
        z.object({ stage: z.enum(uploadStages), done: z.number().int(), total: z.number().int().nullable() }),
      )
      .meta({ description: 'Those begun, in pages, passages and files.' }),
    secondsLeft: z.number().nullable().meta({ description: 'Of the stage under way; null while not known.' }),
    document: z.string().nullable().meta({ description: 'The id of the document, once done.' }),
    problem: z
      .object({ code: z.string(), detail: z.string() })
      .nullable()
      .meta({ description: 'Why it was refused.' }),
  })
  .meta({ id: 'Upload' });

export const uploadsSchema = z
  .object({
    allowed: z.boolean().meta({ description: 'Whether this server takes documents.' }),
    maxBytes: z.number().int(),
    uploads: z.array(uploadSchema),
  })
  .meta({ id: 'Uploads' });

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string().optional().meta({ description: "As in X-Request-Id and in the server's log." }),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' });

export type Citation = z.infer<typeof citationSchema>;
export type Restatement = z.infer<typeof restatementSchema>;
export type NearestPassage = z.infer<typeof nearestSchema>;
export type Turn = z.infer<typeof turnSchema>;
export type AskRequest = z.infer<typeof askRequestSchema>;
export type FoundItem = z.infer<typeof foundItemSchema>;
export type AnswerSentence = z.infer<typeof answerSentenceSchema>;
export type Answer = z.infer<typeof answerSchema>;
export type NotFoundReason = (typeof notFoundReasons)[number];
export type HitsEvent = z.infer<typeof hitsEventSchema>;
export type SentenceEvent = z.infer<typeof sentenceEventSchema>;
export type SearchRequest = z.input<typeof searchRequestSchema>;
export type SearchResponse = z.infer<typeof searchResponseSchema>;
export type VerifyRequest = z.infer<typeof verifyRequestSchema>;
export type CheckedSentence = z.infer<typeof verificationSchema>;
export type DraftSentence = z.infer<typeof draftSentenceSchema>;
export type Draft = z.infer<typeof draftSchema>;
export type DocumentListing = z.infer<typeof documentSchema>;
export type PassageDetail = z.infer<typeof passageSchema>;
export type UploadStage = (typeof uploadStages)[number];
export type Upload = z.infer<typeof uploadSchema>;
export type Uploads = z.infer<typeof uploadsSchema>;
export type Problem = z.infer<typeof problemSchema>;
