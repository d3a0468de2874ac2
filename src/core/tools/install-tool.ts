import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '#contract/failure';
import { mapProgress } from '#contract/streams';
import { type GoProgram, readGoProgram } from '#core/binaries';
import { maskSecrets, type System } from '#core/system';
import type { RunnableGo } from '#core/switching';
import type { BuildSettings } from './build-settings.ts';
import { type OutputTail, telling } from './output-tail.ts';

/** Which program is to be made. */
export interface WantedTool {
  name: string;
  program: Pick<GoProgram, 'mainPackage' | 'mainModule'>;
  how: BuildSettings;
}

/** A program that was made, and what it says about itself. */
export interface FreshTool {
  path: string;
  program: GoProgram;
}

/**
 * Runs `go install package@version` with a Go for this machine's own processor, into an empty folder, and looks at
 * what came out. Yields the last line that Go wrote; `tail` gets the end of it all. GOTOOLCHAIN is `local`: a tool that
 * needs a newer Go fails and says so, rather than downloading one that nobody asked for. The user's other settings
 * (GOFLAGS, GOPROXY, GONOSUMDB, …) count as always. Failures: tool.needs-newer-go, tool.build-failed, tool.unlike,
 * cancelled, those of starting a process.
 */
export async function* installTool(
  system: System,
  go: RunnableGo,
  wanted: WantedTool,
  { folder, tail, signal }: { folder: string; tail: OutputTail; signal: AbortSignal | undefined },
): AsyncGenerator<string, FreshTool> {
  const { name, how } = wanted;
  const what = `${wanted.program.mainPackage}@${wanted.program.mainModule?.version ?? ''}`;
  const running = system.stream({
    file: go.path,
    args: ['install', ...how.args, what],
    // Paths in what the compiler says are short then; a go.mod there does not count for a package with a version.
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
    ...(signal && { signal }),
  });
  const { exitCode } = yield* mapProgress(running, ({ text }) => {
    const line = tail.add(text);
    return line === null ? null : maskSecrets(line);
  });
  if (exitCode === 0) return freshTool(system, wanted, what, folder);
  const { needs, line } = telling(tail.toString());
  if (needs !== null) throw failure('tool.needs-newer-go', { name, needs, has: go.version });
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
