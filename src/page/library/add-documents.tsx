/** Adding PDFs: where they are dropped or chosen, their progress and refusals. */
import { useEffect, useRef } from 'preact/hooks';
import type { Upload, Uploads } from '../../wire/types.ts';
import { Prose } from '../answer/prose.tsx';
import { Icon } from '../icon.tsx';
import { UploadItem } from './upload-item.tsx';

function DropZone({
  look,
  hasFocus,
  onFiles,
}: {
  look: 'tall' | 'whole' | 'thin';
  hasFocus: boolean;
  onFiles: (files: File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (hasFocus) button.current?.focus();
  }, [hasFocus]);
  return (
    <div class={`drop ${look}`}>
      <p>
        <b>Drop a PDF here</b>
        {look !== 'thin' &&
          'It goes to this server only; 200 pages take about a minute, scans some seconds a page.'}
      </p>
      <button
        ref={button}
        type="button"
        class={look === 'tall' ? 'btn primary' : 'btn'}
        onClick={() => input.current?.click()}
      >
        Choose a file
      </button>
      <input
        ref={input}
        type="file"
        accept="application/pdf,.pdf"
        multiple
        hidden
        aria-label="PDF files to add"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

function summary({ uploads }: Uploads): string {
  const count = (state: Upload['state']) => uploads.filter((upload) => upload.state === state).length;
  const parts = [
    [count('ingesting') + count('waiting'), 'being prepared'],
    [count('done'), 'ready'],
    [count('refused'), 'not added'],
    [count('cancelled'), 'cancelled'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return said.join(' · ');
}

export function AddDocuments({
  isFirst,
  hasFocus,
  uploads,
  problem,
  onFiles,
  onCancel,
  onDismiss,
}: {
  /** Whether there is no report yet. */
  isFirst: boolean;
  /** Whether the button that chooses files takes the focus. */
  hasFocus: boolean;
  uploads: Uploads;
  /** Why the last request was refused. */
  problem: string | null;
  onFiles: (files: File[]) => void;
  onCancel: (id: string) => Promise<void>;
  onDismiss: (id: string) => void;
}) {
  const isIdle = uploads.uploads.length === 0;
  const look = isFirst && isIdle ? 'tall' : hasFocus || !isIdle ? 'whole' : 'thin';
  return (
    <>
      <DropZone look={look} hasFocus={hasFocus} onFiles={onFiles} />
      {problem !== null && (
        <p class="alert" role="alert">
          <Icon name="bad" />
          <span>
            <Prose text={problem} />
          </span>
        </p>
      )}
      <p class="status" role="status">
        <b>{summary(uploads)}</b>
      </p>
      {uploads.uploads.length > 0 && (
        <div class="files">
          {uploads.uploads.map((upload) => (
            <UploadItem
              key={upload.id}
              upload={upload}
              onCancel={() => onCancel(upload.id)}
              onDismiss={() => onDismiss(upload.id)}
            />
          ))}
        </div>
      )}
    </>
  );
}
