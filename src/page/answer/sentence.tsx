/** A sentence of an answer with its chips, its check and its endnotes. */

import { ocrName } from '../../cite/place-names.ts';
import { countNoun } from '../../text/count-noun.ts';
import { isSmallTalk } from '../conversation/status-line.ts';
import { Icon } from '../icon.tsx';
import type { AnswerSentence, Citation, PartialAnswer } from '../nouns.ts';
import { AlsoIn } from './also-in.tsx';
import { checkLine } from './check-line.ts';
import { CitationChip } from './citation-chip.tsx';
import { Endnotes } from './endnotes.tsx';
import { sentenceKey } from './marks.ts';
import { Quotation } from './quotation.tsx';
import { TableRow } from './table-row.tsx';

/** The result of a written sentence's check. Quotations need none. */
function Check({ sentence, citations }: { sentence: AnswerSentence; citations: readonly Citation[] }) {
  if (!sentence.verified) {
    return (
      <p class="check">
        <Icon name="bad" label="Failed the check" />
        <span>Do not use. {sentence.problems.join(' ')}</span>
      </p>
    );
  }
  if (sentence.origin === 'quoted' || sentence.origin === 'said') return null;
  if (sentence.origin === 'known') return <p class="also">Known of the document itself, no quotation.</p>;
  if (sentence.origin === 'computed')
    return <p class="also">Reckoned from the figures cited, no quotation.</p>;
  return (
    <p class="check">
      <Icon name="ok" label="Checked" />
      <span>{checkLine(sentence, citations)}</span>
    </p>
  );
}

/** Says that the words were recognised in a picture of the page, where a reader may hold them against it. */
function ReadByOcr({ citations }: { citations: readonly Citation[] }) {
  const names = [...new Set(citations.flatMap((citation) => ocrName(citation) ?? []))];
  return names.length === 0 ? null : <p class="also">{names.join('; ')}</p>;
}

/** The text: a quotation with its note markers; struck through if it failed its check. */
function Words({
  sentence,
  citation,
  index,
}: {
  sentence: AnswerSentence;
  citation: Citation | undefined;
  index: number;
}) {
  if (!sentence.verified) return <s>{sentence.text}</s>;
  if (citation?.quote !== sentence.text) return <>{sentence.text}</>;
  return <Quotation citation={citation} markKey={sentenceKey(index, citation.number)} />;
}

export function Sentence({
  answer,
  index,
  short = false,
}: {
  answer: PartialAnswer;
  index: number;
  short?: boolean;
}) {
  const sentence = answer.sentences[index];
  if (sentence === undefined) return null;
  const citations = answer.citations.filter(({ number }) => sentence.citations.includes(number));
  return (
    <div class={sentence.verified ? 'sentence' : 'sentence failed'}>
      <p class={sentence.origin === 'quoted' ? 'said' : 'said own'}>
        <Words
          sentence={sentence}
          citation={citations.find(({ quote }) => quote === sentence.text)}
          index={index}
        />
        {citations.map((citation) => (
          <span key={citation.number}>
            {' '}
            <CitationChip citation={citation} markKey={sentenceKey(index, citation.number)} short={short} />
          </span>
        ))}
      </p>
      {citations.map((citation) => (
        <TableRow key={citation.number} citation={citation} />
      ))}
      <ReadByOcr citations={citations} />
      {citations.map((citation) => (
        <AlsoIn key={citation.number} citation={citation} sentence={index} />
      ))}
      <Check sentence={sentence} citations={citations} />
      <Endnotes citations={citations} />
    </div>
  );
}

/** Some sentences of an answer as a list, each with its number. */
function Verses({ answer, from, to }: { answer: PartialAnswer; from: number; to: number }) {
  return (
    <>
      {answer.sentences.slice(from, to).map((sentence, offset) => {
        const index = from + offset;
        return (
          <li class={sentence.verified ? 'verse' : 'verse failed'} key={`${index} ${sentence.text}`}>
            <span class="num" aria-hidden="true">
              {!isSmallTalk(answer) && index + 1}
            </span>
            <Sentence answer={answer} index={index} />
          </li>
        );
      })}
    </>
  );
}

/** The sentences of an answer, numbered, what stands around those that answer folded away; marked busy until complete. */
export function Sentences({ answer, isBusy = false }: { answer: PartialAnswer; isBusy?: boolean }) {
  const count = answer.sentences.length;
  const leading = answer.lead?.length ?? count;
  return (
    <>
      <ol class="verses" aria-live="polite" aria-busy={isBusy}>
        <Verses answer={answer} from={0} to={leading} />
      </ol>
      {leading < count && (
        <details class="fold around">
          <summary>
            <Icon name="right" />
            More around it
            <span class="q">{countNoun(count - leading, 'sentence')}</span>
          </summary>
          <ol class="verses" start={leading + 1}>
            <Verses answer={answer} from={leading} to={count} />
          </ol>
        </details>
      )}
    </>
  );
}
