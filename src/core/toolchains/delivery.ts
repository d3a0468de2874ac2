import type { InstallProgress, Proof, Toolchain } from '#contract/toolchains';
import type { System, UnpackedFile } from '#core/system';
import type { ProgressMeter } from './progress.ts';
import type { ToolchainId } from './targets.ts';

/** What every source needs to know to deliver a toolchain. */
export interface Order {
  system: System;
  id: ToolchainId;
  /** A file in staging/, for what need not outlast this install; nothing is there yet. */
  to: string;
  meter: ProgressMeter;
  signal: AbortSignal | undefined;
}

/** An archive that has arrived. */
export interface Delivery {
  archive: string;
  format: 'tar.gz' | 'zip';
  /** The archive's top folder. */
  root: string;
  source: Toolchain['source'];
  /** It is a module: some of its files go by other names, and none has execute bits. */
  isModule: boolean;
  /**
   * Says how we know that it is what was published, now that it is unpacked; `files` as they stood in the archive.
   * Failures: toolchain.checksum-mismatch and whatever else must stop an install.
   */
  prove(files: readonly UnpackedFile[]): Promise<Proof>;
}

/** A source at work. */
export type Delivering = AsyncGenerator<InstallProgress, Delivery>;
