/** Finds the areas of a page that are ruled like a grid. Pure. */
import type { Word } from '../../page-model.ts';
import type { Ruling, Stroke } from './ruling.ts';
import { formRows } from './words.ts';

export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const touch = 2.5;

const crosses = (level: Stroke, upright: Stroke): boolean =>
  upright.at >= level.from - touch &&
  upright.at <= level.to + touch &&
  level.at >= upright.from - touch &&
  level.at <= upright.to + touch;

/** How many places lines have that are apart. */
function countPlaces(strokes: readonly Stroke[]): number {
  const places = strokes.map(({ at }) => at).sort((a, b) => a - b);
  return places.filter((at, index) => at - (places[index - 1] ?? Number.NEGATIVE_INFINITY) > 3).length;
}

/** Areas whose level and upright lines touch one another, and part at least two columns or rows. */
export function findLattices({ level, upright }: Ruling): Area[] {
  const open = new Set<Stroke>(upright);
  const areas: Area[] = [];
  for (const seed of upright) {
    if (!open.delete(seed)) continue;
    const uprights = [seed];
    const levels = new Set<Stroke>();
    for (const own of uprights) {
      for (const stroke of level) {
        if (levels.has(stroke) || !crosses(stroke, own)) continue;
        levels.add(stroke);
        for (const other of open) {
          if (!crosses(stroke, other)) continue;
          open.delete(other);
          uprights.push(other);
        }
      }
    }
    const [across, down] = [countPlaces(uprights), countPlaces([...levels])];
    if (down < 2 || across + down < 5) continue;
    const ends = [...levels];
    const area = {
      left: Math.min(...uprights.map(({ at }) => at), ...ends.map(({ from }) => from)),
      right: Math.max(...uprights.map(({ at }) => at), ...ends.map(({ to }) => to)),
      top: Math.max(...ends.map(({ at }) => at), ...uprights.map(({ to }) => to)),
      bottom: Math.min(...ends.map(({ at }) => at), ...uprights.map(({ from }) => from)),
    };
    // Lines that close one side alone belong to a part of a table.
    const closes = (x: number) => uprights.some(({ at }) => Math.abs(at - x) <= touch);
    if (closes(area.left) === closes(area.right)) areas.push(area);
  }
  return areas;
}

/** Points between an area and a line above its heads. */
const headHeight = 60;

/** An area with the heads above it, which no upright lines part: several beside each other below a line as long as its own. */
export function withHeads(area: Area, words: readonly Word[], ruling: Ruling): Area {
  const { left, right, top } = area;
  const above = ruling.level.find(
    (level) =>
      level.at > top + touch &&
      level.at <= top + headHeight &&
      Math.abs(level.from - left) <= touch &&
      Math.abs(level.to - right) <= touch &&
      !ruling.upright.some((upright) => crosses(level, upright)),
  );
  if (above === undefined) return area;
  const heads = words.filter(
    ({ x, y, right: end }) => y > top && y < above.at && x >= left - 2 && end <= right + 2,
  );
  return formRows(heads, ruling).some(({ pieces }) => pieces.length > 2) ? { ...area, top: above.at } : area;
}
