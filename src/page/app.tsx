/** The whole page: header, list of questions, answers with the question box, and the report's page. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Asked } from './address.ts';
import { AnswerView } from './answer/answer-view.tsx';
import { FailureView } from './conversation/failure-view.tsx';
import { historyOf } from './conversation/history.ts';
import { QuestionBox } from './conversation/question-box.tsx';
import { QuestionRail } from './conversation/question-rail.tsx';
import { StartView } from './conversation/start-view.tsx';
import { useConversation } from './conversation/use-conversation.ts';
import { Header } from './header.tsx';
import { ChapterPicker } from './library/chapter-picker.tsx';
import { DocumentsView } from './library/documents-view.tsx';
import { useFileDrop } from './library/use-file-drop.ts';
import { type Library, useLibrary } from './library/use-library.ts';
import type { Mode, Scope, Turn } from './nouns.ts';
import { ShowPage } from './pane/page-context.ts';
import { PagePane } from './pane/page-pane.tsx';
import { usePane } from './pane/use-pane.ts';
import { useKeys } from './use-keys.ts';
import { drawerQuery, useMedia } from './use-media.ts';

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
  const pane = usePane(turn, documents?.[0]?.id);

  useEffect(() => {
    document.title = turn === null ? 'Chapter & Verse' : `${turn.question} · Chapter & Verse`;
    flow.current?.scrollTo({ top: 0, behavior: 'instant' });
    if (turn !== null) setScope(turn.scope);
  }, [turn?.key]);

  const ask = (asked: Asked) => {
    setAdding(false);
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
          onCancel={library.cancel}
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
      const askAgain = (where: Scope = turn.scope, how: Mode = turn.mode) =>
        ask({ ...turn, scope: where, mode: how });
      return <AnswerView turn={turn} documents={documents ?? []} askAgain={askAgain} retry={retryTurn} />;
    }
    return documents === null ? null : (
      <StartView documents={documents} onAsk={(question) => ask({ question, scope, mode })} />
    );
  };

  const layout = ['app', isRailOpen ? 'railed' : '', isPaneOpen ? 'paged' : '', isDropping ? 'dropping' : ''];
  return (
    <ShowPage.Provider
      value={{
        ...pane,
        shown: isPaneOpen ? pane.shown : null,
        hasSeveralReports: (documents?.length ?? 0) > 1,
      }}
    >
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
              onMode={library.writes ? setMode : null}
              onText={setText}
              onAsk={submit}
              onStop={conversation.stop}
            />
          </main>
          {isPaneOpen && pane.shown !== null && paneDocument !== undefined && (
            <PagePane
              shown={pane.shown}
              document={paneDocument}
              marks={pane.marks}
              onPage={pane.turnTo}
              onClose={pane.close}
            />
          )}
        </div>
        {isDrawer && isRailOpen && (
          // biome-ignore lint/a11y/noStaticElementInteractions: Esc and the button close the drawer too.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
          <div class="scrim" onClick={() => setRailOpen(false)} />
        )}
      </div>
    </ShowPage.Provider>
  );
}
