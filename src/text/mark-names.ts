/** What the marks on the picture of a page are called, and the sign that tells them apart without their colour. */
export const markNames = {
  heading: { sign: 'H', short: 'Heading', name: 'Heading' },
  text: { sign: '1', short: 'Text', name: 'Text, numbered as it is read' },
  table: { sign: 'T', short: 'Table', name: 'Table' },
  row: { sign: '', short: 'Row', name: 'Row of a table' },
  note: { sign: 'N', short: 'Note', name: 'Note' },
  'left out': { sign: '–', short: 'Left out', name: 'Left out for a reason, as a running head' },
  lost: { sign: '?', short: 'In no passage', name: 'In no passage' },
} as const;
