import path from 'node:path';
import type { Build } from '#contract/build';
import type { BuildEvent } from '#contract/builds';
import { failure, isFailure } from '#contract/failure';
import { changeSincePredecessor, predecessor, recordedBytes } from '#contract/series';
import { formatByteChange, formatBytes, formatDuration } from '#contract/units';
import type { InstallProgress } from '#contract/install-progress';
import { answer, failureJson } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { paint, paintChange } from '../output/paint.ts';
import type { Options, Registrar } from '../program.ts';
import { inspectionWords } from '../words/inspection.ts';
import { addCompare } from './compare.ts';
import { historyCommands } from './history.ts';
import { showInstall } from './providing.ts';

/** The builds of the same project and subject; none if they cannot be read: the new build is in the history all the same. */
async function seriesOf(build: Build, host: Host): Promise<Build[]> {
  try {
    const { builds } = await host.client.builds.history({
      subject: build.subject,
      ...(build.project ? { project: build.project } : {}),
    });
    return builds;
  } catch (error) {
    if (!isFailure(error)) throw error;
    return [];
  }
}

/** One line about a new build: its size, the change since the previous build, and its duration. */
async function builtWords(build: Build, host: Host): Promise<string> {
  const builds = await seriesOf(build, host);
  const index = builds.findIndex((each) => each.id === build.id);
  const change = changeSincePredecessor(builds, index);
  const before = predecessor(builds, index);
  const size = recordedBytes(build);
  const parts = [paint.strong(build.subject)];
  if (size !== null) parts.push(formatBytes(size, host.locale));
  if (change !== null && before) {
    parts.push(paintChange(change, host.text.build.since(formatByteChange(change, host.locale), before.id)));
  }
  if (build.durationMs !== null) parts.push(formatDuration(build.durationMs, host.locale));
  return `${parts.join('  ')}\n${paint.faint(host.text.build.recorded(build.id))}`;
}

function installing(event: BuildEvent): InstallProgress | null {
  return event.type === 'installing' ? event.progress : null;
}

function sayEvent(host: Host, event: BuildEvent): void {
  if (event.type === 'started') {
    const command = event.command.join(' ');
    const { goVersion } = event;
    host.remark(paint.faint(goVersion === null ? command : host.text.build.runs(goVersion, command)));
  } else if (event.type === 'analysing') host.remark(paint.faint(host.text.build.analysing));
  else if (event.type === 'output') {
    (event.stream === 'stderr' || host.json ? process.stderr : process.stdout).write(event.text);
  }
}

async function runBuild(host: Host, args: string[], options: Options): Promise<number> {
  const stream = await host.client.builds.run(
    {
      dir: path.resolve(host.system.cwd, String(options.dir ?? '.')),
      args,
      ...(options.go ? { go: String(options.go) } : {}),
    },
    { signal: host.signal },
  );
  const result = await showInstall(host, stream, installing, (event) => sayEvent(host, event));
  if (result.build.status === 'failed') {
    const problem = failure('build.failed', { id: result.build.id, exitCode: result.build.exitCode ?? 1 });
    if (!host.json) throw problem;
    host.print(JSON.stringify({ ...result, error: failureJson(problem, host.locale) }, null, 2));
    return exitCode.failed;
  }
  const words = await builtWords(result.build, host);
  answer(host, result, () => words);
  return exitCode.done;
}

export function buildCommands(to: Registrar): void {
  const text = to.text;

  to.add('build', text.build.help.summary, runBuild, (command) =>
    command
      .argument('[args...]', text.build.help.args)
      .option('--go <version>', text.build.help.go)
      .option('--dir <dir>', text.common.options.dir)
      .allowUnknownOption()
      .passThroughOptions(),
  );

  to.add(
    'record',
    text.record.help.summary,
    async (host, args, options) => {
      const result = await host.client.builds.record(
        {
          path: path.resolve(host.system.cwd, args[0] ?? ''),
          ...(options.project ? { project: path.resolve(host.system.cwd, String(options.project)) } : {}),
        },
        { signal: host.signal },
      );
      const words = await builtWords(result.build, host);
      answer(host, result, () => words);
    },
    (command) => command.argument('<file>').option('--project <dir>', text.common.options.project),
  );

  historyCommands(to);

  addCompare(to);

  to.add(
    'inspect',
    text.inspect.help.summary,
    async (host, args, options) => {
      const result = await host.client.binaries.inspect(
        {
          path: path.resolve(host.system.cwd, args[0] ?? ''),
          functions: options.functions === true,
        },
        { signal: host.signal },
      );
      answer(host, result, () => inspectionWords(result, host));
    },
    (command) => command.argument('<file>').option('--functions', text.inspect.help.functions),
  );
}
