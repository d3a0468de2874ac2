import type { Delta } from '#contract/comparison';
import type { Locale } from '#contract/locale';
import { type ReportTexts, reportTexts } from '#contract/report/texts';
import { formatByteChange, formatBytes, formatPercentChange } from '#contract/units';
import { type Html, html } from './html.ts';

/** Rows that are shown at once; the others unfold. */
const shownRows = 20;
/** Rows of a table at all: a report is read by people. */
const maxRows = 500;

/** A row with a change, its cells before it. */
export interface ChangeRow {
  name: string;
  /** Beside the name: versions, a share. */
  note: string;
  delta: Delta;
}

/** A table of changes, each with a bar to the right (more) or to the left (less); nothing without rows. Pure. */
export function changeTable(
  title: string,
  names: { name: string; sides: boolean },
  rows: readonly ChangeRow[],
  locale: Locale,
): Html {
  if (rows.length === 0) return html``;
  const texts = reportTexts[locale];
  const largest = Math.max(...rows.map(({ delta }) => Math.abs(delta.change ?? 0)));
  const lines = rows.slice(0, maxRows).map((row) => line(row, names.sides, largest, locale));
  const left = rows.length - lines.length;
  const head = heading(names, texts);
  return html`<section><h2>${title}</h2>
<table>${head}<tbody>${lines.slice(0, shownRows)}</tbody></table>
${lines.length > shownRows ? folded(lines.slice(shownRows), left, texts) : html``}</section>
`;
}

function heading({ name, sides }: { name: string; sides: boolean }, texts: ReportTexts): Html {
  const columns = sides ? html`<th class="number side">A</th><th class="number side">B</th>` : html``;
  return html`<thead><tr><th class="name">${name}</th>${columns}<th class="number">${texts.change}</th><th class="bar"></th></tr></thead>`;
}

function folded(lines: readonly Html[], left: number, texts: ReportTexts): Html {
  const rest = left > 0 ? html`<p class="note">${texts.more(left)}</p>` : html``;
  return html`<details><summary>${texts.more(lines.length + left)}</summary><table><tbody>${lines}</tbody></table>${rest}</details>`;
}

function line({ name, note, delta }: ChangeRow, sides: boolean, largest: number, locale: Locale): Html {
  const { a, b, change, percent } = delta;
  const size = (bytes: number | null) => (bytes === null ? '–' : formatBytes(bytes, locale));
  const columns = sides
    ? html`<td class="number side">${size(a)}</td><td class="number side">${size(b)}</td>`
    : html``;
  const kind = (change ?? 0) > 0 ? 'more' : 'less';
  const shown =
    change === null
      ? html``
      : html`<span class="${kind}">${formatByteChange(change, locale)}</span>${percent === null ? '' : ` ${formatPercentChange(percent, locale)}`}`;
  return html`<tr><th class="name" scope="row">${name}${note === '' ? html`` : html` <span class="note">${note}</span>`}</th>${columns}<td class="number">${shown}</td><td class="bar">${bar(change ?? 0, largest)}</td></tr>
`;
}

/** Of a hundred units on each side of the middle, at least one. */
function bar(change: number, largest: number): Html {
  if (change === 0 || largest === 0) return html``;
  const width = Math.max(1, Math.round((Math.abs(change) / largest) * 100));
  const [x, kind] = change > 0 ? [100, 'more'] : [100 - width, 'less'];
  return html`<svg viewBox="0 0 200 12" preserveAspectRatio="none" aria-hidden="true"><rect class="${kind}" x="${x}" y="1" width="${width}" height="10"/><line x1="100" y1="0" x2="100" y2="12" vector-effect="non-scaling-stroke"/></svg>`;
}
