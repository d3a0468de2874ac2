import { failure } from '#contract/failure';
import { answer, failureJson } from '../answer.ts';
import { exitCode, type Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { remarkWarnings } from '../output/warnings.ts';
import type { Options, Registrar } from '../program.ts';
import { decided, explained } from '../words/resolution.ts';
import { folderOf } from './folder.ts';
import { showInstall } from './providing.ts';

async function current(host: Host, _args: string[], options: Options): Promise<number> {
  const resolution = await host.client.switching.current(
    { dir: folderOf(host, options) },
    { signal: host.signal },
  );
  const error = resolution.problem && failureJson(resolution.problem, host.locale);
  remarkWarnings(resolution.warnings, host);
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
  const dir = folderOf(host, options);
  const environment = await environmentOf(host, {
    dir,
    ...(options.go ? { version: String(options.go) } : {}),
    ...archOf(options),
  });
  const { replaceProcess } = await import('../replace-process.ts');
  return replaceProcess(host, file, rest, environment.variables);
}

export function switchingCommands(to: Registrar): void {
  const text = to.text.commands;

  // What the shims call for a pinned version that is missing (resources/shims/go.sh).
  to.addHidden('provide', async (host) => {
    await environmentOf(host, { dir: host.system.cwd });
  });

  to.add('current', text.current, current, (command) =>
    command.option('--explain', text.explain).option('--dir <dir>', text.dir),
  );

  to.add(
    'which',
    text.which,
    async (host, args, options) => {
      const result = await host.client.switching.which(
        { tool: args[0] ?? 'go', dir: folderOf(host, options), ...archOf(options) },
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
