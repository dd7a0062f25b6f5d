// An agent of LangChain that looks passages up in the reports, answers from them, and has its answer checked. The model is
// one of yours, behind OpenAI's protocol: `MODEL=qwen3:4b MODEL_URL=http://127.0.0.1:11434/v1 node examples/langchain-agent.mjs`.
import { ChatOpenAI } from '@langchain/openai';
import { ChapterAndVerseRetriever, openAssistant } from 'chapter-and-verse';
import { createAgent, tool } from 'langchain';
import { z } from 'zod';

const { MODEL = 'qwen3:4b', MODEL_URL = 'http://127.0.0.1:11434/v1', MODEL_KEY = 'none' } = process.env;

const assistant = await openAssistant();
try {
  const retriever = new ChapterAndVerseRetriever({ assistant, k: 4 });
  const findPassages = tool(
    async ({ query }) => {
      const found = await retriever.invoke(query);
      return found
        .map(({ pageContent, metadata }) => `[${metadata.chapter}, p. ${metadata.page}] ${pageContent}`)
        .join('\n\n');
    },
    {
      name: 'find_passages',
      description:
        'Finds the passages of the reports that are nearest to a query, each with chapter and page.',
      schema: z.object({ query: z.string() }),
    },
  );
  const agent = createAgent({
    model: new ChatOpenAI({ model: MODEL, apiKey: MODEL_KEY, configuration: { baseURL: MODEL_URL } }),
    tools: [findPassages],
    systemPrompt: 'Find passages first. Answer in one sentence from them alone, and name chapter and page.',
  });
  const question = 'How many jobs is Bosch cutting?';
  const { messages } = await agent.invoke({ messages: [{ role: 'user', content: question }] });
  const answer = messages.at(-1).text;
  console.log(answer);

  const { verdict, problems, citation } = await assistant.check({ sentence: answer });
  console.log(`Checked: ${verdict}${citation ? `, against ${citation.chapter}, p. ${citation.page}` : ''}`);
  for (const { text, reason } of problems) console.log(`- “${text}”: ${reason}`);
} finally {
  await assistant.close();
}
