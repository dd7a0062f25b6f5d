/** A page as drawn by the server, with the cited sentences marked. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { boxesOn, otherPages } from '../answer/marks.ts';
import { documentAddress } from '../api.ts';
import type { Mark, Shown } from '../nouns.ts';
import { type Column, findTextColumn, fitZoom, wholePage } from './text-column.ts';

/** Room left of the text for the sentence's number, and right of it, in pixels. */
const [gutter, edge] = [44, 12];
/** A picture is asked for as large as it is shown at this zoom, so that a smaller one needs no other. */
const drawnZoom = 1.4;
/** Pixels across which the text is looked for. */
const sampleWidth = 200;
/** Width by height of a page that is not drawn yet: A4. */
const usualShape = 1 / Math.SQRT2;
/** The server draws in steps of this many pixels; other widths would fetch the same picture again. */
const widthStep = 200;
const maxWidth = 2000;
/** Prefetched pictures: the server draws one in about 45 ms, and sends a drawn one in 20. */
const fetchedAhead = 4;

export function pictureAddress(document: string, page: number, width: number): string {
  return `${documentAddress(document)}/pages/${page}.png?width=${width}`;
}

export function percent(share: number): string {
  return `${share * 100}%`;
}

/** Where the text of a drawn page is; the whole page where the browser lets nobody look. */
function columnOf(image: HTMLImageElement): Column {
  const canvas = document.createElement('canvas');
  canvas.width = sampleWidth;
  canvas.height = Math.round((sampleWidth * image.naturalHeight) / image.naturalWidth);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return wholePage;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return findTextColumn(context.getImageData(0, 0, canvas.width, canvas.height));
}

/** The boxes of one mark; for the highlighted one also its number in the margin. */
function MarkBoxes({ mark, shown }: { mark: Mark; shown: Shown }) {
  const boxes = boxesOn(mark, shown.document, shown.page);
  const isOn = mark.key === shown.mark;
  const [first] = boxes;
  return (
    <>
      {boxes.map((box) => (
        <div
          key={`${box.x} ${box.y}`}
          class={isOn ? 'box-mark on' : 'box-mark'}
          data-mark={mark.key}
          style={{
            left: percent(box.x),
            top: percent(box.y),
            width: percent(box.width),
            height: percent(box.height),
          }}
        />
      ))}
      {isOn && first !== undefined && mark.kind === 'sentence' && (
        <div
          class="tag"
          aria-hidden="true"
          style={{
            left: `max(2px, calc(${percent(Math.min(...boxes.map(({ x }) => x)))} - 32px))`,
            top: percent(first.y),
          }}
        >
          {mark.label}
        </div>
      )}
    </>
  );
}

/** Scrolls so that the sentence is a third down and the text's left edge is in view. */
function scrollToMark(
  view: HTMLElement,
  leaf: HTMLElement,
  mark: Mark | undefined,
  shown: Shown,
  column: Column,
): void {
  const boxes = mark === undefined ? [] : boxesOn(mark, shown.document, shown.page);
  const textStart = column.left * leaf.offsetWidth - gutter;
  const isWhole = (column.right - column.left) * leaf.offsetWidth <= view.clientWidth;
  const start = Math.min(...boxes.map(({ x }) => x)) * leaf.offsetWidth - gutter;
  const top = Math.min(...boxes.map(({ y }) => y)) * leaf.offsetHeight;
  view.scrollTo({
    left: Math.max(0, isWhole || boxes.length === 0 ? textStart : start),
    top: boxes.length === 0 ? 0 : Math.max(0, top - view.clientHeight / 3),
    behavior: 'instant',
  });
}

/** A page that has been drawn. */
interface Drawn {
  place: string;
  /** Width by height. */
  shape: number;
  column: Column;
}

export function PagePicture({
  shown,
  marks,
  title,
  zoom: chosen,
  isGone,
  onFit,
}: {
  shown: Shown;
  /** All marks of the turn; only those on this page are drawn. */
  marks: readonly Mark[];
  /** Alternative text. */
  title: string;
  /** 1 fits the page's width to the pane; null its text. */
  zoom: number | null;
  /** Whether its PDF is no longer where it was read. */
  isGone: boolean;
  /** Hears of the zoom that fits the text. */
  onFit: (zoom: number) => void;
}) {
  const view = useRef<HTMLDivElement>(null);
  const leaf = useRef<HTMLElement>(null);
  const [paneWidth, setPaneWidth] = useState(0);
  const [drawn, setDrawn] = useState<Drawn>({ place: '', shape: usualShape, column: wholePage });
  const [failed, setFailed] = useState('');
  useLayoutEffect(() => {
    const measure = () => setPaneWidth(view.current?.clientWidth ?? 0);
    measure();
    const observer = new ResizeObserver(measure);
    if (view.current !== null) observer.observe(view.current);
    return () => observer.disconnect();
  }, []);
  const fit = paneWidth === 0 ? 1 : fitZoom(drawn.column, paneWidth, gutter + edge);
  const zoom = chosen ?? fit;
  useLayoutEffect(() => onFit(fit), [fit]);
  const pixels = paneWidth * Math.max(zoom, drawnZoom) * devicePixelRatio;
  const width = Math.min(maxWidth, Math.ceil(pixels / widthStep) * widthStep);
  const place = `${shown.document} ${shown.page}`;
  const address = pictureAddress(shown.document, shown.page, width);
  const mark = marks.find(({ key }) => key === shown.mark);
  const isReady = drawn.place === place;
  useLayoutEffect(() => {
    if (isReady && view.current && leaf.current)
      scrollToMark(view.current, leaf.current, mark, shown, drawn.column);
  }, [isReady, shown, mark, zoom]);
  useEffect(() => {
    if (!isReady || width === 0) return;
    for (const { document, page } of otherPages(marks, shown, fetchedAhead))
      new Image().src = pictureAddress(document, page, width);
  }, [isReady, width, marks, shown]);
  return (
    // A scrolling region must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
    <section class="view" ref={view} tabIndex={0} aria-label="Page picture">
      {failed === address ? (
        <p class="miss">
          {isGone
            ? 'The PDF is gone from where it was read, so that no page of it can be shown.'
            : 'This page could not be drawn. The PDF may have moved or changed since it was read.'}
        </p>
      ) : (
        <figure
          class={isReady ? 'leaf' : 'leaf loading'}
          ref={leaf}
          style={isReady ? { width: percent(zoom) } : { aspectRatio: String(drawn.shape) }}
          aria-busy={!isReady}
        >
          {!isReady && <p class="drawing">Drawing page {shown.page} …</p>}
          {width > 0 && (
            <img
              src={address}
              alt={title}
              onLoad={({ currentTarget: image }) =>
                setDrawn({
                  place,
                  shape: image.naturalWidth / image.naturalHeight,
                  column: columnOf(image),
                })
              }
              onError={() => setFailed(address)}
            />
          )}
          {isReady && marks.map((one) => <MarkBoxes key={one.key} mark={one} shown={shown} />)}
        </figure>
      )}
    </section>
  );
}
