import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '#contract/failure';
import { mapProgress } from '#contract/streams';
import { type GoProgram, readGoProgram } from '#core/binaries';
import { type LogTail, maskSecrets, type System } from '#core/system';
import type { RunnableGo } from '#core/switching';
import { knownRelease } from '#core/toolchains';
import type { BuildSettings } from './build-settings.ts';
import { causeOf } from './cause-of.ts';

/** A program to build. */
export interface WantedTool {
  name: string;
  program: Pick<GoProgram, 'mainPackage' | 'mainModule'>;
  how: BuildSettings;
}

/** A program that was built, and its build info. */
export interface FreshTool {
  path: string;
  program: GoProgram;
}

/**
 * Runs `go install package@version` for this machine's processor, into an empty folder, and checks the result. Yields
 * the last line that Go wrote; `tail` collects the end of the output. GOTOOLCHAIN is `local`: a tool that needs a
 * newer Go fails with that reason instead of downloading one. The user's other settings (GOFLAGS, GOPROXY, GONOSUMDB,
 * …) apply. Failures: tool.needs-newer-go, tool.build-failed, tool.unlike, cancelled, those of starting a process.
 */
export async function* installTool(
  system: System,
  go: RunnableGo,
  wanted: WantedTool,
  { folder, tail, signal }: { folder: string; tail: LogTail; signal: AbortSignal | undefined },
): AsyncGenerator<string, FreshTool> {
  const { name, how } = wanted;
  const what = `${wanted.program.mainPackage}@${wanted.program.mainModule?.version ?? ''}`;
  const running = system.stream({
    file: go.path,
    args: ['install', ...how.args, what],
    // So paths in compiler messages are short; a go.mod there is ignored for a package with a version.
    cwd: system.home,
    env: {
      ...go.env,
      GOBIN: folder,
      GOOS: system.os,
      GOARCH: system.arch,
      GO111MODULE: 'on',
      GOTOOLCHAIN: 'local',
      ...how.env,
    },
    timeoutMs: 3_600_000,
    ...(signal && { signal }),
  });
  const { exitCode } = yield* mapProgress(running, ({ text }) => {
    const line = tail.add(text);
    return line === null ? null : maskSecrets(line);
  });
  if (exitCode === 0) return freshTool(system, wanted, what, folder);
  const { needs, line } = causeOf(tail.toString());
  if (needs !== null) {
    const installs = await knownRelease(system, { version: needs });
    throw failure('tool.needs-newer-go', { name, needs, has: go.version, installs });
  }
  throw failure('tool.build-failed', { name, what, line: maskSecrets(line) });
}

/** Failures: tool.unlike. */
async function freshTool(
  system: System,
  { name, program: old }: WantedTool,
  what: string,
  folder: string,
): Promise<FreshTool> {
  const unlike = (reason: Parameters<typeof failure<'tool.unlike'>>[1]['reason']) =>
    failure('tool.unlike', { name, what, reason });
  const [file, ...more] = await readdir(folder);
  if (file === undefined || more.length > 0) throw unlike('count');
  const path = join(folder, file);
  const program = await readGoProgram(path);
  const [before, now] = [old.mainModule, program.mainModule];
  if (program.mainPackage !== old.mainPackage || now?.path !== before?.path) throw unlike('package');
  if (now?.version !== before?.version) throw unlike('version');
  if (now?.sum !== before?.sum) throw unlike('sum');
  const isOurs = program.targets.every(({ os, arch }) => os === system.os && arch === system.arch);
  if (!isOurs) throw unlike('target');
  return { path, program };
}
