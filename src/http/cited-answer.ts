/** An answer in the format that a request accepts, for programs that take no JSON. */
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { type CitationFormat, citationFormats, mediaTypes } from '../cite/citation-formats.ts';
import { citeAnswer } from '../cite/cite-answer.ts';
import type { Answer } from '../wire/types.ts';
import { originOf } from './respond/origin.ts';

const json = 'application/json';

/** The format that is accepted before JSON; undefined where JSON is, or anything. */
export function wantedFormat(context: Context): CitationFormat | undefined {
  const supports = [json, ...Object.values(mediaTypes)];
  const accepted = accepts(context, { header: 'Accept', supports, default: json });
  return citationFormats.find((format) => mediaTypes[format] === accepted);
}

/** The answer as a response; its links lead to this server. */
export function respondCited(context: Context, answer: Answer, format: CitationFormat): Response {
  const origin = originOf(context);
  const text = citeAnswer(
    answer,
    format,
    ({ document, page }) => `${origin}/v1/documents/${encodeURIComponent(document)}/file#page=${page}`,
  );
  return new Response(text, { headers: { 'Content-Type': `${mediaTypes[format]}; charset=utf-8` } });
}
