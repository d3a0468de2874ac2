import type { Build, Comparison, Delta, NamedDelta } from '#contract/builds';
import type { Locale } from '#contract/locale';
import {
  formatByteChange,
  formatBytes,
  formatDuration,
  formatMoment,
  formatPercentChange,
} from '#contract/units';
import type { Host } from '../host.ts';
import { paint, paintChange } from '../output/paint.ts';
import { table } from '../output/table.ts';

/** The number of rows shown of a long list; `--json` has all of them. */
const maxRows = 12;

type Words = Pick<Host, 'text' | 'locale' | 'system'>;

function bytesOrNone(bytes: number | null, locale: Locale): string {
  return bytes === null ? '–' : formatBytes(bytes, locale);
}

function byteChange(delta: Delta, locale: Locale): string {
  if (delta.change === null) return '';
  const percent = delta.percent === null ? '' : `  ${formatPercentChange(delta.percent, locale)}`;
  return paintChange(delta.change, formatByteChange(delta.change, locale) + percent);
}

function side(build: Build, host: Words): string {
  return `${paint.strong(build.id)} ${formatMoment(build.startedAt, host.locale, host.system.now())}`;
}

function headline(comparison: Comparison, host: Words): string {
  const { a, b, change, durationMs, measure, settings } = comparison;
  const { compare } = host.text;
  const rows: string[][] = [];
  if (measure) {
    rows.push([
      compare.measure[measure],
      bytesOrNone(change.a, host.locale),
      bytesOrNone(change.b, host.locale),
      byteChange(change, host.locale),
    ]);
  }
  if (durationMs.change !== null) {
    const [before, after] = [durationMs.a ?? 0, durationMs.b ?? 0];
    // Each was measured once, so the difference is shown without a colour.
    rows.push([
      compare.buildTime,
      formatDuration(before, host.locale),
      formatDuration(after, host.locale),
      '',
    ]);
  }
  for (const setting of settings) {
    const of = (build: Build, value: string | null): string =>
      setting.name === 'commit' && build.vcs?.dirty === null
        ? `${value ?? '–'} (${compare.changesUnknown})`
        : (value ?? '–');
    rows.push([compare.setting[setting.name], of(a, setting.a), of(b, setting.b), '']);
  }
  return table(
    [
      { title: a.subject === b.subject ? a.subject : '' },
      { title: side(a, host) },
      { title: side(b, host) },
      { title: compare.change },
    ],
    rows,
  );
}

function deltas(
  title: string,
  all: readonly NamedDelta[],
  name: (raw: string) => string,
  host: Words,
): string[] {
  if (all.length === 0) return [];
  const rows = all
    .slice(0, maxRows)
    .map((each) => [
      name(each.name),
      bytesOrNone(each.a, host.locale),
      bytesOrNone(each.b, host.locale),
      byteChange(each, host.locale),
    ]);
  const columns = [
    { title: paint.strong(title) },
    { title: '', align: 'right' as const },
    { title: '', align: 'right' as const },
    { title: '', align: 'right' as const },
  ];
  const rest = all.length - rows.length;
  return [table(columns, rows) + (rest > 0 ? `\n${paint.faint(host.text.common.more(rest))}` : '')];
}

function modules(comparison: Comparison, host: Words): string[] {
  const { compare } = host.text;
  const dependencies = comparison.modules.filter((each) => each.kind === 'dependency');
  const rows = dependencies.flatMap(({ path, versionA, versionB }) => {
    if (versionA === versionB) return [];
    if (versionA === null) return [[path, `${versionB} ${compare.added}`]];
    return [[path, versionB === null ? `${versionA} ${compare.removed}` : `${versionA} → ${versionB}`]];
  });
  if (rows.length === 0) return [];
  const columns = [
    { title: paint.strong(compare.modules) },
    { title: paint.faint(compare.unchanged(comparison.unchangedModules)) },
  ];
  return [table(columns, rows)];
}

function asIs(raw: string): string {
  return raw;
}

/** Formats two builds side by side for a terminal. */
export function comparisonWords(comparison: Comparison, host: Words): string {
  const { text } = host;
  const bucketNames: Record<string, string> = text.common.bucket;
  const blocks = [
    headline(comparison, host),
    ...modules(comparison, host),
    ...deltas(text.compare.buckets, comparison.buckets, (name) => bucketNames[name] ?? name, host),
    ...deltas(text.compare.packages, comparison.packages, asIs, host),
    ...deltas(text.compare.sections, comparison.sections, asIs, host),
    ...deltas(text.compare.layers, comparison.layers, asIs, host),
  ];
  return blocks.length === 1 && comparison.change.change === 0
    ? `${blocks[0]}\n\n${text.compare.nothing}`
    : blocks.join('\n\n');
}
