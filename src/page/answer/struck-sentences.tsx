/** Sentences of a language model that all failed, collapsed: quotations answer instead. */

import { countNoun } from '../../text/count-noun.ts';
import { Icon } from '../icon.tsx';
import type { Answer } from '../nouns.ts';
import { Sentence } from './sentence.tsx';

export function StruckSentences({ struck }: { struck: NonNullable<Answer['struck']> }) {
  return (
    <details class="fold">
      <summary>
        <Icon name="right" />
        What the model wrote
        <span class="q">{countNoun(struck.length, 'sentence')} struck</span>
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
