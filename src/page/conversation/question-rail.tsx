/** The questions of this tab, beside the answer or in a drawer over it. */
import { useEffect, useRef } from 'preact/hooks';
import { CopyButton } from '../answer/copy-button.tsx';
import { fileAddress } from '../api.ts';
import { IconButton } from '../icon-button.tsx';
import type { Turn } from '../nouns.ts';
import { turnSummary } from './status-line.ts';
import { conversationToMarkdown } from './to-markdown.ts';

export function QuestionRail({
  turns,
  current,
  onShow,
  onNew,
}: {
  turns: readonly Turn[];
  current: string | null;
  onShow: (turn: Turn) => void;
  onNew: () => void;
}) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }, [current, turns.length]);
  const answered = turns.filter(({ outcome }) => outcome.state === 'answered');
  return (
    <nav class="rail" id="rail" aria-label="Questions in this tab">
      <div class="rail-head">
        <h2>Questions in this tab</h2>
        <IconButton icon="plus" label="New question" title="New question" onClick={onNew} />
      </div>
      {turns.length === 0 ? (
        <p class="none">Questions you ask appear here.</p>
      ) : (
        <ol ref={list}>
          {turns.map((turn) => (
            <li key={turn.key}>
              <button
                type="button"
                aria-current={turn.key === current ? 'true' : undefined}
                onClick={() => onShow(turn)}
              >
                <span>{turn.question}</span>
                <small>{turnSummary(turn)}</small>
              </button>
            </li>
          ))}
        </ol>
      )}
      <footer>
        {answered.length > 0 && (
          <CopyButton
            icon="copy"
            label="Copy all as Markdown"
            text={() => conversationToMarkdown(turns, fileAddress)}
          />
        )}
        <p>Kept until you close this tab. Questions go to this server only.</p>
        <p>
          <a href="/evals">How good are the answers</a>
        </p>
      </footer>
    </nav>
  );
}
