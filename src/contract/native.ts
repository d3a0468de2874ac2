import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { installProgress } from './install-progress.ts';
import { goManager, toolchain } from './toolchains.ts';

/** A Go that runs under Rosetta and is in use: by the default, by a known project, or because it is on PATH. */
export const translatedGo = z.object({
  version: z.string(),
  os: z.string(),
  arch: z.string(),
  /** `managed`: installed by Burrow. `adopted`: only linked. `found`: on PATH, and not Burrow's. */
  kind: z.enum(['managed', 'adopted', 'found']),
  /** Its GOROOT; for an adopted one, the link in Burrow's home. */
  path: z.string(),
  /** Where its files are; for an adopted one, the owner's folder. */
  goroot: z.string(),
  /** The tool that installed it; null: Burrow. */
  manager: goManager.nullable(),
  /** The owner's command that removes it; null: Burrow's own, or not known. */
  ownerCommand: z.string().nullable(),
  /** Bytes that removing it frees; 0 if it is not Burrow's own. */
  bytes: z.number().int(),
  default: z.boolean(),
  /** Folders of known projects that use it. */
  usedBy: z.array(z.string()),
  /** The `go` on PATH that leads to it and runs if neither a pin nor a default selects a version; null: none. */
  onPath: z.string().nullable(),
  /** The same version is also installed natively, and Burrow runs that one. */
  nativeInstalled: z.boolean(),
  /**
   * Why there is no native build to replace it. `too-old`: there are none before Go 1.16. `custom-build`: it is not an
   * official release. null: there is one.
   */
  noNative: z.enum(['too-old', 'custom-build']).nullable(),
  /**
   * Whether `replace` can do anything. false: there is no native build, or it is installed and the rest is up to the
   * owner.
   */
  replaceable: z.boolean(),
});
export type TranslatedGo = z.infer<typeof translatedGo>;

/** A translated toolchain, installed by Burrow, that nothing uses. */
const idle = z.object({
  version: z.string(),
  os: z.string(),
  arch: z.string(),
  path: z.string(),
  /** The same version is also installed natively, and runs wherever that version is wanted. */
  nativeInstalled: z.boolean(),
});

export const processorReport = z.object({
  /** The target of this machine. */
  os: z.string(),
  arch: z.string(),
  /** Whether this machine can translate programs (a Mac with Apple silicon). false: there are no findings. */
  translates: z.boolean(),
  /** The last system version that runs translated programs; null if nothing is translated. */
  until: z.string().nullable(),
  /** Newest first. */
  findings: z.array(translatedGo),
  idle: z.array(idle),
  /** Translated toolchains downloaded by Go's own toolchain switching; `burrow prune --caches` deletes them. */
  moduleCache: z.array(z.object({ version: z.string(), path: z.string() })),
});
export type ProcessorReport = z.infer<typeof processorReport>;

export const replacement = z.object({
  /** The finding, as it was before. */
  translated: translatedGo,
  /** The native one. */
  toolchain,
  /** The native one was already installed; its files were verified instead. */
  already: z.boolean(),
  /** Warnings of the install, in the form of failures. */
  warnings: z.array(failureData),
  /** `moved`: the default was the translated one. `made`: there was no default and now it is this version. */
  default: z.enum(['moved', 'made']).nullable(),
  /** Folders that used the translated one and now use the native one. Their pins are unchanged. */
  moved: z.array(z.string()),
  /** Folders that still use the translated one, because they ask for the Go on PATH. */
  stayed: z.array(z.string()),
  /** What happened to the translated one. `forgotten`: it was adopted, and only the link was removed. */
  old: z.enum(['removed', 'forgotten', 'kept']),
  /**
   * Why it was kept. `not-ours`: not installed by Burrow. `not-verified`: the native one is not verified. `damaged`:
   * the native one has changed since its install. `in-use`: a folder still uses it. `on-path`: its own folder is in
   * PATH.
   */
  because: z.enum(['not-ours', 'not-verified', 'damaged', 'in-use', 'on-path']).nullable(),
  /** Bytes freed. */
  bytes: z.number().int(),
  /** The translated `go` that comes before Burrow's shims on PATH; null: none. */
  onPath: z.string().nullable(),
});
export type Replacement = z.infer<typeof replacement>;

export const nativeContract = {
  /** Finds the translated toolchains in use, without running any. */
  findings: base.output(processorReport),
  /** Replaces the finding with this `path`. Nothing is removed before the native one is complete and verified. */
  replace: base.input(z.object({ path: z.string() })).output(eventIterator(installProgress, replacement)),
};
