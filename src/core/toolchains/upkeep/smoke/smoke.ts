import { delimiter, join } from 'node:path';
import { withoutControlCharacters } from '#contract/control-characters';
import { failure } from '#contract/failure';
import { runsAs } from '#contract/runs-as';
import type { SmokeResult, SmokeStep } from '#contract/upkeep';
import { type Command, type Finished, hasCCompiler, LogTail, prepareHome, type System } from '#core/system';
import { meant, type Which } from '../../inventory/index.ts';
import { goBinary, type Installed, installedVersions } from '../../store/index.ts';
import { makeSmokeFolder } from './smoke-folder.ts';
import { hasRaceDetector } from './smoke-module.ts';

/** ms for one step: a first build compiles the standard library, and again with the race detector. */
const timeoutMs = 600_000;
/** Characters kept of a failed step's output. */
const maxOutput = 4000;

/** A step: what it runs, and what its output must contain. */
interface Trial {
  name: SmokeStep['name'];
  command: Pick<Command, 'file' | 'args'>;
  expect?: string;
  /** Why it cannot run here; null: it can. */
  skip?: SmokeStep['because'];
}

/**
 * Tests whether toolchains work: version, then build, run, vet and test of a tiny module, and the race detector if
 * there is a C compiler. Yields each step as it ends. The user's Go settings and the network are not used; the compile
 * cache is. Failures: version.unreadable, toolchain.not-installed, toolchain.cannot-run, cancelled, disk.full,
 * file.no-permission, home.unusable.
 */
export async function* smokeTest(
  system: System,
  request: Which & { version: string },
  signal?: AbortSignal,
): AsyncGenerator<SmokeStep, { results: SmokeResult[] }> {
  const results: SmokeResult[] = [];
  for (const toolchain of meant(await installedVersions(system), request))
    results.push(yield* smokeOne(system, toolchain, signal));
  return { results };
}

async function* smokeOne(
  system: System,
  toolchain: Installed,
  signal: AbortSignal | undefined,
): AsyncGenerator<SmokeStep, SmokeResult> {
  const { version, os, arch } = toolchain;
  if (runsAs(system, toolchain) === 'foreign') {
    throw failure('toolchain.cannot-run', { version, target: `${os}/${arch}` });
  }
  const folder = await makeSmokeFolder(await prepareHome(system), version);
  try {
    const env = environment(system, toolchain);
    const steps: SmokeStep[] = [];
    for (const trial of await trials(system, toolchain, folder)) {
      const done = steps.some(({ outcome }) => outcome === 'failed')
        ? skipped(trial, 'earlier-failure')
        : await tryOne(system, trial, {
            cwd: folder.path,
            env,
            timeoutMs,
            ...(signal && { signal }),
          });
      steps.push(done);
      yield done;
    }
    return { ...toolchain, passed: steps.every(({ outcome }) => outcome !== 'failed'), steps };
  } finally {
    await folder[Symbol.asyncDispose]();
  }
}

async function trials(
  system: System,
  toolchain: Installed,
  folder: { path: string; nonce: string },
): Promise<Trial[]> {
  const go = goBinary(toolchain.path, toolchain.os);
  const program = join(folder.path, system.os === 'windows' ? 'smoke.exe' : 'smoke');
  const race = !hasRaceDetector(toolchain)
    ? 'no-race-detector'
    : (await hasCCompiler(system))
      ? null
      : 'no-c-compiler';
  const run = (...args: string[]): Trial['command'] => ({ file: go, args });
  return [
    { name: 'version', command: run('version'), expect: ` ${toolchain.version} ` },
    { name: 'build', command: run('build', '-o', program, '.') },
    { name: 'run', command: { file: program, args: [] }, expect: folder.nonce },
    { name: 'vet', command: run('vet', '.') },
    { name: 'test', command: run('test', '-count=1', '.'), expect: 'ok' },
    { name: 'race', command: run('test', '-race', '-count=1', '.'), expect: 'ok', skip: race },
  ];
}

async function tryOne(system: System, trial: Trial, how: Omit<Command, 'file' | 'args'>): Promise<SmokeStep> {
  if (trial.skip) return skipped(trial, trial.skip);
  const { exitCode, stdout, stderr, durationMs } = await finished(system, { ...trial.command, ...how });
  const passed = exitCode === 0 && stdout.includes(trial.expect ?? '');
  // A damaged program may write anything, and this is shown in terminals.
  const written = withoutControlCharacters(`${stdout}${stderr}`, '\n\t');
  const output = passed ? '' : endOf(written);
  return { name: trial.name, outcome: passed ? 'passed' : 'failed', durationMs, output, because: null };
}

function endOf(text: string): string {
  const tail = new LogTail(maxOutput);
  tail.add(text);
  return tail.toString();
}

/** A program that cannot be started has failed the step; other failures say nothing about the toolchain. */
async function finished(system: System, command: Command): Promise<Finished> {
  try {
    return await system.run(command);
  } catch (error) {
    if (command.signal?.aborted) throw failure('cancelled', {}, error);
    const stderr = error instanceof Error ? error.message : String(error);
    return { exitCode: -1, stdout: '', stderr, durationMs: 0 };
  }
}

function skipped({ name }: Trial, because: SmokeStep['because']): SmokeStep {
  return { name, outcome: 'skipped', durationMs: 0, output: '', because };
}

/** The toolchain's own defaults: without the user's GOFLAGS, workspace or `go env -w`, no other Go, no network. */
function environment(system: System, { path }: Installed): System['env'] {
  const { GOROOT: _stale, GOOS: _os, GOARCH: _arch, CGO_ENABLED: _cgo, ...env } = system.env;
  return {
    ...env,
    HOME: env['HOME'] ?? system.home,
    PATH: [join(path, 'bin'), env['PATH']].filter(Boolean).join(delimiter),
    GOENV: 'off',
    GOFLAGS: '',
    GOWORK: 'off',
    GO111MODULE: 'on',
    GOTOOLCHAIN: 'local',
    GOPROXY: 'off',
  };
}
