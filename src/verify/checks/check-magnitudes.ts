/** "Followers in the millions" where the source has thousands of them. Pure. */
import type { Comparison } from '../comparison.ts';
import { findQuantities } from '../reading/read-quantities.ts';
import type { Finding } from '../verification.ts';

const sizes: Readonly<Record<string, number>> = {
  dozens: 12,
  scores: 20,
  hundreds: 100,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
  trillions: 1e12,
};
/** "Scores of firms"; a firm that scores is none. */
const plural = new RegExp(
  `\\b(?:(?<times>tens|dozens|hundreds|thousands) of )?(?<name>${Object.keys(sizes).join('|')})\\b(?<!scores(?! of\\b))`,
  'gi',
);
const tens = 10;

interface Magnitude {
  size: number;
  text: string;
}

function findMagnitudes(text: string): Magnitude[] {
  return [...text.matchAll(plural)].map(({ 0: found, groups }) => {
    const [name = '', times = ''] = [groups?.name, groups?.times].map((word) => word?.toLowerCase());
    return { size: (sizes[name] ?? 1) * (times === 'tens' ? tens : (sizes[times] ?? 1)), text: found };
  });
}

export function checkMagnitudes({ sentence, source }: Comparison): Finding[] {
  const given = source.flatMap(findMagnitudes);
  const [other] = given;
  if (other === undefined) return [];
  const values = source.flatMap(findQuantities).flatMap((one) => one.values);
  const isSaid = ({ size }: Magnitude) =>
    given.some((one) => one.size === size) || values.some((value) => value >= size && value < size * 1e3);
  return findMagnitudes(sentence)
    .filter((said) => !isSaid(said))
    .map(({ text }) => ({
      kind: 'number',
      text,
      reason: `the passage says ${other.text}`,
      rule: 'magnitude',
      isCertain: true,
      strength: 1,
    }));
}
