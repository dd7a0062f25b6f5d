/** A report with a page for each chapter and sentences modelled on the ETNC report, as a PDF made in code. */
import { makePdf, type PdfPage, type PdfSource, setText } from '../../workshop/typeset/make-pdf.ts';

export interface SmallChapter {
  title: string;
  /** The heading of the paragraphs. */
  section: string;
  paragraphs: readonly string[];
  /** Endnotes, numbered from 1. */
  notes?: readonly string[];
}

export const sweden: SmallChapter = {
  title: 'Sweden: From openness to de-risking',
  section: 'Networks, green energy and pharma',
  paragraphs: [
    'Sweden, as one of few EU countries, adopted an explicit ban on equipment from Chinese companies Huawei and ZTE in 5G networks in 2020. Following this decision, Ericsson reported a sharp drop in revenue in the Chinese market.',
    "In 2023, Chinese-owned companies' R&D investments in Sweden surpassed the equivalent of EUR 1.5 billion, an increase of almost 300% since 2013. In addition, China has become, in recent years, the second most important destination for R&D investments by Swedish companies. After Chinese Geely acquired Swedish carmaker Volvo Cars in 2010, China has become the largest source of foreign-owned companies' research and development investments in Sweden.",
  ],
};

export const poland: SmallChapter = {
  title: 'Poland: Between caution and cooperation',
  section: 'Wake-up calls on technology',
  paragraphs: [
    'In 2018, the Polish National Science Centre launched the SHENG programme to fund joint Polish-Chinese research projects in basic sciences, including chemistry, medicine, and energy. Polish universities have since signed further agreements with partners in Beijing and Shanghai, and the ministry reviews each of them.',
  ],
  notes: [
    'National Science Centre. SHENG 1. Call for proposals. 15 September 2017. https://ncn.gov.pl/sheng',
  ],
};

export const italy: SmallChapter = {
  title: 'Italy: A market for biopharma',
  section: 'Companies struggle to compete',
  paragraphs: [
    "The Italian biopharma sector is one of the most dynamic in the country's stagnating industrial landscape, accounting in 2025 for US$ 15 billion in revenue, and employing 29,000 people in 178 companies. Chinese competitors have nevertheless taken the lead in several classes of generic medicines, and the association of the industry asks for a European answer to it.",
  ],
};

function chapterPage({ title, section, paragraphs, notes = [] }: SmallChapter): PdfPage {
  const lines = [...setText(title, { x: 60, y: 780, characters: 60, size: 18, face: 'bold' })];
  let y = 730;
  const add = (text: string, look: { size: number; face?: 'bold' }) => {
    const set = setText(text, { x: 60, y, characters: 90, ...look });
    lines.push(...set);
    y = (set.at(-1)?.y ?? y) - look.size * 2.5;
  };
  add(section, { size: 12, face: 'bold' });
  for (const paragraph of paragraphs) add(paragraph, { size: 10 });
  if (notes.length > 0) add('Endnotes', { size: 12, face: 'bold' });
  notes.forEach((note, index) => {
    add(`${index + 1} | ${note}`, { size: 8 });
  });
  return { lines };
}

/** The chapters as pages, with an outline. */
export function reportSource(
  chapters: readonly SmallChapter[] = [sweden, poland],
  title = 'Fragmented Europe, in short',
): PdfSource {
  return {
    title,
    pages: chapters.map(chapterPage),
    outline: chapters.map((chapter, index) => ({ title: chapter.title, page: index + 1 })),
  };
}

/** The same chapters as a PDF. */
export function makeReport(chapters?: readonly SmallChapter[], title?: string): Uint8Array {
  return makePdf(reportSource(chapters, title));
}
