/** A report of the library: what was found in it, its chapters, and what can be done with it. */
import type { ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { countNoun } from '../../text/count-noun.ts';
import type { DocumentListing } from '../../wire/types.ts';
import { documentAddress } from '../api.ts';
import { Icon } from '../icon.tsx';
import { IconButton } from '../icon-button.tsx';
import type { Scope } from '../nouns.ts';
import { Sheet } from '../pane/sheet.tsx';
import { ShowReading } from '../reading/use-reading-view.ts';
import { isChosen, scopeOf } from '../scope/scope.ts';
import { addedOn, foundIn } from './describe-document.ts';
import { DocumentForm } from './document-form.tsx';
import type { Library } from './use-library.ts';

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Facts({ document, onWords }: { document: DocumentListing; onWords: (words: string) => void }) {
  const { id, gone, printedTitle, year, tags, pages, passages, ocr, unread, damage, unsure } = document;
  return (
    <dl class="facts">
      {printedTitle !== undefined && <Fact name="Printed title">{printedTitle}</Fact>}
      {year !== undefined && (
        <Fact name="Year">
          <button type="button" class="tag-name" onClick={() => onWords(String(year))}>
            {year}
          </button>
        </Fact>
      )}
      {tags.length > 0 && (
        <Fact name="Tags">
          {tags.map((tag) => (
            <button key={tag} type="button" class="tag-name" onClick={() => onWords(tag)}>
              {tag}
            </button>
          ))}
        </Fact>
      )}
      <Fact name="Added">{addedOn(document)}</Fact>
      <Fact name="File">
        {id}.pdf
        {gone && (
          <b class="gone">
            {' '}
            is gone from where it was read. It is still searched, but no page can be shown: put it back, or
            remove the report.
          </b>
        )}
      </Fact>
      <Fact name="Found">
        {[countNoun(pages, 'page'), countNoun(passages, 'passage'), ...foundIn(document)].join(', ')}
      </Fact>
      {ocr && (
        <Fact name="Read by OCR">
          {countNoun(ocr.pages.length, 'page')}, confidence {ocr.confidence.toFixed(2).replace(/^0/, '')}
        </Fact>
      )}
      {unread && (
        <Fact name="Not read">
          {countNoun(unread.pages.length, 'page')} without text. {unread.remedy}
        </Fact>
      )}
      {damage && <Fact name="Damaged">{damage.join('; ')}</Fact>}
      {unsure && <Fact name="Chapters">{unsure}</Fact>}
    </dl>
  );
}

/** Removal in two steps. */
function Removal({ document, onRemove }: { document: DocumentListing; onRemove: () => Promise<void> }) {
  const [isAsking, setAsking] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const remove = async () => {
    if (isRemoving) return;
    setRemoving(true);
    await onRemove();
    setRemoving(false);
    setAsking(false);
  };
  if (!isAsking) {
    return (
      <button type="button" class="btn bare" onClick={() => setAsking(true)}>
        Remove<span class="sr"> {document.label}</span>
      </button>
    );
  }
  return (
    <p class="row">
      <span>It is no longer searched; the PDF is kept in the folder .removed.</span>
      <button type="button" class="btn" aria-disabled={isRemoving} onClick={remove}>
        {isRemoving ? 'Removing …' : 'Remove it'}
      </button>
      <button type="button" class="btn bare" onClick={() => setAsking(false)}>
        Keep it
      </button>
    </p>
  );
}

function Chapters({
  document,
  scope,
  onAskIn,
}: {
  document: DocumentListing;
  scope: Scope;
  onAskIn: (scope: Scope) => void;
}) {
  const { id, chapters } = document;
  return (
    <ol class="contents">
      {chapters.map(({ name, title, page, lastPage }) => {
        const choice = { kind: 'chapter', document: id, chapter: name } as const;
        return (
          <li key={`${name} ${page}`}>
            <button
              type="button"
              class="contents-item"
              title={title}
              aria-pressed={isChosen(scope, choice)}
              onClick={() => onAskIn(scopeOf(choice))}
            >
              <span>{name}</span>
              <em>
                {page}–{lastPage}
              </em>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

export function DocumentDetails({
  document,
  library,
  scope,
  onAskIn,
  onWords,
  onClose,
}: {
  document: DocumentListing;
  library: Library;
  scope: Scope;
  /** Narrows the next question, and leads to the question box. */
  onAskIn: (scope: Scope) => void;
  /** Searches the library. */
  onWords: (words: string) => void;
  onClose: () => void;
}) {
  const { id, gone, title, label, chapters } = document;
  const [isChanging, setChanging] = useState(false);
  const canChange = library.uploads.changes;
  const showReading = useContext(ShowReading);
  return (
    <Sheet landmark="Report" name={label} class="details" onClose={onClose}>
      <div class="bar-top">
        <span class="gap">Report</span>
        <IconButton icon="close" label="Close the report" title="Close the report (Esc)" onClick={onClose} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard. */}
      <section class="details-body" tabIndex={0} aria-label="Details">
        {isChanging ? (
          <DocumentForm document={document} change={library.change} onClose={() => setChanging(false)} />
        ) : (
          <>
            <h2>{title}</h2>
            <Facts document={document} onWords={onWords} />
          </>
        )}
        {!isChanging && (
          <div class="acts">
            <button
              type="button"
              class="btn primary"
              onClick={() => onAskIn(scopeOf({ kind: 'document', document: id }))}
            >
              Ask in this report
            </button>
            {!gone && (
              <a class="btn" href={`${documentAddress(id)}/file`} target="_blank" rel="noreferrer">
                Open the PDF
              </a>
            )}
            <button type="button" class="btn" onClick={() => showReading(id)}>
              How well it was read
            </button>
            {canChange && (
              <button type="button" class="btn bare" onClick={() => setChanging(true)}>
                Edit<span class="sr"> title, year and tags</span>
              </button>
            )}
            {canChange && <Removal document={document} onRemove={() => library.remove(id)} />}
          </div>
        )}
        {library.problem !== null && (
          <p class="alert" role="alert">
            <Icon name="bad" />
            {library.problem}
          </p>
        )}
        <h3 class="sub">{countNoun(chapters.length, 'chapter')}</h3>
        <p>Choose one to ask in it alone.</p>
        <Chapters document={document} scope={scope} onAskIn={onAskIn} />
      </section>
    </Sheet>
  );
}
