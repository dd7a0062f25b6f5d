// Asks the report a question, then hands its passages to LangChain. Run it with `node examples/ask.mjs` after
// `npm run build` and `npm run ingest`.
import { ChapterAndVerseRetriever, openAssistant } from 'chapter-and-verse';

const assistant = await openAssistant();
try {
  const { status, sentences, citations, explanation } = await assistant.ask({
    question: 'How many jobs is Bosch cutting?',
    chapters: ['Germany'],
  });
  if (status === 'answered') {
    for (const { text, citations: numbers } of sentences) {
      const places = citations.filter(({ number }) => numbers.includes(number));
      console.log(`${text} [${places.map(({ chapter, page }) => `${chapter}, p. ${page}`).join('; ')}]`);
    }
  } else {
    console.log(`The report does not answer this: ${explanation?.stoppedBecause}.`);
  }

  const retriever = new ChapterAndVerseRetriever({ assistant, k: 2 });
  for (const { pageContent, metadata } of await retriever.invoke('chip subsidies')) {
    console.log(`\n${metadata.chapter}, p. ${metadata.page}: ${pageContent}`);
  }
} finally {
  await assistant.close();
}
