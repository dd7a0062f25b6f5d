/** A request for a page as a picture, and the function that draws it. */
export interface PageRequest {
  /** The PDF's path. */
  file: string;
  /** Its SHA-256 when it was ingested; a changed file is refused. */
  sha256: string;
  /** Counted from 1. */
  page: number;
  /** Pixels, up to `maxPageWidth` of page-images.ts. */
  width: number;
}

/** Draws a page as PNG. */
export type RenderPage = (request: PageRequest) => Promise<Uint8Array>;
