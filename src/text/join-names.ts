/** "Hungary", "Hungary and Malta", "Hungary, Malta and Spain"; behind a negation with "or". Pure. */
export function joinNames(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  return names.length <= 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}
