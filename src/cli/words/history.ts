import { buildRanges } from '#contract/build-ranges';
import type { Build } from '#contract/build';
import type { HistoryBackup } from '#contract/builds';
import type { Forgotten, Remembered } from '#contract/listed-builds';
import { recordedBytes } from '#contract/series';
import { formatByteChange, formatBytes, formatDuration, formatMoment } from '#contract/units';
import type { Host } from '../host.ts';
import { paint, paintChange } from '../output/paint.ts';
import { table } from '../output/table.ts';

type Page = Awaited<ReturnType<Host['client']['builds']['page']>>;
type Row = Page['rows'][number];
type Restored = Awaited<ReturnType<Host['client']['builds']['restoreBackup']>>;

function changeCell({ build, before }: Row, host: Host): string {
  const size = recordedBytes(build);
  if (size === null || before === null) return '';
  const change = size - before.bytes;
  return paintChange(change, formatByteChange(change, host.locale));
}

/** As many characters of a commit as tell it apart. */
const commitLength = 8;

function commitCell({ vcs }: Build): string {
  if (!vcs) return '';
  return [vcs.commit.slice(0, commitLength), vcs.tag ?? vcs.branch ?? ''].join(' ').trimEnd();
}

function historyRow(row: Row, host: Host): string[] {
  const { build } = row;
  const size = recordedBytes(build);
  const status = [
    host.text.history.statusName[build.status],
    ...(build.pinned ? [host.text.history.pin] : []),
    ...(build.builtAt ? [builtWords(build.builtAt, host)] : []),
  ].join(host.text.common.comma);
  return [
    paint.strong(build.id),
    formatMoment(build.startedAt, host.locale, host.system.now()),
    subjectCell(build),
    goCell(row, host),
    build.target ?? build.image?.platform ?? '',
    size === null ? '' : formatBytes(size, host.locale),
    changeCell(row, host),
    build.durationMs === null ? '' : formatDuration(build.durationMs, host.locale),
    commitCell(build),
    build.status === 'failed' ? paint.bad(status) : paint.faint(status),
  ];
}

/** An image stands there with its tag, and a digest of it is shortened. */
function subjectCell({ subject, name, image }: Build): string {
  const what = image?.ref.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]+$/, '$1') ?? subject;
  return name === null ? what : `${what} (${name})`;
}

function goCell({ build, read }: Row, { text }: Host): string {
  if (build.goVersion !== null) return build.goVersion;
  return read && read.goVersions.length > 1 ? text.history.goVersions(read.goVersions.length) : '';
}

/** What a recorded program says about when it was built. */
function builtWords({ at, from }: NonNullable<Build['builtAt']>, host: Host): string {
  return host.text.history.built[from](formatMoment(at, host.locale, host.system.now()));
}

/** The builds as a table, and what is not in it. */
export function historyWords(
  { rows, total, isFiltered, next, damaged, damagedProjects }: Page & { total: number; isFiltered: boolean },
  host: Host,
): string {
  const { history, common } = host.text;
  const columns = [
    { title: history.id },
    { title: history.when },
    { title: history.subject },
    { title: history.go },
    { title: history.target },
    { title: history.size, align: 'right' as const },
    { title: history.change, align: 'right' as const },
    { title: history.time, align: 'right' as const },
    { title: history.commit },
    { title: history.status },
  ];
  const cells = rows.map((row) => historyRow(row, host));
  return [
    ...(rows.length > 0
      ? [table(columns, cells)]
      : damaged.length > 0
        ? []
        : [isFiltered ? history.noneMatch : history.empty]),
    ...(next === null ? [] : [paint.faint(history.more(rows.length, total, next))]),
    ...(damaged.length > 0
      ? [paint.warn(history.damaged(damaged.length, buildRanges(damaged).join(common.comma)))]
      : []),
    ...(damagedProjects > 0 ? [paint.warn(history.damagedProjects(damagedProjects))] : []),
  ].join('\n');
}

/** The backups as a table, newest first. */
export function backupsWords(backups: readonly HistoryBackup[], host: Host): string {
  const { history } = host.text;
  const [newest] = backups;
  if (!newest) return history.noBackups;
  const now = host.system.now();
  const columns = [
    { title: history.backup },
    { title: history.madeAt },
    { title: history.builds, align: 'right' as const },
    { title: history.lastBuild },
    { title: history.size, align: 'right' as const },
    { title: '' },
  ];
  const rows = backups.map(({ name, madeAt, bytes, sound, content }) => [
    paint.strong(name),
    formatMoment(madeAt, host.locale, now),
    content ? String(content.builds) : '',
    content?.lastBuildAt ? formatMoment(content.lastBuildAt, host.locale, now) : '',
    formatBytes(bytes, host.locale),
    content === null ? paint.bad(history.unreadable) : sound ? '' : paint.warn(history.unsound),
  ]);
  const best = backups.find(({ sound, content }) => sound && content) ?? newest;
  return `${table(columns, rows)}\n${paint.faint(history.howToRestore(`burrow history restore ${best.name}`))}`;
}

/** The calls that have forgotten builds, as a table below a title, if there are any. */
export function forgottenWords(
  calls: Awaited<ReturnType<Host['client']['builds']['forgottenMany']>>['calls'],
  host: Host,
): string[] {
  if (calls.length === 0) return [];
  const { history } = host.text;
  const columns = [
    { title: history.forgottenAt },
    { title: history.builds, align: 'right' as const },
    { title: history.toBringBack },
  ];
  const rows = calls.map(({ undo, builds }) => [
    formatMoment(undo, host.locale, host.system.now()),
    String(builds),
    `burrow history restore ${undo}`,
  ]);
  return ['', table(columns, rows)];
}

/** What was restored, and how to undo it. */
export function restoredWords({ restored, keptAs, kept }: Restored, host: Host): string {
  const { history } = host.text;
  return [
    paint.good(history.restored(restored)),
    ...(kept > 0 ? [history.stayed(kept)] : []),
    history.undo(`burrow history restore ${keptAs}`),
  ].join('\n');
}

/** What was forgotten, and how to undo it. */
export function thinnedWords({ forgotten, undo }: Forgotten, host: Host): string {
  const { history } = host.text;
  if (forgotten === 0) return history.noneMatch;
  return [history.forgotten(forgotten), history.undo(`burrow history restore ${undo}`)].join('\n');
}

/** How many forgotten builds are in the lists again. */
export function rememberedWords({ restored }: Remembered, { text }: Host): string {
  return text.history.remembered(restored);
}
