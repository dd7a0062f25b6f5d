/**
 * Logistic regression with an L2 penalty, by Newton's method (iteratively reweighted least squares; Hastie,
 * Tibshirani and Friedman, The Elements of Statistical Learning, 4.4.1). Inputs are standardised inside, so that
 * one penalty fits all; the weights returned are for the plain inputs. Pure.
 */
import type { LinearModel } from '../../answer/choose/linear-model.ts';

export interface Example {
  /** In the order of `names`. */
  inputs: readonly number[];
  label: 0 | 1;
  /** Its weight; 1 by default. */
  weight?: number;
}

interface Scale {
  mean: number[];
  deviation: number[];
}

function scaleOf(examples: readonly Example[], width: number): Scale {
  const total = examples.reduce((sum, example) => sum + (example.weight ?? 1), 0);
  const moment = (of: (value: number, column: number) => number) =>
    Array.from(
      { length: width },
      (_, column) =>
        examples.reduce((sum, { inputs, weight = 1 }) => sum + weight * of(inputs[column] ?? 0, column), 0) /
        total,
    );
  const mean = moment((value) => value);
  const deviation = moment((value, column) => (value - (mean[column] ?? 0)) ** 2).map((variance) =>
    Math.sqrt(variance),
  );
  // A constant input gets no weight.
  return { mean, deviation: deviation.map((value) => (value < 1e-9 ? Infinity : value)) };
}

/** Solves a symmetric positive definite system by Cholesky decomposition. `matrix` is overwritten. */
export function solve(matrix: number[][], right: readonly number[]): number[] {
  const size = right.length;
  const at = (row: number, column: number) => matrix[row]?.[column] ?? 0;
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let sum = at(row, column);
      for (let k = 0; k < column; k++) sum -= at(row, k) * at(column, k);
      const target = matrix[row];
      if (target !== undefined)
        target[column] = row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(column, column);
    }
  }
  const forward: number[] = [];
  for (let row = 0; row < size; row++) {
    let sum = right[row] ?? 0;
    for (let k = 0; k < row; k++) sum -= at(row, k) * (forward[k] ?? 0);
    forward.push(sum / at(row, row));
  }
  const result = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let sum = forward[row] ?? 0;
    for (let k = row + 1; k < size; k++) sum -= at(k, row) * (result[k] ?? 0);
    result[row] = sum / at(row, row);
  }
  return result;
}

const newtonSteps = 30;
const converged = 1e-8;

/**
 * Fits the weights.
 * @param penalty strength of the L2 penalty on standardised weights (1 / C of other libraries); the bias is free.
 */
export function fitLogistic(
  names: readonly string[],
  examples: readonly Example[],
  penalty: number,
): LinearModel {
  const width = names.length;
  const { mean, deviation } = scaleOf(examples, width);
  const rows = examples.map(({ inputs }) => [
    1,
    ...Array.from(
      { length: width },
      (_, column) => ((inputs[column] ?? 0) - (mean[column] ?? 0)) / (deviation[column] ?? 1),
    ),
  ]);
  let weights = new Array<number>(width + 1).fill(0);
  for (let step = 0; step < newtonSteps; step++) {
    const gradient = weights.map((value, index) => (index === 0 ? 0 : penalty * value));
    const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? (i === 0 ? 1e-9 : penalty) : 0)));
    rows.forEach((row, index) => {
      const { label = 0, weight = 1 } = examples[index] ?? {};
      const logit = row.reduce((sum, value, column) => sum + value * (weights[column] ?? 0), 0);
      const probability = 1 / (1 + Math.exp(-logit));
      const error = weight * (probability - label);
      const curvature = weight * probability * (1 - probability);
      row.forEach((value, i) => {
        gradient[i] = (gradient[i] ?? 0) + error * value;
        const line = hessian[i];
        if (line === undefined || value === 0) return;
        for (let j = 0; j <= i; j++) line[j] = (line[j] ?? 0) + curvature * value * (row[j] ?? 0);
      });
    });
    const move = solve(hessian, gradient);
    weights = weights.map((value, index) => value - (move[index] ?? 0));
    if (Math.max(...move.map(Math.abs)) < converged) break;
  }
  const plain = names.map((_, column) => (weights[column + 1] ?? 0) / (deviation[column] ?? 1));
  const bias = (weights[0] ?? 0) - plain.reduce((sum, value, column) => sum + value * (mean[column] ?? 0), 0);
  return { bias, weights: Object.fromEntries(names.map((name, column) => [name, plain[column] ?? 0])) };
}
