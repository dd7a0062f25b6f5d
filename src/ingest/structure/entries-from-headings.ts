/** Chapters told by how their headings are set: numbered through, large, at the top of pages, repeated as running heads. Pure. */
import { matterTitles, sectionTitles } from '../../language/en/layout-words.ts';
import { isCapitals } from '../../text/capitals.ts';
import { titleKey } from '../../text/similar-titles.ts';
import { thresholds } from '../layout/thresholds.ts';
import { type Block, charactersOn } from '../page-model.ts';
import { collectHeadings, type Heading } from './collect-headings.ts';
import type { Entry } from './entries.ts';
import { headingStyles } from './heading-styles.ts';
import { chainOf } from './number-chain.ts';
import { withoutNumber } from './numbering.ts';
import { isRunningHead, type RunningHeads } from './running-heads.ts';

/** What is known of the document whose headings are read. */
export interface HeadingsOf {
  blocks: readonly Block[];
  /** In points. */
  bodySize: number;
  pageCount: number;
  runningHeads: RunningHeads;
}

/** Headings of one kind that may open the chapters, and how much speaks for it. */
interface Candidate {
  headings: Heading[];
  score: number;
  /** Whether their numbers go on from one to the next. */
  isNumbered: boolean;
}

const shareOf = (headings: readonly Heading[], is: (heading: Heading) => boolean) =>
  headings.filter(is).length / headings.length;

/** The headings that a chain of numbers makes chapters: its own, and a few without a number behind its first. */
function inChain(headings: readonly Heading[], chain: readonly Heading[]): Heading[] {
  const [first, last] = [chain[0]?.block ?? 0, chain.at(-1)?.block ?? 0];
  const isMatter = ({ title }: Heading) => matterTitles.test(withoutNumber(title).trim());
  const plain = headings.filter((heading) => heading.number === null && heading.block > first);
  // Where they are many, they are the sections between.
  const isAlike = plain.length <= chain.length / 2;
  return headings.filter(
    (heading) =>
      chain.includes(heading) ||
      (heading.number?.label ?? null) !== null ||
      (heading.number === null && isMatter(heading)) ||
      (isAlike && plain.includes(heading)) ||
      (heading.number?.style === 'letter' && heading.block > last),
  );
}

/** From so many headings on, and on every third page or more, they are of sections rather than of chapters. */
const denseCount = 12;
/** The pages that headings reach over at least, if no numbers tell that they are chapters. */
const leastReach = 0.4;
/** The share of headings with text below them, and of pages that have one: in forms and on covers they stand together. */
const leastText = 0.5;
const leastPages = 0.5;
/** In a document of fewer pages, bold lines alone open no chapters: those are larger than the text by half a step. */
const shortDocument = 8;
const leastSize = 0.25;
/** The share of titles that no other of the headings has: those of a drawing repeat. */
const leastDistinct = 0.7;
/** The fewest headings of a style used as those of headings are, for this to speak for them. */
const leastStyled = 4;

function toCandidate(all: readonly Heading[], document: HeadingsOf): Candidate | null {
  const { bodySize, pageCount, runningHeads } = document;
  const chain = chainOf(all);
  const headings = chain.length > 0 ? inChain(all, chain) : [...all];
  const reach = ((headings.at(-1)?.page ?? 0) - (headings[0]?.page ?? 0) + 1) / pageCount;
  const distinct = new Set(headings.map(({ title }) => titleKey(title))).size;
  if (headings.length < 2 || distinct < headings.length * leastDistinct) return null;
  const size = Math.log2(Math.max(1, (headings[0]?.size ?? 0) / bodySize));
  const pages = new Set(headings.map(({ page }) => page)).size;
  const isSpread =
    reach >= leastReach &&
    (pageCount >= shortDocument || size >= leastSize) &&
    pages >= headings.length * leastPages &&
    shareOf(headings, ({ hasText }) => hasText) >= leastText;
  if (chain.length === 0 && !isSpread) return null;
  if (chain.length === 0 && shareOf(headings, ({ number }) => (number?.path.length ?? 0) > 1) > 0.5)
    return null;
  const isDense = chain.length === 0 && headings.length > Math.max(denseCount, pageCount / 3);
  const isStyled = headings.length >= leastStyled && shareOf(headings, (heading) => heading.isStyled) > 0.5;
  const score =
    (chain.length > 0 ? 2 * Math.min(1, reach * 1.5) : 0) +
    shareOf(headings, ({ opensPage }) => opensPage) +
    shareOf(headings, ({ number }) => number?.label === 'chapter') +
    shareOf(headings, ({ title, page }) => isRunningHead(title, page, runningHeads)) +
    shareOf(headings, ({ title }) => sectionTitles.test(withoutNumber(title).trim())) +
    Math.min(1, size) +
    shareOf(headings, ({ hasText }) => hasText) / 2 +
    (isStyled ? 0.5 : 0) -
    (isDense ? 1.5 : 0);
  return { headings, score, isNumbered: chain.length > 0 };
}

/** How many blocks apart a title and its author are at most. */
const besideBlocks = 3;

/** Whether most of some headings stand beside others that are set larger: the authors of the chapters, their labels. */
function isCompanion({ headings }: Candidate, others: readonly Candidate[]): boolean {
  return others.some(
    ({ headings: larger }) =>
      (larger[0]?.size ?? 0) > (headings[0]?.size ?? 0) &&
      shareOf(headings, ({ block }) =>
        larger.some((other) => Math.abs(other.block - block) <= besideBlocks),
      ) > 0.7,
  );
}

/** Headings of a kind, and those in capitals by themselves, where the sections below them are set no smaller. */
function byCapitals(headings: readonly Heading[]): Heading[][] {
  const inCapitals = headings.filter(({ title }) => isCapitals(title));
  const isMixed = inCapitals.length > 1 && inCapitals.length < headings.length;
  return isMixed ? [[...headings], inCapitals] : [[...headings]];
}

/** From this score on a kind of headings opens chapters. */
const leastScore = 1;

/** The headings that open chapters; none where none is sure enough. */
export function entriesFromHeadings(document: HeadingsOf): Entry[] {
  const { blocks, bodySize } = document;
  // A cover's titles open no chapter.
  const first = charactersOn(1, blocks) <= thresholds.page.divider ? 2 : 1;
  const kinds = [...collectHeadings(blocks, bodySize, headingStyles(blocks)).values()].flatMap(byCapitals);
  const candidates = kinds.flatMap((all) => {
    const candidate = toCandidate(
      all.filter(({ page }) => page >= first),
      document,
    );
    return candidate === null ? [] : [candidate];
  });
  const [best] = candidates
    .filter((each) => !isCompanion(each, candidates))
    .sort((a, b) => b.score - a.score);
  if (best === undefined || best.score < leastScore) return [];
  const isBelow = ({ page, opensPage, hasText, size }: Heading) =>
    page === 1 && opensPage && hasText && size > (best.headings[0]?.size ?? 0);
  // A few pages under one large title that has text of its own are one chapter, and their headings its sections.
  if (document.pageCount < shortDocument && !best.isNumbered && kinds.flat().some(isBelow)) return [];
  return best.headings.map(({ title, page, block, titleEnd }) => ({
    title,
    depth: 0,
    page,
    block,
    titleEnd,
    sources: ['heading'],
  }));
}
