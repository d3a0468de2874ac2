import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isFailure } from '#contract/failure';
import { mapProgress } from '#contract/streams';
import type { RebuildEvent, RebuildRequest, RebuildResult, RebuiltTool } from '#contract/tools';
import {
  acquireLockWithProgress,
  fileFailure,
  LogTail,
  maskSecrets,
  prepareHome,
  type System,
} from '#core/system';
import type { RunnableGo } from '#core/switching';
import { installTool } from './install-tool.ts';
import { dataOf } from './obstacle.ts';
import { type PlannedTool, planTools } from './plan.ts';
import { clearUnfinished, replaceTool } from './replace.ts';

/**
 * The name in staging/ and in locks/: the holder of the lock owns everything in the folder. `prune` uses it too
 * (core/toolchains/upkeep/killed-work.ts).
 */
const ownName = 'tools';

/**
 * Rebuilds tools from their module and version, one after the other, and replaces each after checking the new
 * program. A tool that cannot be built is left unchanged, and the others continue. Concurrent rebuilds wait for each
 * other. Failures: cancelled (tools that were replaced stay replaced), those of planTools, home.unusable, disk.full.
 */
export async function* rebuildTools(
  system: System,
  request: RebuildRequest,
  signal?: AbortSignal,
): AsyncGenerator<RebuildEvent, RebuildResult> {
  const paths = await prepareHome(system);
  const staging = join(paths.staging, ownName);
  const lock = yield* acquireLockWithProgress(
    join(paths.locks, ownName),
    (): RebuildEvent => ({ type: 'waiting' }),
    signal,
  );
  try {
    // Left by a killed rebuild. Its Go may still be running there, so this one uses a folder with another name.
    await rm(staging, { recursive: true, force: true });
    const { go, goVersion, planned, folders } = await planTools(system, request);
    for (const folder of folders) await clearUnfinished(folder);
    yield { type: 'planned', plan: { goVersion, steps: planned.map(({ step }) => step) } };
    const work = {
      system,
      go,
      staging: join(staging, crypto.randomUUID()),
      signal,
    };
    const results: RebuiltTool[] = [];
    for (const tool of planned) {
      const count = { done: results.length, total: planned.length };
      const result = yield* rebuildTool(work, tool, count);
      results.push(result);
      yield { type: 'ended', result, done: results.length, total: planned.length };
    }
    return { goVersion, results };
  } finally {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    await lock[Symbol.asyncDispose]();
  }
}

interface Work {
  system: System;
  go: RunnableGo;
  /** Used only by this rebuild. */
  staging: string;
  signal: AbortSignal | undefined;
}

async function* rebuildTool(
  { system, go, staging, signal }: Work,
  { step, found, how }: PlannedTool,
  count: { done: number; total: number },
): AsyncGenerator<RebuildEvent, RebuiltTool> {
  const untouched = { ...step, now: null, failure: null, output: '', durationMs: 0 };
  if (step.obstacle) return { ...untouched, outcome: 'skipped' };
  const { name, path } = found.file;
  const began = system.now().getTime();
  const tail = new LogTail();
  const folder = join(staging, String(count.done));
  try {
    yield { type: 'building', name, path, ...count, line: null };
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const wanted = { name, program: found.program, how };
    const building = installTool(system, go, wanted, { folder, tail, signal });
    const { program, path: made } = yield* mapProgress(
      building,
      (line): RebuildEvent => ({ type: 'building', name, path, ...count, line }),
    );
    await replaceTool(path, made, found.mark);
    const [target = { os: '', arch: '' }] = program.targets;
    const now = { goVersion: program.goVersion, bytes: program.bytes, ...target };
    return { ...untouched, outcome: 'rebuilt', now, durationMs: system.now().getTime() - began };
  } catch (error) {
    const failed = fileFailure(error, folder);
    if (!isFailure(failed) || isFailure(failed, 'cancelled')) throw failed;
    const output = maskSecrets(tail.toString().trimEnd());
    const durationMs = system.now().getTime() - began;
    return { ...untouched, outcome: 'failed', failure: dataOf(failed), output, durationMs };
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
