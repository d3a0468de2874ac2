import type { Inspection } from '#contract/binaries';
import { formatBytes } from '#contract/units';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { pairs, table } from '../output/table.ts';

const maxRows = 15;

/** Formats a Go program for a terminal. */
export function inspectionWords(inspection: Inspection, host: Pick<Host, 'text' | 'locale'>): string {
  const { locale, text } = host;
  const bytes = (count: number) => formatBytes(count, locale);
  const more = (rows: number) => (rows > maxRows ? `\n${paint.faint(text.common.more(rows - maxRows))}` : '');
  const right = { title: '', align: 'right' as const };
  const { compiler, goVersion, buildInfo, packagesMissing, slices } = inspection;

  const head = pairs([
    [text.inspect.size, bytes(inspection.bytes)],
    [text.inspect.target, `${inspection.target} · ${inspection.format}`],
    ...(compiler === 'gc' ? [] : [[text.inspect.compiler, compilers[compiler]] as const]),
    [compiler === 'tinygo' ? compilers.tinygo : text.inspect.go, goVersion ?? text.inspect.notKnown],
    ...(buildInfo ? [[text.inspect.main, inspection.mainPackage] as const] : []),
    [text.inspect.stripped, inspection.stripped ? text.inspect.yes : text.inspect.no],
    [text.inspect.modules, buildInfo ? String(inspection.modules.length) : text.inspect.notRecorded],
    ['SHA-256', inspection.sha256],
  ]);
  const programs = table(
    [{ title: paint.strong(text.inspect.slices) }, { title: '' }, right],
    slices.map((each) => [each.target, each.goVersion ?? text.inspect.notGo, bytes(each.bytes)]),
  );
  const buckets = table(
    [{ title: paint.strong(text.compare.buckets) }, right],
    inspection.buckets
      .filter((each) => each.bytes > 0)
      .map((each) => [text.common.bucket[each.name], bytes(each.bytes)]),
  );
  const { mainModule, standardLibrary } = inspection;
  const sized = [
    ...(mainModule ? [mainModule] : []),
    ...inspection.modules,
    { path: text.inspect.standardLibrary, version: '', ...standardLibrary },
  ]
    .filter((each) => each.bytes > 0)
    .toSorted((a, b) => b.bytes - a.bytes);
  const modules =
    table(
      [{ title: paint.strong(text.inspect.modules) }, { title: '' }, right],
      sized.slice(0, maxRows).map((each) => [each.path, each.version, bytes(each.bytes)]),
    ) + more(sized.length);
  const packages = packagesMissing
    ? text.inspect.packagesMissing[packagesMissing]
    : table(
        [{ title: paint.strong(text.inspect.code) }, right],
        inspection.packages.slice(0, maxRows).map((each) => [each.path, bytes(each.bytes)]),
      ) + more(inspection.packages.length);
  return [
    head,
    ...(slices.length > 0 ? [programs] : []),
    buckets,
    ...(sized.length > 1 ? [modules] : []),
    packages,
  ].join('\n\n');
}

const compilers = { gccgo: 'gccgo', tinygo: 'TinyGo' };
