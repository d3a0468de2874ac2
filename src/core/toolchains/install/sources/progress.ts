import type { BuildingProgress, InstallProgress } from '#contract/install-progress';
import { mapProgress } from '#contract/streams';
import { type System, TransferRate } from '#core/system';

type Phase = InstallProgress['phase'];

/** Turns the steps of an install into progress: a phase, bytes, and bytes per second. */
export class ProgressMeter {
  readonly #system: Pick<System, 'now'>;
  #version: string | null = null;
  #phase: Phase = 'resolving';
  #source: string | null = null;
  readonly #rate = new TransferRate(1000);

  constructor(system: Pick<System, 'now'>) {
    this.#system = system;
  }

  /** Sets the version, once it is known. */
  set version(version: string) {
    this.#version = version;
  }

  /** Begins a phase. `source`: where the bytes come from, secrets masked. */
  enter(phase: Phase, source: string | null = this.#source): InstallProgress {
    this.#phase = phase;
    this.#source = source;
    this.#rate.restart();
    return this.step(0, null);
  }

  /** Reports the bytes of this phase that are done so far. */
  step(bytes: number, totalBytes: number | null): InstallProgress {
    return {
      version: this.#version,
      phase: this.#phase,
      bytes,
      totalBytes,
      bytesPerSecond: this.#rate.at(this.#system.now().getTime(), bytes),
      source: this.#source,
      building: null,
    };
  }

  /** Reports the progress of a build from source. */
  build(building: BuildingProgress): InstallProgress {
    return { ...this.step(0, null), building };
  }

  /**
   * Passes on the progress of some work, and its result; stopping early ends the work too. `also` gets the bytes of
   * each step first, and is awaited.
   */
  async *watch<Result>(
    work: AsyncGenerator<{ bytes: number; totalBytes?: number | null }, Result>,
    also?: (bytes: number) => Promise<void>,
  ): AsyncGenerator<InstallProgress, Result> {
    let begun = false;
    return yield* mapProgress(work, async ({ bytes, totalBytes = null }) => {
      // Bytes from before this work began do not count for its rate.
      if (!begun) this.#rate.restart();
      begun = true;
      await also?.(bytes);
      return this.step(bytes, totalBytes);
    });
  }
}
