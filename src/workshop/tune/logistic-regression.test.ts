import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/seeded-random.ts';
import { type Example, fitLogistic, solve } from './logistic-regression.ts';

describe('solve', () => {
  it('solves a symmetric system', () => {
    // 4x + y = 6, x + 3y = 7: x = 1, y = 2.
    const [x, y] = solve(
      [
        [4, 1],
        [1, 3],
      ],
      [6, 7],
    );
    expect(x).toBeCloseTo(1, 10);
    expect(y).toBeCloseTo(2, 10);
  });
});

describe('fitLogistic', () => {
  const random = seededRandom(7);
  const examples = Array.from({ length: 4000 }, (): Example => {
    const inputs = [random() * 4 - 2, random() * 40 - 20, 1];
    const probability = 1 / (1 + Math.exp(-(0.5 + 1.5 * (inputs[0] ?? 0) - 0.1 * (inputs[1] ?? 0))));
    return { inputs, label: random() < probability ? 1 : 0 };
  });

  it('recovers the weights that made the labels, whatever the scale of the inputs', () => {
    const { bias, weights } = fitLogistic(['a', 'b', 'constant'], examples, 0.01);
    expect(weights.a).toBeCloseTo(1.5, 0);
    expect(weights.b).toBeCloseTo(-0.1, 1);
    expect(bias).toBeCloseTo(0.5, 0);
  });

  it('gives a constant input no weight', () => {
    expect(fitLogistic(['a', 'b', 'constant'], examples, 1).weights.constant).toBe(0);
  });

  it('draws the weights to zero as the penalty grows', () => {
    const weak = fitLogistic(['a', 'b', 'constant'], examples, 1).weights.a ?? 0;
    const strong = fitLogistic(['a', 'b', 'constant'], examples, 1e5).weights.a ?? 0;
    expect(Math.abs(strong)).toBeLessThan(Math.abs(weak) / 10);
  });

  it('counts an example with weight two as two examples', () => {
    const [first, ...rest] = examples.slice(0, 200);
    if (first === undefined) throw new Error('no example');
    const doubled = fitLogistic(['a', 'b'], [{ ...first, weight: 2 }, ...rest], 1);
    const twice = fitLogistic(['a', 'b'], [first, first, ...rest], 1);
    expect(doubled.bias).toBeCloseTo(twice.bias, 6);
  });
});
