/** Which documents have a graph, and which indexes are searched by their graphs. */

/** Passages of a document from which on it gets a graph: shorter ones are compared as soon as a walk has begun. */
export const graphFrom = 500;

/**
 * So many graphs are walked; of more documents all passages are compared, which takes less than a walk through each
 * (docs/large-libraries.md).
 */
export const mostGraphs = 16;
