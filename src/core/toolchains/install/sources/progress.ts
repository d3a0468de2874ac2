import type { BuildingProgress, InstallProgress } from '#contract/install-progress';
import { mapProgress } from '#contract/streams';
import type { System } from '#core/system';

type Phase = InstallProgress['phase'];

/** ms of the past that the rate is about. */
const window = 1000;
/** ms; before that a rate would be a guess. */
const tooYoung = 300;

/** Turns what an install does into what people watch: a phase, bytes, and how fast they come. */
export class ProgressMeter {
  readonly #system: Pick<System, 'now'>;
  #version: string | null = null;
  #phase: Phase = 'resolving';
  #source: string | null = null;
  #samples: { at: number; bytes: number }[] = [];

  constructor(system: Pick<System, 'now'>) {
    this.#system = system;
  }

  /** The version is known from now on. */
  set version(version: string) {
    this.#version = version;
  }

  /** A new phase begins. `source`: where the bytes come from, secrets masked. */
  enter(phase: Phase, source: string | null = this.#source): InstallProgress {
    this.#phase = phase;
    this.#source = source;
    this.#samples = [];
    return this.step(0, null);
  }

  /** So many bytes of this phase are done. */
  step(bytes: number, totalBytes: number | null): InstallProgress {
    const now = this.#system.now().getTime();
    // The clock was set back: what was measured by it before says nothing.
    if (now < (this.#samples.at(-1)?.at ?? now)) this.#samples = [];
    // One sample older than the window stays, so that the rate covers all of it.
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

  /** A build from source has come so far. */
  build(building: BuildingProgress): InstallProgress {
    return { ...this.step(0, null), building };
  }

  /**
   * Passes on the progress of some work, and its result; an end from outside ends the work too. `also` hears of every
   * step before it is passed on.
   */
  async *watch<Result>(
    work: AsyncGenerator<{ bytes: number; totalBytes?: number | null }, Result>,
    also?: (bytes: number) => Promise<void>,
  ): AsyncGenerator<InstallProgress, Result> {
    let begun = false;
    return yield* mapProgress(work, async ({ bytes, totalBytes = null }) => {
      // Bytes from before this work began say nothing of its rate.
      if (!begun) this.#samples = [];
      begun = true;
      await also?.(bytes);
      return this.step(bytes, totalBytes);
    });
  }
}
