import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Build, BuildEvent } from '#contract/builds';
import { failure, isFailure } from '#contract/failure';
import type { BuildRecord, History } from '#core/history';
import { maskSecrets, type System } from '#core/system';
import { effectiveFlags, parseBuildArguments } from './arguments.ts';
import { fileMark, noArtifact, readArtifact } from './artifact.ts';
import { chooseGo, type RunsGo, readGoEnvironment } from './go.ts';
import { moduleFolder } from './module-folder.ts';
import { LogTail, maskedLines } from './output.ts';
import { expectedProgram, listPackages, subjectOf } from './packages.ts';
import { readVcs } from './vcs.ts';

export interface BuildRequest {
  dir: string;
  /** Passed to `go build` as they are. */
  args: readonly string[];
  /** A version instead of the resolved one. */
  go?: string | undefined;
  /** Variables for this build alone. */
  env?: Readonly<Record<string, string>> | undefined;
}

/**
 * Runs `go build` as the user would in `dir`, yields its output, and records what came of it: a failed build with
 * the end of its log, a cancelled one as cancelled. An artifact is recorded only if this very build wrote it.
 * Failures: folder.not-found, toolchain.not-installed (then nothing is recorded), cancelled.
 */
export async function* runBuild(
  system: System,
  history: History,
  request: BuildRequest,
  signal?: AbortSignal,
): AsyncGenerator<BuildEvent, { build: Build }> {
  const args = parseBuildArguments(request.args);
  const dir = resolve(system.cwd, request.dir);
  await mustBeFolder(dir);
  const go = await chooseGo(system, { ...request, dir }, args.chdir);
  await mustBeFolder(go.dir);
  const { facts, program } = await examine(system, go, args, signal);
  const command = { file: go.path, args: ['build', ...request.args] };
  yield { type: 'started', goVersion: go.version, command: [command.file, ...command.args].map(maskSecrets) };

  const before = program && (await fileMark(program));
  const startedAt = system.now();
  const record: BuildRecord = { ...facts, ...noArtifact, startedAt: startedAt.toISOString() };
  const log = new LogTail();
  let settled = false;
  try {
    const running = system.stream({ ...command, cwd: dir, env: go.env, ...(signal && { signal }) });
    const output = maskedLines(running);
    let next = await output.next();
    for (; !next.done; next = await output.next()) {
      log.add(next.value.text);
      yield next.value;
    }
    const { exitCode, durationMs } = next.value;
    settled = true;
    Object.assign(record, { exitCode, durationMs });
  } catch (error) {
    settled = !isFailure(error, 'cancelled');
    throw error;
  } finally {
    // Also when the listener left instead of aborting: a generator that is returned runs this alone.
    if (!settled) {
      const durationMs = system.now().getTime() - startedAt.getTime();
      await history.add({ ...record, status: 'cancelled', durationMs });
    }
  }

  if (record.exitCode !== 0) {
    return { build: await history.add({ ...record, status: 'failed', logTail: log.toString() }) };
  }
  yield { type: 'analysing' };
  const wrote = program !== null && (await wasWritten(program, before, startedAt));
  const artifact = wrote ? await readArtifact(program) : noArtifact;
  return { build: await history.add({ ...record, ...artifact, status: 'succeeded' }) };
}

/** Everything that can be known before the build; read first, because the build itself changes the folder. */
async function examine(
  system: System,
  go: RunsGo,
  args: ReturnType<typeof parseBuildArguments>,
  signal: AbortSignal | undefined,
) {
  const [environment, listed, vcs, root] = await Promise.all([
    readGoEnvironment(system, go, signal),
    listPackages(system, go, args, signal),
    readVcs(system, go.dir, signal),
    moduleFolder(go.dir),
  ]);
  const project = root ?? go.dir;
  const place = { dir: go.dir, suffix: environment.exeSuffix, isFolder };
  return {
    program: expectedProgram(listed, args, place),
    facts: {
      kind: 'program' as const,
      status: 'succeeded' as const,
      durationMs: null,
      exitCode: null,
      project,
      subject: subjectOf(listed, args, go.dir, project),
      goVersion: go.version,
      target: environment.target,
      cgo: environment.cgo,
      flags: effectiveFlags(environment.goflags, args.flags).map(maskSecrets),
      vcs,
      image: null,
      logTail: null,
    },
  };
}

/**
 * Whether the build wrote the file. Go touches it even when it is up to date (BuildInstallFunc in
 * cmd/go/internal/work/exec.go); a file system may keep times to two seconds only (FAT).
 */
async function wasWritten(path: string, before: string | null, startedAt: Date): Promise<boolean> {
  const after = await fileMark(path);
  if (after === null) return false;
  return after !== before || (await stat(path)).mtimeMs >= startedAt.getTime() - 2000;
}

async function mustBeFolder(path: string): Promise<void> {
  if (!isFolder(path)) throw failure('folder.not-found', { path });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
