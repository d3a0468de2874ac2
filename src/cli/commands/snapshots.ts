import path from 'node:path';
import { failure } from '#contract/failure';
import type { Change, KeptSnapshot, Snapshot, SnapshotRef } from '#contract/snapshots';
import { formatMoment } from '#contract/units';
import { placeOf, shownValue, tellChange } from '#contract/words/drift';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';
import type { Options, Registrar } from '../program.ts';
import { plain } from '../words/plain.ts';
import { wholeNumber } from '../whole-number.ts';
import { checkBaseline } from './baseline.ts';

/** In the root of a project (core/environment/snapshots/baseline.ts). */
const baselineName = 'burrow-env.json';

/** The folder given with `--dir`; without it, that of the home folder is asked. */
function dirOf({ system }: Host, { dir }: Options): { dir?: string } {
  return typeof dir === 'string' ? { dir: path.resolve(system.cwd, dir) } : {};
}

async function take(host: Host, [given]: string[], options: Options): Promise<void> {
  const baseline = options.baseline === true;
  const isNamed = given !== undefined && given !== '-';
  if (!isNamed && !baseline) return keep(host);
  const file = isNamed ? given : baselineName;
  const request = {
    // A baseline is that of the project.
    ...(baseline && { dir: host.system.cwd }),
    ...dirOf(host, options),
    ...(typeof options.host === 'string' && { host: options.host }),
  };
  const input = { ...request, file: path.resolve(host.system.cwd, file), baseline, overwrite: host.yes };
  const saved = await host.client.snapshots.save(input, { signal: host.signal });
  answer(host, saved, () => host.text.snapshots.saved(plain(saved.file), saved.facts));
}

async function keep(host: Host): Promise<void> {
  const { snapshots: text } = host.text;
  const result = await host.client.snapshots.keep({}, { signal: host.signal });
  answer(host, result, () =>
    [
      ...summaryOf(result.snapshot, host),
      '',
      result.isNew ? text.kept(result.id) : text.unchanged(result.id),
    ].join('\n'),
  );
}

function summaryOf({ go, toolchains, compiler, engine, variables }: Snapshot, { text }: Host): string[] {
  const { facts: words } = text.snapshots;
  const ofEngine = {
    answers: engine.state === 'answers' ? `${engine.product} ${engine.version}` : '',
    slow: words.slow,
    none: words.none,
  }[engine.state];
  const set = (variables ?? []).filter(({ origin }) => ['environment', 'file'].includes(origin.kind));
  const rows: [string, string][] = [
    [words.go, go?.version ?? words.none],
    [words.toolchains, toolchains.map(({ version }) => version).join(', ') || words.none],
    [words.compiler, compiler?.version || words.none],
    [words.engine, ofEngine],
    [words.set, set.map(({ name, value }) => `${name}=${value}`).join('  ') || words.none],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${paint.faint(name.padEnd(width))}  ${plain(value)}`);
}

/** What had changed, in a few words. */
function changedText({ changes, id }: KeptSnapshot, isOldest: boolean, { locale, text }: Host): string {
  const { snapshots: words } = text;
  if (changes === null) return paint.faint(isOldest || id === 's1' ? words.first : words.nothingBefore);
  const [first, ...more] = changes.map((change) => plain(tellChange(change, locale)));
  return [first ?? '', ...(more.length === 0 ? [] : [paint.faint(words.more(more.length))])].join(' ');
}

async function list(host: Host, _args: string[], options: Options): Promise<void> {
  const { locale, system, text } = host;
  const limit = wholeNumber(host, options, {
    command: 'env snapshots',
    option: 'limit',
    min: 1,
    max: 1000,
  });
  const found = await host.client.snapshots.list(limit === undefined ? {} : { limit }, {
    signal: host.signal,
  });
  answer(host, found, () => {
    const { snapshots: words } = text;
    const { columns } = words;
    const isLast = (index: number) => index === found.total - 1;
    const rows = found.snapshots.map((each, index) => [
      paint.strong(each.id),
      formatMoment(each.takenAt, locale, system.now()),
      formatMoment(each.lastSeenAt, locale, system.now()),
      plain(each.go ?? words.noGo),
      changedText(each, isLast(index), host),
    ]);
    const titles = [columns.id, columns.taken, columns.seen, columns.go, columns.changed];
    return [
      found.snapshots.length === 0
        ? words.nothing
        : table(
            titles.map((title) => ({ title })),
            rows,
          ),
      ...(found.damaged.length === 0 ? [] : ['', paint.warn(words.damaged(found.damaged.join(', ')))]),
    ].join('\n');
  });
}

/** What an argument of `diff` names. */
function refOf({ system }: Host, given: string): SnapshotRef {
  if (given === 'now') return { from: 'now' };
  if (/^s\d+$/i.test(given)) return { from: 'history', id: given };
  return { from: 'file', path: path.resolve(system.cwd, given) };
}

/** A side of a comparison, as it was given, with its machine and its moment. */
function sideText(given: string, side: { host: string; takenAt: string }, { locale, system }: Host): string {
  return plain(`${given} (${side.host}, ${formatMoment(side.takenAt, locale, system.now())})`);
}

function changeLines(change: Change, { locale }: Host): string[] {
  const { kind, before, after } = change;
  const side = (state: Change['before']) => {
    const place = placeOf(kind, state, locale);
    const value = shownValue(kind, state, locale);
    return `${plain(value)}${place === '' || place === value ? '' : `  (${plain(place)})`}`;
  };
  return [
    `${paint.warn('●')} ${plain(tellChange(change, locale))}`,
    paint.faint(`    - ${side(before)}`),
    paint.faint(`    + ${side(after)}`),
  ];
}

async function diff(host: Host, [a = '', b = 'now']: string[], options: Options): Promise<void> {
  const { locale, text } = host;
  if (a === b)
    throw failure('usage.invalid', {
      detail: text.snapshots.same(plain(a), plain(b)),
      see: 'burrow env diff --help',
    });
  const input = { a: refOf(host, a), b: refOf(host, b), ...dirOf(host, options) };
  const found = await host.client.snapshots.compare(input, { signal: host.signal });
  const changes = found.changes.map((change) => ({ ...change, message: tellChange(change, locale) }));
  answer(host, { ...found, changes }, () => {
    const [one, other] = [sideText(a, found.a, host), sideText(b, found.b, host)];
    if (found.changes.length === 0) return text.snapshots.same(one, other);
    const lines = found.changes.flatMap((change) => changeLines(change, host));
    return [text.snapshots.sides(one, other), '', ...lines].join('\n');
  });
}

export function snapshotCommands(group: Registrar): void {
  const { snapshots, common } = group.text;
  const { help } = snapshots;
  group.add('snapshot [file]', help.take, take, (command) =>
    command
      .option('--baseline', help.baseline)
      .option('--host <name>', help.host)
      .option('--dir <dir>', help.dir),
  );
  group.add('snapshots', help.list, list, (command) => command.option('--limit <n>', help.limit));
  group.add('diff <a> [b]', help.diff, diff, (command) => command.option('--dir <dir>', help.dir));
  group.add('check [file]', help.check, checkBaseline, (command) =>
    command.option('--dir <dir>', common.options.dir).option('--markdown', help.markdown),
  );
}
