/** Rounds numbers for the files of fitted models. */
import type { LinearModel } from '../../answer/choose/linear-model.ts';

export function round(value: number, places = 3): number {
  return Number(value.toFixed(places));
}

/** Its weights to four places. */
export function roundModel({ bias, weights }: LinearModel): LinearModel {
  return {
    bias: round(bias, 4),
    weights: Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, round(weight, 4)])),
  };
}
