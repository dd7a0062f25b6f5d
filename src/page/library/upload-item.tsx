/** One upload: its progress or refusal, and the button that stops or dismisses it. */
import { useContext, useState } from 'preact/hooks';
import type { Upload, UploadStage } from '../../wire/types.ts';
import { Prose } from '../answer/prose.tsx';
import { Icon } from '../icon.tsx';
import { ShowReading } from '../reading/use-reading-view.ts';

const stageNames: Record<UploadStage, string> = {
  read: 'Reading pages',
  encode: 'Embedding passages',
  write: 'Writing the index',
};

function timeLeft(seconds: number | null): string {
  if (seconds === null) return '';
  return seconds >= 90 ? `about ${Math.round(seconds / 60)} min left` : `about ${Math.ceil(seconds)} s left`;
}

function Stages({ upload }: { upload: Upload }) {
  return (
    <ol class="stages">
      {upload.stages.map(({ stage, done, total }, index) => {
        const isDone = index < upload.stages.length - 1 || upload.state === 'done';
        return (
          <li key={stage} class={isDone ? 'done' : 'now'} aria-current={isDone ? undefined : 'step'}>
            {isDone ? <Icon name="ok" label="Done" /> : <span class="dot" />}
            <span>{stageNames[stage]}</span>
            <progress aria-label={stageNames[stage]} max={total ?? 1} value={done} />
            <span>{total === null ? done : `${done} / ${total}`}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Outcome({ upload }: { upload: Upload }) {
  const showReading = useContext(ShowReading);
  if (upload.state === 'cancelled') {
    return <p class="outcome">The index is as it was; nothing of this file was kept.</p>;
  }
  if (upload.problem === null) {
    return (
      <>
        <Stages upload={upload} />
        {upload.state === 'done' && upload.document !== null && (
          <button type="button" class="btn" onClick={() => showReading(upload.document ?? '')}>
            How well it was read<span class="sr">: {upload.name}</span>
          </button>
        )}
      </>
    );
  }
  return (
    <p class="reason" role="alert">
      <Icon name="bad" />
      <span>
        Not added. <Prose text={upload.problem.detail} />
      </span>
    </p>
  );
}

interface UploadItemProps {
  upload: Upload;
  /** Resolves when it has stopped or the request has failed. */
  onCancel: () => Promise<void>;
  onDismiss: () => void;
}

/** One button for both, so that keyboard focus stays after stopping. */
function UploadButton({ upload, onCancel, onDismiss }: UploadItemProps) {
  const [isStopping, setStopping] = useState(false);
  const isUnderWay = upload.state === 'waiting' || upload.state === 'ingesting';
  const cancel = async () => {
    setStopping(true);
    await onCancel();
    setStopping(false);
  };
  const click = () => {
    if (!isUnderWay) onDismiss();
    else if (!isStopping) void cancel();
  };
  const label = isStopping ? 'Stopping …' : isUnderWay ? 'Cancel' : 'Dismiss';
  return (
    <button type="button" class="btn bare end" aria-disabled={isStopping} onClick={click}>
      {label}
      <span class="sr"> {upload.name}</span>
    </button>
  );
}

export function UploadItem(props: UploadItemProps) {
  const { upload } = props;
  const notes = {
    waiting: 'waiting',
    ingesting: timeLeft(upload.secondsLeft),
    done: 'ready',
    refused: '',
    cancelled: 'cancelled',
  };
  return (
    <article class={upload.state === 'refused' ? 'file refused' : 'file'}>
      <header>
        <h2>{upload.name}</h2>
        <span class="q">{notes[upload.state]}</span>
        <UploadButton {...props} />
      </header>
      <Outcome upload={upload} />
    </article>
  );
}
