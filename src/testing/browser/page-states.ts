/** The states of the page, how to reach each, and the assistant that leads to them. */
import type { Page } from 'playwright-core';
import { announceSentences } from '../../answer/announce.ts';
import type { Assistant } from '../../assistant/assistant.ts';
import type { Answer } from '../../wire/types.ts';
import {
  answeredElsewhere,
  comparison,
  notFound,
  struckAnswer,
  writtenAnswer,
  writtenComparison,
} from '../answers/sample-answers.ts';
import { sampleAnswer } from '../assistant/fake-assistant.ts';
import { askOn, isNarrow, type PageOptions, untilAnswered, untilDrawn } from './browser.ts';

/** A question that the report itself answers. */
export const quoted = 'How many industry jobs did Germany lose in 2025, and is China the cause?';
const restated = "How much have Chinese-owned companies' R&D investments in Sweden grown since 2013?";
const streamed = 'A question of which one sentence has come';
const unsure = 'A question of which the answer is not sure';
const waiting = 'A question that is not answered while the test looks';
const unsureAnswer: Answer = {
  ...sampleAnswer,
  question: unsure,
  resolvedQuestion: 'How many jobs will Bosch cut in Germany?',
  confidence: 0.3,
  warnings: [{ code: 'spelling', message: 'Read “Bosh” as “Bosch”.' }],
};
const folded: Answer = {
  ...sampleAnswer,
  question: 'A question that two sentences answer, and two more stand around',
  sentences: [1, 2, 3, 4].flatMap(() => sampleAnswer.sentences),
  lead: [0, 1],
};
const scripted: Partial<Record<string, Answer>> = Object.fromEntries(
  [
    folded,
    writtenAnswer,
    struckAnswer,
    comparison,
    writtenComparison,
    notFound,
    answeredElsewhere,
    unsureAnswer,
  ].map((answer) => [answer.question, answer]),
);

/** The report's assistant, with scripted answers to the questions that bring about a state. */
export function withStates(assistant: Assistant): Assistant {
  const ask: Assistant['ask'] = async (request, options) => {
    if (request.question === waiting) return new Promise(() => {});
    if (request.question === streamed) {
      await announceSentences(sampleAnswer, options?.onSentence);
      return new Promise(() => {});
    }
    return scripted[request.question] ?? assistant.ask(request);
  };
  return { ...assistant, ask };
}

export interface State {
  state: string;
  reach: (page: Page, options: PageOptions) => Promise<void>;
}

/** Asks, waits for the answer, and goes on from there. */
function answered(question: string, then: State['reach'] = async () => {}): State['reach'] {
  return async (page, options) => {
    await askOn(page, question);
    await untilAnswered(page, options);
    await then(page, options);
  };
}

export const states: readonly State[] = [
  { state: 'empty', reach: async (page) => page.getByText('Questions to start with').waitFor() },
  {
    state: 'asking',
    reach: async (page) => {
      await askOn(page, waiting);
      await page.getByRole('button', { name: 'Stop' }).waitFor();
    },
  },
  {
    state: 'so-far',
    reach: async (page) => {
      await askOn(page, streamed);
      await page.locator('.verse').waitFor();
    },
  },
  { state: 'unsure', reach: answered(unsure) },
  { state: 'answered', reach: answered(quoted) },
  {
    state: 'around',
    reach: answered(folded.question, async (page) => {
      await page.getByText('More around it').click();
      await page.getByRole('button', { name: 'More formats' }).click();
      await page.locator('.formats').scrollIntoViewIfNeeded();
    }),
  },
  {
    state: 'preview',
    reach: answered(quoted, async (page, options) => {
      await page.locator('.cite').first().focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Shift+Tab');
      await page.locator('.peek').waitFor({ state: isNarrow(options) ? 'attached' : 'visible' });
    }),
  },
  {
    state: 'why',
    reach: answered(quoted, async (page) => {
      await page.getByText('Why these passages').click();
      await page.locator('.rank').scrollIntoViewIfNeeded();
    }),
  },
  { state: 'written', reach: answered(writtenAnswer.question) },
  {
    state: 'struck',
    reach: answered(struckAnswer.question, async (page) => {
      await page.getByText('What the model wrote').click();
      await page.locator('.struck').scrollIntoViewIfNeeded();
    }),
  },
  { state: 'comparison', reach: answered(comparison.question) },
  { state: 'written-comparison', reach: answered(writtenComparison.question) },
  { state: 'not-found', reach: answered(notFound.question) },
  { state: 'elsewhere', reach: answered(answeredElsewhere.question) },
  {
    state: 'restated',
    reach: answered(restated, async (page) => page.locator('.cite.other').first().waitFor()),
  },
  {
    state: 'page',
    reach: answered(quoted, async (page) => {
      await page.locator('.cite').nth(1).click();
      await untilDrawn(page);
    }),
  },
  {
    state: 'note',
    reach: answered(quoted, async (page) => {
      await page.getByRole('button', { name: 'Note 1' }).click();
      await page.locator('.leaf:not(.loading) img[alt*="page 90 of"]').waitFor();
    }),
  },
  {
    state: 'picker',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Search in' }).click();
      await page.getByRole('combobox').fill('land');
      await page.getByRole('treeitem', { name: 'Finland' }).waitFor();
    },
  },
  {
    state: 'library',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Library' }).click();
      await page.getByRole('grid', { name: 'Reports' }).waitFor();
    },
  },
  {
    state: 'details',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Library' }).click();
      await page.locator('.report').click();
      await page.getByRole('button', { name: 'Ask in this report' }).waitFor();
    },
  },
  {
    state: 'questions',
    reach: answered(quoted, async (page, { width = 1440 }) => {
      if (width < 1280) await page.getByRole('button', { name: 'Questions in this tab' }).click();
      await page.getByRole('button', { name: 'Copy all as Markdown' }).waitFor();
    }),
  },
];
