/** The page's address: `/?q=…&chapter=…&document=…&mode=generate` asks again. */
import type { EarlierTurn, Mode, Scope } from './nouns.ts';

export interface Asked {
  question: string;
  scope: Scope;
  mode: Mode;
  /** The turns before it; never in an address, which asks in full. */
  history?: readonly EarlierTurn[];
}

/** The question in an address; null if it is blank. */
export function readAddress(search: string): Asked | null {
  const parameters = new URLSearchParams(search);
  const question = parameters.get('q')?.trim() ?? '';
  if (question === '') return null;
  const [document, chapter] = [parameters.get('document'), parameters.get('chapter')];
  return {
    question,
    scope: { ...(document && { document }), ...(chapter && { chapter }) },
    mode: parameters.get('mode') === 'generate' ? 'generate' : 'extract',
  };
}

/** The address that asks this question. */
export function writeAddress({ question, scope, mode }: Asked): string {
  const parameters = new URLSearchParams({ q: question });
  if (scope.chapter !== undefined) parameters.set('chapter', scope.chapter);
  if (scope.document !== undefined) parameters.set('document', scope.document);
  if (mode === 'generate') parameters.set('mode', mode);
  return `/?${parameters}`;
}
