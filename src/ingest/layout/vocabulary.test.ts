import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { makeLines } from '../../testing/documents/text-runs.ts';
import { buildVocabulary, mendLineEnd } from './vocabulary.ts';

const soft = buildVocabulary(
  makeLines(['one tech\u2010', 'nology two in\u2010', 'novation three de\u2010', 'velopment']),
);
const plain = buildVocabulary(
  makeLines([
    'The logic of de-risking and the de-risking agenda of',
    'the technology and innovation policy of technology firms',
    'is to mend a supply chain by state aid or state support',
  ]),
);

function joined(end: string, start: string, vocabulary = soft): string {
  const { cut, glue } = mendLineEnd(end, start, vocabulary);
  return end.slice(0, end.length - cut) + glue + start;
}

describe('mendLineEnd', () => {
  it('drops a soft hyphen, U+2010 or U+00AD', () => {
    expect(joined('an increas\u2010', 'ing effort')).toBe('an increasing effort');
    expect(joined('an increas\u00ad', 'ing effort')).toBe('an increasing effort');
  });

  it('keeps a plain hyphen where soft ones are marked: "de-risking"', () => {
    expect(joined("a logic of 'de-", "risking' and")).toBe("a logic of 'de-risking' and");
  });

  it('keeps the hyphen of a link', () => {
    expect(joined('at https://www.us-', 'cert.gov/sites', plain)).toBe('at https://www.us-cert.gov/sites');
  });

  it('leaves a hyphen hanging before "and" and "or": "small- and medium-sized"', () => {
    expect(joined('tech unicorns, small-', 'and medium-sized firms')).toBe(
      'tech unicorns, small- and medium-sized firms',
    );
    expect(joined('short-', 'or long-term')).toBe('short- or long-term');
    expect(joined('the de-', 'orbiting of satellites')).toBe('the de-orbiting of satellites');
  });

  it('puts a space between words, and none behind a dash or slash that joins them', () => {
    expect(joined('the European', 'Union')).toBe('the European Union');
    expect(joined('Ireland (enterprise/', 'innovation department)')).toBe(
      'Ireland (enterprise/innovation department)',
    );
    expect(joined('the China–', 'Ireland fund')).toBe('the China–Ireland fund');
    expect(joined('ready to engage', '—with openness')).toBe('ready to engage—with openness');
    expect(joined('ready to engage', '— with openness')).toBe('ready to engage — with openness');
    expect(joined('energy systems –', 'both crucial')).toBe('energy systems – both crucial');
  });

  it('joins the halves of a word whose hyphen is lost, where the document has the word and not the halves', () => {
    const words = buildVocabulary(makeLines(['the ordinance and an ordinance of', 'the state of nance law']));
    expect(joined('under the ordi', 'nances of', words)).toBe('under the ordi nances of');
    expect(joined('under the ordi', 'nance of', words)).toBe('under the ordi nance of');
    const certain = buildVocabulary(makeLines(['the ordinance and an ordinance of']));
    expect(joined('under the ordi', 'nance of', certain)).toBe('under the ordinance of');
  });

  it('asks the words of the text where "-" is the only hyphen', () => {
    expect(joined('the logic of de-', 'risking', plain)).toBe('the logic of de-risking');
    expect(joined('European techno-', 'logy', plain)).toBe('European technology');
    expect(joined('more tech-', 'nology', plain)).toBe('more technology');
    expect(joined('a state-', 'aid case', plain)).toBe('a state-aid case');
    expect(joined('the Sino-', 'European summit', plain)).toBe('the Sino-European summit');
  });

  it('asks the dictionary where the text has a word neither way', () => {
    const lines = makeLines([
      'that oil can hold a house in use and tell the time more than',
      'it is easy to displace a role in record time and it may un the',
    ]);
    const listed = buildVocabulary(lines, english);
    const told = buildVocabulary(lines);
    for (const [end, start, byWords, byList] of [
      ['each house-', 'hold', 'each house-hold', 'each household'],
      ['the oil-', 'displacing fuels', 'the oildisplacing fuels', 'the oil-displacing fuels'],
      // Not "touse", which is listed too.
      ['easy-to-', 'use tools', 'easy-to-use tools', 'easy-to-use tools'],
      // "tana" is listed, but the text has neither half.
      ['the Mon-', 'tana case', 'the Montana case', 'the Montana case'],
      ['the US-', 'use of', 'the US-use of', 'the US-use of'],
    ] as const) {
      expect(joined(end, start, told)).toBe(byWords);
      expect(joined(end, start, listed)).toBe(byList);
    }
  });

  it('joins Chinese and Japanese lines without a space', () => {
    expect(joined('中国科技', '创新')).toBe('中国科技创新');
  });
});

describe('buildVocabulary', () => {
  it('counts words inside lines only: those at the ends may be halves', () => {
    expect(plain.count('innovation')).toBe(1);
    expect(plain.count('Technology')).toBe(2);
    expect(plain.count('firms')).toBe(0);
    expect(plain.count('de-risking')).toBe(2);
  });

  it('sees whether soft hyphens are marked', () => {
    expect(soft.marksSoftHyphens).toBe(true);
    expect(plain.marksSoftHyphens).toBe(false);
  });
});
