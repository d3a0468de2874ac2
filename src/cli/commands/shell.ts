import { describeFailure, failure } from '#contract/failure';
import type {
  OtherShell,
  ProfileEdit,
  ProfileStatus,
  ShellChange,
  ShellName,
  ShellPlan,
} from '#contract/shell';
import { burrowPaths } from '#core/system';
import { answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { diffLines } from '../output/diff.ts';
import { paint } from '../output/paint.ts';
import { confirmed } from '../output/question.ts';
import { table } from '../output/table.ts';
import type { Options, Registrar } from '../program.ts';
import { changeLines } from '../words/shell-change.ts';
import { plain } from '../words/plain.ts';
import { findings, turnOff } from './findings.ts';

const known: readonly ShellName[] = ['zsh', 'bash', 'fish', 'sh'];

/** The shells of `--shell zsh,bash`; undefined: the option is left out. `see`: whose help lists them. Failures: usage.invalid. */
export function shellsOf(
  { text }: Host,
  { shell }: Options,
  see = 'burrow shell --help',
): ShellName[] | undefined {
  if (typeof shell !== 'string') return undefined;
  return shell.split(',').map((given) => {
    const name = known.find((each) => each === given.trim());
    if (name) return name;
    throw failure('usage.invalid', {
      detail: text.shell.unknownShell(plain(given)),
      see,
    });
  });
}

function stateText({ state, exists, lines }: ProfileStatus, { text }: Host): string {
  const { states, line, missing } = text.shell;
  const where = lines[0] === undefined || state === 'ours' ? '' : ` · ${line(lines[0])}`;
  if (state === 'ours') return paint.good(states.ours);
  if (state === 'absent') return paint.faint(exists ? states.absent : `${states.absent} · ${missing}`);
  return paint.warn(`${states[state]}${where}`);
}

/** A shell whose profile the person edits, with the lines for it. */
function otherText({ name, profile, ready, lines }: OtherShell, { text }: Host): string {
  const { ready: isReady, add } = text.otherShells;
  if (ready) return `${name} · ${plain(profile)} · ${paint.good(isReady)}`;
  return [`${name} · ${add(plain(profile))}`, `  ${plain(lines)}`].join('\n');
}

async function status(host: Host): Promise<void> {
  const result = await host.client.shell.status(undefined, { signal: host.signal });
  const { shell: text, common } = host.text;
  answer(host, result, () => {
    const { profiles, others } = result;
    const byHand = others.map((other) => otherText(other, host));
    if (profiles.length === 0) return [text.noShell, ...byHand].join('\n\n');
    const columns = [text.profile, text.shells, text.when, text.state].map((title) => ({ title }));
    const rows = profiles.map((profile) => [
      plain(profile.path),
      profile.shells.join(common.comma),
      profile.when.map((when) => text.whens[when]).join(common.comma),
      stateText(profile, host),
    ]);
    const isDone = profiles.every(({ state }) => state === 'ours');
    const listed = [table(columns, rows), ...(isDone ? [] : ['', paint.faint(text.next)])].join('\n');
    return [listed, ...byHand].join('\n\n');
  });
}

function editLines({ path, target, action, reason, notes, diff }: ProfileEdit, host: Host): string[] {
  const { shell: text } = host.text;
  const through = target === null ? '' : paint.faint(` · ${text.through(plain(target))}`);
  if (reason) {
    const { message, hint } = describeFailure(reason, host.locale);
    return [
      paint.strong(plain(path)) + through,
      `  ${paint.warn(plain(message))}`,
      `  ${paint.faint(plain(hint))}`,
    ];
  }
  if (action === 'none') return [`${paint.strong(plain(path))}${through} · ${paint.good(text.states.ours)}`];
  const remarks = notes.map((note) =>
    note.kind === 'in-repository'
      ? text.inRepository(plain(note.repository))
      : text.beforeCommand(note.line, plain(note.command)),
  );
  return [
    paint.strong(plain(path)) + through,
    ...remarks.map((each) => `  ${paint.faint(each)}`),
    ...diffLines(diff),
  ];
}

function changesOf({ files }: ShellPlan): ProfileEdit[] {
  return files.filter(({ action }) => action !== 'none' && action !== 'refused');
}

function allRefused({ files }: ShellPlan): boolean {
  return files.length > 0 && files.every(({ action }) => action === 'refused');
}

function planText({ files }: ShellPlan, host: Host): string {
  if (files.length === 0) return host.text.shell.noShell;
  return files.map((file) => editLines(file, host).join('\n')).join('\n\n');
}

async function plan(host: Host, _args: string[], options: Options): Promise<void> {
  const shells = shellsOf(host, options);
  const result = await host.client.shell.plan(shells ? { shells } : {}, { signal: host.signal });
  const { shell: text } = host.text;
  answer(host, result, () => {
    const nothing = allRefused(result) ? text.noneEdited : text.nothing;
    const next = changesOf(result).length > 0 ? text.applyNext(result.id) : nothing;
    return [planText(result, host), '', paint.faint(next)].join('\n');
  });
}

async function apply(host: Host, [id]: string[], options: Options): Promise<number | void> {
  const { shell: text } = host.text;
  const shells = shellsOf(host, options);
  if (id !== undefined && shells)
    throw failure('usage.invalid', { detail: text.planHasShells, see: 'burrow shell apply --help' });
  let wanted = id;
  if (wanted === undefined) {
    const shown = await host.client.shell.plan(shells ? { shells } : {}, { signal: host.signal });
    const count = changesOf(shown).length;
    if (!host.json) host.remark(planText(shown, host));
    if (allRefused(shown)) {
      answer(host, { entry: null, files: [] } satisfies ShellChange, () => text.noneEdited);
      return exitCode.failed;
    }
    if (count > 0 && !(await confirmed(host, text.confirm(count), 'burrow shell --help'))) {
      host.remark(text.kept);
      return exitCode.cancelled;
    }
    wanted = shown.id;
  }
  const result = await host.client.shell.apply({ plan: wanted }, { signal: host.signal });
  answer(host, result, () =>
    result.entry === null ? text.nothing : [...changeLines(result, host), '', text.newTerminal].join('\n'),
  );
}

async function undo(host: Host, [entry]: string[], options: Options): Promise<void> {
  const { shell: text } = host.text;
  const shells = shellsOf(host, options);
  const input = { ...(entry !== undefined && { entry }), ...(shells && { shells }) };
  const result = await host.client.shell.undo(input, { signal: host.signal });
  const left = result.entry === null && !host.json ? await linesLeft(host) : [];
  const isOfGo = result.entry !== null && !host.json && (await wasGoFile(host, result.entry));
  answer(host, result, () =>
    result.entry === null
      ? [text.nothingToUndo, ...left].join('\n')
      : [...changeLines(result, host), ...(isOfGo ? [] : ['', text.newTerminal])].join('\n'),
  );
}

/** Whether an undo changed Go's file alone, which every `go` command reads anew. */
async function wasGoFile(host: Host, entry: string): Promise<boolean> {
  const { entries } = await host.client.shell.journal(undefined, { signal: host.signal });
  const { root } = burrowPaths(host.system);
  const files = entries.find(({ id }) => id === entry)?.files ?? [];
  return files.every(({ why, path }) => why === 'variables' && !path.startsWith(`${root}/`));
}

/** Where lines of Burrow's are that no undo takes out, since someone has edited them. */
async function linesLeft(host: Host): Promise<string[]> {
  const { profiles } = await host.client.shell.status(undefined, { signal: host.signal });
  return profiles
    .filter(({ lines }) => lines.length > 0)
    .map(({ path, lines }) => host.text.shell.leftByHand(plain(path), lines[0] ?? 1));
}

async function journal(host: Host): Promise<void> {
  const result = await host.client.shell.journal(undefined, { signal: host.signal });
  const { shell: text } = host.text;
  answer(host, result, () => {
    if (result.entries.length === 0) return text.noJournal;
    return result.entries
      .map(({ id, at, kind, undoneBy, files }) => {
        const whys = [...new Set(files.map(({ why }) => text.whys[why]))];
        const title = [paint.strong(id), paint.faint(at), text.kinds[kind], ...whys];
        const undone = undoneBy === null ? [] : [paint.faint(text.undoneBy(undoneBy))];
        const changed = files.flatMap(({ path, change, diff }) =>
          diff === '' ? [`${plain(path)} · ${text.changes[change]}`] : diffLines(diff),
        );
        return [[...title, ...undone].join(' · '), ...changed].join('\n');
      })
      .join('\n\n');
  });
}

export function shellCommands(to: Registrar): void {
  const { help } = to.text.shell;
  const { help: findingsHelp } = to.text.findings;
  const group = to.group('shell', help.summary, status);
  group.add('status', help.status, status);
  group.add('plan', help.plan, plan, (command) => command.option('--shell <shells>', help.shells));
  group.add('apply [plan]', help.apply, apply, (command) => command.option('--shell <shells>', help.shells));
  group.add('undo [entry]', help.undo, undo, (command) => command.option('--shell <shells>', help.shells));
  group.add('journal', help.journal, journal);
  group.add('findings', findingsHelp.findings, findings);
  group.add('off <id...>', findingsHelp.off, turnOff);
}
