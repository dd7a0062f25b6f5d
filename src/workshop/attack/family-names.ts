/** The families of attacks as on the command line, in the order of docs/reliability.md. */
export const familyNames = ['pdf', 'index', 'output', 'text', 'http', 'machines'] as const;
