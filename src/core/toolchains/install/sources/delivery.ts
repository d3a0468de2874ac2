import type { InstallProgress } from '#contract/install-progress';
import type { Built, Proof, Toolchain } from '#contract/toolchains';
import type { System, Unpacked, UnpackProgress } from '#core/system';
import type { ToolchainId } from '../../versions/index.ts';
import type { ProgressMeter } from './progress.ts';

/** What every source needs to deliver a toolchain. */
export interface Order {
  system: System;
  id: ToolchainId;
  /** A path in staging/ for temporary files of this install; nothing exists there yet. */
  to: string;
  /** A folder in staging/, not yet created, for the archive's content. */
  goroot: string;
  meter: ProgressMeter;
  signal: AbortSignal | undefined;
}

/** An archive that has arrived. Disposing of it ends work on it. */
export interface Delivery extends AsyncDisposable {
  archive: string;
  source: Toolchain['source'];
  /** It is a module: some of its files have other names, and none has execute bits. */
  isModule: boolean;
  /** How it was built, if it was built here. */
  built?: Built;
  /** Unpacks it, or what is left of it, into the order's `goroot`. Failures: those of `unpackTarGz`. */
  unpack(): AsyncGenerator<UnpackProgress, Unpacked>;
  /**
   * Verifies the unpacked files, with their names in the archive, and returns how. Failures:
   * toolchain.checksum-mismatch and others that stop an install.
   */
  prove(unpacked: Unpacked): Promise<Proof>;
}

/** A running delivery. */
export type Delivering = AsyncGenerator<InstallProgress, Delivery>;
