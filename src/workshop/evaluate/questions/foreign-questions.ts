/**
 * Converts questions of SQuAD, Ragas, promptfoo and BEIR, as evals/FORMAT.md lists. Unknown fields are ignored; if a
 * required one is then missing, our own format refuses it by name. Pure.
 */

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function textsOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
}

const unique = (texts: readonly string[]) => [...new Set(texts)];

/** The sentence at an offset of a text. */
export function sentenceAround(text: string, offset: number): string {
  const ends = [...text.matchAll(/[.!?]["”’)]*\s+/gu)].map((match) => match.index + match[0].length);
  const start = Math.max(0, ...ends.filter((end) => end <= offset));
  const end = ends.find((one) => one > offset) ?? text.length;
  return text.slice(start, end).trim();
}

/** SQuAD: the questions of a paragraph, each with the paragraph. */
function squadRecords(data: unknown): Fields[] {
  return listOf(data)
    .filter(isFields)
    .flatMap(({ paragraphs }) => listOf(paragraphs).filter(isFields))
    .flatMap(({ context, qas }) =>
      listOf(qas)
        .filter(isFields)
        .map((question) => ({ context, ...question })),
    );
}

/** The records of a whole JSON file: a list, SQuAD's `data`, promptfoo's `tests`, or Ragas' `samples`. */
export function recordsOf(value: unknown): readonly unknown[] {
  if (!isFields(value)) return listOf(value);
  const { data, tests, samples } = value;
  const squad = squadRecords(data);
  if (squad.length > 0) return squad;
  return ([data, tests, samples].find((one) => Array.isArray(one) && one.length > 0) as unknown[]) ?? [];
}

/** SQuAD's answers: all wordings of one fact, and the sentences they are in. */
function readSquad({ answers, context, is_impossible: isImpossible }: Fields): Fields {
  // Hugging Face stores two lists, SQuAD itself a list of pairs.
  const pairs = isFields(answers)
    ? textsOf(answers.text).map((text, index) => ({
        text,
        answer_start: listOf(answers.answer_start)[index],
      }))
    : listOf(answers).filter(isFields);
  const wordings = unique(pairs.flatMap(({ text }) => textsOf(text)));
  if (isImpossible === true || wordings.length === 0) return { kind: 'near-miss' };
  const starts = pairs.map((pair) => pair.answer_start).filter((start) => typeof start === 'number');
  const evidence =
    typeof context === 'string' ? starts.slice(0, 1).map((start) => sentenceAround(context, start)) : [];
  return { facts: [wordings], evidence };
}

/** promptfoo's assertions on the output's content; others are ignored. */
function readAssertions(assertions: unknown): string[][] {
  return listOf(assertions)
    .filter(isFields)
    .flatMap(({ type, value }) => {
      const texts = textsOf(value);
      if (texts.length === 0) return [];
      if (/^i?contains-all$/.test(String(type))) return texts.map((text) => [text]);
      return /^(?:i?contains|i?contains-any|equals)$/.test(String(type)) ? [texts] : [];
    });
}

/** Field names that ours never use: a record with one is another tool's. */
const foreignFields = [
  'user_input',
  'reference',
  'reference_contexts',
  'ground_truth',
  'ground_truths',
  'vars',
  'assert',
  'answers',
  'is_impossible',
  '_id',
];

/** A record under our field names. `number` serves as id if there is none. */
export function translateRecord(value: unknown, number: number): unknown {
  if (!isFields(value) || !foreignFields.some((field) => field in value)) return value;
  const vars = isFields(value.vars) ? value.vars : {};
  const first = (...candidates: unknown[]) => candidates.flatMap(textsOf)[0];
  const answer = first(value.answer, value.reference, value.ground_truth, value.ground_truths);
  const facts = readAssertions(value.assert);
  const ours = {
    id: first(value.id, value._id, value.description) ?? `question-${number}`,
    question: first(
      value.question,
      value.user_input,
      value.query,
      value.text,
      vars.question,
      vars.query,
      vars.prompt,
    ),
    ...(answer !== undefined && { answer }),
    ...(facts.length > 0 && { facts }),
    ...('reference_contexts' in value && { evidence: textsOf(value.reference_contexts) }),
    ...('answers' in value || 'is_impossible' in value ? readSquad(value) : {}),
  };
  // Otherwise a record without anything to score would count as a near miss; refusing it is better.
  return { kind: 'answerable', ...ours, ...pickOurs(value) };
}

/** Fields with the same name in both. */
function pickOurs(value: Fields): Fields {
  const shared = ['kind', 'split', 'chapters', 'difficulty', 'facts', 'evidence', 'pages', 'why'];
  return Object.fromEntries(shared.filter((name) => name in value).map((name) => [name, value[name]]));
}

/**
 * BEIR: the queries with judgements, and the relevant texts as evidence.
 * @param qrels "query-id, corpus-id, score" separated by tabs, after a heading.
 */
export function joinBeir(queries: readonly unknown[], corpus: readonly unknown[], qrels: string): Fields[] {
  const texts = new Map(corpus.filter(isFields).map(({ _id, text }) => [String(_id), String(text)]));
  const evidence = new Map<string, string[]>();
  for (const line of qrels.split(/\r?\n/).slice(1)) {
    const [query = '', document = '', score = '0'] = line.split('\t');
    const text = texts.get(document);
    if (text !== undefined && Number(score) > 0) evidence.set(query, [...(evidence.get(query) ?? []), text]);
  }
  return queries.filter(isFields).flatMap((query) => {
    const own = evidence.get(String(query._id));
    return own === undefined ? [] : [{ ...query, evidence: own }];
  });
}
