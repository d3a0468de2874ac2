import { join } from 'node:path';
import { failure } from '#contract/failure';
import type { BuildingProgress } from '#contract/install-progress';
import { mapProgress } from '#contract/streams';
import { hasCCompiler, type System } from '#core/system';
import { compareVersions, type ToolchainId } from '../../versions/index.ts';
import type { BuildLog } from './build-log.ts';
import { buildEnvironment, type Workshop } from './environment.ts';
import { afterLine, begun } from './make-output.ts';

/**
 * Whether make.bash packs its own result, with the same bytes on every machine: since Go 1.21
 * (https://go.dev/blog/rebuild).
 */
export function isReproducible(version: string): boolean {
  return compareVersions(version, 'go1.21') >= 0;
}

/** ENOSPC and EDQUOT as the C library prints them in the C locale. */
const diskFull = /no space left on device|disk quota exceeded/i;

/**
 * Runs make.bash in a GOROOT that holds only sources. Everything it started ends when the signal aborts or the reader
 * stops. Failures: source.build-failed, process.not-found, cancelled.
 */
export async function* make(
  system: System,
  id: ToolchainId,
  { log, ...where }: { bootstrap: string; final: string; workshop: Workshop; log: BuildLog },
  signal: AbortSignal | undefined,
): AsyncGenerator<BuildingProgress, { durationMs: number }> {
  let progress = begun;
  yield progress;
  const output = system.stream({
    file: 'bash',
    args: ['make.bash', '-v', ...(isReproducible(id.version) ? ['-distpack'] : [])],
    cwd: join(where.workshop.goroot, 'src'),
    env: await environment(system, id, where),
    timeoutMs: 6 * 3_600_000,
    ...(signal && { signal }),
  });
  let wasFull = false;
  const { exitCode, durationMs } = yield* mapProgress(output, async (chunk) => {
    const lines = await log.write(chunk);
    wasFull ||= lines.some((line) => diskFull.test(line));
    const before = progress;
    progress = lines.reduce(afterLine, before);
    return progress === before ? null : progress;
  });
  await log.end();
  if (exitCode === 0) return { durationMs };
  throw failure('source.build-failed', {
    version: id.version,
    reason: wasFull ? 'disk-full' : 'ended',
    exitCode,
    lines: log.lastLines,
    log: log.path,
  });
}

/**
 * Without a C compiler a Go before 1.20 does not even begin (https://go.dev/doc/go1.20#cgo). Later ones detect that
 * themselves and must not be told: CGO_ENABLED would become the toolchain's default.
 */
async function environment(
  system: System,
  id: ToolchainId,
  where: { bootstrap: string; final: string; workshop: Workshop },
): Promise<Record<string, string>> {
  const env = buildEnvironment(system, id, where);
  if (compareVersions(id.version, 'go1.20') >= 0 || (await hasCCompiler({ os: system.os, env }))) return env;
  return { ...env, CGO_ENABLED: '0' };
}
