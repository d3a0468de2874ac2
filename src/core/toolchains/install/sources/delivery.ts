import type { InstallProgress } from '#contract/install-progress';
import type { Built, Proof, Toolchain } from '#contract/toolchains';
import type { System, Unpacked, UnpackProgress } from '#core/system';
import type { ToolchainId } from '../../versions/index.ts';
import type { ProgressMeter } from './progress.ts';

/** What every source needs to know to deliver a toolchain. */
export interface Order {
  system: System;
  id: ToolchainId;
  /** A file in staging/, for what need not outlast this install; nothing is there yet. */
  to: string;
  /** A folder in staging/ that is not there yet, for what the archive holds. */
  goroot: string;
  meter: ProgressMeter;
  signal: AbortSignal | undefined;
}

/** An archive that has arrived. Disposing ends what may already be at work on it. */
export interface Delivery extends AsyncDisposable {
  archive: string;
  source: Toolchain['source'];
  /** It is a module: some of its files go by other names, and none has execute bits. */
  isModule: boolean;
  /** How it was built, when it was built here. */
  built?: Built;
  /** Unpacks it into the order's `goroot`, or what is not unpacked yet. Failures: those of `unpackTarGz`. */
  unpack(): AsyncGenerator<UnpackProgress, Unpacked>;
  /**
   * Says how we know that it is what was published, now that it is unpacked; its files as they stood in the archive.
   * Failures: toolchain.checksum-mismatch and whatever else must stop an install.
   */
  prove(unpacked: Unpacked): Promise<Proof>;
}

/** A source at work. */
export type Delivering = AsyncGenerator<InstallProgress, Delivery>;
