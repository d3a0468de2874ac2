import type { Consistency, ShellStart } from '#contract/consistency';
import { shellModes } from '#contract/shell-modes';
import { modeName, tellDifference, tellNotInstalled, whoIn } from '#contract/words/difference';
import { answer, failureJson } from '../answer.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';
import type { Options, Registrar } from '../program.ts';
import { plain } from '../words/plain.ts';
import { folderOf } from './folder.ts';

/** One start in a cell; `loud`: it is unlike the usual. */
function cell(start: ShellStart | undefined, loud: boolean, { text, locale }: Host): string {
  if (start === undefined) return '';
  const { consistency: words } = text;
  if (start.unknown) return paint.warn(words.unknown);
  if (start.inherits) return paint.faint(words.inherits);
  const noVersion = start.selectsNone ? words.notSelected : words.noVersion;
  const version =
    start.version !== null && start.notInstalled ? tellNotInstalled(start.version, locale) : start.version;
  const ofPath = start.go === null ? words.noGo : (version ?? noVersion);
  const shown = start.hiddenBy === null ? ofPath : words.hidden[start.hiddenBy];
  if (loud) return paint.warn(`${plain(shown)} !`);
  return start.used ? plain(shown) : paint.faint(plain(shown));
}

/** A row for each shell, a column for each mode. */
function matrix({ shells, differences }: Consistency, host: Host): string {
  const { consistency: words } = host.text;
  const isLoud = ({ shell, mode }: ShellStart): boolean =>
    differences.some(({ kind, starts }) =>
      starts.some((each) => kind === 'go' && shell !== null && each.shell === shell && each.mode === mode),
    );
  const rows = [...Map.groupBy(shells, ({ path }) => path)].map(([path, starts]) => {
    const [first] = starts;
    if (path === null) return [words.apps, '', '', '', cell(first, false, host)];
    const twice = shells.some((each) => each.shell === first?.shell && each.path !== path);
    const name = plain(twice ? path : (first?.shell ?? ''));
    const cells = shellModes.map((mode) => starts.find((start) => start.mode === mode));
    return [
      first?.login ? words.own(paint.strong(name)) : name,
      ...cells.map((start) => cell(start, start !== undefined && isLoud(start), host)),
    ];
  });
  const titles = [words.shell, ...shellModes.map((mode) => modeName(mode, host.locale))];
  return table(
    titles.map((title) => ({ title })),
    rows,
  );
}

function lines(found: Consistency, host: Host): string[] {
  const { locale, system, text } = host;
  const short = (path: string) =>
    path.startsWith(`${system.home}/`) ? `~${path.slice(system.home.length)}` : path;
  const differences = found.differences.map((difference) => {
    const { who, what, at } = tellDifference(difference, locale, (path) => plain(short(path)));
    return `${paint.warn('●')} ${text.consistency.difference(who, what, plain(at ?? ''))}`;
  });
  const silent = Map.groupBy(
    found.shells.filter(({ unknown, shell }) => unknown && shell !== null),
    ({ path, unknown }) => JSON.stringify([path, unknown]),
  );
  const unknown = [...silent.values()].map((starts) => {
    const [first] = starts;
    const { message, hint } = first?.unknown ? failureJson(first.unknown, locale) : { message: '', hint: '' };
    const who = whoIn(starts, locale);
    return `${paint.warn('●')} ${text.consistency.difference(who, `${plain(message)} ${hint}`, '')}`;
  });
  const isSame = differences.length + unknown.length === 0;
  if (!isSame) return [...unknown, ...differences];
  const { usual } = found;
  const hasGo = usual !== null && usual.go !== null && !usual.selectsNone;
  return [hasGo ? text.consistency.same : text.consistency.noneAnywhere];
}

async function show(host: Host, _args: string[], options: Options): Promise<void> {
  const dir = folderOf(host, options);
  const found = await host.client.consistency.show({ dir }, { signal: host.signal });
  const shells = found.shells.map(({ unknown, ...start }) =>
    unknown ? { ...start, unknown: failureJson(unknown, host.locale) } : start,
  );
  answer(host, { ...found, shells }, () => {
    const { consistency: words } = host.text;
    const hints = [
      words.of(plain(dir)),
      ...(shells.some(({ inherits }) => inherits) ? [words.inheritsHint] : []),
    ];
    return [matrix(found, host), '', ...lines(found, host), '', ...hints.map(paint.faint)].join('\n');
  });
}

export function consistencyCommand(group: Registrar): void {
  const { consistency, common } = group.text;
  group.add('consistency', consistency.help, show, (command) =>
    command.option('--dir <dir>', common.options.dir),
  );
}
