import packageJson from '../../../../package.json' with { type: 'json' };
import type { Build, BuildDetail } from '#contract/build';
import type { Comparison, Delta } from '#contract/comparison';
import type { Locale } from '#contract/locale';
import { imageTables } from '#contract/report/image-tables';
import {
  bucketWords,
  causesToTell,
  moduleWords,
  moveWords,
  movesToTell,
  versionWords,
} from '#contract/report/rows';
import { type ReportTexts, reportTexts } from '#contract/report/texts';
import { formatBytes, formatDay, formatDuration } from '#contract/units';
import { en } from '#contract/words/en';
import { causeWords, shareWords, verdictSentence } from '#contract/words/verdict';
import { zhCN } from '#contract/words/zh-CN';
import { Html, html } from './html.ts';
import { layerBars } from './layer-bars.ts';
import { style } from './style.ts';
import { changeTable } from './tables.ts';
import { treemap } from './treemap.ts';

const words = { en, 'zh-CN': zhCN };
const noSizes: Delta = { a: null, b: null, change: null, percent: null };
/** Burrow's own, which needs no escaping. */
const sheet = new Html(style);

/**
 * A comparison as one HTML file for people who do not have Burrow: the verdict, its causes, the facts of both sides, and
 * what changed, and of two programs a treemap of B (`sides`). It loads nothing and runs nothing, and its policy forbids both; whatever comes from programs is escaped.
 * Of paths it has only the file's name. Pure.
 */
export function htmlReport(
  comparison: Comparison,
  locale: Locale,
  sides?: { a: BuildDetail; b: BuildDetail },
): string {
  const texts = reportTexts[locale];
  const title = texts.title(comparison.b.subject);
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${sheet}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="verdict">${verdictSentence(comparison, locale)}</p>
${causes(comparison, texts, locale)}${facts(comparison, texts, locale)}${layerBars(comparison, locale)}${changes(comparison, texts, locale)}${sides ? treemap(sides.a, sides.b, comparison.moves, locale) : html``}<footer>${texts.madeBy(packageJson.version)}</footer>
</main>
</body>
</html>
`.source;
}

function causes(comparison: Comparison, texts: ReportTexts, locale: Locale): Html {
  const rows = causesToTell(comparison).map((cause) => ({
    name: causeWords(cause, locale),
    note: cause.percent === null ? '' : shareWords(cause.percent),
    delta: { a: null, b: null, change: cause.bytes, percent: null },
  }));
  return changeTable(texts.causes, { name: texts.cause, sides: false }, rows, locale);
}

function changes(comparison: Comparison, texts: ReportTexts, locale: Locale): Html[] {
  const tables = [
    {
      title: texts.modules,
      name: texts.module,
      rows: comparison.modules.map((each) => ({
        name: moduleWords(each, locale),
        note: versionWords(each, locale),
        delta: each,
      })),
    },
    {
      title: texts.moves,
      name: texts.moves,
      rows: movesToTell(comparison).map((each) => ({ name: moveWords(each, locale), note: '', delta: each })),
    },
    {
      title: texts.buckets,
      name: texts.buckets,
      rows: comparison.buckets.map((each) => ({
        name: bucketWords(each.name, locale),
        note: '',
        delta: each,
      })),
    },
    {
      title: texts.packages,
      name: texts.package,
      rows: comparison.packages.map((each) => ({ name: each.name, note: '', delta: each })),
    },
    ...imageTables(comparison, locale).map(({ title, rows }) => ({
      title,
      name: title,
      rows: rows.map((row) => ({ ...row, delta: row.delta ?? noSizes })),
    })),
  ];
  return tables.map(({ title, name, rows }) => changeTable(title, { name, sides: true }, rows, locale));
}

function facts({ a, b, change, durationMs }: Comparison, texts: ReportTexts, locale: Locale): Html {
  const names = words[locale].buildSetting;
  const size = (bytes: number | null) => (bytes === null ? '' : formatBytes(bytes, locale));
  const time = (ms: number | null) => (ms === null ? '' : formatDuration(ms, locale));
  const rows: [string, string, string][] = [
    ['', `A: ${nameOf(a)}`, `B: ${nameOf(b)}`],
    [texts.size, size(change.a), size(change.b)],
    [texts.buildTime, time(durationMs.a), time(durationMs.b)],
    [texts.builtAt, builtAt(a, locale), builtAt(b, locale)],
    ...factRows(names).map(([name, of]): [string, string, string] => [name, of(a), of(b)]),
    [texts.content, a.artifact?.sha256 ?? '', b.artifact?.sha256 ?? ''],
  ];
  const lines = rows
    .filter(([, left, right]) => left !== '' || right !== '')
    .map(
      ([name, left, right]) =>
        html`<tr><th scope="row" class="note">${name}</th><td>${left}</td><td>${right}</td></tr>
`,
    );
  return html`<section class="facts"><table><tbody>${lines}</tbody></table></section>
`;
}

function factRows(names: Record<string, string>): [string, (build: Build) => string][] {
  return [
    [names['goVersion'] ?? '', ({ goVersion }) => goVersion ?? ''],
    [names['target'] ?? '', ({ target, image }) => image?.platform ?? target ?? ''],
    [names['cgo'] ?? '', ({ cgo }) => (cgo === null ? '' : cgo ? '1' : '0')],
    [names['flags'] ?? '', ({ flags }) => flags.join(' ')],
    [names['commit'] ?? '', ({ vcs }) => (vcs ? `${vcs.commit}${vcs.dirty ? '+dirty' : ''}` : '')],
  ];
}

function nameOf({ id }: Build): string {
  return id.split(/[/\\]/).at(-1) ?? id;
}

/** Of a program that was built elsewhere, only its commit says when: the times of files are often invented. */
function builtAt({ builtAt: built, startedAt, status }: Build, locale: Locale): string {
  if (status !== 'recorded') return formatDay(startedAt, locale);
  return built?.from === 'vcs' ? formatDay(built.at, locale) : '';
}
