import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig, packageRoot } from '../config/settings.ts';
import { makeReport, type SmallChapter } from '../testing/documents/small-report.ts';
import { type Assistant, openAssistant } from './assistant.ts';
import { ingestDocuments } from './ingest-documents.ts';

const zeehavens: SmallChapter = {
  title: 'Zeehavens: groei en verdringing',
  section: 'De overslag van containers',
  paragraphs: [
    'De haven van Rotterdam verwerkte in 2023 ruim 13,4 miljoen containers, zeven procent minder dan een jaar eerder. Volgens het havenbedrijf kwam dat vooral door de oorlog in Oekraïne en door de hoge prijzen van energie. De directeur, mevr. Anja de Vries, verwacht pas in 2026 herstel.',
    'Antwerpen investeert 335 miljoen euro in een nieuwe kade voor schepen die op waterstof varen. De bouw begint in het najaar van 2025 en duurt drie jaar. De gemeente betaalt een derde van de kosten, de rest komt van het havenbedrijf.',
  ],
};
const spoorwegen: SmallChapter = {
  title: 'Spoorwegen: werk aan de lijn',
  section: 'Treinen naar het achterland',
  paragraphs: [
    'Het aandeel van het spoor in het vervoer naar het achterland daalde tot elf procent. De Betuweroute werd in 2024 vier maanden gesloten voor werk aan het derde spoor in Duitsland. Vervoerders weken uit naar de binnenvaart, die door laag water zelf met vertraging kampte.',
    'Om de treinen terug te winnen verlaagt de overheid de heffing voor goederentreinen met dertig procent. De maatregel geldt tot eind 2027 en kost veertig miljoen euro per jaar.',
  ],
};

describe('a report in Dutch', () => {
  let folder: string;
  let assistant: Assistant;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verse-dutch-'));
    await writeFile(join(folder, 'havens.pdf'), makeReport([zeehavens, spoorwegen], 'Havens in beweging'));
    const config = loadConfig({ indexDir: join(folder, 'index'), corpusDir: folder }, {}, packageRoot);
    await ingestDocuments(config);
    assistant = await openAssistant(config);
  });
  afterAll(async () => {
    await assistant.close();
    await rm(folder, { recursive: true });
  });

  it('is told by its text', async () => {
    const document = await assistant.document('havens');
    expect(document.language).toBe('nl');
  });

  it.each([
    ['Hoeveel containers verwerkte de haven van Rotterdam in 2023?', '13,4 miljoen containers'],
    ['Hoeveel investeert Antwerpen in een nieuwe kade?', '335 miljoen euro'],
    ['Waarom werd de Betuweroute gesloten?', 'derde spoor in Duitsland'],
    ['Wat verwacht Anja de Vries?', 'pas in 2026 herstel'],
  ])('answers “%s” with its own sentences', async (question, words) => {
    const answer = await assistant.ask({ question });
    expect(answer.status).toBe('answered');
    expect(answer.sentences.map(({ text }) => text).join(' ')).toContain(words);
    const printed = [zeehavens, spoorwegen].flatMap(({ paragraphs }) => paragraphs).join(' ');
    for (const { text } of answer.sentences) expect(printed).toContain(text);
    expect(answer.warnings).toEqual([]);
  });

  it('answers a question in English by figures and names, and says that Dutch finds more', async () => {
    const answer = await assistant.ask({
      question: 'How many containers did the port of Rotterdam handle in 2023?',
    });
    expect(answer.sentences.map(({ text }) => text).join(' ')).toContain('13,4 miljoen containers');
    expect(answer.warnings.map(({ message }) => message)).toEqual([
      'The question looks English; the report is in Dutch. Asked in Dutch, it may find more.',
    ]);
  });
  it.each(['Wie is de koning van Zweden?', 'Welke film won de Oscar?'])('refuses “%s”', async (question) => {
    expect(await assistant.ask({ question })).toMatchObject({ status: 'not-found', reason: 'off-topic' });
  });
});
