import { describe, expect, it } from 'vitest';
import { languageCalled } from '../language/choose-language.ts';
import { english } from '../language/en/english.ts';
import { sampleGazetteer } from '../testing/answers/sample-gazetteer.ts';
import type { Turn } from '../wire/types.ts';
import { withinLimit } from '../workshop/attack/within-limit.ts';
import { resolveFollowUp } from './resolve-follow-up.ts';

const gazetteer = sampleGazetteer(
  ['Executive Summary', 'EU', 'Austria', 'Germany', 'Poland', 'Portugal', 'Sweden'],
  { bosch: 'Germany', sines: 'Portugal' },
);

const sweden: Turn = {
  question: 'How much have Chinese R&D investments in Sweden grown since 2013?',
  answer:
    "In 2023, Chinese-owned companies' R&D investments in Sweden surpassed the equivalent of EUR 1.5 billion, an increase of almost 300% since 2013. [1]",
};
const swedishAuthority: Turn = {
  question: 'Which Swedish authority kept Huawei and ZTE out of 5G in 2020?',
  answer: 'The Swedish Post and Telecommunications Agency (PTS), in 2020. [1]',
};
const portugal: Turn = {
  question: 'Which Chinese company is building a battery factory in Portugal?',
  answer: 'The CALB Group is building a EUR 2 billion EV battery plant in Sines. [1]',
};

/** What is searched for; null where it stands alone, or may as well. */
function resolve(question: string, ...history: Turn[]): string | null {
  const resolved = resolveFollowUp(question, history, gazetteer, english);
  return resolved === null || resolved.orAlone !== undefined ? null : resolved.text;
}

