/** Where else the report says the same, linked to the page. */
import { useContext } from 'preact/hooks';
import type { Citation, Restatement } from '../../wire/types.ts';
import type { Mark } from '../nouns.ts';
import { loadPassage } from '../pane/load-passage.ts';
import { ShowPage } from '../pane/page-context.ts';
import { restatementKey, restatementMark } from './marks.ts';

function OtherPlace({ mark, passageId }: { mark: Mark; passageId: string }) {
  const { shown, showOther, updateOther } = useContext(ShowPage);
  const { undivided, chapter, pageLabel, quote } = mark.citation;
  const page = `p. ${pageLabel}`;
  const open = async () => {
    // Shows the page at once, and marks the sentence when its boxes are loaded, wherever the reader is by then.
    showOther(mark);
    const passage = await loadPassage(passageId);
    const sentence = passage?.sentences.find(({ text }) => text === quote);
    if (sentence === undefined) return;
    const { boxes, pages } = sentence;
    updateOther({ ...mark, citation: { ...mark.citation, boxes, pages } });
  };
  return (
    <button
      type="button"
      class="cite other"
      aria-label={undivided ? page : `${chapter}, ${page}`}
      aria-pressed={shown?.mark === mark.key}
      title={quote}
      onClick={open}
    >
      {!undivided && <span class="cut">{chapter}</span>}
      <span>{undivided ? page : `, ${page}`}</span>
    </button>
  );
}

export function AlsoIn({ citation, sentence }: { citation: Citation; sentence: number }) {
  const places: readonly Restatement[] = citation.alsoIn ?? [];
  if (places.length === 0) return null;
  return (
    <p class="also">
      also{' '}
      {places.map((place, index) => {
        const key = restatementKey(sentence, citation.number, index);
        return (
          <span key={key}>
            {index > 0 && ' '}
            <OtherPlace mark={restatementMark(citation, place, key, sentence)} passageId={place.passageId} />
          </span>
        );
      })}
    </p>
  );
}
