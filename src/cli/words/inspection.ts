import type { Inspection } from '#contract/binaries';
import { formatBytes } from '#contract/units';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { pairs, table } from '../output/table.ts';
import { moduleRows } from './module-rows.ts';
import { runFactsLines } from './run-facts.ts';

const maxRows = 15;
const right = { title: '', align: 'right' as const };

/** Formats a Go program for a terminal: what it is, how much of it has an owner, then who owns most. */
export function inspectionWords(inspection: Inspection, host: Pick<Host, 'text' | 'locale'>): string {
  const { locale, text } = host;
  const words = text.inspect;
  const bytes = (count: number) => formatBytes(count, locale);
  const list = (title: string, rows: readonly (readonly string[])[], columns: number) => {
    if (rows.length === 0) return [];
    const more = rows.length > maxRows ? `\n${paint.faint(text.common.more(rows.length - maxRows))}` : '';
    const others = Array.from({ length: columns - 1 }, (_, i) => (i === columns - 2 ? right : { title: '' }));
    return [table([{ title: paint.strong(title) }, ...others], rows.slice(0, maxRows)) + more];
  };
  const { packages, packagesMissing, slices, embedded, functions } = inspection;
  const buckets = inspection.buckets.filter((each) => each.bytes > 0);
  const runs = runFactsLines(inspection.runs, text, locale);
  const sections = [
    headWords(inspection, host),
    ...list(
      words.slices,
      slices.map((each) => [each.target, each.goVersion ?? words.notGo, bytes(each.bytes)]),
      3,
    ),
    ...(packagesMissing ? [words.packagesMissing[packagesMissing]] : []),
    ...moduleTable(inspection, host),
    ...list(
      text.compare.buckets,
      buckets.map((each) => [text.common.bucket[each.name], bytes(each.bytes)]),
      2,
    ),
    ...list(
      words.packages,
      packages.map((each) => [each.path, bytes(each.bytes)]),
      2,
    ),
    ...list(
      words.functions,
      (functions ?? []).map((each) => [
        each.name,
        each.instances > 1 ? words.instances(each.instances) : '',
        bytes(each.codeBytes),
      ]),
      3,
    ),
    ...list(
      words.embedded,
      embedded.map((each) => [each.path, each.package ?? '', bytes(each.bytes)]),
      3,
    ),
    ...(runs.length > 0 ? [[paint.strong(words.runs.title), ...runs].join('\n')] : []),
  ];
  return sections.join('\n\n');
}

function headWords(inspection: Inspection, { locale, text }: Pick<Host, 'text' | 'locale'>): string {
  const words = text.inspect;
  const { compiler, goVersion, buildInfo, owned } = inspection;
  const percent = (part: number) =>
    `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(part)} %`;
  const ofFile = (part: number) => percent(inspection.bytes === 0 ? 0 : (part / inspection.bytes) * 100);
  return pairs([
    [words.size, formatBytes(inspection.bytes, locale)],
    [words.target, `${inspection.target} · ${inspection.format}`],
    ...(compiler === 'gc' ? [] : [[words.compiler, compilers[compiler]] as const]),
    [compiler === 'tinygo' ? compilers.tinygo : words.go, goVersion ?? words.notKnown],
    ...(buildInfo ? [[words.main, inspection.mainPackage] as const] : []),
    [words.stripped, inspection.stripped ? words.yes : words.no],
    [words.modules, buildInfo ? String(inspection.modules.length) : words.notRecorded],
    ['SHA-256', inspection.sha256],
    ...(owned.bytes === 0
      ? []
      : [
          [
            words.owned,
            words.ownedParts(
              percent(owned.percent),
              ofFile(owned.bytes - owned.byReference - owned.byShare),
              ofFile(owned.byReference),
              ofFile(owned.byShare),
            ),
          ] as const,
        ]),
  ]);
}

const compilers = { gccgo: 'gccgo', tinygo: 'TinyGo' };

/** The largest modules, cut, then what belongs to none, which is never cut. */
function moduleTable(inspection: Inspection, host: Pick<Host, 'text' | 'locale'>): string[] {
  const { locale, text } = host;
  const { modules, others } = moduleRows(inspection, host);
  if (modules.length === 0) return [];
  const row = (each: (typeof modules)[number]) => [
    each.name,
    each.version,
    formatBytes(each.bytes, locale),
    each.packages === 0 ? '' : text.inspect.packageCount(each.packages),
    each.note,
  ];
  const cut = modules.length - maxRows;
  const rows = [...modules.slice(0, maxRows), ...others].map(row);
  const columns = [{ title: paint.strong(text.inspect.modules) }, { title: '' }, right, right, { title: '' }];
  return [table(columns, rows) + (cut > 0 ? `\n${paint.faint(text.common.more(cut))}` : '')];
}
