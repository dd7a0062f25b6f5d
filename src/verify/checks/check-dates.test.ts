import { describe, expect, it } from 'vitest';
import { certainOf, kindsOf, latvia, sweden } from '../../testing/verify/check-against.ts';

describe('dates', () => {
  it.each([
    ['The plan runs from 2021 to 2025.', 'The five-year plan runs from 2026 to 2030.'],
    ["It opened in the fall of '24.", 'It opened in spring 2024.'],
    ['It opened in early fall 2025.', 'It opened in late fall 2025.'],
    ['The 2017 report named it.', 'The 2019 report named it, in the second year of the trade war.'],
  ])('are refused: %s', (sentence, text) => {
    expect(certainOf(sentence, { text })).toContain('date');
  });

  it.each([
    ['It was at the start of February 2020.', 'It was in early February 2020.'],
    ['It was in the late autumn of 2025.', 'It was in late fall 2025.'],
    ['It was in autumn 2025.', 'It was in late fall 2025.'],
    ['The thaw ended in the late 2010s.', 'The thaw ended at the end of the 2010s.'],
    ['It was in the second month of 2026.', 'It was in February 2026.'],
    ['In the first six months of 2025 sales rose.', 'In the first half of 2025 sales rose.'],
    ['It was in the second half of the 2010s.', 'It was in 2016.'],
    ['By the end of 2023 they were in place.', 'They were put in place in 2023.'],
    ['It was in early 2026.', 'It was in the spring of 2026.'],
    ['The decline began in the mid-1800s.', 'The decline began in the mid-19th century.'],
    ['The decline began in the early 1800s.', 'The decline began in 1821.'],
    ['In 2002 it was dissolved.', 'It was founded in 2001 and dissolved the following year.'],
    ['In 2012 it was dissolved.', 'It was founded in 2002 and dissolved a decade later.'],
    ['From about 1950 on it grew.', 'It grew in the second half of the 20th century.'],
    ['From 2010 on it grew.', 'It grew in the 2010s.'],
    ['Between July and September 2025 it fell.', 'It fell in the third quarter of 2025.'],
    ['The mission came to an end in 2017.', 'The mission ended in 2017.'],
    ['The law was adopted in the winter of 2022/23.', 'The law was adopted in January 2023.'],
    ['The first wafers came in June 2025.', 'The first wafers came, see 2025/06.'],
    ['Treaties were signed in the 1700s.', 'Treaties were signed in the 18th and 19th centuries.'],
    ['The order came in the second half of February.', 'The order came on February 19, 1942.'],
    ['Surpluses began about 1985.', 'Surpluses began in the mid-1980s.'],
    ['It has grown since the start of 2001.', 'It has grown since 2001.'],
    ['They went there in the 1000s.', 'They went there in the 11th, 12th, and 13th centuries.'],
    ['He belonged to the 1200s.', 'He was a 13th-century merchant.'],
    ['It was in the last quarter of the 1800s.', 'It was in 1878.'],
    ['It came at the end of the eighties.', 'It came in 1989.'],
    ['It came in the seventies.', 'It came in 1873.'],
    ['In the year after 2016 it closed.', 'It closed in 2017.'],
    ["It goes back to '94.", 'It goes back to 1994.'],
    ["In '24 it was adopted.", 'It was adopted in 2024.'],
    ['Its third-quarter 2025 report says so.', 'Its report of the third quarter of 2025 says so.'],
  ])('pass: %s', (sentence, text) => {
    expect(certainOf(sentence, { text })).toEqual([]);
  });

  it.each([
    ['In 2004 it was dissolved.', 'It was founded in 2001 and dissolved the following year.'],
    ['It has grown since the start of 2001.', 'It has grown since 2011.'],
    ['It came at the end of the nineties.', 'It came in 1989.'],
    ["It closed in '82.", 'It was opened in 1992.'],
    ['From 2017 on it grew.', 'It grew in the 2010s.'],
  ])('do not pass: %s', (sentence, text) => {
    expect(certainOf(sentence, { text })).toEqual(['date']);
  });

  it.each([
    ['The decline began in the late 1800s.', 'The decline began in the mid-19th century.'],
    ['The decline began in the 1700s.', 'The decline began in the 19th century.'],
  ])('are doubted, as they may be derived: %s', (sentence, text) => {
    expect(kindsOf(sentence, { text })).toEqual(['(date)']);
  });

  it('do not pass in another part of the year or of the decade', () => {
    expect(certainOf('It was in late 2026.', { text: 'It was in the spring of 2026.' })).toEqual(['date']);
    expect(certainOf('It was at the end of 2023.', { text: 'It was in 2023.' })).toEqual(['date']);
    expect(certainOf('It was in the second half of the 2010s.', { text: 'It was in 2013.' })).toEqual([
      'date',
    ]);
  });

  it('do not pass in another month, however it is told', () => {
    expect(certainOf('It was in the third month of 2026.', { text: 'It was in February 2026.' })).toEqual([
      'date',
    ]);
  });

  it('pass as a part of the year or the decade that they are in', () => {
    expect(kindsOf('MGI Latvia was registered in the autumn of 2017.', latvia)).toEqual([]);
    expect(kindsOf('MGI Latvia was registered in late 2017.', latvia)).toEqual([]);
    expect(kindsOf('MGI Latvia was registered in the late 2010s.', latvia)).toEqual([]);
    expect(kindsOf('MGI Latvia was registered in early 2017.', latvia)).toContain('date');
    expect(kindsOf('MGI Latvia was registered in the early 2010s.', latvia)).toContain('date');
  });

  it('pass in another form and less exactly', () => {
    expect(kindsOf('MGI Latvia was registered in Oct. 2017.', latvia)).toEqual([]);
    expect(kindsOf('MGI Latvia was registered in 10/2017.', latvia)).toEqual([]);
    expect(kindsOf('MGI Latvia was registered in 2017.', latvia)).toEqual([]);
  });

  it('are refused where they are more exact than the passage, or others', () => {
    expect(kindsOf('In May 2023 the investments surpassed EUR 1.5 billion.', sweden)).toContain('date');
    expect(kindsOf('MGI Latvia was registered in November 2017.', latvia)).toContain('date');
  });
});