describe('a follow-up', () => {
  it.each([
    ['and in Poland?', 'How much have Chinese R&D investments in Poland grown since 2013?'],
    ['sorry, I meant Poland', 'How much have Chinese R&D investments in Poland grown since 2013?'],
    ['What about Germany?', 'How much have Chinese R&D investments in Germany grown since 2013?'],
    [
      'And in Poland and Germany?',
      'How much have Chinese R&D investments in Poland and Germany grown since 2013?',
    ],
    // The report has no chapter on it, which the answer must say of Norway, not of nothing.
    ['and Norway?', 'How much have Chinese R&D investments in Norway grown since 2013?'],
  ])('%j names a place: the question is asked of it', (followUp, inFull) => {
    expect(resolve(followUp, sweden)).toBe(inFull);
  });

  it('that names a place takes the form of the word that it replaces', () => {
    expect(resolve('and in Poland?', swedishAuthority)).toBe(
      'Which Polish authority kept Huawei and ZTE out of 5G in 2020?',
    );
  });

  it('that names a place adds it where the question before names none, or compares', () => {
    expect(resolve('and in Austria?', { question: 'How many jobs is Bosch cutting?', answer: '' })).toBe(
      'How many jobs is Bosch cutting in Austria?',
    );
    expect(resolve('and Poland?', { question: 'How do Sweden and Germany differ on 5G?', answer: '' })).toBe(
      'How do Sweden and Germany differ on 5G, and in Poland?',
    );
  });

  it.each([
    ['and in 2023?', 'Which Swedish authority kept Huawei and ZTE out of 5G in 2023?'],
    ['And a year earlier?', 'Which Swedish authority kept Huawei and ZTE out of 5G in 2019?'],
    ['before 2020?', 'Which Swedish authority kept Huawei and ZTE out of 5G before 2020?'],
    ['the year after?', 'Which Swedish authority kept Huawei and ZTE out of 5G in 2021?'],
  ])('%j names a year: the question is asked of it', (followUp, inFull) => {
    expect(resolve(followUp, swedishAuthority)).toBe(inFull);
  });

  it('that compares asks of both places', () => {
    expect(resolve('How does that compare with Germany?', sweden)).toBe(
      'How much have Chinese R&D investments in Sweden grown since 2013, compared with Germany?',
    );
    expect(resolve('compare that with Poland', sweden)).toBe(
      'How much have Chinese R&D investments in Sweden grown since 2013, compared with Poland?',
    );
    expect(resolve('Is that more than in the EU?', sweden)).toBe(
      'How much have Chinese R&D investments in Sweden grown since 2013, and in the EU?',
    );
  });

  it.each([
    [
      'Since when?',
      'Since when (Chinese company building a battery factory in Portugal; CALB Group; Sines)?',
    ],
    [
      'In how many towns?',
      'In how many towns (Chinese company building a battery factory in Portugal; CALB Group; Sines)?',
    ],
    ['Why?', 'Which Chinese company is building a battery factory in Portugal, and why?'],
  ])('%j leaves the rest to the question before', (followUp, inFull) => {
    expect(resolve(followUp, portugal)).toBe(inFull);
  });

  it.each([
    ['which source?', 'source', 'What is the source of the answer to'],
    ['Where does that come from?', 'source', 'What is the source of the answer to'],
    ['Says who?', 'source', 'What is the source of the answer to'],
    ['Which page was that on?', 'page', 'On which page is the answer to'],
    ['where does it say that', 'page', 'On which page is the answer to'],
    ['page nr?', 'page', 'On which page is the answer to'],
    ['what study is that based on', 'source', 'What is the source of the answer to'],
    ['I lost it, put that back up', 'again', 'What was the answer to'],
    ['Can you show me that sentence again?', 'again', 'What was the answer to'],
    ['Are you sure?', 'sure', 'Is that right, the answer to'],
    ['Is that really correct?', 'sure', 'Is that right, the answer to'],
  ])('%j asks about the answer, which is given once more', (followUp, about, shown) => {
    expect(resolveFollowUp(followUp, [sweden], gazetteer, english)).toEqual({
      text: sweden.question,
      shown: `${shown} “${sweden.question}”?`,
      beyond: [],
      about,
    });
  });

  it('that asks who said it asks that of the sentence answered with', () => {
    const claim =
      "In 2023, Chinese-owned companies' R&D investments in Sweden surpassed the equivalent of EUR 1.5 billion, an increase of almost 300% since 2013";
    // Of a long answer the sentence that has the question's words; of a short one the question's matter too.
    const long = { ...sweden, answer: `Research is a field of its own. ${sweden.answer}` };
    expect(resolve('Who said that?', long)).toBe(`Who said this: ${claim}?`);
    expect(resolve('Who said that?', { ...portugal, answer: 'Yes, CALB. [1]' })).toBe(
      'Who said this: Chinese company building a battery factory in Portugal: CALB?',
    );
  });

  it('that says "there" or "he" has the place or the person put in', () => {
    expect(resolve('What about batteries there?', sweden)).toBe('What about batteries in Sweden?');
    const kurzweil = {
      question: 'Who spoke for the EEAS at a conference in Beijing in May 2026?',
      answer: 'Erik Kurzweil, the Managing Director of its Asia-Pacific Department.',
    };
    expect(resolve('What did he ask for in return?', kurzweil)).toBe(
      'What did Erik Kurzweil ask for in return?',
    );
  });

  it.each([
    'What did the minister say about it?',
    'How did Berlin react to that?',
    'And then?',
    'Who owns them?',
  ])('%j brings what was spoken of', (followUp) => {
    expect(resolve(followUp, portugal)).toMatch(
      /^\p{Lu}.* \(Chinese company building .*; CALB Group; Sines\)\?$/u,
    );
  });

  it('that names another matter keeps the rest', () => {
    const exports = { question: "How did Germany's exports to China change in 2025?", answer: 'They fell.' };
    expect(resolve('And imports?', exports)).toBe("Imports (Germany's exports to China change in 2025)?");
  });

  it('that says "it" brings what was spoken of', () => {
    expect(resolve('When will it start production?', portugal)).toMatch(
      /^When will it start production \(.*battery factory in Portugal.*CALB Group/,
    );
  });

  it('that asks for more asks the same, beyond what was shown', () => {
    expect(resolveFollowUp('more', [portugal], gazetteer, english)).toEqual({
      text: portugal.question,
      beyond: ['The CALB Group is building a EUR 2 billion EV battery plant in Sines.'],
    });
    const next: Turn = {
      question: 'Tell me more',
      answer: 'The unit is planned to start producing in 2027.',
    };
    expect(resolveFollowUp('anything else?', [portugal, next], gazetteer, english)?.beyond).toHaveLength(2);
    expect(resolveFollowUp('more', [sweden, portugal], gazetteer, english)?.beyond).toHaveLength(1);
  });

  it('of a follow-up keeps what was carried over at its end', () => {
    const owner: Turn = { question: 'Who owns it?', answer: '' };
    expect(resolve('Why?', portugal, owner)).toBe(
      'Who owns it, and why (Chinese company building a battery factory in Portugal; CALB Group; Sines)?',
    );
  });

  it('of a follow-up is resolved turn by turn', () => {
    for (const refused of ['The report', 'Poland']) {
      const poland: Turn = { question: 'and in Poland?', answer: `${refused} does not answer this: …` };
      expect(resolve('and Germany?', sweden, poland)).toBe(
        'How much have Chinese R&D investments in Germany grown since 2013?',
      );
    }
  });
});

describe('a follow-up with one part', () => {
  const volvo: Turn = { question: 'How much state aid did Volvo get in Slovakia?', answer: '' };
  it.each([
    ['And GIB?', 'How much state aid did GIB get in Slovakia?', volvo],
    [
      'and on the size of the network?',
      'Is there a limit on the size of the network?',
      { question: 'Is there a limit on the number of controls?', answer: '' },
    ],
    [
      'And Novo Nordisk in Athlone?',
      'How much did Novo Nordisk invest in Athlone?',
      { question: 'How much did Eli Lilly invest in Kinsale?', answer: '' },
    ],
    ['and 7?', 'What does section 7 discuss?', { question: 'what does section 5 discuss?', answer: '' }],
    ['the second?', 'What is the second tenet?', { question: 'What is the first tenet?', answer: '' }],
    [
      'And the 2003 one?',
      "What did DOE's 2003 study conclude?",
      { question: "What did DOE's 2005 study conclude?", answer: '' },
    ],
  ])('%j exchanges it for its like', (followUp, inFull, before) => {
    expect(resolve(followUp, before)?.replace(/^./u, (letter) => letter.toUpperCase())).toBe(inFull);
  });
});

describe('a question that may stand alone or follow', () => {
  const minister: Turn = { question: 'Which minister seized Nexperia?', answer: 'Minister Karremans.' };

  it('is read both ways', () => {
    expect(resolveFollowUp('What happened to the CEO?', [minister], gazetteer, english)).toEqual({
      text: 'Which minister seized Nexperia? What happened to the CEO?',
      shown: 'What happened to the CEO? (after “Which minister seized Nexperia?”)',
      beyond: [],
      orAlone: 'What happened to the CEO?',
      said: ['Minister Karremans.'],
    });
  });

  it('asks again for what was said only by a pronoun', () => {
    const question = 'What happened to the CEO in that case?';
    const resolved = resolveFollowUp(question, [minister], gazetteer, english);
    expect(resolved).toMatchObject({ orAlone: question, said: [] });
  });

  it('is one of its own behind a question for all of a kind', () => {
    const sweep: Turn = { question: 'Which countries have banned Huawei from 5G?', answer: 'Sweden. [1]' };
    expect(resolve('What happened to the CEO?', sweep)).toBeNull();
  });

  it('is taken to have followed where its answer names what was spoken of', () => {
    const next = (answer: string) => {
      const react = { question: 'How did China react?', answer };
      const resolved = resolveFollowUp('And why?', [minister, react], gazetteer, english);
      return resolved?.shown ?? resolved?.text;
    };
    expect(next('It halted exports of Nexperia. [1]')).toBe(
      'How did China react, and why? (after “Which minister seized Nexperia?”)',
    );
    expect(next('It fined Micron. [1]')).toBe('How did China react, and why?');
  });

  it('stands alone where it says that it leaves the topic', () => {
    expect(resolve('Okay, different subject. what is oil shale?', minister)).toBe('What is oil shale?');
    expect(resolve('one more thing: who owns Bosch?', minister)).toBe('Who owns Bosch?');
  });
});

describe('how a follow-up was understood', () => {
  const shown = (question: string, ...history: Turn[]) =>
    resolveFollowUp(question, history, gazetteer, english)?.shown;

  it('is shown as it was asked, after the questions that it leans on', () => {
    expect(shown('When will it start production?', portugal)).toBe(
      'When will it start production? (after “Which Chinese company is building a battery factory in Portugal?”)',
    );
    expect(
      shown('And imports?', { question: "How did Germany's exports change?", answer: 'They fell.' }),
    ).toBe("What about imports? (after “How did Germany's exports change?”)");
  });

  it('is understood again from what was shown', () => {
    const turn = { question: shown('When will it start production?', portugal) ?? '', answer: 'In 2027.' };
    expect(shown('Why so late?', turn)).toBe(
      'Why so late? (after “Which Chinese company is building a battery factory in Portugal?” and “When will it start production?”)',
    );
  });
});

describe('thanks and greetings', () => {
  it('follow nothing, and leave the talk where it was', () => {
    const thanks: Turn = { question: 'thanks, that helps', answer: 'You are welcome.' };
    expect(resolveFollowUp('thank you, bye', [sweden], gazetteer, english)).toBeNull();
    expect(resolve('and in Poland?', sweden, thanks)).toBe(
      'How much have Chinese R&D investments in Poland grown since 2013?',
    );
  });
});

describe('what was asked about an answer', () => {
  it('leaves the talk where it was', () => {
    const source: Turn = { question: 'which source?', answer: 'Swedish Agency for Growth Policy Analysis.' };
    expect(resolve('and in Poland?', sweden, source)).toBe(
      'How much have Chinese R&D investments in Poland grown since 2013?',
    );
  });
});

describe('the person spoken of', () => {
  it('is who has a title or says something, rather than any name of two words', () => {
    const bolt: Turn = {
      question: 'Who runs Bolt?',
      answer:
        "Bolt's cooperation goes back to 2021, when Didi Chuxing invested in Bolt. [1] Bolt CEO Markus Villig said that they would like to work with European partners. [2]",
    };
    expect(resolve('Why does he stay away from the Chinese market?', bolt)).toBe(
      'Why does Markus Villig stay away from the Chinese market?',
    );
  });
});

describe('a question that stands alone', () => {
  it.each([
    'Which companies did Sweden ban from 5G networks in 2020?',
    'How much did ČEZ pay for the Huawei equipment it bought?',
    'How many percent of its sales does Volkswagen still make in China?',
    'Since when does the Pentagon have BGI on its list of Chinese military companies?',
    'Is it true that Austria wants to be climate-neutral by 2040?',
    'Are there any Chinese biotech firms on the Polish market, and what do they do there?',
    "What is that 'whole of nation system' the Chinese Communist Party wants firms and labs to join?",
    'Where does the report get it from that Telefónica gave its 5G core to Nokia?',
    'What about batteries in Germany and their makers?',
    'hi there, how are you today?',
    'tiktok users estonia how many',
  ])('stays as it is: %s', (question) => {
    expect(resolve(question, portugal)).toBeNull();
  });

  it('is every first question', () => {
    expect(resolve('and in Poland?')).toBeNull();
  });
});

describe('the language of a follow-up', () => {
  it('that has no way to follow up known leaves it as it is asked', () => {
    expect(resolveFollowUp('And in Poland?', [sweden], gazetteer, languageCalled('nl'))).toBeNull();
  });

  it('says it in full, in its own words', () => {
    const { followUps } = english;
    const inside = (names: string) => `op ${names}`;
    const language = {
      ...english,
      ...(followUps && { followUps: { ...followUps, wording: { ...followUps.wording, inside } } }),
    };
    const asked: Turn = { question: 'Which banks are involved?', answer: 'None.' };
    expect(resolveFollowUp('And in Poland?', [asked], gazetteer, language)?.text).toBe(
      'Which banks are involved op Poland?',
    );
  });
});

describe('a question of 300,000 signs', () => {
  // Read from each of them on, it would take minutes.
  const signs = ['!', '…', ' ', 'a'];
  it.each(signs)('%j: is resolved, and so is what follows it', (sign) => {
    const long = `How much ${sign.repeat(300_000)} did it grow?`;
    const follow = (question: string, ...history: Turn[]) => withinLimit(() => resolve(question, ...history));
    expect(follow('and in Poland?', { question: long, answer: '' })).toContain('Poland');
    expect(follow('who did that?', { ...sweden, answer: long })).toContain('did that');
    follow(long, sweden);
  });
});
