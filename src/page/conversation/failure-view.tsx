/** A failure: what happened and what to do about it. */
import { useEffect, useState } from 'preact/hooks';
import { Prose } from '../answer/prose.tsx';
import { Icon } from '../icon.tsx';
import type { Failure } from '../nouns.ts';

/** Seconds between retries; the last one repeats. */
const waits = [4, 8, 15, 30];

/** Retries by itself, with a countdown. */
function Retry({ retry }: { retry: () => void }) {
  const [tries, setTries] = useState(0);
  const [left, setLeft] = useState(waits[0] ?? 4);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (left > 1) {
        setLeft(left - 1);
        return;
      }
      setTries(tries + 1);
      setLeft(waits[Math.min(tries + 1, waits.length - 1)] ?? 30);
      retry();
    }, 1000);
    return () => clearTimeout(timer);
  }, [left, tries, retry]);
  return (
    <div class="acts">
      <button type="button" class="btn primary" onClick={retry}>
        Try now
      </button>
      <span class="q" role="timer">
        Next try in {left} s
      </span>
    </div>
  );
}

interface FailureProps {
  failure: Failure;
  question?: string;
  retry: () => void;
}

function Unreachable({ failure, question, retry }: FailureProps) {
  return (
    <>
      <h1 class="question">Chapter &amp; Verse is not running</h1>
      <p class="lede">{failure.detail} Your reports and this tab’s questions are safe.</p>
      <ol class="steps">
        <li>
          <p>
            Look at the terminal window where you started it. If it closed or shows an error, start it again:{' '}
            <code>verse serve</code>
          </p>
        </li>
        <li>
          <p>If it is running on another port, open the address that it prints.</p>
        </li>
        <li>
          <p>
            Leave this page open. It tries again by itself
            {question === undefined ? '.' : ' and sends your question when the server answers.'}
          </p>
        </li>
      </ol>
      <Retry retry={retry} />
    </>
  );
}

export function FailureView({ failure, question, retry }: FailureProps) {
  return (
    <>
      <p class="alert" role="alert">
        <Icon name="bad" />
        {failure.title}
      </p>
      {failure.kind === 'unreachable' ? (
        <Unreachable failure={failure} retry={retry} {...(question !== undefined && { question })} />
      ) : (
        <>
          <h1 class="question">{question ?? 'The reports cannot be read'}</h1>
          <p class="lede">
            <Prose text={failure.detail} />
          </p>
          <div class="acts">
            {failure.kind === 'no-access' ? (
              <a class="btn primary" href={location.href}>
                Sign in
              </a>
            ) : (
              <button type="button" class="btn" onClick={retry}>
                {question === undefined ? 'Try again' : 'Ask again'}
              </button>
            )}
          </div>
        </>
      )}
    </>
  );
}
