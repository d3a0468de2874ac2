import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Build } from '#contract/build';
import type { BuildEvent } from '#contract/builds';
import { isFailure } from '#contract/failure';
import { mapProgress } from '#contract/streams';
import { type BuildRecord, type History, unsaid } from '#core/history';
import { LogTail, maskSecrets, type System } from '#core/system';
import { parseBuildArguments } from './arguments.ts';
import { builtBy } from './built-by.ts';
import { fileMark, noArtifact, readArtifact } from './artifact.ts';
import { chooseGo } from './go.ts';
import { maskedLines } from './output.ts';
import { mustBeFolder, planBuild } from './plan.ts';

export interface BuildRequest {
  dir: string;
  /** Passed to `go build` unchanged. */
  args: readonly string[];
  /** A version to use instead of the resolved one. */
  go?: string | undefined;
  /** Variables only for this build. */
  env?: Readonly<Record<string, string>> | undefined;
}

/**
 * Runs `go build` as the user would in `dir`, yields its output, and records the result: a failed build with the end
 * of its log, a cancelled one as cancelled. An artifact is recorded only if this build wrote it. The recorded Go
 * version is the artifact's; without an artifact, that of `go env GOVERSION` in the folder.
 * Failures: folder.not-found, toolchain.not-installed, toolchain.not-provided (then nothing is recorded), cancelled.
 */
export async function* runBuild(
  system: System,
  history: History,
  request: BuildRequest,
  signal?: AbortSignal,
): AsyncGenerator<BuildEvent, { build: Build }> {
  const args = parseBuildArguments(request.args);
  const dir = resolve(system.cwd, request.dir);
  mustBeFolder(dir);
  const go = yield* mapProgress(
    chooseGo(system, { ...request, dir }, args.chdir, signal),
    (progress): BuildEvent => ({ type: 'installing', progress }),
  );
  const { env, program, facts } = await planBuild(system, go, args, signal);
  const command = { file: go.path, args: ['build', ...request.args] };
  yield {
    type: 'started',
    goVersion: facts.goVersion,
    command: [command.file, ...command.args].map((each) => maskSecrets(each, facts.vcs?.commit)),
  };

  const before = program && (await fileMark(program));
  const startedAt = system.now();
  const by = { builtBy: builtBy(system.env), startedAt: startedAt.toISOString() };
  const record = { ...facts, ...noArtifact, ...common, ...by };
  const log = new LogTail();
  let cancelled = true;
  let ended: { exitCode: number; durationMs: number };
  try {
    const running = system.stream({ ...command, cwd: dir, env, timeoutMs: null, ...(signal && { signal }) });
    ended = yield* maskedLines(running, log, facts.vcs?.commit);
    cancelled = false;
  } catch (error) {
    cancelled = isFailure(error, 'cancelled');
    throw error;
  } finally {
    // In `finally`, because a consumer that stops without aborting makes this generator return here.
    if (cancelled) {
      const durationMs = system.now().getTime() - startedAt.getTime();
      await history.add({ ...record, status: 'cancelled', durationMs, exitCode: null });
    }
  }
  if (ended.exitCode !== 0) {
    return { build: await history.add({ ...record, ...ended, status: 'failed', logTail: log.toString() }) };
  }
  yield { type: 'analysing' };
  const wrote = program !== null && (await wasWritten(program, before, startedAt));
  const artifact = wrote ? await readArtifact(history, program) : noArtifact;
  return { build: await history.add({ ...record, ...ended, ...artifact, status: 'succeeded' }) };
}

/** The values that all builds run here share. */
const common = {
  kind: 'program',
  builtAt: null,
  image: null,
  logTail: null,
  ...unsaid,
} as const satisfies Partial<BuildRecord>;

/**
 * Whether the build wrote the file. Go updates its time even if it is up to date (BuildInstallFunc in
 * cmd/go/internal/work/exec.go); times may have a resolution of only two seconds (FAT).
 */
async function wasWritten(path: string, before: string | null, startedAt: Date): Promise<boolean> {
  const after = await fileMark(path);
  if (after === null) return false;
  return after !== before || (await stat(path)).mtimeMs >= startedAt.getTime() - 2000;
}
