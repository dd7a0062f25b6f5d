/** The whole page: header, list of questions, answers with the question box, and the report's page. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Asked } from './address.ts';
import { AnswerView } from './answer/answer-view.tsx';
import { markOf } from './answer/marks.ts';
import { FailureView } from './conversation/failure-view.tsx';
import { historyOf } from './conversation/history.ts';
import { QuestionBox } from './conversation/question-box.tsx';
import { QuestionRail } from './conversation/question-rail.tsx';
import { StartView } from './conversation/start-view.tsx';
import { useConversation } from './conversation/use-conversation.ts';
import { Header } from './header.tsx';
import { DocumentDetails } from './library/document-details.tsx';
import { LibraryView } from './library/library-view.tsx';
import { useFileDrop } from './library/use-file-drop.ts';
import { type Library, useLibrary } from './library/use-library.ts';
import { useLibraryView } from './library/use-library-view.ts';
import type { Mode, Scope, Turn } from './nouns.ts';
import { citedDocuments } from './pane/document-name.tsx';
import { ShowPage } from './pane/page-context.ts';
import { PagePane } from './pane/page-pane.tsx';
import { usePane } from './pane/use-pane.ts';
import { ReadingView } from './reading/reading-view.tsx';
import { ShowReading, useReadingView } from './reading/use-reading-view.ts';
import { withoutGone } from './scope/scope.ts';
import { ScopeLine } from './scope/scope-line.tsx';
import { useKeys } from './use-keys.ts';
import { drawerQuery, narrowQuery, useMedia } from './use-media.ts';

function placeholderFor(library: Library, turn: Turn | null): string {
  if (library.documents === null) return '';
  if (library.documents.length > 0) {
    if (turn !== null) return 'Ask another question';
    return library.documents.length === 1 ? 'Ask the report a question' : 'Ask the reports a question';
  }
  const isMoving = library.uploads.uploads.some(({ state }) => state === 'ingesting');
  if (isMoving) return 'You can ask when the first report is ready';
  return library.uploads.allowed ? 'Add a report first' : 'There is no report to ask yet';
}

/** Brings a chip into view, also where its sentence is folded away. */
function revealChip(key: string): void {
  const chip = document.querySelector<HTMLElement>(`[data-mark="${key}"].cite`);
  const fold = chip?.closest('details');
  if (fold) fold.open = true;
  chip?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}

