import path from 'node:path';
import type { Candidate, Resolution, UseResult } from '#contract/switching';
import { failure } from '#contract/failure';
import { answer, failureJson } from '../answer.ts';
import { exitCode, type Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';
import type { Options, Registrar } from '../program.ts';
import { typed } from '../words/version.ts';
import { showInstall } from './providing.ts';
import { hintAtTools } from './tools.ts';

function folder(host: Host, options: Options): string {
  return path.resolve(host.system.cwd, String(options.dir ?? '.'));
}

/** `file:line`, or the file alone where a line means nothing. */
function place(at: { file: string; line: number | null }): string {
  return at.line === null ? at.file : `${at.file}:${at.line}`;
}

/** `problem`: it decides, and nothing runs. */
function candidateRow(candidate: Candidate, problem: boolean, host: Host): string[] {
  const text = host.text.current;
  const row = [text.rule[candidate.rule], place(candidate), candidate.text];
  const { disagreesWith: other } = candidate;
  const became = text.outcome[candidate.outcome];
  const state = other === null ? became : text.disagrees(became, path.basename(other));
  if (problem) return [paint.bad('●'), ...row, paint.bad(state)];
  return candidate.outcome === 'decides'
    ? [paint.accent('●'), ...row, paint.accent(state)]
    : ['', ...row.map((cell) => paint.faint(cell)), paint.faint(state)];
}

function explained({ candidates, reason, problem }: Resolution, host: Host): string {
  const columns = ['', '', '', '', ''].map((title) => ({ title }));
  const broken = problem && reason ? candidates.find((one) => isReason(one, reason)) : null;
  return table(
    columns,
    candidates.map((candidate) => candidateRow(candidate, candidate === broken, host)),
  );
}

function isReason(candidate: Candidate, { file, line, text }: NonNullable<Resolution['reason']>): boolean {
  return candidate.file === file && candidate.line === line && candidate.text === text;
}

/** What runs, or is wanted, and why; empty where there is neither: the failure tells that. */
function decided(resolution: Resolution, host: Host): string {
  const { reason, instead, problem } = resolution;
  if (reason === null || (problem && resolution.version === null)) return '';
  const { version, path: program } = instead ?? resolution;
  const file = program && paint.faint(program);
  const head = [version && paint.strong(version), file].filter(Boolean).join('  ');
  const words = host.text.current;
  const why = reason.rule === 'path' ? words.firstOnPath : words.because(place(reason), reason.text);
  const wanted = instead && resolution.version && typed(resolution.version);
  const left = wanted ? paint.warn(words.leftToGo(wanted, `burrow install ${wanted}`)) : '';
  return [head, why, left].filter(Boolean).join('\n');
}

async function current(host: Host, _args: string[], options: Options): Promise<number> {
  const resolution = await host.client.switching.current(
    { dir: folder(host, options) },
    { signal: host.signal },
  );
  const error = resolution.problem && failureJson(resolution.problem, host.locale);
  answer(host, error ? { ...resolution, error } : resolution, () => {
    const head = decided(resolution, host);
    return options.explain && resolution.candidates.length > 0
      ? [head, explained(resolution, host)].filter(Boolean).join('\n\n')
      : head;
  });
  if (!error) return exitCode.done;
  if (!host.json) host.remark(`${paint.bad(error.message)}\n${error.hint}`);
  return exitCode.notInstalled;
}

function archOf(options: Options): { arch?: string } {
  return options.arch === undefined ? {} : { arch: String(options.arch) };
}

type Environment = Parameters<Host['client']['switching']['environment']>[0];

/** The Go that runs there, installed first where it is missing and the user wants that. */
async function environmentOf(host: Host, wanted: Environment) {
  const stream = await host.client.switching.environment(wanted, { signal: host.signal });
  return showInstall(host, stream, (progress) => progress);
}

async function exec(host: Host, args: string[], options: Options): Promise<number> {
  const [file, ...rest] = args;
  if (!file) {
    // An empty word is one for commander; no program has that name.
    const detail = host.text.usage.missingArgument('<command>');
    throw failure('usage.invalid', { detail, see: 'burrow exec --help' });
  }
  const dir = folder(host, options);
  const environment = await environmentOf(host, {
    dir,
    ...(options.go ? { version: String(options.go) } : {}),
    ...archOf(options),
  });
  const { replaceProcess } = await import('../replace-process.ts');
  return replaceProcess(host, file, rest, environment.variables);
}

function usedWords({ file, version, previous }: UseResult, host: Host): string {
  const now = typed(version);
  const before = previous === null ? now : typed(previous.trim().split('\n', 1)[0] ?? '');
  return host.text.use.done(now, file, before === now ? null : before);
}

export function switchingCommands(to: Registrar): void {
  const text = to.text.commands;

  // What the shims call for a pinned version that is missing (resources/shims/go.sh).
  to.addHidden('provide', async (host) => {
    await environmentOf(host, { dir: host.system.cwd });
  });

  to.add(
    'use',
    text.use,
    async (host, args, options) => {
      const global = options.global === true;
      if (global && options.dir !== undefined) {
        throw failure('usage.invalid', { detail: host.text.use.globalAlone, see: 'burrow use --help' });
      }
      const result = await host.client.switching.use(
        { version: args[0] ?? '', global, ...(global ? {} : { dir: folder(host, options) }) },
        { signal: host.signal },
      );
      for (const other of result.outranked.filter(({ disagrees }) => disagrees)) {
        host.remark(paint.warn(host.text.use.outranked(place(other), other.text)));
      }
      if (result.variable !== null) host.remark(paint.warn(host.text.use.variable(result.variable)));
      if (!result.installed) host.remark(paint.warn(host.text.use.install(typed(result.version))));
      answer(host, result, () => usedWords(result, host));
      if (global && result.installed) await hintAtTools(host);
    },
    (command) =>
      command
        .argument('<version>', text.installVersion)
        .option('--global', text.useGlobal)
        .option('--dir <dir>', text.dir),
  );

  to.add('current', text.current, current, (command) =>
    command.option('--explain', text.explain).option('--dir <dir>', text.dir),
  );

  to.add(
    'which',
    text.which,
    async (host, args, options) => {
      const result = await host.client.switching.which(
        { tool: args[0] ?? 'go', dir: folder(host, options), ...archOf(options) },
        { signal: host.signal },
      );
      answer(host, result, () => result.path);
    },
    (command) =>
      command
        .argument('<tool>', 'go, gofmt')
        .option('--arch <arch>', text.runArch)
        .option('--dir <dir>', text.dir),
  );

  to.add('exec', text.exec, exec, (command) =>
    command
      .argument('<command...>', text.execCommand)
      .option('--go <version>', text.execGo)
      .option('--arch <arch>', text.runArch)
      .option('--dir <dir>', text.dir)
      .passThroughOptions(),
  );
}
