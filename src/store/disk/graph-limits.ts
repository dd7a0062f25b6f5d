/** Which documents have a graph, and which indexes are searched by their graphs. */

/** Passages of a document from which on it gets a graph: shorter ones are compared as soon as a walk has begun. */
export const graphFrom = 500;

/**
 * So many graphs are walked; of more documents all passages are compared, which takes less than a walk through each
 * (docs/large-libraries.md).
 */
export const mostGraphs = 16;

/**
 * Passages of an index from which on graphs are walked: fewer are compared in .3 ms (3 ms for 100,000), about as long as one
 * walk, and the libraries of the graphs, 100 ms of processor time, are not loaded for one question.
 */
export const walkFrom = 10_000;
