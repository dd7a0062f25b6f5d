/** The library: adding reports, finding them, choosing those to search in. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { countNoun } from '../../text/count-noun.ts';
import type { DocumentListing } from '../../wire/types.ts';
import { Icon } from '../icon.tsx';
import { IconButton } from '../icon-button.tsx';
import type { Scope } from '../nouns.ts';
import { toggleChoice } from '../scope/scope.ts';
import { AddDocuments } from './add-documents.tsx';
import { DocumentList } from './document-list.tsx';
import { findDocuments, firstSorting, type Sorting, type SortKey, sortDocuments } from './find-documents.ts';
import type { Library } from './use-library.ts';

/** So many reports are chosen with one press; more are better named by a tag or a year. */
const mostChosen = 50;

const sortings: { key: SortKey; name: string }[] = [
  { key: 'added', name: 'Latest added' },
  { key: 'title', name: 'Title' },
  { key: 'year', name: 'Year' },
  { key: 'pages', name: 'Most pages' },
  { key: 'chapters', name: 'Most chapters' },
];

/** Shown before there is a report. */
function FirstSteps() {
  return (
    <ol class="steps">
      <li>
        <p>The report is read page by page, with its chapters and notes.</p>
      </li>
      <li>
        <p>Answers quote its sentences and show the page beside them.</p>
      </li>
      <li>
        <p>Files, questions and answers stay on the server.</p>
      </li>
    </ol>
  );
}

function Tools({
  words,
  sorting,
  onWords,
  onSort,
}: {
  words: string;
  sorting: Sorting;
  onWords: (words: string) => void;
  onSort: (sorting: Sorting) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <search class="shelf-tools">
      <label class="field">
        <Icon name="find" />
        <span class="sr">Find a report</span>
        <input
          ref={input}
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder="Title, tag, chapter"
          value={words}
          onInput={(event) => onWords(event.currentTarget.value)}
        />
        {words !== '' && (
          <IconButton
            icon="close"
            label="Clear the search"
            onClick={() => {
              onWords('');
              input.current?.focus();
            }}
          />
        )}
      </label>
      <label class="sort">
        <span class="sr">Sort by</span>
        <select
          value={sorting.key}
          onChange={(event) => {
            const chosen = sortings.find(({ key }) => key === event.currentTarget.value);
            if (chosen !== undefined) onSort(firstSorting(chosen.key));
          }}
        >
          {sortings.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </label>
    </search>
  );
}

function totals(documents: readonly DocumentListing[]): string {
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  const chapters = documents.reduce((sum, document) => sum + document.chapters.length, 0);
  return [
    countNoun(documents.length, 'report'),
    countNoun(pages, 'page'),
    countNoun(chapters, 'chapter'),
  ].join(' · ');
}

export function LibraryView({
  library,
  scope,
  words,
  inspected,
  isAdding,
  onFiles,
  onScope,
  onWords,
  onInspect,
}: {
  library: Library;
  scope: Scope;
  /** What is searched for. */
  words: string;
  /** The report whose details are shown. */
  inspected: string | null;
  /** Whether it was opened to add a report. */
  isAdding: boolean;
  onFiles: (files: File[]) => void;
  onScope: (scope: Scope) => void;
  onWords: (words: string) => void;
  onInspect: (id: string) => void;
}) {
  const { uploads, problem, cancel, dismiss } = library;
  const documents = library.documents ?? [];
  const isFirst = documents.length === 0;
  const [sorting, setSorting] = useState<Sorting>(firstSorting('added'));
  const sorted = useMemo(() => sortDocuments(documents, sorting), [library.documents, sorting]);
  const found = useMemo(() => findDocuments(sorted, words), [sorted, words]);
  const isFiltered = words.trim() !== '';
  const canChooseAll = isFiltered && found.length > 1 && found.length <= mostChosen;
  return (
    <section class={isFirst ? 'col' : 'shelf'}>
      <h1 class="question">{isFirst ? 'Add a report to ask it questions' : 'Library'}</h1>
      {!isFirst && <p class="byline">{totals(documents)}</p>}
      {uploads.allowed && (
        <AddDocuments
          isFirst={isFirst}
          hasFocus={isAdding && !isFirst}
          uploads={uploads}
          // Beside details it is told there.
          problem={inspected === null ? problem : null}
          onFiles={onFiles}
          onCancel={cancel}
          onDismiss={dismiss}
        />
      )}
      {isFirst ? (
        uploads.uploads.length === 0 && <FirstSteps />
      ) : (
        <>
          <Tools words={words} sorting={sorting} onWords={onWords} onSort={setSorting} />
          <p class="shelf-found" role="status">
            {isFiltered && (
              <>
                {found.length === 0 ? 'No report' : `${countNoun(found.length, 'report')}`} with{' '}
                <q>{words.trim()}</q>
              </>
            )}
          </p>
          {canChooseAll && (
            <button
              type="button"
              class="btn choose-all"
              onClick={() => onScope({ documents: found.map(({ document }) => document.id) })}
            >
              Search in these {found.length}
            </button>
          )}
          {found.length > 0 && (
            <DocumentList
              found={found}
              scope={scope}
              sorting={sorting}
              inspected={inspected}
              onSort={setSorting}
              onInspect={onInspect}
              onToggle={({ id }) => onScope(toggleChoice(scope, { kind: 'document', document: id }))}
            />
          )}
        </>
      )}
    </section>
  );
}
