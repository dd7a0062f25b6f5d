/** Sentences of a language model that all failed, collapsed: quotations answer instead. */
import { Icon } from '../icon.tsx';
import type { Answer } from '../nouns.ts';
import { plural } from './place-names.ts';
import { Sentence } from './sentence.tsx';

export function StruckSentences({ struck }: { struck: NonNullable<Answer['struck']> }) {
  return (
    <details class="fold">
      <summary>
        <Icon name="right" />
        What the model wrote
        <span class="q">{plural(struck.length, 'sentence')} struck</span>
      </summary>
      <ol class="struck">
        {struck.map((sentence, index) => (
          <li key={`${index} ${sentence.text}`}>
            <Sentence answer={{ sentences: struck, citations: [] }} index={index} />
          </li>
        ))}
      </ol>
    </details>
  );
}
