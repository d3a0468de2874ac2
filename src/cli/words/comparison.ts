import type { Build } from '#contract/build';
import type { Comparison, Delta, NamedDelta } from '#contract/comparison';
import { describeFailure } from '#contract/failure';
import type { ProgramRow } from '#contract/image-comparison';
import '#contract/image-comparison-failures';
import type { Locale } from '#contract/locale';
import { imageTables, type ReportTable } from '#contract/report/image-tables';
import {
  bucketWords,
  causesToTell,
  moduleWords,
  moveWords,
  movesToTell,
  versionWords,
} from '#contract/report/rows';
import { reportTexts } from '#contract/report/texts';
import {
  formatByteChange,
  formatBytes,
  formatDuration,
  formatMoment,
  formatPercentChange,
} from '#contract/units';
import { causeWords, shareWords, verdictSentence } from '#contract/words/verdict';
import type { Host } from '../host.ts';
import { paint, paintChange } from '../output/paint.ts';
import { type Column, table } from '../output/table.ts';

/** The number of rows shown of a long list; `--json` has all of them. */
const maxRows = 12;

type Words = Pick<Host, 'text' | 'locale' | 'system'>;

const left = { title: '' };
const right = { title: '', align: 'right' as const };

function bytesOrNone(bytes: number | null, locale: Locale): string {
  return bytes === null ? '–' : formatBytes(bytes, locale);
}

/** In bytes and in percent, in two columns: either may be missing. */
function changeCells({ change, percent }: Delta, locale: Locale): string[] {
  if (change === null) return ['', ''];
  const inPercent = percent === null ? '' : formatPercentChange(percent, locale);
  return [formatByteChange(change, locale), inPercent].map((each) =>
    each === '' ? '' : paintChange(change, each),
  );
}

function deltaCells(each: Delta, locale: Locale): string[] {
  return [bytesOrNone(each.a, locale), bytesOrNone(each.b, locale), ...changeCells(each, locale)];
}

/** A title with rows below it, cut with a count; nothing without rows. */
function list(
  title: string,
  columns: readonly Column[],
  rows: readonly string[][],
  host: Words,
  remark = '',
): string[] {
  if (rows.length === 0) return [];
  const rest = rows.length - maxRows;
  const lines = [
    table([{ title: paint.strong(title) }, ...columns], rows.slice(0, maxRows)),
    ...(rest > 0 ? [paint.faint(host.text.common.more(rest))] : []),
    ...(remark ? [paint.faint(remark)] : []),
  ];
  return [lines.join('\n')];
}

/** A build by its id and time, a file by the end of its path that the other one does not have. */
function side(build: Build, other: Build, host: Words): string {
  // Those of try-without have just been built.
  if (build.id === 'with' || build.id === 'without') return paint.strong(host.text.tryWithout.side[build.id]);
  if (!isPath(build.id)) {
    return `${paint.strong(build.id)} ${formatMoment(build.startedAt, host.locale, host.system.now())}`;
  }
  const [own, others] = [build.id.split(/[/\\]/), other.id.split(/[/\\]/)];
  const same = own.toReversed().findIndex((part, at) => part !== others.at(-1 - at));
  return paint.strong(own.slice(-1 - Math.max(0, same)).join('/'));
}

function isPath(id: string): boolean {
  return /[/\\]/.test(id);
}

/** Sizes, build time and settings of both sides. */
function headline(comparison: Comparison, host: Words): string {
  const { a, b, change, durationMs, measure, settings } = comparison;
  const { compare } = host.text;
  const rows: string[][] = [];
  if (measure) rows.push([compare.measure[measure], ...deltaCells(change, host.locale)]);
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
      { title: side(a, b, host) },
      { title: side(b, a, host) },
      { title: compare.change, align: 'right' },
      right,
    ],
    rows,
  );
}

function causes(comparison: Comparison, host: Words): string[] {
  const rows = causesToTell(comparison).map((cause) => [
    causeWords(cause, host.locale),
    paintChange(cause.bytes, formatByteChange(cause.bytes, host.locale)),
    cause.percent === null ? '' : shareWords(cause.percent),
  ]);
  return list(reportTexts[host.locale].causes, [right, right], rows, host);
}

function modules(comparison: Comparison, host: Words): string[] {
  const texts = reportTexts[host.locale];
  const rows = comparison.modules.map((each) => [
    moduleWords(each, host.locale),
    versionWords(each, host.locale),
    ...deltaCells(each, host.locale),
  ]);
  const { unchangedModules } = comparison;
  const remark = unchangedModules > 0 ? texts.unchanged(unchangedModules) : '';
  return list(texts.modules, [left, right, right, right, right], rows, host, remark);
}

function moves(comparison: Comparison, host: Words): string[] {
  const rows = movesToTell(comparison).map((each) => [
    moveWords(each, host.locale),
    ...changeCells({ ...each, percent: null }, host.locale),
  ]);
  return list(reportTexts[host.locale].moves, [right], rows, host);
}

function deltas(title: string, all: readonly NamedDelta[], host: Words): string[] {
  const rows = all.map((each) => [each.name, ...deltaCells(each, host.locale)]);
  return list(title, [right, right, right, right], rows, host);
}

/** What can be done to know more of two images. */
function imageRemarks({ images, a, b }: Comparison, { text, locale }: Words): string[] {
  if (!images) return [];
  const reason = images.incomparable && describeFailure(images.incomparable, locale);
  const [linked] = (images.programs ?? []).flatMap((row) => {
    const [before, after] = [programName(a, row.a), programName(b, row.b)];
    return row.same || before === null || after === null ? [] : [{ before, after }];
  });
  return [
    ...(reason ? [`${reason.message}\n${reason.hint}`] : []),
    ...(linked ? [text.imageInspect.programsDiffer(linked.before, linked.after)] : []),
  ];
}

/** How a program of an image is named to compare it: by its build, or within the record of the image; null: by neither. */
function programName({ id }: Build, program: ProgramRow['a']): string | null {
  if (!program) return null;
  return program.build ?? (/^b\d+$/.test(id) ? `${id}:${program.path}` : null);
}

function tableOf({ title, rows }: ReportTable, host: Words): string[] {
  const cells = rows.map(({ name, note, delta }) => [
    name,
    note,
    ...(delta ? deltaCells(delta, host.locale) : ['', '', '', '']),
  ]);
  return list(title, [left, right, right, right, right], cells, host);
}

/** Formats two builds for a terminal: the verdict, then its causes, then what they were read from. */
export function comparisonWords(comparison: Comparison, host: Words): string {
  const { compare } = host.text;
  const buckets = comparison.buckets.map((each) => ({ ...each, name: bucketWords(each.name, host.locale) }));
  return [
    paint.strong(verdictSentence(comparison, host.locale)),
    ...causes(comparison, host),
    headline(comparison, host),
    ...modules(comparison, host),
    ...moves(comparison, host),
    ...deltas(compare.buckets, buckets, host),
    ...deltas(compare.packages, comparison.packages, host),
    ...imageTables(comparison, host.locale).flatMap((each) => tableOf(each, host)),
    ...imageRemarks(comparison, host),
  ].join('\n\n');
}
