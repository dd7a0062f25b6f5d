/** A page as it was read: its picture, with what was found drawn on it. */
import { useState } from 'preact/hooks';
import { countNoun } from '../../text/count-noun.ts';
import { markNames } from '../../text/tell-reading.ts';
import type { MarkKind, ReadingMark, SampledPage as Sampled } from '../../wire/types.ts';
import { documentAddress } from '../api.ts';
import { percent, pictureAddress } from '../pane/page-picture.tsx';

/** Pixels: what is small on a page can be read at this width. */
const pictureWidth = 1000;

export function MarkSign({ kind, number }: { kind: MarkKind; number?: number | undefined }) {
  const sign = number ?? markNames[kind].sign;
  return <>{sign !== '' && <b>{sign}</b>}</>;
}

/** "p. 15, printed 14". */
function nameOf({ page, label }: Sampled): string {
  return label === String(page) ? `p. ${page}` : `p. ${page}, printed ${label}`;
}

function MarkBox({ mark }: { mark: ReadingMark }) {
  const { kind, number, says, x, y, width, height } = mark;
  return (
    <span
      class={`found-mark ${kind.replace(' ', '-')}`}
      title={`${markNames[kind].short}: ${says}`}
      style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}
    >
      <MarkSign kind={kind} number={number} />
    </span>
  );
}

export function SampledPage({
  document,
  sampled,
  hidden,
}: {
  document: string;
  sampled: Sampled;
  /** Kinds that are not drawn. */
  hidden: ReadonlySet<MarkKind>;
}) {
  const { page, why, marks } = sampled;
  const [isMissing, setMissing] = useState(false);
  return (
    <figure class="sampled">
      <figcaption>
        <b>{nameOf(sampled)}</b>
        <span>{why.length === 0 ? 'drawn at random' : why.join('; ')}</span>
        <a href={`${documentAddress(document)}/file#page=${page}`} target="_blank" rel="noreferrer">
          Open the PDF at this page
        </a>
      </figcaption>
      {isMissing ? (
        <p class="miss">
          This page could not be drawn. The PDF may have moved or changed since it was ingested.
        </p>
      ) : (
        <div class="sampled-leaf">
          <img
            src={pictureAddress(document, page, pictureWidth)}
            alt={`Page ${page}, with what was found on it marked; the list below says the same`}
            loading="lazy"
            onError={() => setMissing(true)}
          />
          <div aria-hidden="true">
            {marks
              .filter(({ kind }) => !hidden.has(kind))
              .map((mark, at) => (
                <MarkBox key={at} mark={mark} />
              ))}
          </div>
        </div>
      )}
      <details>
        <summary>{countNoun(marks.length, 'piece')} found on this page</summary>
        <ol>
          {marks.map(({ kind, says }, at) => (
            <li key={at}>
              {markNames[kind].short}: {says}
            </li>
          ))}
        </ol>
      </details>
    </figure>
  );
}
