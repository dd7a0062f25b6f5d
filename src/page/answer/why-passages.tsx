/** "Why these passages": the ranked passages with their scores and the sentences quoted from each. */
import { useContext, useState } from 'preact/hooks';
import { chapterName } from '../../cite/place-names.ts';
import { countNoun } from '../../text/count-noun.ts';
import type { SearchResponse } from '../../wire/types.ts';
import { search } from '../api.ts';
import { Icon } from '../icon.tsx';
import type { Answer, Scope } from '../nouns.ts';
import { ShowPage } from '../pane/page-context.ts';

type Hit = SearchResponse['hits'][number];

/** As many as fit under an answer. */
const rankedCount = 10;

const columns = [
  { score: 'keyword', title: 'Keyword' },
  { score: 'vector', title: 'Meaning' },
  { score: 'maxsim', title: 'Tokens' },
] as const;

/** A score from 0 to 1; a dash if that ranking did not return the passage. */
function Score({ title, value }: { title: string; value: number | null }) {
  if (value === null) return <span class="bar absent">–</span>;
  return (
    <span class="bar">
      <span class="narrow-only">{title} </span>
      {value.toFixed(2)}
      <meter min={0} max={1} value={value} aria-label={title} />
    </span>
  );
}

/** "quoted as 1, 3": the numbers of the sentences quoted from the passage. */
function usedAs({ sentences, citations }: Answer, { passageId }: Hit): string | null {
  const own = citations.filter((one) => one.passageId === passageId).map(({ number }) => number);
  const numbers = sentences.flatMap((sentence, index) =>
    sentence.citations.some((number) => own.includes(number)) ? [index + 1] : [],
  );
  if (numbers.length === 0) return null;
  const verb = sentences.some(({ origin }) => origin === 'written') ? 'cited in' : 'quoted as';
  return `${verb} ${numbers.join(', ')}`;
}

function HitRow({ answer, hit }: { answer: Answer; hit: Hit }) {
  const { reports } = useContext(ShowPage);
  const pages = hit.pages.length > 1 ? `pp. ${hit.page}–${hit.pages.at(-1)}` : `p. ${hit.page}`;
  const use = usedAs(answer, hit);
  return (
    <tr>
      <td>
        <p>{hit.text}</p>
        <small>
          {chapterName(hit, reports)}, {pages} · {use === null ? 'not quoted' : <b>{use}</b>}
        </small>
      </td>
      {columns.map(({ score, title }) => (
        <td key={score}>
          <Score title={title} value={hit.scores[score]} />
        </td>
      ))}
    </tr>
  );
}

export function WhyPassages({ answer, scope }: { answer: Answer; scope: Scope }) {
  const [hits, setHits] = useState<Hit[] | 'failed' | null>(null);
  const load = () => {
    if (Array.isArray(hits)) return;
    search(answer.resolvedQuestion ?? answer.question, scope, rankedCount)
      .then((found) => setHits(found.hits))
      .catch(() => setHits('failed'));
  };
  const used = new Set(answer.citations.map(({ passageId }) => passageId)).size;
  const ranked = Array.isArray(hits) ? `${hits.length} ranked, ` : '';
  return (
    <details class="fold" onToggle={(event) => event.currentTarget.open && load()}>
      <summary>
        <Icon name="right" />
        Why these passages
        <span class="q">
          {ranked}
          {countNoun(used, 'passage')} quoted
        </span>
      </summary>
      {hits === 'failed' && <p class="q">The ranking could not be had. Close this and open it again.</p>}
      {Array.isArray(hits) && (
        <table class="rank">
          <thead>
            <tr>
              <th scope="col">Passage</th>
              {columns.map(({ score, title }) => (
                <th scope="col" key={score}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hits.map((hit) => (
              <HitRow key={hit.passageId} answer={answer} hit={hit} />
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
