import type { InstallProgress } from '#contract/install-progress';
import { acquireLockWithProgress } from '#core/system';
import type { ToolchainPlaces } from '../store/index.ts';
import type { ProgressMeter } from './sources/index.ts';

/**
 * Acquires the lock of a toolchain, and reports `waiting` while another Burrow holds it. Failures: cancelled,
 * disk.full, file.no-permission.
 */
export async function* lockToolchain(
  places: ToolchainPlaces,
  meter: ProgressMeter,
  signal: AbortSignal | undefined,
): AsyncGenerator<InstallProgress, AsyncDisposable> {
  return yield* acquireLockWithProgress(places.lock, () => meter.enter('waiting'), signal);
}
