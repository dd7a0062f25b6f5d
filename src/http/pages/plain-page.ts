/** Pages without a script of their own, made on the server: the frame they share and its style sheet. */
import { html } from 'hono/html';
import type { App } from '../app-options.ts';
import { packText, sendFile } from '../respond/static-file.ts';

const folder = new URL('./plain/', import.meta.url);

type Markup = ReturnType<typeof html>;

/** The frame. What `html` puts in is escaped, so a text can never become markup. */
export function renderPlainPage(title: string, content: Markup, script?: string): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/tokens.css">
<link rel="stylesheet" href="/plain/plain.css">
${script === undefined ? '' : html`<script type="module" src="/plain/${script}"></script>`}
</head>
<body>
${content}
</body>
</html>
`;
}

/** Adds `/plain/<name>`. */
export function servePlainFiles(app: App): void {
  app.get('/plain/:name{[a-z-]+\\.(?:css|js)}', packText, (context) =>
    sendFile(context, new URL(context.req.param('name'), folder)),
  );
}
