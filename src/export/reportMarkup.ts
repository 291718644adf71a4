import { escapeMarkup } from '../lib/escapeMarkup';

/** HTML that is safe to join. Only this file makes it, out of texts that it escapes. */
export type Markup = string & { readonly isMarkup: true };

const asMarkup = (html: string) => html as Markup;

/** No script, no font, no address of anywhere: a report opens the same in twenty years, and without a network. */
const STYLE = `
:root { color-scheme: light; }
body { max-width: 52rem; margin: 0 auto; padding: 2rem; background: #fff; color: #1c1c1a;
  font: 0.9375rem/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', sans-serif;
  font-variant-numeric: tabular-nums; }
h1 { margin: 0; font-size: 1.75rem; overflow-wrap: anywhere; }
h2 { margin: 1.75rem 0 0.5rem; font-size: 1.125rem; break-after: avoid; }
p { margin: 0.25rem 0; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.25rem 0.5rem; border-bottom: 1px solid #dcd9d0; text-align: left; vertical-align: top;
  font-weight: 400; }
th { color: #5d5b55; }
section { overflow-x: auto; }
tr, figure { break-inside: avoid; }
.facts th { width: 24%; }
.facts td { overflow-wrap: anywhere; }
figure { margin: 0 0 1rem; }
img { display: block; max-width: 100%; height: auto; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
a { color: #0a5cb8; overflow-wrap: anywhere; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } }
@page { margin: 18mm; }
`;

/** Nothing is allowed but what is in the file itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

export function page(language: string, title: string, parts: readonly Markup[]): string {
  return `<!doctype html>
<html lang="${escapeMarkup(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${parts.join('\n')}
</body>
</html>
`;
}

/** A part under its heading; nothing where it would be empty. */
export function section(heading: string, parts: readonly Markup[]): Markup {
  if (parts.length === 0) return asMarkup('');
  return asMarkup(`<section>\n<h2>${escapeMarkup(heading)}</h2>\n${parts.join('\n')}\n</section>`);
}

export function heading(text: string): Markup {
  return asMarkup(`<h1>${escapeMarkup(text)}</h1>`);
}

export function paragraph(text: string): Markup {
  return asMarkup(`<p>${escapeMarkup(text)}</p>`);
}

/** A table of names and values, one pair a row. */
export function facts(pairs: readonly (readonly [name: string, value: string])[]): Markup {
  const rows = pairs.map(([name, value]) => `<tr>${rowHeading(name)}${cell(value)}</tr>`);
  return asMarkup(`<table class="facts">\n${rows.join('\n')}\n</table>`);
}

/** A table whose rows begin with what they are about. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): Markup {
  const head = columns.map((column) => `<th scope="col">${escapeMarkup(column)}</th>`).join('');
  const body = rows.map(([first, ...others]) => `<tr>${rowHeading(first)}${others.map(cell).join('')}</tr>`);
  return asMarkup(
    `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`,
  );
}

/** A picture beside its sentence. As an image, an SVG runs no script and loads nothing, whoever wrote it. */
export function picture(svg: string, title: string, summary: string): Markup {
  const address = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  return asMarkup(
    `<figure>\n<figcaption><strong>${escapeMarkup(title)}</strong> ${escapeMarkup(summary)}</figcaption>\n` +
      `<img src="${escapeMarkup(address)}" alt="${escapeMarkup(`${title}. ${summary}`)}">\n</figure>`,
  );
}

/** An address to follow; only a text where it is not one of the web. */
export function link(address: string): Markup {
  const text = escapeMarkup(address);
  return asMarkup(`<p>${/^https?:\/\//i.test(address) ? `<a href="${text}">${text}</a>` : text}</p>`);
}

const rowHeading = (text: string) => `<th scope="row">${escapeMarkup(text)}</th>`;
const cell = (text: string) => `<td>${escapeMarkup(text)}</td>`;
