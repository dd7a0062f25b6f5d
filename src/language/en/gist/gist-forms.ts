/** How English questions ask for the gist of a document, how it heads what says it, and how sentences say it. Pure. */
import type { GistForms } from '../../../core/gist-forms.ts';
import { emptyStems } from './empty-words.ts';
import { document } from './patterns.ts';
import { audience, limits, method, problem, purpose, scope } from './what-it-is.ts';
import { conclusions, findings, recommendations, summary } from './what-it-says.ts';

export const gistForms: GistForms = {
  forms: [recommendations, limits, method, audience, scope, problem, purpose, conclusions, findings, summary],
  idle: /^(?:(?:data )?sources?|notes?)(?: \d+)?:|\b(?:copyright|all rights reserved|ISBN|ISSN|(?:be|been) reproduced|catalogu?ing|made possible by|have been possible|grateful|indebted|thanks?)\b/i,
  emptyStems,
  opening:
    /^(?:(?:general )?introduction(?: .{1,40})?|foreword|preface|context|prologue|background|letter)$/i,
  document: new RegExp(
    `\\b(?:(?:this|the|that|these|your) (?:\\S+ )?${document}s?|authors?|writers?|editors?|researchers?|they)\\b`,
    'i',
  ),
  partNoun: /\b(?:chapter|section|part|appendix|annex)\b/i,
  partNumber: /\b(chapter|section|part|appendix|annex) (\d{1,2}(?:\.\d{1,2})*|[ivxl]{1,6}|[a-z])(?![\w])/i,
  headingNumber:
    /^(?:(?:chapter|part|section|appendix|annex|box)\s+(?:\d{1,2}|[ivxl]{1,6}|[a-z])\b[\s.:—–-]*|\d{1,2}(?:\.\d{1,2})*\.?\s+|[a-z][.)]\s+|[ivxl]{1,6}[.)]\s+)/i,
};
