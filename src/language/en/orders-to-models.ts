/** How a text gives orders in English to a language model that reads it. Pure. */

const model = /(?:a\.?i\.?|assistants?|chat ?bots?|(?:large )?(?:language )?models?|llms?|gpt)/.source;

export const ordersToModels: readonly RegExp[] = [
  /(?:^\W*|\bplease |[:;,] |\band |\byou (?:must|should|will|can) )(?:now )?(?:ignore|disregard|forget|override)\b.{0,60}\b(?:instructions?|prompts?|rules|quotations|guidelines|told)\b/i,
  /^\W*(?:assistant|system|user|developer|ai|model|chatbot)\s*:/i,
  new RegExp(`\\b(?:you are|you're|act as|pretend to be|you as)\\b.{0,25}\\b${model}\\b`, 'i'),
  new RegExp(
    `\\b(?:notes?|messages?|instructions?|reminders?|attention)\\b.{0,10}\\b(?:to|for)\\b.{0,15}\\b${model}\\b.{0,3}:`,
    'i',
  ),
  new RegExp(`\\b${model}\\b.{0,20}\\b(?:reading|processing|summari[sz]ing|answering) this\\b`, 'i'),
  /^\W*(?:please )?(?:answer|reply|respond|say|write|state|output|print|repeat)(?:\b.{0,12}\b(?:that|with|only|exactly|the following|this)\b|\s*:)/i,
  /<\/?(?:system|user|assistant|instructions?|quotations?|context|prompt)\b|<\|/i,
  /^\W*(?:please )?(?:tell|inform) the (?:user|reader|asker)\b/i,
  /\b(?:you (?:must|should|shall|will)|always|only) (?:now )?(?:answer|reply|respond|say|write|output|cite)\b/i,
];
