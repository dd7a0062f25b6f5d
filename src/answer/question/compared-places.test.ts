import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { sampleGazetteer } from '../../testing/answers/sample-gazetteer.ts';
import { analyseQuestion } from './question.ts';

const gazetteer = sampleGazetteer(
  ['EU', 'Germany', 'Lithuania', 'Portugal', 'Slovakia', 'Slovenia', 'Sweden'],
  { merz: 'Germany' },
);

const comparedIn = (text: string) => analyseQuestion(text, gazetteer, english).compared;

describe('the places that a question compares', () => {
  it.each([
    ['Compare how Germany and Sweden deal with Huawei', ['Germany', 'Sweden']],
    ['How do Portugal, Slovakia and Slovenia screen investment?', ['Portugal', 'Slovakia', 'Slovenia']],
    [
      'How much state support do the battery factories at Sines in Portugal and Šurany in Slovakia get?',
      ['Portugal', 'Slovakia'],
    ],
    ['What do the Swedes buy from Siemens in Germany?', []],
    ['How large is Slovenian industry compared with that of the EU?', ['Slovenia', 'EU']],
    ['Does the EU pay for chips in Germany?', []],
  ])('%s -> %j', (text, places) => {
    expect(comparedIn(text)).toEqual(places);
  });

  it.each([
    ['Compare how Germany and Norway deal with Huawei', ['Germany', 'Norway']],
    ["How does Norway's line on Huawei differ from Germany's?", ['Germany', 'Norway']],
    ['Compare Sweden with Switzerland on investment screening', ['Sweden', 'Switzerland']],
  ])('a country without a chapter is one of them where it stands beside one that has: %s', (text, places) => {
    expect(comparedIn(text)).toEqual(places);
  });

  const withGroups = sampleGazetteer([
    'Denmark',
    'Estonia',
    'Latvia',
    'Lithuania',
    'Poland',
    'Portugal',
    'Spain',
    'Sweden',
  ]);

  it.each([
    ['Do the Baltic states let Huawei into 5G?', ['Estonia', 'Latvia', 'Lithuania']],
    ['How do the Baltics and Poland deal with Huawei?', ['Estonia', 'Latvia', 'Lithuania', 'Poland']],
    ['An Iberian comparison: who shut Huawei out, Madrid or Lisbon?', ['Spain', 'Portugal']],
    ['Which Scandinavian countries banned Huawei?', ['Denmark', 'Sweden', 'Norway']],
    // One chapter of four is no comparison.
    ['What do the Visegrád countries export?', []],
    ['Who owns the cable in the Baltic Sea?', []],
  ])('a group stands for its members: %s -> %j', (text, places) => {
    expect(analyseQuestion(text, withGroups, english).compared).toEqual(places);
  });

  it.each([
    'In what ways does Vilnius court Taiwan as a tech partner?',
    'Has Norway banned Huawei from its 5G network?',
    'How do Vietnam and Indonesia compete for battery plants?',
  ])('one that is only what is asked about is not: %s', (text) => {
    expect(comparedIn(text)).toEqual([]);
  });
});
