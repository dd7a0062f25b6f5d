/** The frame of a report in one HTML file: its style and script are in it, and its policy lets it load nothing. */
import { html, raw } from 'hono/html';

export type Markup = ReturnType<typeof html>;

const style = `
:root { color-scheme: light dark; --ink: #1c1f23; --faint: #5d6670; --paper: #fff; --line: #d9dee3; --panel: #f4f6f8;
  --one: #1f5fbf; --two: #b4500f; --three: #3f7d2c; --bad: #b3261e; --good: #2c7a3d; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ea; --faint: #a2abb4; --paper: #15181b; --line: #363c42;
  --panel: #1e2226; --one: #7fb0f5; --two: #f0a469; --three: #8fcf7a; --bad: #f2877f; --good: #84cc94; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; } h3 { font-size: 1rem; margin: 0 0 .5rem; }
.faint { color: var(--faint); }
.tables { overflow-x: auto; }
table { border-collapse: collapse; margin: 0 0 1.5rem; font-variant-numeric: tabular-nums; font-size: .9rem; }
th, td { overflow-wrap: normal; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--line); text-align: right; }
th:first-child, td:first-child { text-align: left; } td.part { padding-left: 1rem; }
.charts { display: grid; gap: 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); }
figure { margin: 0; } figcaption { font-weight: 600; margin-bottom: .5rem; }
svg { width: 100%; height: auto; } svg text { font: 12px system-ui, sans-serif; fill: var(--faint); }
.grid { stroke: var(--line); } .series { fill: none; stroke-width: 2; } .track { fill: var(--panel); } .bar { fill: var(--one); }
.series-1 { stroke: var(--one); } .series-2 { stroke: var(--two); } .series-3 { stroke: var(--three); }
svg .legend-1 { fill: var(--one); } svg .legend-2 { fill: var(--two); } svg .legend-3 { fill: var(--three); }
.filter { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; position: sticky; top: 0; padding: .6rem 0;
  background: var(--paper); border-bottom: 1px solid var(--line); }
select, input { font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--line); border-radius: 4px; padding: .2rem .4rem; }
article { border-bottom: 1px solid var(--line); padding: 1rem 0; } article[hidden] { display: none; }
.sides { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }
.sides h4 { margin: 0; font-size: .8rem; color: var(--faint); } .sides p, .sides ul { margin: .3rem 0; } .sides ul { padding-left: 1.2rem; }
.fault { color: var(--bad); } .found { color: var(--good); }
`;

const script = `
const controls = [...document.querySelectorAll('.filter select, .filter input')];
const articles = [...document.querySelectorAll('article')];
const count = document.querySelector('#count');
function narrow() {
  const [kind, type, verdict, words] = controls.map((control) => control.value);
  let shown = 0;
  for (const article of articles) {
    const { dataset } = article;
    const fits = (kind === '' || dataset.kind === kind) && (type === '' || dataset.type === type) &&
      (verdict === '' || dataset.verdict === verdict) &&
      (words === '' || article.textContent.toLowerCase().includes(words.toLowerCase()));
    article.hidden = !fits;
    if (fits) shown += 1;
  }
  count.textContent = shown + ' of ' + articles.length + ' questions';
}
for (const control of controls) control.addEventListener('input', narrow);
narrow();
`;

export interface ReportPageOptions {
  hasFilter: boolean;
  /** Whether it shows pictures, which are in it. */
  hasPictures?: boolean;
  /** Rules of its own, behind those of all. */
  style?: string;
}

/** A whole page. What `html` puts in is escaped, so a text can never become markup. */
export async function renderReportPage(
  title: string,
  content: Markup,
  { hasFilter, hasPictures = false, style: own = '' }: ReportPageOptions,
): Promise<string> {
  const policy = [
    "default-src 'none'; style-src 'unsafe-inline'",
    ...(hasFilter ? ["script-src 'unsafe-inline'"] : []),
    ...(hasPictures ? ['img-src data:'] : []),
  ].join('; ');
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<title>${title}</title>
<style>${raw(style + own)}</style>
</head>
<body>
${content}
${hasFilter ? html`<script>${raw(script)}</script>` : ''}
</body>
</html>
`;
  return String(page);
}
