import { resolve } from 'node:path';
import { goFor } from '#core/switching';
import type { System } from '#core/system';

/** A target such as `linux/arm64`, and whether Go can use cgo there. */
export interface BuildTarget {
  target: string;
  cgo: boolean;
}

/**
 * What a Go can build for: the one that `dir` resolves to, or `version`. null: it does not say. Failures: those of goFor,
 * cancelled.
 */
export async function buildTargets(
  system: System,
  { dir, go: version }: { dir: string; go?: string | undefined },
  signal?: AbortSignal,
): Promise<BuildTarget[] | null> {
  const folder = resolve(system.cwd, dir);
  const { path, env } = await goFor(system, folder, version);
  const { exitCode, stdout } = await system.run({
    file: path,
    args: ['tool', 'dist', 'list', '-json'],
    cwd: folder,
    // Go before 1.21 knows no other; one that switches would download it to answer.
    env: { ...env, GOTOOLCHAIN: 'local' },
    timeoutMs: 60_000, // a Go from 1.25 on builds dist first
    ...(signal && { signal }),
  });
  return exitCode === 0 ? readTargets(stdout) : null;
}

/** Reads what `go tool dist list -json` prints (`cmdlist` in cmd/dist/build.go); null if it is something else. Pure. */
export function readTargets(text: string): BuildTarget[] | null {
  try {
    const listed = JSON.parse(text) as { GOOS: string; GOARCH: string; CgoSupported: boolean }[];
    return listed.map(({ GOOS, GOARCH, CgoSupported }) => ({
      target: `${GOOS}/${GOARCH}`,
      cgo: CgoSupported,
    }));
  } catch {
    return null;
  }
}
