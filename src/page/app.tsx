/** The reading room: header, the tab's questions, the reading column with its question box, the page. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { AnswerView } from './answer-view.tsx';
import { ChapterPicker } from './chapter-picker.tsx';
import { DocumentsView } from './documents-view.tsx';
import { FailureView } from './failure-view.tsx';
import { Header } from './header.tsx';
import { marksOf } from './marks.ts';
import type { Mark, Mode, Scope, Shown, Turn } from './nouns.ts';
import { ShowPage } from './page-context.ts';
import { PagePane } from './page-pane.tsx';
import { QuestionBox } from './question-box.tsx';
import { QuestionRail } from './question-rail.tsx';
import { StartView } from './start-view.tsx';
import { useConversation } from './use-conversation.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useKeys } from './use-keys.ts';
import { type Library, useLibrary } from './use-library.ts';
import { drawerQuery, narrowQuery, useMedia } from './use-media.ts';

/** The page of a mark. */
function placeOf({ key, citation }: Mark): Shown {
  return { document: citation.document, page: citation.page, mark: key };
}

/** The pane's state: where there is room, the first place of an answer shows at once, and the cover at the start. */
function usePane(turn: Turn | null, marks: readonly Mark[], { documents }: Library) {
  const [shown, setShown] = useState<Shown | null>(null);
  const isNarrow = useMedia(narrowQuery);
  const state = turn?.outcome.state ?? 'start';
  const [first] = documents ?? [];
  useEffect(() => {
    const [mark] = marks;
    const cover = first === undefined ? null : { document: first.id, page: 1, mark: null };
    // Until there is a place to show, the page stays: a pane that closed and opened again would move the text.
    if (isNarrow) setShown(null);
    else if (mark !== undefined) setShown(placeOf(mark));
    else setShown((before) => (turn === null || before === null ? cover : { ...before, mark: null }));
    // Only when another turn is on show, or this one has come to something else.
  }, [turn?.key, state, first?.id, isNarrow]);
  return {
    shown,
    show: (key: string) => {
      const mark = marks.find((one) => one.key === key);
      if (mark !== undefined) setShown(placeOf(mark));
    },
    turnTo: (page: number) => {
      if (shown === null) return;
      const here = marks.find(
        ({ citation }) => citation.document === shown.document && citation.pages.includes(page),
      );
      const keeps = marks.some(({ key, citation }) => key === shown.mark && citation.pages.includes(page));
      setShown({ ...shown, page, mark: keeps ? shown.mark : (here?.key ?? null) });
    },
    close: () => setShown(null),
  };
}

function placeholderFor(library: Library, turn: Turn | null): string {
  if (library.documents === null) return '';
  if (library.documents.length > 0) {
    return turn === null ? 'Ask the report a question' : 'Ask another question';
  }
  const isMoving = library.uploads.uploads.some(({ state }) => state === 'ingesting');
  if (isMoving) return 'You can ask when the first report is ready';
  return library.uploads.allowed ? 'Add a report first' : 'There is no report to ask yet';
}

