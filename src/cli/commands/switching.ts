import type { GoPlace } from '#contract/consistency';
import { describeFailure, failure } from '#contract/failure';
import type { Resolution } from '#contract/switching';
import { answer, failureJson } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { remarkWarnings } from '../output/warnings.ts';
import type { Options, Registrar } from '../program.ts';
import { knowingTerminals, placesTable } from '../words/places.ts';
import { decided, explained } from '../words/resolution.ts';
import { folderOf } from './folder.ts';
import { showInstall } from './providing.ts';

async function current(host: Host, _args: string[], options: Options): Promise<number> {
  const input = { dir: folderOf(host, options) };
  const [found, places] = await Promise.all([
    host.client.switching.current(input, { signal: host.signal }),
    options.explain ? host.client.consistency.places(input, { signal: host.signal }) : null,
  ]);
  const { onPath } = found;
  const problem = places === null ? onPath.problem : knowingTerminals(onPath.problem, places);
  const resolution = { ...found, onPath: { ...onPath, problem } };
  const error = resolution.problem && failureJson(resolution.problem, host.locale);
  remarkWarnings(resolution.warnings, host);
  const document = {
    ...resolution,
    warnings: resolution.warnings.map((warning) => ({
      ...warning,
      ...describeFailure(warning, host.locale),
    })),
    onPath: told(resolution.onPath, host),
    ...(places && { places: places.places.map((place) => toldPlace(place, host)) }),
    ...(error && { error }),
  };
  answer(host, document, () => {
    const parts = [decided(resolution, host)];
    if (places !== null) parts.push(explained(resolution, host), placesTable(resolution, places, host));
    return parts.filter(Boolean).join('\n\n');
  });
  if (!error) return exitCode.done;
  if (!host.json) host.remark(`${paint.bad(error.message)}\n${error.hint}`);
  return exitCode.notInstalled;
}

/** With the sentences of its problem. */
function told(onPath: Resolution['onPath'], { locale }: Host) {
  const { problem } = onPath;
  return { ...onPath, problem: problem && { ...problem, ...describeFailure(problem, locale) } };
}

function toldPlace({ found, unknown, ...place }: GoPlace, host: Host) {
  return {
    ...place,
    found: found && {
      ...found,
      problem: found.problem && failureJson(found.problem, host.locale),
      onPath: told(found.onPath, host),
    },
    unknown: unknown && failureJson(unknown, host.locale),
  };
}

function archOf(options: Options): { arch?: string } {
  return options.arch === undefined ? {} : { arch: String(options.arch) };
}

type Environment = Parameters<Host['client']['switching']['environment']>[0];

/** The Go that runs there, and its variables. It may be installed first (`installMissing`). */
async function environmentOf(host: Host, wanted: Environment) {
  const stream = await host.client.switching.environment(wanted, { signal: host.signal });
  return showInstall(host, stream, (progress) => progress);
}

async function exec(host: Host, args: string[], options: Options): Promise<number> {
  const [file, ...rest] = args;
  if (!file) {
    // Commander accepts an empty argument, but no program has that name.
    const detail = host.text.program.usage.missingArgument('<command>');
    throw failure('usage.invalid', { detail, see: 'burrow exec --help' });
  }
  const environment = await environmentOf(host, {
    dir: folderOf(host, options),
    // --dir selects the folder; otherwise it is the one that the command works in.
    ...(options.dir === undefined ? { command: args } : {}),
    ...(options.go ? { version: String(options.go) } : {}),
    ...archOf(options),
  });
  const { replaceProcess } = await import('../replace-process.ts');
  return replaceProcess(host, file, rest, environment.variables);
}

export function switchingCommands(to: Registrar): void {
  const text = to.text;

  // Called by the shims for a missing pinned version (resources/shims/go.sh), with the value of Go's -C flag.
  to.addHidden('provide [chdir]', async (host, [chdir]) => {
    const command = chdir === undefined ? [] : ['go', `-C=${chdir}`];
    await environmentOf(host, { dir: host.system.cwd, command });
  });

  to.add('current', text.current.help.summary, current, (command) =>
    command.option('--explain', text.current.help.explain).option('--dir <dir>', text.common.options.dir),
  );

  to.add(
    'which',
    text.which.help.summary,
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
        .option('--arch <arch>', text.common.options.runArch)
        .option('--dir <dir>', text.common.options.dir),
  );

  to.add('exec', text.exec.help.summary, exec, (command) =>
    command
      .argument('<command...>', text.exec.help.command)
      .option('--go <version>', text.exec.help.go)
      .option('--arch <arch>', text.common.options.runArch)
      .option('--dir <dir>', text.common.options.dir)
      .passThroughOptions(),
  );
}
