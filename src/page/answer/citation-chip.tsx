/** The chip after a sentence: its place, a preview of the passage, and a link to the page. */
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { cutName, type NamedReport, pageName, placeName, reportName } from '../../cite/place-names.ts';
import { nameChapter } from '../../text/name-chapter.ts';
import type { Citation } from '../../wire/types.ts';
import { loadPassage } from '../pane/load-passage.ts';
import { ShowPage } from '../pane/page-context.ts';

/** Characters of context shown on either side of the sentence. */
const around = 160;

interface Excerpt {
  before: string;
  after: string;
}

/** The text around the sentence in its passage. */
export function excerptAround(passage: string, quote: string): Excerpt {
  const at = passage.indexOf(quote);
  if (at < 0) return { before: '', after: '' };
  const before = passage.slice(0, at);
  const after = passage.slice(at + quote.length);
  return {
    before: before.length > around ? `… ${before.slice(-around).replace(/^\S*\s/, '')}` : before,
    after: after.length > around ? `${after.slice(0, around).replace(/\s\S*$/, '')} …` : after,
  };
}

/** The passage with the sentence marked; above the chip if there is no room below. */
function Preview({ citation, id, isOnShow }: { citation: Citation; id: string; isOnShow: boolean }) {
  const { reports } = useContext(ShowPage);
  const [excerpt, setExcerpt] = useState<Excerpt>({ before: '', after: '' });
  const [isAbove, setAbove] = useState(false);
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let isGone = false;
    void loadPassage(citation.passageId).then((passage) => {
      if (!isGone && passage !== null) setExcerpt(excerptAround(passage.text, citation.quote));
    });
    return () => {
      isGone = true;
    };
  }, [citation]);
  useEffect(() => {
    const view = element.current?.closest('.flow')?.getBoundingClientRect();
    const own = element.current?.getBoundingClientRect();
    if (view && own && !isAbove && own.bottom > view.bottom) setAbove(true);
  }, [excerpt, isAbove]);
  return (
    // It describes its chip; the live list around it must not announce it.
    <span class={isAbove ? 'peek above' : 'peek'} role="tooltip" aria-live="off" id={id} ref={element}>
      <small>
        <span>{placeName(citation, reports)}</span>
        {!isOnShow && <span>Click to see the page</span>}
      </small>
      {excerpt.before}
      <mark>{citation.quote}</mark>
      {excerpt.after}
      {citation.row && <small>Arranged with its heads: {citation.row.arranged}</small>}
    </span>
  );
}

/** The place, of which a long report or chapter is cut so that the page is always seen. */
function ChipName({ citation, reports }: { citation: Citation; reports: readonly NamedReport[] }) {
  const { undivided, document } = citation;
  const [title, details] = cutName(reportName(document, reports));
  return (
    <>
      {reports.length > 1 && (
        <>
          <span class="cut">{title}</span>
          <span>
            {details}
            {!undivided && ': '}
          </span>
        </>
      )}
      {!(undivided && reports.length > 1) && <span class="cut">{nameChapter(citation)}</span>}
      <span>, {pageName(citation)}</span>
    </>
  );
}

export function CitationChip({
  citation,
  markKey,
  short = false,
}: {
  citation: Citation;
  markKey: string;
  /** Show only the page, since the chapter is named beside it. */
  short?: boolean;
}) {
  const { shown, show, reports } = useContext(ShowPage);
  const [isPeeking, setPeeking] = useState(false);
  const isOnShow = shown?.mark === markKey;
  const id = `peek-${markKey}`;
  return (
    // A preview that comes and goes within the line itself would break it elsewhere, and take the chip from the pointer.
    <span class="cite-place">
      <button
        type="button"
        class="cite"
        aria-label={short ? undefined : placeName(citation, reports)}
        aria-pressed={isOnShow}
        data-mark={markKey}
        aria-describedby={isPeeking ? id : undefined}
        onClick={() => show(markKey)}
        onMouseEnter={() => setPeeking(true)}
        onMouseLeave={() => setPeeking(false)}
        onFocus={(event) => setPeeking(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setPeeking(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isPeeking) return;
          event.stopPropagation();
          setPeeking(false);
        }}
      >
        {short ? (
          <>
            {pageName(citation)}
            <span class="sr">, {nameChapter(citation)}</span>
          </>
        ) : (
          <ChipName citation={citation} reports={reports} />
        )}
      </button>
      {isPeeking && <Preview citation={citation} id={id} isOnShow={isOnShow} />}
    </span>
  );
}
