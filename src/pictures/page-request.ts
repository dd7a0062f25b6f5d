/** A page that is asked for as a picture, and what draws it. */
export interface PageRequest {
  /** The PDF's path. */
  file: string;
  /** Its SHA-256 when it was ingested: the picture is of that file or there is none. */
  sha256: string;
  /** Counted from 1. */
  page: number;
  /** Pixels, up to `maxPageWidth` of page-images.ts. */
  width: number;
}

/** Draws a page as PNG. */
export type RenderPage = (request: PageRequest) => Promise<Uint8Array>;