export function App() {
  const library = useLibrary();
  const conversation = useConversation();
  const { turn } = conversation;
  const { documents, failure, uploads } = library;
  const [scope, setScope] = useState<Scope>({});
  const [mode, setMode] = useState<Mode>('extract');
  const [text, setText] = useState('');
  const [isAdding, setAdding] = useState(false);
  const isDrawer = useMedia(drawerQuery);
  const [isRailOpen, setRailOpen] = useState(!isDrawer);
  useEffect(() => setRailOpen(!isDrawer), [isDrawer]);
  const box = useRef<HTMLTextAreaElement>(null);
  const flow = useRef<HTMLElement>(null);
  const marks = turn === null ? [] : marksOf(turn.outcome);
  const pane = usePane(turn, marks, library);

  useEffect(() => {
    document.title = turn === null ? 'Chapter & Verse' : `${turn.question} · Chapter & Verse`;
    flow.current?.scrollTo({ top: 0, behavior: 'instant' });
    if (turn !== null) setScope(turn.scope);
  }, [turn?.key]);

  const ask = (question: string, where: Scope = scope, how: Mode = mode) => {
    setAdding(false);
    if (isDrawer) setRailOpen(false);
    conversation.ask({ question, scope: where, mode: how });
  };
  const submit = () => {
    const question = text.trim();
    if (question === '' || !documents?.length) {
      box.current?.focus();
      return;
    }
    setText('');
    ask(question);
  };
  const show = (next: Turn | null) => {
    setAdding(false);
    if (isDrawer) setRailOpen(false);
    if (next !== null && next.outcome.state !== 'answered') conversation.ask(next);
    else conversation.show(next);
    if (next === null) box.current?.focus();
  };
  useKeys({
    box,
    onRail: () => setRailOpen(!isRailOpen),
    onEscape: () => {
      if (isDrawer && isRailOpen) setRailOpen(false);
      else pane.close();
    },
  });
  const onFiles = useCallback((files: File[]) => {
    setAdding(true);
    library.add(files);
  }, []);
  const isDropping = useFileDrop(uploads.allowed ? onFiles : null);

  const isBare = documents?.length === 0;
  const isListing = uploads.allowed && (isAdding || isBare || isDropping);
  const paneDocument = documents?.find(({ id }) => id === pane.shown?.document);
  const isPaneOpen = pane.shown !== null && paneDocument !== undefined && !isListing && failure === null;
  const retryTurn = useCallback(() => {
    if (turn !== null) conversation.ask(turn);
  }, [turn?.key]);

  const content = () => {
    if (isListing) {
      return (
        <DocumentsView
          documents={documents ?? []}
          uploads={uploads}
          problem={library.problem}
          onFiles={onFiles}
          onRemove={library.remove}
          onDismiss={library.dismiss}
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
      const askAgain = (where: Scope = turn.scope, how: Mode = turn.mode) => ask(turn.question, where, how);
      return <AnswerView turn={turn} documents={documents ?? []} askAgain={askAgain} retry={retryTurn} />;
    }
    return documents === null ? null : (
      <StartView documents={documents} onAsk={(question) => ask(question)} />
    );
  };

  const layout = ['app', isRailOpen ? 'railed' : '', isPaneOpen ? 'paged' : '', isDropping ? 'dropping' : ''];
  return (
    <ShowPage.Provider value={{ shown: isPaneOpen ? pane.shown : null, show: pane.show }}>
      <div class={layout.join(' ')}>
        <a class="skip" href="#question">
          Skip to the question box
        </a>
        <Header
          documents={documents}
          isRailOpen={isRailOpen}
          onRail={() => setRailOpen(!isRailOpen)}
          onAdd={uploads.allowed ? () => setAdding(true) : undefined}
        >
          {documents !== null && documents.length > 0 && (
            <ChapterPicker documents={documents} scope={scope} onPick={setScope} />
          )}
        </Header>
        <div class="room">
          <QuestionRail
            turns={conversation.turns}
            current={turn?.key ?? null}
            onShow={show}
            onNew={() => show(null)}
          />
          <main class="read">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard. */}
            <section class="flow" ref={flow} tabIndex={0} aria-label="Answer">
              {content()}
            </section>
            <QuestionBox
              box={box}
              text={text}
              placeholder={placeholderFor(library, turn)}
              isDisabled={documents === null ? failure === null : documents.length === 0}
              isAsking={turn?.outcome.state === 'asking'}
              mode={mode}
              onMode={library.chat === null ? null : setMode}
              onText={setText}
              onAsk={submit}
              onStop={conversation.stop}
            />
          </main>
          {isPaneOpen && pane.shown !== null && paneDocument !== undefined && (
            <PagePane
              shown={pane.shown}
              document={paneDocument}
              marks={marks}
              onPage={pane.turnTo}
              onClose={pane.close}
            />
          )}
        </div>
        {isDrawer && isRailOpen && (
          // biome-ignore lint/a11y/noStaticElementInteractions: Esc and the button close the drawer as well.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
          <div class="scrim" onClick={() => setRailOpen(false)} />
        )}
      </div>
    </ShowPage.Provider>
  );
}
