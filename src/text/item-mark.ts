/** What is put before an item of a list: a dash, nothing where a number or a letter of its own stands there. Pure. */
export function itemMark(text: string): string {
  return /^\(?(?:\d{1,3}|[ivx]{1,5}|[a-z])[.)]\s/i.test(text) ? '' : '- ';
}
