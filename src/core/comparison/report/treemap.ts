import type { BuildDetail } from '#contract/build';
import type { Move } from '#contract/comparison';
import type { Locale } from '#contract/locale';
import { fitted } from '#contract/report/fitted';
import { type Area, layout } from '#contract/report/layout';
import { changeOf, type ProgramPart, programTree } from '#contract/report/program-tree';
import { bucketWords } from '#contract/report/rows';
import { type ReportTexts, reportTexts } from '#contract/report/texts';
import { toneOf } from '#contract/report/tone';
import { formatByteChange, formatBytes } from '#contract/units';
import { type Html, html } from './html.ts';

type PartArea = Area<ProgramPart>;

/** In units of the picture, which is as wide as the report: 1000 of its pixels. */
const size = { width: 1000, height: 460 };
/** Smaller areas cannot be seen, so the area of their module stands for them. */
const minArea = 4;
const label = { width: 46, height: 22, letter: 7.4, padding: 6, line: 15 };

/** Rows of the table of modules. */
const maxRows = 500;

/**
 * The bytes of B as areas: its modules, and in them their packages, coloured by their change, with the name and size of
 * each where the pointer rests. The modules are also a table. Nothing if the packages of B are not known. Pure.
 */
export function treemap(a: BuildDetail, b: BuildDetail, moves: readonly Move[], locale: Locale): Html {
  if (b.packages.length === 0) return html``;
  const texts = reportTexts[locale];
  const parts = programTree(b, a, moves);
  const areas = layout(parts, size.width, size.height);
  const outer = areas.filter(({ depth }) => depth === 0);
  const leaves = areas.filter((area) => area.part.parts.length === 0 && wide(area) * high(area) >= minArea);
  return html`<section><h2>${texts.treemap}</h2>
<p class="note">${texts.treemapKey} <span class="more">■</span> ${texts.grew} <span class="less">■</span> ${texts.shrank}</p>
<svg class="map" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${texts.treemapOf(parts.length)}">
${outer.map((area) => shape(area, 'tile'))}${leaves.map((area) => leaf(area, locale))}${outer.map((area) => shape(area, 'edge'))}${outer.map((area) => labels(area, locale))}</svg>
${table(parts, texts, locale)}</section>
`;
}

function leaf(area: PartArea, locale: Locale): Html {
  const { part, within } = area;
  const tone = toneOf(part);
  const names = [...(within ? [nameOf(within.part, locale)] : []), nameOf(part, locale)];
  const title = html`<title>${[...new Set(names)].join(' · ')}: ${sizeWords(part, locale)}</title>`;
  if (tone.colour === 'line-2')
    return html`<rect class="leaf" ${box(area)}>${title}</rect>
`;
  const kind = tone.colour === 'grow' ? 'more' : 'less';
  return html`<rect class="leaf ${kind}" fill-opacity="${tone.strength}" ${box(area)}>${title}</rect>
`;
}

function shape(area: PartArea, kind: 'tile' | 'edge'): Html {
  return html`<rect class="${kind}" ${box(area)}/>
`;
}

function box({ left, top, ...area }: PartArea): Html {
  const [x, y, width, height] = [left, top, wide({ left, ...area }), high({ top, ...area })].map(
    (each) => Math.round(each * 10) / 10,
  );
  return html`x="${x ?? 0}" y="${y ?? 0}" width="${width ?? 0}" height="${height ?? 0}"`;
}

/** The name of a module and its size, as far as there is room for them. */
function labels(area: PartArea, locale: Locale): Html {
  if (wide(area) < label.width || high(area) < label.height) return html``;
  const room = wide(area) - 2 * label.padding;
  const fits = (text: string) => widthOf(text) <= room;
  const name = fitted(nameOf(area.part, locale), fits);
  const below = sizeWords(area.part, locale);
  const isHigh = high(area) >= label.padding + 2 * label.line && fits(below);
  const line = (text: string, at: number, kind: string) =>
    html`<text class="${kind}" x="${Math.round(area.left + label.padding)}" y="${Math.round(area.top + 4 + at * label.line)}">${text}</text>
`;
  return html`${name === '' ? html`` : line(name, 1, 'of')}${isHigh ? line(below, 2, 'bytes') : html``}`;
}

/** Chinese characters are twice as wide. */
function widthOf(text: string): number {
  return label.letter * (text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0));
}

function table(parts: readonly ProgramPart[], texts: ReportTexts, locale: Locale): Html {
  const rows = parts.slice(0, maxRows).map((part) => {
    const change = changeOf(part) ?? 0;
    const changed = change === 0 ? '' : formatByteChange(change, locale);
    return html`<tr><th class="name" scope="row">${nameOf(part, locale)}</th><td class="number">${formatBytes(part.bytes, locale)}</td><td class="number"><span class="${change > 0 ? 'more' : 'less'}">${changed}</span></td></tr>
`;
  });
  const left = parts.length - rows.length;
  const rest = left > 0 ? html`<p class="note">${texts.more(left)}</p>` : html``;
  return html`<details><summary>${texts.treemapTable}</summary><table><thead><tr><th class="name">${texts.module}</th><th class="number">B</th><th class="number">${texts.change}</th></tr></thead><tbody>${rows}</tbody></table>${rest}</details>`;
}

function sizeWords(part: ProgramPart, locale: Locale): string {
  const change = changeOf(part) ?? 0;
  const bytes = formatBytes(part.bytes, locale);
  return change === 0 ? bytes : `${bytes} · ${formatByteChange(change, locale)}`;
}

/** Its path, or what it is. */
function nameOf({ kind, name }: ProgramPart, locale: Locale): string {
  if (kind === 'buckets') return bucketWords(name, locale);
  if (kind === 'packages') return name;
  const kinds: Partial<Record<string, string>> = reportTexts[locale].moduleKind;
  return kinds[/^\(([a-z-]+)\)$/.exec(name)?.[1] ?? ''] ?? name;
}

function wide({ left, right }: Pick<PartArea, 'left' | 'right'>): number {
  return right - left;
}

function high({ top, bottom }: Pick<PartArea, 'top' | 'bottom'>): number {
  return bottom - top;
}
