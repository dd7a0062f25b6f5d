/** How well a report was read: a verdict for each part, and pages with what was found on them. */
import { useState } from 'preact/hooks';
import { countNoun } from '../../text/count-noun.ts';
import { listPages, markNames, overall } from '../../text/tell-reading.ts';
import type { MarkKind, ReadingPart, ReadingReport } from '../../wire/types.ts';
import { FailureView } from '../conversation/failure-view.tsx';
import { Icon } from '../icon.tsx';
import { MarkSign, SampledPage } from './sampled-page.tsx';
import { useReading } from './use-reading.ts';

function Part({ part }: { part: ReadingPart }) {
  const { name, verdict, finding, advice, pages, examples } = part;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <span class={`how-read ${verdict}`}>{verdict}</span>
        <p>
          {finding}
          {pages.length > 0 && ` See ${listPages(pages)}.`}
        </p>
        {verdict !== 'good' && examples.length > 0 && (
          <p class="examples">
            Such as{' '}
            {examples.map(({ text, page }, at) => (
              <span key={`${page} ${text}`}>
                {at > 0 && ', '}
                <q>{text.trim()}</q> (p. {page})
              </span>
            ))}
          </p>
        )}
        {advice !== undefined && <p class="advice">{advice}</p>}
      </dd>
    </>
  );
}

/** The kinds of marks, each of which can be hidden. */
function Legend({
  kinds,
  hidden,
  onToggle,
}: {
  kinds: readonly MarkKind[];
  hidden: ReadonlySet<MarkKind>;
  onToggle: (kind: MarkKind) => void;
}) {
  return (
    <fieldset class="legend">
      <legend class="sr">What is drawn on the pages</legend>
      {kinds.map((kind) => (
        <button key={kind} type="button" aria-pressed={!hidden.has(kind)} onClick={() => onToggle(kind)}>
          <i>
            <span class={`found-mark ${kind.replace(' ', '-')}`}>
              <MarkSign kind={kind} />
            </span>
          </i>
          {markNames[kind].name}
        </button>
      ))}
    </fieldset>
  );
}

const kindsIn = ({ sample }: ReadingReport): MarkKind[] => {
  const found = new Set(sample.flatMap(({ marks }) => marks.map(({ kind }) => kind)));
  return (Object.keys(markNames) as MarkKind[]).filter((kind) => found.has(kind));
};

function Report({ report, onOthers }: { report: ReadingReport; onOthers: () => void }) {
  const [hidden, setHidden] = useState<ReadonlySet<MarkKind>>(new Set());
  const toggle = (kind: MarkKind) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  };
  return (
    <>
      <p class="byline">
        {report.title} · {countNoun(report.pages, 'page')}
      </p>
      <p class={`overall ${report.verdict}`}>{overall[report.verdict]}</p>
      <dl class="parts">
        {report.parts.map((part) => (
          <Part key={part.name} part={part} />
        ))}
      </dl>
      <h2 class="sub">Pages, with what was found on them</h2>
      <p>The most doubtful ones first, then some drawn at random.</p>
      <Legend kinds={kindsIn(report)} hidden={hidden} onToggle={toggle} />
      <div class="sample">
        {report.sample.map((sampled) => (
          <SampledPage key={sampled.page} document={report.document} sampled={sampled} hidden={hidden} />
        ))}
      </div>
      <button type="button" class="btn" onClick={onOthers}>
        Draw other pages
      </button>
    </>
  );
}

export function ReadingView({ document, onBack }: { document: string; onBack: () => void }) {
  const [seed, setSeed] = useState(1);
  const { report, failure, retry } = useReading(document, seed);
  return (
    <section class="shelf reading">
      <button type="button" class="btn bare back" onClick={onBack}>
        <Icon name="left" />
        Library
      </button>
      <h1 class="question">How well was it read?</h1>
      {failure !== null && <FailureView failure={failure} retry={retry} />}
      {failure === null && report === null && <p role="status">Looking …</p>}
      {report !== null && <Report report={report} onOthers={() => setSeed(seed + 1)} />}
    </section>
  );
}
