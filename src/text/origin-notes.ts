/** What must be said beside sentences of an answer that the report does not have. */
const notes = {
  known: 'What has no source is known of the document itself, and is no quotation.',
  computed: 'What has an equals sign is reckoned from the figures cited, and is no quotation.',
} as const;

/** @param origins of the answer's sentences. */
export function originNotes(origins: Iterable<string>): string[] {
  const present = new Set(origins);
  return (Object.keys(notes) as (keyof typeof notes)[]).flatMap((origin) =>
    present.has(origin) ? [notes[origin]] : [],
  );
}
