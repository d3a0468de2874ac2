import type { Build, Comparison, NamedDelta } from '#contract/builds';
import type { Locale } from '#contract/locale';
import { formatByteChange, formatBytes, formatPercentChange } from '#contract/units';

/** The number of rows in each table: a pull request needs only the main reasons. */
const maxRows = 15;

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function bytes(value: number | null, locale: Locale): string {
  return value === null ? '' : formatBytes(value, locale);
}

function describe(build: Build): string {
  const commit = build.vcs ? ` at ${build.vcs.commit.slice(0, 7)}` : '';
  return cell(`${build.id}${commit}`);
}

function table(title: string, rows: readonly NamedDelta[], locale: Locale): string[] {
  if (rows.length === 0) return [];
  return [
    '',
    `| ${title} | A | B | Change |`,
    '| --- | ---: | ---: | ---: |',
    ...rows
      .slice(0, maxRows)
      .map(
        ({ name, a, b, change }) =>
          `| \`${cell(name)}\` | ${bytes(a, locale)} | ${bytes(b, locale)} | ${change === null ? '' : formatByteChange(change, locale)} |`,
      ),
    ...(rows.length > maxRows ? [`| … ${rows.length - maxRows} | | | |`] : []),
  ];
}

/** A comparison as Markdown for a pull request, in English: totals, settings, modules, packages. */
export function comparisonMarkdown(comparison: Comparison): string {
  const locale = 'en';
  const { a, b, change, settings, modules } = comparison;
  const percent = change.percent === null ? '' : ` (${formatPercentChange(change.percent, locale)})`;
  const total = change.change === null ? '' : `${formatByteChange(change.change, locale)}${percent}`;
  return [
    `**${cell(b.subject)}**: ${bytes(change.a, locale)} → ${bytes(change.b, locale)}, **${total}**`,
    '',
    `| | A: ${describe(a)} | B: ${describe(b)} |`,
    '| --- | --- | --- |',
    ...settings.map((each) => `| ${each.name} | ${cell(each.a ?? '–')} | ${cell(each.b ?? '–')} |`),
    ...modules
      .filter((each) => each.kind === 'dependency' && each.versionA !== each.versionB)
      .map((each) => `| \`${cell(each.path)}\` | ${each.versionA ?? '–'} | ${each.versionB ?? '–'} |`),
    ...table('Package', comparison.packages, locale),
    ...table('Layer', comparison.layers, locale),
    '',
  ].join('\n');
}
