/** A quoted row of a table as it is printed: a picture of that piece of the page, and its cells below their heads. */
import { useState } from 'preact/hooks';
import type { Citation } from '../../wire/types.ts';
import { percent, pictureAddress } from '../pane/page-picture.tsx';
import { narrowQuery, useMedia } from '../use-media.ts';
import { type Piece, pieceAround, withinPiece } from './page-piece.ts';

type Row = NonNullable<Citation['row']>;

/** In pixels, a step of the server's: as wide as an answer on a screen of twice the density. */
const pictureWidth = 1600;
const wholePage = { x: 0, y: 0, width: 1, height: 1 };

const placed = ({ x, y, width, height }: typeof wholePage) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});

/** The row itself is seen whole; of its neighbours less and less. */
function fade({ above, below }: Piece['faded']): string {
  const faint = 'rgb(0 0 0 / 0.16)';
  const stops = [
    'transparent',
    `${faint} ${percent(above * 0.6)}`,
    `#000 ${percent(above)}`,
    `#000 ${percent(1 - below)}`,
    `${faint} ${percent(1 - below * 0.6)}`,
    'transparent',
  ];
  return `linear-gradient(${stops.join(', ')})`;
}

/** The piece of the page with the cells asked for marked; nothing where it cannot be drawn. */
function PagePiece({ citation, row }: { citation: Citation; row: Row }) {
  const [shape, setShape] = useState<number>();
  const [isMissing, setMissing] = useState(false);
  const isNarrow = useMedia(narrowQuery);
  const piece = pieceAround(citation.boxes);
  if (piece === undefined || isMissing) return null;
  const asked = row.cells.filter((cell) => cell.asked).flatMap(({ boxes }) => boxes);
  return (
    // Where it is scrolled it must be within reach of the keyboard.
    <div class="piece-view" tabIndex={isNarrow ? 0 : undefined}>
      <div
        class={shape === undefined ? 'page-piece loading' : 'page-piece'}
        style={{
          aspectRatio: String(((shape ?? 1) * piece.width) / piece.height),
          maskImage: fade(piece.faded),
        }}
      >
        <img
          src={pictureAddress(citation.document, piece.page, pictureWidth)}
          alt={`The row on page ${citation.pageLabel}`}
          style={placed(withinPiece(wholePage, piece))}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setShape(naturalWidth / naturalHeight)
          }
          onError={() => setMissing(true)}
        />
        {asked
          .filter(({ page }) => page === piece.page)
          .map((box) => (
            <div key={`${box.x} ${box.y}`} class="box-mark on" style={placed(withinPiece(box, piece))} />
          ))}
      </div>
    </div>
  );
}

/** The cells below their heads, the one asked for marked; in lines as wide as the answer, so that none is out of sight. */
function Cells({ row }: { row: Row }) {
  return (
    <dl class="row-cells">
      {row.cells.map(({ heads, text, asked }, index) => (
        <div key={index}>
          <dt>{heads.join(', ')}</dt>
          <dd>{asked ? <mark>{text}</mark> : text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the row belongs to: "Balance sheets, Current assets, in millions". */
const titleOf = ({ caption, under, unit }: Row): string =>
  [caption, ...under, unit].flatMap((part) => part ?? []).join(', ');

export function TableRow({ citation }: { citation: Citation }) {
  const { row } = citation;
  if (row === undefined) return null;
  const title = titleOf(row);
  return (
    <figure class="table-row">
      <PagePiece citation={citation} row={row} />
      <Cells row={row} />
      <figcaption>Arranged: the row with its heads{title === '' ? '' : `. ${title}`}</figcaption>
    </figure>
  );
}
