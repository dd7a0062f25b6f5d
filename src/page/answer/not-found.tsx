/** The report does not answer: what was searched and looked for, and the nearest passages. */
import { type NamedReport, placeName } from '../../cite/place-names.ts';
import { countNoun } from '../../text/count-noun.ts';
import { joinNames } from '../../text/join-names.ts';
import type { DocumentListing } from '../../wire/types.ts';
import type { Answer, Citation, Scope } from '../nouns.ts';
import { isEverything, nameScope } from '../scope/scope.ts';
import type { TurnActions } from './answer-acts.tsx';
import { CitationChip } from './citation-chip.tsx';
import { elsewhereKey, nearestKey } from './marks.ts';
import { Quotation } from './quotation.tsx';

/** What each reason says of the reports searched, one or several. */
const verdictSentences: Record<NonNullable<Answer['reason']>, [one: string, several: string]> = {
  'off-topic': [
    'Nothing in this report comes near the question.',
    'Nothing in these reports comes near the question.',
  ],
  'no-chapter': ['The report has no chapter on this.', 'No report has a chapter on this.'],
  'not-mentioned': ['The report does not mention this.', 'No report mentions this.'],
  'not-stated': ['The report does not answer this.', 'The reports do not answer this.'],
};

/** Of what alone was searched no more is said than that, and of the rest nothing but where it is. */
function verdictOf({ reason, explanation, elsewhere, searched }: Answer, documents: readonly NamedReport[]) {
  const { scope } = explanation ?? {};
  if (scope === undefined) return verdictSentences[reason ?? 'not-stated'][searched.documents > 1 ? 1 : 0];
  if (elsewhere !== undefined)
    return `Not in ${joinNames(scope)}. ${placeName(elsewhere, documents)} speaks of it.`;
  return `${joinNames(scope)} ${scope.length === 1 ? 'does' : 'do'} not answer this.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The chapter that a question names, where all was searched and found nothing. */
function namedChapter({ explanation }: Answer, documents: readonly DocumentListing[]): Scope | null {
  for (const { id, chapters } of documents) {
    const chapter = chapters.find(({ name }) => explanation?.lookedFor.includes(name));
    if (chapter !== undefined) return { documents: [id], chapters: [chapter.name] };
  }
  return null;
}

/** Where a citation stands, as a scope: its chapter, if that can be searched, else its document. */
function scopeAt({ document, chapter }: Citation, documents: readonly DocumentListing[]): Scope {
  const own = documents.find(({ id }) => id === document)?.chapters ?? [];
  return own.some(({ name }) => name === chapter)
    ? { documents: [document], chapters: [chapter] }
    : { documents: [document] };
}

interface ElsewhereProps {
  answer: Answer;
  scope: Scope;
  documents: readonly DocumentListing[];
  askAgain: TurnActions['askAgain'];
}

/** What stands elsewhere, and buttons that ask there. */
function Elsewhere({ answer, scope, documents, askAgain }: ElsewhereProps) {
  const { elsewhere } = answer;
  const isNarrowed = !isEverything(scope);
  const where =
    elsewhere !== undefined
      ? scopeAt(elsewhere, documents)
      : isNarrowed
        ? null
        : namedChapter(answer, documents);
  if (where === null && !isNarrowed) return null;
  return (
    <>
      {elsewhere !== undefined && (
        <p class="said there">
          <Quotation citation={elsewhere} markKey={elsewhereKey} />{' '}
          <CitationChip citation={elsewhere} markKey={elsewhereKey} />
        </p>
      )}
      <div class="acts">
        {where !== null && (
          <button type="button" class="btn primary" onClick={() => askAgain(where)}>
            {elsewhere === undefined
              ? `Search only in ${nameScope(where, documents)}`
              : `Ask in ${nameScope(where, documents)}`}
          </button>
        )}
        {isNarrowed && (
          <button
            type="button"
            class={where === null ? 'btn primary' : 'btn bare'}
            onClick={() => askAgain({})}
          >
            {documents.length > 1 ? 'Ask in all reports' : 'Ask in the whole report'}
          </button>
        )}
      </div>
    </>
  );
}

function NearestPassages({ nearest }: { nearest: NonNullable<Answer['nearest']> }) {
  return (
    <>
      <h2 class="sub">Nearest passages</h2>
      <p>Related, but none of them answers the question.</p>
      <ol class="near">
        {nearest.map((passage, index) => (
          <li key={`${passage.passageId} ${passage.quote}`}>
            <p class="said">
              <Quotation citation={passage} markKey={nearestKey(index)} />{' '}
              <CitationChip citation={passage} markKey={nearestKey(index)} />
            </p>
            <small>{capitalised(passage.why)}</small>
          </li>
        ))}
      </ol>
    </>
  );
}

export function NotFound(props: ElsewhereProps) {
  const { answer, documents } = props;
  const { searched, explanation, elsewhere, nearest = [] } = answer;
  const where = [
    ...(searched.documents > 1 ? [countNoun(searched.documents, 'report')] : []),
    countNoun(searched.chapters, 'chapter'),
    countNoun(searched.passages, 'passage'),
  ];
  return (
    <>
      <p class="verdict">{verdictOf(answer, documents)}</p>
      {elsewhere !== undefined && <Elsewhere {...props} />}
      <dl class="facts">
        <dt>Searched</dt>
        <dd>{where.join(', ')}, notes among them</dd>
        {explanation !== undefined && explanation.lookedFor.length > 0 && (
          <>
            <dt>Looked for</dt>
            <dd>{explanation.lookedFor.join(', ')}</dd>
          </>
        )}
        {explanation !== undefined && (
          <>
            <dt>Why it stopped</dt>
            <dd>{capitalised(explanation.stoppedBecause)}</dd>
          </>
        )}
      </dl>
      {elsewhere === undefined && <Elsewhere {...props} />}
      {nearest.length > 0 && <NearestPassages nearest={nearest} />}
    </>
  );
}
