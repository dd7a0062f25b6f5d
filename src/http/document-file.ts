/** A document's PDF as a response: streamed from disk, whole or one range of bytes. */
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { Context } from 'hono';
import { VerseError } from '../core/errors.ts';
import { parseByteRange } from './respond/byte-range.ts';
import { isUnchanged } from './respond/entity-tag.ts';
import { HttpProblem } from './respond/problem.ts';

/** `inline`, with the id as file name: in ASCII for old clients, and in full (RFC 6266). */
export function contentDisposition(id: string): string {
  const plain = id.replace(/[^A-Za-z0-9._-]/g, '_');
  const exact = encodeURIComponent(id).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `inline; filename="${plain}.pdf"; filename*=UTF-8''${exact}.pdf`;
}

async function openFile(id: string, path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (cause) {
    throw new VerseError(
      'cannot-read',
      `${id}.pdf is not where it was when it was ingested.`,
      'Put it back, or run `verse ingest` again.',
      { cause },
    );
  }
}

function streamFile(handle: FileHandle, start: number, end: number): NodeReadableStream {
  return Readable.toWeb(handle.createReadStream({ start, end }));
}

async function respond(context: Context, id: string, handle: FileHandle): Promise<Response> {
  const { size, mtimeMs } = await handle.stat();
  const entityTag = `"${size.toString(16)}-${Math.trunc(mtimeMs).toString(16)}"`;
  const headers = {
    'Content-Type': 'application/pdf',
    'Content-Disposition': contentDisposition(id),
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-cache',
    ETag: entityTag,
  };
  if (isUnchanged(context, entityTag)) return context.body(null, 304, headers);
  const condition = context.req.header('If-Range');
  const wanted = condition === undefined || condition === entityTag ? context.req.header('Range') : undefined;
  const range = parseByteRange(wanted, size);
  if (range === 'unsatisfiable') {
    const detail = `${id}.pdf has ${size} bytes; the range asked for lies behind its end.`;
    throw new HttpProblem(416, 'range-not-satisfiable', detail, {
      headers: { 'Content-Range': `bytes */${size}` },
    });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  const answer = {
    ...headers,
    'Content-Length': String(end - start + 1),
    ...(range === null ? {} : { 'Content-Range': `bytes ${start}-${end}/${size}` }),
  };
  const status = range === null ? 200 : 206;
  if (context.req.method === 'HEAD' || size === 0) return context.body(null, status, answer);
  return context.body(streamFile(handle, start, end) as ReadableStream, status, answer);
}

/**
 * Answers GET and HEAD for the document's file. The path comes from the index, never from the request.
 * @throws VerseError `cannot-read` when the file has gone; HttpProblem 416.
 */
export async function fileResponse(context: Context, id: string, path: string): Promise<Response> {
  const handle = await openFile(id, path);
  let streaming = false;
  try {
    const response = await respond(context, id, handle);
    // The stream closes the file when it ends or is cancelled.
    streaming = response.body !== null;
    return response;
  } finally {
    if (!streaming) await handle.close();
  }
}
