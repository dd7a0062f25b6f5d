import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appWith } from '../../testing/http/test-app.ts';
import { describeLimits, describeType, sampleOf } from './describe-type.ts';
import { type ApiDescription, renderDocs } from './render-docs.ts';

const { app } = appWith();
const response = await app.request('/docs');
const page = await response.text();
const api = await (await app.request('/openapi.json')).json();

describe('GET /docs', () => {
  it('has a section for every operation and every type of the OpenAPI document', () => {
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
    const operations = Object.values<Record<string, { operationId: string }>>(api.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    const ids = [...page.matchAll(/<h[23] id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...operations, ...Object.keys(api.components.schemas)]);
  });

  it('links only to this server, and every internal link has its target', async () => {
    const links = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(40);
    for (const link of new Set(links)) {
      if (link.startsWith('#')) expect(page).toContain(`id="${link.slice(1)}"`);
      else expect([link, (await app.request(link)).status]).toEqual([link, 200]);
    }
  });

  it('holds nothing that its own policy would block', () => {
    expect(page).not.toMatch(/\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)/i);
    for (const name of ['docs.js', 'plain.css']) {
      const source = readFileSync(new URL(`../pages/plain/${name}`, import.meta.url), 'utf8');
      expect(source).not.toMatch(/https?:\/\/|@import|url\(|innerHTML|outerHTML|insertAdjacentHTML/);
    }
  });

  it('offers a form for operations with JSON, with a body that is valid as it is', async () => {
    const forms = [...page.matchAll(/data-method="(\w+)" data-path="([^"]+)"/g)].map(
      ([, method, path]) => `${method} ${path}`,
    );
    expect(forms).toEqual([
      'POST /v1/ask',
      'POST /v1/search',
      'POST /v1/verify',
      'POST /v1/compare',
      'GET /v1/documents',
      'GET /v1/documents/{id}',
      'GET /v1/documents/{id}/reading',
      'GET /v1/passages/{id}',
      'GET /v1/starters',
      'GET /v1/uploads',
      'GET /v1/models',
      'GET /v1/models/{id}',
      'POST /v1/chat/completions',
      'GET /healthz',
      'GET /readyz',
      'GET /metrics',
    ]);
    expect(sampleOf(api.components.schemas.AskRequest, api.components.schemas)).toEqual({
      question: 'Which companies did Sweden ban from 5G networks in 2020?',
    });
  });

  it.each([
    ['post', { requestBody: { content: { 'application/pdf': {} } } }],
    ['delete', {}],
  ])('offers none for a %s that a form cannot send', (method, parts) => {
    const content = { 'application/json': {} };
    const operation = { operationId: 'x', responses: { 200: { description: 'Done.', content } }, ...parts };
    const description: ApiDescription = {
      info: { title: 'A', version: '1' },
      paths: { '/x': { [method]: operation } },
      schemas: {},
    };
    expect(String(renderDocs(description))).not.toContain('<form');
  });

  it('shows what a declaration says as text, never as markup', () => {
    const evil = '<script src="//evil.example"></script>';
    const operation = { operationId: 'x', summary: evil, responses: { 200: { description: evil } } };
    const description: ApiDescription = {
      info: { title: evil, version: '1' },
      paths: { '/x': { get: operation } },
      schemas: { Odd: { type: 'object', properties: { '"><b>': { type: 'string', description: evil } } } },
    };
    expect(String(renderDocs(description))).not.toMatch(/<script src="\/\/|<b>/);
  });
});

describe('describeType', () => {
  it.each([
    [{ type: 'array', items: { $ref: '#/components/schemas/Citation' } }, 'Citation[]'],
    [{ type: 'string', enum: ['answered', 'not-found'] }, '"answered" | "not-found"'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
    [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, '(string | null)[]'],
    [
      { type: 'object', properties: { page: { type: 'integer' }, why: {} }, required: ['page'] },
      '{ page: integer; why?: unknown }',
    ],
    [{ type: ['number', 'null'] }, 'number | null'],
    [{ const: 1 }, '1'],
    [{ type: 'object' }, 'object'],
  ])('writes %j as %s', (schema, type) => {
    expect(describeType(schema)).toBe(type);
  });
});

describe('describeLimits', () => {
  it.each([
    [{ minLength: 1, maxLength: 2000 }, '1 to 2,000 characters.'],
    [{ minimum: 1, maximum: 100, default: 10 }, '1 to 100. By default 10.'],
    [{ minimum: 1 }, 'At least 1.'],
    [{ maxItems: 10 }, 'At most 10 values.'],
    [{ minimum: -9_007_199_254_740_991, maximum: 9_007_199_254_740_991 }, ''],
    [{}, ''],
  ])('writes %j as "%s"', (schema, sentence) => {
    expect(describeLimits(schema)).toBe(sentence);
  });
});