export function App() {
  const library = useLibrary();
  const conversation = useConversation();
  const { turn } = conversation;
  const { documents, failure, uploads } = library;
  const [scope, setScope] = useState<Scope>({});
  const [mode, setMode] = useState<Mode>('extract');
  const [text, setText] = useState('');
  /** How often a report or chapter of the library was chosen to ask in. */
  const [askedIn, setAskedIn] = useState(0);
  const shelf = useLibraryView();
  const reading = useReadingView();
  const isDrawer = useMedia(drawerQuery);
  const isNarrow = useMedia(narrowQuery);
  const [isRailOpen, setRailOpen] = useState(!isDrawer);
  useEffect(() => setRailOpen(!isDrawer), [isDrawer]);
  const box = useRef<HTMLTextAreaElement>(null);
  const flow = useRef<HTMLElement>(null);
  const hasSeveralReports = (documents?.length ?? 0) > 1;
  // Of several reports none is the one to open with.
  const pane = usePane(turn, hasSeveralReports ? undefined : documents?.[0]?.id);

  useEffect(() => {
    const shown = reading.document !== null ? 'Reading' : shelf.isOpen ? 'Library' : turn?.question;
    document.title = shown === undefined ? 'Chapter & Verse' : `${shown} · Chapter & Verse`;
    flow.current?.scrollTo({ top: 0, behavior: 'instant' });
  }, [turn?.key, shelf.isOpen, reading.document]);
  useEffect(() => {
    if (turn !== null) setScope(turn.scope);
  }, [turn?.key]);
  useEffect(() => {
    if (documents !== null) setScope((before) => withoutGone(before, documents));
  }, [documents]);

  const leaveViews = () => {
    shelf.hide();
    reading.hide();
  };
  const openShelf = (toAdd?: boolean) => {
    reading.hide();
    shelf.open(toAdd);
  };
  const showReading = (document: string) => {
    shelf.hide();
    reading.open(document);
  };
  const ask = (asked: Asked) => {
    leaveViews();
    if (isDrawer) setRailOpen(false);
    conversation.ask(asked);
  };
  const submit = () => {
    const question = text.trim();
    if (question === '' || !documents?.length) {
      box.current?.focus();
      return;
    }
    setText('');
    ask({ question, scope, mode, history: historyOf(conversation.turns, turn?.key ?? null) });
  };
  const show = (next: Turn | null) => {
    leaveViews();
    if (isDrawer) setRailOpen(false);
    if (next !== null && next.outcome.state !== 'answered') conversation.ask(next);
    else conversation.show(next);
    if (next === null) box.current?.focus();
  };
  const leaveLibrary = () => {
    leaveViews();
    conversation.show(turn);
  };
  const isShelf = shelf.isOpen && reading.document === null && documents !== null && documents.length > 0;
  useKeys({
    box,
    onNumber: (number) => {
      const mark = isShelf ? undefined : markOf(number, pane.marks);
      if (mark === undefined) return;
      pane.show(mark.key);
      revealChip(mark.key);
    },
    onRail: () => setRailOpen(!isRailOpen),
    onEscape: () => {
      if (isDrawer && isRailOpen) setRailOpen(false);
      else if (reading.document !== null) openShelf();
      else if (!isShelf) pane.close();
      else if (shelf.inspected !== null) shelf.inspect(null);
      else leaveLibrary();
    },
  });
  const onFiles = useCallback((files: File[]) => {
    openShelf();
    library.add(files);
  }, []);
  // Behind the drawing: what a sheet has closed on takes the focus back with it.
  useEffect(() => {
    if (askedIn > 0) box.current?.focus();
  }, [askedIn]);
  const askIn = (where: Scope) => {
    setScope(where);
    // A sheet would keep the focus; it is gone when the effect gives it to the box.
    if (isNarrow) shelf.inspect(null);
    setAskedIn(askedIn + 1);
  };
  const isDropping = useFileDrop(uploads.allowed ? onFiles : null);

  const isBare = documents?.length === 0;
  const isListing = isShelf || (uploads.allowed && (isBare || isDropping));
  const inspected = isShelf ? documents.find(({ id }) => id === shelf.inspected) : undefined;
  const paneDocument = documents?.find(({ id }) => id === pane.shown?.document);
  const isPaneOpen =
    pane.shown !== null &&
    paneDocument !== undefined &&
    !isListing &&
    reading.document === null &&
    failure === null;
  const retryTurn = useCallback(() => {
    if (turn !== null) conversation.ask(turn);
  }, [turn?.key]);

  const content = () => {
    if (reading.document !== null)
      return <ReadingView document={reading.document} onBack={() => openShelf()} />;
    if (isListing) {
      return (
        <LibraryView
          library={library}
          scope={scope}
          words={shelf.words}
          inspected={inspected?.id ?? null}
          isAdding={shelf.isAdding}
          onFiles={onFiles}
          onScope={setScope}
          onWords={shelf.search}
          onInspect={shelf.inspect}
        />
      );
    }
    if (failure !== null) {
      return (
        <section class="col">
          <FailureView failure={failure} retry={library.reload} />
        </section>
      );
    }
    if (turn !== null) {
      const askAgain = (where: Scope = turn.scope, how: Mode = turn.mode) =>
        ask({ ...turn, scope: where, mode: how });
      return <AnswerView turn={turn} documents={documents ?? []} askAgain={askAgain} retry={retryTurn} />;
    }
    return documents === null ? null : (
      <StartView documents={documents} onAsk={(question) => ask({ question, scope, mode })} />
    );
  };

  const flowName = reading.document !== null ? 'Reading' : isListing ? 'Library' : 'Answer';
  const layout = [
    'app',
    isRailOpen ? 'railed' : '',
    isPaneOpen || inspected !== undefined ? 'paged' : '',
    isDropping ? 'dropping' : '',
  ];
  return (
    <ShowPage.Provider
      value={{
        ...pane,
        shown: isPaneOpen ? pane.shown : null,
        reports: documents ?? [],
      }}
    >
      <ShowReading.Provider value={showReading}>
        <div class={layout.join(' ')}>
          <a class="skip" href="#question">
            Skip to the question box
          </a>
          <Header
            documents={documents}
            isRailOpen={isRailOpen}
            isLibrary={isShelf}
            onRail={() => setRailOpen(!isRailOpen)}
            onLibrary={() => (isShelf ? leaveLibrary() : openShelf())}
            onAdd={uploads.allowed ? () => openShelf(true) : undefined}
          />
          <div class="room">
            <QuestionRail
              turns={conversation.turns}
              current={turn?.key ?? null}
              onShow={show}
              onNew={() => show(null)}
            />
            <main class="read">
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard. */}
              <section class="flow" ref={flow} tabIndex={0} aria-label={flowName}>
                {content()}
              </section>
              <QuestionBox
                box={box}
                text={text}
                placeholder={placeholderFor(library, turn)}
                isOne={!hasSeveralReports}
                isDisabled={documents === null ? failure === null : documents.length === 0}
                isAsking={turn?.outcome.state === 'asking'}
                mode={mode}
                onMode={library.writes ? setMode : null}
                onText={setText}
                onAsk={submit}
                onStop={conversation.stop}
              >
                {documents !== null && documents.length > 0 && (
                  <ScopeLine documents={documents} scope={scope} onScope={setScope} />
                )}
              </QuestionBox>
            </main>
            {isPaneOpen && pane.shown !== null && paneDocument !== undefined && (
              <PagePane
                shown={pane.shown}
                document={paneDocument}
                cited={citedDocuments(pane.marks, documents ?? [])}
                marks={pane.marks}
                isNamed={hasSeveralReports}
                onPage={pane.turnTo}
                onDocument={pane.turnToDocument}
                onClose={pane.close}
              />
            )}
            {inspected !== undefined && (
              <DocumentDetails
                key={inspected.id}
                document={inspected}
                library={library}
                scope={scope}
                onAskIn={askIn}
                onWords={shelf.search}
                onClose={() => shelf.inspect(null)}
              />
            )}
          </div>
          {isDrawer && isRailOpen && (
            // biome-ignore lint/a11y/noStaticElementInteractions: Esc and the button close the drawer too.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
            <div class="scrim" onClick={() => setRailOpen(false)} />
          )}
        </div>
      </ShowReading.Provider>
    </ShowPage.Provider>
  );
}
