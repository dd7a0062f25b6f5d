/** The page beside the answer, or in a narrow window a sheet over it. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { DocumentListing } from '../../wire/types.ts';
import { citedHere } from '../answer/cited-here.ts';
import { documentAddress } from '../api.ts';
import { IconButton } from '../icon-button.tsx';
import type { Mark, Shown } from '../nouns.ts';
import { type CitedDocument, DocumentName } from './document-name.tsx';
import { PageMap } from './page-map.tsx';
import { PagePicture } from './page-picture.tsx';
import { Sheet } from './sheet.tsx';

const zoomStep = 0.2;
const zoomRange = [1, 2.4] as const;

function chapterAt(document: DocumentListing, page: number): string {
  return document.chapters.find((one) => one.page <= page && page <= one.lastPage)?.name ?? '';
}

function PageNumber({ document, page, onPage }: { document: DocumentListing; page: number; onPage: OnPage }) {
  const [text, setText] = useState(String(page));
  useLayoutEffect(() => setText(String(page)), [page]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = Number.parseInt(text, 10);
        if (Number.isNaN(wanted)) setText(String(page));
        else onPage(Math.min(document.pages, Math.max(1, wanted)));
      }}
    >
      <label for="page-number">Page</label>
      <input
        id="page-number"
        inputMode="numeric"
        autocomplete="off"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <span class="of">of {document.pages}</span>
    </form>
  );
}

type OnPage = (page: number) => void;

interface ToolbarProps {
  document: DocumentListing;
  page: number;
  zoom: number;
  isOriginal: boolean;
  onPage: OnPage;
  onZoom: (zoom: number) => void;
  onTone: () => void;
  onClose: () => void;
}

function Toolbar({ document, page, zoom, isOriginal, onPage, onZoom, onTone, onClose }: ToolbarProps) {
  const zoomBy = (step: number) =>
    onZoom(Math.min(zoomRange[1], Math.max(zoomRange[0], Math.round((zoom + step) * 100) / 100)));
  return (
    <div class="bar-top" role="toolbar" aria-label="Page">
      <IconButton icon="left" label="Previous page" disabled={page <= 1} onClick={() => onPage(page - 1)} />
      <PageNumber document={document} page={page} onPage={onPage} />
      <IconButton
        icon="right"
        label="Next page"
        disabled={page >= document.pages}
        onClick={() => onPage(page + 1)}
      />
      <span class="gap" />
      <IconButton
        icon="minus"
        label="Zoom out"
        disabled={zoom <= zoomRange[0]}
        onClick={() => zoomBy(-zoomStep)}
      />
      <span class="zoom wide-only" aria-live="polite">
        {Math.round(zoom * 100)}%
      </span>
      <IconButton
        icon="plus"
        label="Zoom in"
        disabled={zoom >= zoomRange[1]}
        onClick={() => zoomBy(zoomStep)}
      />
      <IconButton
        icon="tone"
        class="icon tone"
        label="Original page colours"
        title="Original page colours"
        aria-pressed={isOriginal}
        onClick={onTone}
      />
      <IconButton icon="close" label="Close the page" title="Close the page (Esc)" onClick={onClose} />
    </div>
  );
}

export function PagePane({
  shown,
  document,
  cited,
  marks,
  isNamed,
  onPage,
  onDocument,
  onClose,
}: {
  shown: Shown;
  document: DocumentListing;
  /** The reports that the marks are in. */
  cited: readonly CitedDocument[];
  marks: readonly Mark[];
  /** Whether it says which report it shows. */
  isNamed: boolean;
  onPage: OnPage;
  onDocument: (id: string) => void;
  onClose: () => void;
}) {
  /** Null until the reader chooses one. */
  const [chosenZoom, setZoom] = useState<number | null>(null);
  const [fit, setFit] = useState(1);
  const [isOriginal, setOriginal] = useState(false);
  const { page } = shown;
  const chapter = chapterAt(document, page);
  const here = citedHere(marks, shown);
  const pages = marks.flatMap(({ citation }) => (citation.document === document.id ? citation.pages : []));
  return (
    <Sheet
      landmark="Page of the report"
      name={`Page ${page} of ${document.label}`}
      class={isOriginal ? 'original' : ''}
      onClose={onClose}
    >
      <div class="bar-head">
        {isNamed && <DocumentName document={document} cited={cited} onDocument={onDocument} />}
        <Toolbar
          document={document}
          page={page}
          zoom={chosenZoom ?? fit}
          isOriginal={isOriginal}
          onPage={onPage}
          onZoom={setZoom}
          onTone={() => setOriginal(!isOriginal)}
          onClose={onClose}
        />
      </div>
      <PagePicture
        shown={shown}
        marks={marks}
        title={`${chapter === '' ? '' : `${chapter}, `}page ${page} of ${document.label}`}
        zoom={chosenZoom}
        isGone={document.gone === true}
        onFit={setFit}
      />
      <div class="bar-foot">
        <p>
          <span>
            <b>{chapter}</b>
            {here !== '' && (
              <span>
                {chapter !== '' && ', '}
                {here}
              </span>
            )}
          </span>
          {!document.gone && (
            <a href={`${documentAddress(document.id)}/file#page=${page}`} target="_blank" rel="noreferrer">
              Open the PDF<span> at this page</span>
            </a>
          )}
        </p>
        <PageMap document={document} page={page} cited={pages} onPage={onPage} />
      </div>
    </Sheet>
  );
}
