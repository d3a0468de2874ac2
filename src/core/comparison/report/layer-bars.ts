import type { Comparison } from '#contract/comparison';
import type { LayerRow } from '#contract/image-comparison';
import type { Locale } from '#contract/locale';
import { layerName } from '#contract/report/image-tables';
import { imageReportTexts } from '#contract/report/image-texts';
import { formatBytes } from '#contract/units';
import { type Html, html } from './html.ts';

/** The width of the longer bar, in the units of its picture. */
const width = 1000;

/**
 * The layers of A and B as two bars of one scale, lowest layer first; what only one side has, has a colour. Nothing for
 * programs, and where the two sides count different bytes. Pure.
 */
export function layerBars({ images }: Comparison, locale: Locale): Html {
  const rows = images?.layers ?? [];
  const measures = new Set(rows.map(({ measure }) => measure));
  if (rows.length === 0 || measures.size > 1 || measures.has(null)) return html``;
  const total = (side: 'a' | 'b') => rows.reduce((sum, row) => sum + (row[side] ?? 0), 0);
  const longest = Math.max(total('a'), total('b'));
  if (longest === 0) return html``;
  const bars = (['a', 'b'] as const).map(
    (side) =>
      html`<tr><th scope="row" class="note">${side.toUpperCase()}</th><td class="layers">${bar(rows, side, longest, locale)}</td><td class="number">${formatBytes(total(side), locale)}</td></tr>
`,
  );
  return html`<section><h2>${imageReportTexts[locale].layers}</h2>
<table><tbody>${bars}</tbody></table></section>
`;
}

function bar(rows: readonly LayerRow[], side: 'a' | 'b', longest: number, locale: Locale): Html {
  let x = 0;
  const parts = rows.map((row): Html => {
    const bytes = row[side] ?? 0;
    const [from, length] = [x, (bytes / longest) * width];
    x += length;
    if (bytes === 0) return html``;
    const title = `${layerName(row)}: ${formatBytes(bytes, locale)}`;
    return html`<rect class="${kindOf(row)}" x="${from.toFixed(2)}" y="0" width="${length.toFixed(2)}" height="16"><title>${title}</title></rect>`;
  });
  return html`<svg viewBox="0 0 ${width} 16" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

function kindOf({ inA, inB }: LayerRow): string {
  if (inA && inB) return 'tile';
  return inB ? 'more' : 'less';
}
