/** Makes each hostile file of a family, by its name. */
export type Makers = Record<string, () => Uint8Array>;

export const repeat = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
