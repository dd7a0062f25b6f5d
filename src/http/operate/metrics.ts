/** The metrics, in Prometheus' format. No label contains any part of a question. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds: a question takes about 0.012, a page picture 0.5, a written answer several. */
const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const stageBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30];

export type Metrics = ReturnType<typeof createMetrics>;

/** @param options.process whether to measure memory, CPU and event loop too; that starts timers. */
export function createMetrics(version: string, options: { process?: boolean } = {}) {
  const registry = new Registry();
  const registers = [registry];
  if (options.process === true) collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'verse_build_info',
    help: 'Always 1; the label is the version.',
    labelNames: ['version'],
    registers,
  }).set({ version }, 1);
  return {
    registry,
    requests: new Counter({
      name: 'verse_http_requests_total',
      help: 'Requests by route and status; 499: the client had gone.',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'verse_http_request_duration_seconds',
      help: 'Time until the head of the answer is sent.',
      labelNames: ['method', 'route'],
      buckets: requestBuckets,
      registers,
    }),
    requestsOpen: new Gauge({
      name: 'verse_http_requests_in_progress',
      help: 'Requests whose answer is being made.',
      registers,
    }),
    answers: new Counter({
      name: 'verse_answers_total',
      help: 'Answers by status; reason says why one was not found.',
      labelNames: ['status', 'reason'],
      registers,
    }),
    verifications: new Counter({
      name: 'verse_verifications_total',
      help: 'Written sentences that were checked, by verdict.',
      labelNames: ['verdict'],
      registers,
    }),
    collectionQuestions: new Counter({
      name: 'verse_collection_questions_total',
      help: 'Questions of tokens that see some collections only, in each of these.',
      labelNames: ['collection'],
      registers,
    }),
    collectionRefusals: new Counter({
      name: 'verse_collection_refusals_total',
      help: 'Those of them that were answered by "not found".',
      labelNames: ['collection'],
      registers,
    }),
    collectionDocuments: new Gauge({
      name: 'verse_collection_documents',
      help: 'Documents in each collection; "" for those in none.',
      labelNames: ['collection'],
      registers,
    }),
    stageSeconds: new Histogram({
      name: 'verse_answer_stage_seconds',
      help: 'Time an answer took in each stage.',
      labelNames: ['stage'],
      buckets: stageBuckets,
      registers,
    }),
    warnings: new Counter({
      name: 'verse_answer_warnings_total',
      help: 'Warnings that answers carried, by code.',
      labelNames: ['code'],
      registers,
    }),
    modelFailures: new Counter({
      name: 'verse_model_failures_total',
      help: 'Answers that a model should have written and did not, by the code of the warning or error.',
      labelNames: ['code'],
      registers,
    }),
  };
}
