/** The endnotes that a sentence refers to, with their links. */
import type { Citation } from '../../wire/types.ts';
import { Icon } from '../icon.tsx';
import { toLink } from './readable.ts';

function NoteLink({ url }: { url: string }) {
  const link = toLink(url);
  if (link === null) return <>{url} </>;
  return (
    <>
      <a href={link.href} target="_blank" rel="noreferrer">
        {link.host}
        <Icon name="out" label="opens the web" class="ext" />
      </a>{' '}
    </>
  );
}

type Note = Citation['notes'][number];

/** @param isQuoted whether the note itself is quoted above: then only its links are shown. */
function EndnoteItem({ note, isQuoted }: { note: Note; isQuoted: boolean }) {
  const words = isQuoted ? '' : note.urls.reduce((rest, url) => rest.replace(url, ''), note.text).trim();
  return (
    <li>
      <span class="note-number">{note.label}</span>
      <span>
        {words !== '' && `${words} `}
        {note.urls.map((url) => (
          <NoteLink key={url} url={url} />
        ))}
        <span class="q">
          · Note {note.label}, p. {note.page}
        </span>
      </span>
    </li>
  );
}

export function Endnotes({ citations }: { citations: readonly Citation[] }) {
  const notes = citations.flatMap((citation) => citation.notes);
  const quotes = new Set(citations.map(({ quote }) => quote));
  if (notes.length === 0) return null;
  return (
    <ul class="notes" aria-label="Sources the report gives">
      {notes.map((note) => (
        <EndnoteItem key={`${note.label} ${note.page}`} note={note} isQuoted={quotes.has(note.text)} />
      ))}
    </ul>
  );
}
