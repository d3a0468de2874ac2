import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { installProgress } from './install-progress.ts';
import { goManager, toolchain } from './toolchains.ts';

/** A Go that Rosetta translates and that is in use: the default, a known project or PATH gets it. */
export const translatedGo = z.object({
  version: z.string(),
  os: z.string(),
  arch: z.string(),
  /** `managed`: Burrow installed it. `adopted`: Burrow points at it. `found`: it is on PATH, and somebody else's. */
  kind: z.enum(['managed', 'adopted', 'found']),
  /** Its GOROOT; of an adopted one in Burrow's home. */
  path: z.string(),
  /** Where its files are: of an adopted one its owner's folder. */
  goroot: z.string(),
  /** Whose it is; null: Burrow's own. */
  manager: goManager.nullable(),
  /** The command with which its owner takes it away; null: Burrow's own, or not known. */
  ownerCommand: z.string().nullable(),
  /** What removing it frees; 0 of what is not Burrow's own. */
  bytes: z.number().int(),
  default: z.boolean(),
  /** Folders of known projects that get it. */
  usedBy: z.array(z.string()),
  /** The `go` on PATH that leads to it and runs where neither a folder nor the default says which; null: none does. */
  onPath: z.string().nullable(),
  /** The same version is installed for this machine's own processor: Burrow runs that one. */
  nativeInstalled: z.boolean(),
  /**
   * Why no native build can take its place: `too-old`, there is none before Go 1.16; `custom-build`, somebody built
   * it. null: there is one.
   */
  noNative: z.enum(['too-old', 'custom-build']).nullable(),
  /** `replace` has something to do. false: there is no native one, or it is here and the rest is up to its owner. */
  replaceable: z.boolean(),
});
export type TranslatedGo = z.infer<typeof translatedGo>;

/** A translated toolchain of Burrow's that nothing uses. */
const idle = z.object({
  version: z.string(),
  os: z.string(),
  arch: z.string(),
  path: z.string(),
  /** The same version is here natively, and runs in its place wherever that version is wanted. */
  nativeInstalled: z.boolean(),
});

export const processorReport = z.object({
  /** The machine's own. */
  os: z.string(),
  arch: z.string(),
  /** Programs for another processor run here, translated: a Mac with Apple silicon. false: there can be no findings. */
  translates: z.boolean(),
  /** The last system on which what is translated runs; null where nothing is translated. */
  until: z.string().nullable(),
  /** Newest first. */
  findings: z.array(translatedGo),
  idle: z.array(idle),
  /** Translated toolchains that a translated Go's own switching downloaded; `burrow prune --caches` deletes them. */
  moduleCache: z.array(z.object({ version: z.string(), path: z.string() })),
});
export type ProcessorReport = z.infer<typeof processorReport>;

export const replacement = z.object({
  /** What was found, as it was before. */
  translated: translatedGo,
  /** The native one. */
  toolchain,
  /** The native one was there before; its files were compared instead. */
  already: z.boolean(),
  /** Of the install: what the user must know, said like failures. */
  warnings: z.array(failureData),
  /** `moved`: the default was the translated one. `made`: there was none, now it is this version. null: neither. */
  default: z.enum(['moved', 'made']).nullable(),
  /** Folders that got the translated one and get the native one now. Their pins say what they said. */
  moved: z.array(z.string()),
  /** Folders that still get the translated one: they ask for the Go on PATH. */
  stayed: z.array(z.string()),
  /** What became of the translated one; of an adopted one only the link goes (`forgotten`). */
  old: z.enum(['removed', 'forgotten', 'kept']),
  /**
   * Why it was kept. `not-ours`: somebody else's. `not-verified`: nothing vouches for the native one. `damaged`: the
   * native one was here, and is not as it was installed. `in-use`: a folder still gets it. `on-path`: PATH names its
   * own folder.
   */
  because: z.enum(['not-ours', 'not-verified', 'damaged', 'in-use', 'on-path']).nullable(),
  /** Bytes that were freed. */
  bytes: z.number().int(),
  /** The `go` on PATH that still comes before Burrow's shims and is translated; null: none does. */
  onPath: z.string().nullable(),
});
export type Replacement = z.infer<typeof replacement>;

export const nativeContract = {
  /** Translated Gos that are in use; none of them is run. */
  findings: base.output(processorReport),
  /** `path`: of a finding. Until the native one is whole and verified nothing is taken away. */
  replace: base.input(z.object({ path: z.string() })).output(eventIterator(installProgress, replacement)),
};
