import type { BuildingProgress, InstallProgress } from '#contract/install-progress';
import { mapProgress } from '#contract/streams';
import type { System } from '#core/system';

type Phase = InstallProgress['phase'];

/** The rate is measured over this many ms. */
const window = 1000;
/** ms before there is a rate; earlier it would be a guess. */
const tooYoung = 300;

/** Turns the steps of an install into progress: a phase, bytes, and bytes per second. */
export class ProgressMeter {
  readonly #system: Pick<System, 'now'>;
  #version: string | null = null;
  #phase: Phase = 'resolving';
  #source: string | null = null;
  #samples: { at: number; bytes: number }[] = [];

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
    this.#samples = [];
    return this.step(0, null);
  }

  /** Reports the bytes of this phase that are done so far. */
  step(bytes: number, totalBytes: number | null): InstallProgress {
    const now = this.#system.now().getTime();
    // The clock was set back, so the earlier samples are useless.
    if (now < (this.#samples.at(-1)?.at ?? now)) this.#samples = [];
    // One sample older than the window is kept, so that the rate covers all of it.
    while ((this.#samples[1]?.at ?? now) <= now - window) this.#samples.shift();
    const oldest = this.#samples[0];
    this.#samples.push({ at: now, bytes });
    const elapsed = oldest ? now - oldest.at : 0;
    return {
      version: this.#version,
      phase: this.#phase,
      bytes,
      totalBytes,
      bytesPerSecond:
        oldest && elapsed >= tooYoung ? Math.round(((bytes - oldest.bytes) / elapsed) * 1000) : null,
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
      if (!begun) this.#samples = [];
      begun = true;
      await also?.(bytes);
      return this.step(bytes, totalBytes);
    });
  }
}
