import path from 'node:path';
import type { ModuleUse, ModuleWhy, TryWithoutResult } from '#contract/modules';
import { formatByteChange, formatBytes, formatPercentChange } from '#contract/units';
import type { Host } from '../host.ts';
import { paint, paintChange } from '../output/paint.ts';
import { table } from '../output/table.ts';
import { comparisonWords } from './comparison.ts';
import { plain } from './plain.ts';

type Words = Pick<Host, 'text' | 'locale' | 'system'>;

/** The number of rows shown of a long list; `--json` has all of them. */
const maxRows = 12;

function block(title: string, rows: readonly string[][], host: Words): string[] {
  if (rows.length === 0) return [];
  const more = rows.length - maxRows;
  const shown = rows.slice(0, maxRows);
  const columns = [{ title: paint.strong(title) }, { title: '', align: 'right' as const }];
  return [table(columns, shown) + (more > 0 ? `\n${paint.faint(host.text.common.more(more))}` : '')];
}

function sized(packages: ModuleWhy['own'], host: Words): string[][] {
  return packages.map((each) => [
    `  ${plain(each.path)}`,
    each.bytes === null ? '' : formatBytes(each.bytes, host.locale),
  ]);
}

/** Who pulls in a module or package, the answer first. `program`: as the user named it; undefined: not at all. */
export function whyWords(why: ModuleWhy, program: string | undefined, host: Words): string {
  const { modulesWhy: words, common } = host.text;
  const { target, programs, saving, build } = why;
  if (why.path.length === 0) {
    return [
      words.notImported(plain(target), programs.map(plain).join(common.comma)),
      ...(why.requiredBy.length > 0 ? [words.requiredBy(why.requiredBy.map(plain).join(common.comma))] : []),
    ].join('\n');
  }
  const command = paint.accent(
    plain(['burrow try-without', target, ...(program === undefined ? [] : [program])].join(' ')),
  );
  const answer =
    saving && build
      ? [
          paint.strong(
            words.saving(formatBytes(saving.min, host.locale), formatBytes(saving.max, host.locale)),
          ),
          paint.faint(
            saving.basis === 'calls' ? words.basisCalls(build.id) : words.basis(build.id, why.shared),
          ),
        ]
      : [words.noSizes];
  const chain = why.path.map((each, depth) => `  ${'  '.repeat(depth)}${plain(each)}`);
  return [
    [...answer, words.tryIt(command)].join('\n'),
    [paint.strong(words.path), ...chain].join('\n'),
    ...block(
      words.importers,
      why.importers.map((each) => [`  ${plain(each.path)}`]),
      host,
    ),
    ...block(words.own, sized(why.own, host), host),
    ...block(words.onlyThrough, sized(why.onlyThrough, host), host),
  ].join('\n\n');
}

/** `internal/debug/debug.go:8`, relative to the working folder where that is shorter. */
export function placeOf(file: string, line: number, host: Words): string {
  const near = path.relative(host.system.cwd, file);
  return plain(`${near.startsWith('..') ? file : near}:${line}`);
}

function useLines(use: ModuleUse, host: Words): string[] {
  const { tryWithout: words, common } = host.text;
  const head = `${paint.strong(placeOf(use.file, use.line, host))}  ${plain(use.imports)}`;
  const names = use.names.slice(0, maxRows).map(({ name, line }) => plain(`${name}:${line}`));
  const more = use.names.length > maxRows ? ', …' : '';
  return [
    use.module === null ? head : `${head}  ${paint.faint(plain(use.module))}`,
    ...(names.length > 0 ? [`  ${words.uses(names.join(common.comma) + more)}`] : []),
  ];
}

/** What came of building without a module. */
export function tryWithoutWords(result: TryWithoutResult, host: Words): string {
  const { tryWithout: words, common } = host.text;
  if (result.outcome === 'used') {
    const shown = result.uses.slice(0, maxRows);
    const more = result.uses.length - shown.length;
    return [
      words.used(plain(result.program), plain(result.target)),
      ...shown.flatMap((use) => useLines(use, host)),
      ...(more > 0 ? [paint.faint(common.more(more))] : []),
    ].join('\n');
  }
  const { before, after } = result;
  const change = after - before;
  const percent = formatPercentChange((change / before) * 100, host.locale);
  return [
    paintChange(change, words.changed(formatByteChange(change, host.locale), percent, result.packages)),
    '',
    comparisonWords(result.comparison, host),
  ].join('\n');
}
