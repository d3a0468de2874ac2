import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { editorLink } from './editor-link.ts';
import { installProgress } from './install-progress.ts';

export const releaseFile = z.object({
  filename: z.string(),
  os: z.string(),
  arch: z.string(),
  kind: z.enum(['archive', 'installer', 'source']),
  sha256: z.string(),
  /** null: not listed in the index. */
  bytes: z.number().int().nullable(),
});
export type ReleaseFile = z.infer<typeof releaseFile>;

/** A Go version that can be installed. */
export const release = z.object({
  /** `go1.26.1`. */
  version: z.string(),
  stable: z.boolean(),
  /** One of the two newest minor versions, which get security fixes (https://go.dev/doc/devel/release#policy). */
  supported: z.boolean(),
  /** The day on which its minor version was released, `2026-02-10`; null: not known. Indexes have no dates of patches. */
  minorReleased: z.iso.date().nullable(),
  /** Already installed for this machine. */
  installed: z.boolean(),
  /** The build that this machine would get; null if there is none. */
  target: z
    .object({ os: z.string(), arch: z.string(), runsAs: z.enum(['native', 'translated', 'foreign']) })
    .nullable(),
  files: z.array(releaseFile),
  /** Where it is listed: in an index, or only by a module proxy, which has its own files and no checksums. */
  listedBy: z.enum(['index', 'proxy']),
});
export type Release = z.infer<typeof release>;

/** How a toolchain was verified, and against what. */
export const proof = z.discriminatedUnion('method', [
  z.object({
    /** The archive's SHA-256 matches an official index. */
    method: z.literal('sha256'),
    /** Hex. */
    hash: z.string(),
    /** null: not recorded at the install. */
    index: z
      .object({
        filename: z.string(),
        /** null: the index that ships with Burrow. */
        url: z.string().nullable(),
        asOf: z.iso.datetime(),
      })
      .nullable(),
  }),
  z.object({
    /** The module's hash is in the Go checksum database; the signature and the inclusion proof were checked. */
    method: z.literal('checksum-database'),
    /** `h1:…` */
    hash: z.string(),
    /** The record, the size of the tree, and the address it was read from; null: not recorded at the install. */
    record: z
      .object({
        database: z.string(),
        number: z.number().int(),
        treeSize: z.number().int(),
        via: z.string(),
      })
      .nullable(),
  }),
  z.object({
    /** It was not verified. */
    method: z.literal('none'),
    /** `h1:…` of the module; null for an adopted toolchain. */
    hash: z.string().nullable(),
    /** Why, in the form of a failure; null: not recorded at the install. */
    because: failureData.nullable(),
  }),
]);
export type Proof = z.infer<typeof proof>;

export const runsAs = z.enum(['native', 'translated', 'foreign']);
export type RunsAs = z.infer<typeof runsAs>;

/**
 * What installed a Go that was found. `official`: the go.dev package, in /usr/local/go. `system`: a package of the
 * Linux distribution. `sdk`: ~/sdk, used by golang.org/dl and GoLand. `module-cache`: Go's own toolchain switching.
 * `other`: not known.
 */
export const goManager = z.enum([
  'official',
  'homebrew',
  'macports',
  'system',
  'snap',
  'sdk',
  'gvm',
  'goenv',
  'asdf',
  'mise',
  'g',
  'gobrew',
  'goup',
  'vfox',
  'proto',
  'module-cache',
  'other',
]);
export type GoManager = z.infer<typeof goManager>;

/** How a toolchain was built from source on this machine. */
export const built = z.object({
  /** The Go that compiled it: `go1.24.9`. */
  bootstrap: z.string(),
  /**
   * Whether the result is identical to the official archive for this target. null: they cannot be compared (Go before
   * 1.21; a Mac, where the official programs are signed; or no archive in the index).
   */
  identical: z.boolean().nullable(),
  /** ms of make.bash. */
  durationMs: z.number(),
  /** The file with its full output. */
  log: z.string(),
});
export type Built = z.infer<typeof built>;

export const toolchain = z.object({
  version: z.string(),
  os: z.string(),
  arch: z.string(),
  runsAs,
  /** Installed by Burrow (false: adopted). */
  managed: z.boolean(),
  /** For an adopted toolchain, which Burrow only links to; null: installed by Burrow. */
  adopted: z
    .object({
      /** The GOROOT it was found in. */
      from: z.string(),
      manager: goManager,
      /** It no longer exists, or another version is in its place; it is not used any more. */
      gone: z.boolean(),
    })
    .nullable(),
  /** The default file selects it; also if it is gone and no other satisfies that file. */
  default: z.boolean(),
  /** Its GOROOT. */
  path: z.string(),
  /** `source`: built here; the URL and the proof are those of the source archive. */
  source: z.object({
    kind: z.enum(['official', 'proxy', 'file', 'adopted', 'source']),
    url: z.string().nullable(),
  }),
  verified: z.boolean(),
  proof,
  /** null: not built from source here. */
  built: built.nullable(),
  /** Bytes of its files on disk. */
  bytes: z.number().int(),
  installedAt: z.iso.datetime().nullable(),
  supported: z.boolean(),
  /** The day on which support of its minor version ended; null: still supported, or the day is not known. */
  endOfLife: z.iso.date().nullable(),
  /** A newer patch of its minor version that is not installed; only set on the newest installed patch. */
  update: z.string().nullable(),
  /** Folders of known projects that resolve to it. */
  usedBy: z.array(z.string()),
});
export type Toolchain = z.infer<typeof toolchain>;

export const installRequest = z.object({
  /** `1.26.1`, `go1.26.1`, `1.26` (its newest patch) or `latest`. */
  version: z.string(),
  os: z.string().optional(),
  arch: z.string().optional(),
  /**
   * `official`, `proxy`, `source` (built here from the source archive), the name of a mirror, a URL, or the path of an
   * archive. Omitted: the official source and the user's mirrors, then the module proxy.
   */
  from: z.string().optional(),
});
export type InstallRequest = z.infer<typeof installRequest>;

export const installResult = z.object({
  toolchain,
  /** It was already installed; nothing was downloaded. */
  already: z.boolean(),
  /** Warnings, in the form of failures; for example, why it was not verified. */
  warnings: z.array(failureData),
});
export type InstallResult = z.infer<typeof installResult>;

/** Where the list of releases is from, and its date. */
export const offerSources = z.object({
  /** The source of the official index: read now, cached, or shipped with Burrow. */
  origin: z.enum(['live', 'cached', 'bundled']),
  asOf: z.iso.datetime(),
  /** The module proxy whose list was added; null: none was asked, because the index was read now, or there is none. */
  proxy: z.object({ url: z.string(), origin: z.enum(['live', 'cached']), asOf: z.iso.datetime() }).nullable(),
});
export type OfferSources = z.infer<typeof offerSources>;

export const availableResult = z.object({ releases: z.array(release), ...offerSources.shape });
export type AvailableResult = z.infer<typeof availableResult>;

/** A Go on this machine that Burrow did not install. */
export const foundToolchain = z.object({
  version: z.string(),
  os: z.string(),
  arch: z.string(),
  runsAs,
  /** Its GOROOT, links followed. */
  path: z.string(),
  manager: goManager,
  adopted: z.boolean(),
  /** The same version for the same target already exists in Burrow's home, so this one cannot be adopted. */
  installed: z.boolean(),
  /** Whether `adopt --all` adopts it: it runs natively, can be adopted, and is the first of its version. */
  inAll: z.boolean(),
});
export type FoundToolchain = z.infer<typeof foundToolchain>;

/** The result of taking over the versions of another manager. */
export const takeOverResult = z.object({
  /** Newly adopted. */
  adopted: z.array(toolchain),
  /** Found and not adopted: adopted or installed before, or not for this machine. */
  left: z.array(foundToolchain),
  /** The manager's default; null if it has none, or one that does not exist. `set`: it is now Burrow's default. */
  default: z.object({ version: z.string(), file: z.string(), set: z.boolean() }).nullable(),
  /**
   * Pins of the manager in the folders of known projects, in kinds of files that Burrow does not read. `version`: as
   * written there (`1.22`). Burrow never changes them.
   */
  pins: z.array(z.object({ folder: z.string(), file: z.string(), version: z.string() })),
  /**
   * Lines in the user's shell profiles that belong to the manager. Burrow never changes them. `keeps`: the entries
   * that a line adds to PATH besides the manager's, as written there.
   */
  lines: z.array(
    z.object({ file: z.string(), line: z.number().int(), text: z.string(), keeps: z.array(z.string()) }),
  ),
  /** The manager also manages other languages, so its lines may still be needed. */
  otherLanguages: z.boolean(),
});
export type TakeOverResult = z.infer<typeof takeOverResult>;

/** Whether a version can be built from source here, and with what. */
export const sourceNeeds = z.object({
  /** The Go on this machine that would build it; null: it cannot be built. */
  bootstrap: z.object({ version: z.string(), path: z.string() }).nullable(),
  /** Why it cannot be built, in the form of a failure. */
  because: failureData.nullable(),
});
export type SourceNeeds = z.infer<typeof sourceNeeds>;

/** Links for editors whose target has changed. */
const movedLinks = z.array(editorLink);

const named = z.object({ version: z.string(), os: z.string().optional(), arch: z.string().optional() });

export const toolchainsContract = {
  /** Newest first; the newest patch of each minor version, or all of them. */
  available: base.input(z.object({ all: z.boolean().optional() })).output(availableResult),
  list: base.output(
    z.object({
      toolchains: z.array(toolchain),
      /** The newest stable release, if nothing of its minor version or newer is installed. */
      newest: z.string().nullable(),
      /** Newer patches that are not installed, of minor versions that are supported or in use. */
      updates: z.array(z.string()),
      /** Where the releases are known from; no network is used. */
      known: offerSources,
    }),
  ),
  /** The versions that are installed, and all that could be, newest first: from what is on this machine, without network. */
  known: base.output(z.object({ installed: z.array(z.string()), releases: z.array(z.string()) })),
  install: base.input(installRequest).output(eventIterator(installProgress, installResult)),
  /** What `from: 'source'` would need. Nothing is downloaded or built. */
  sourceNeeds: base.input(named).output(sourceNeeds),
  /** The toolchain that `remove` would remove, so that the user can be asked first. */
  named: base.input(named).output(z.object({ toolchain })),
  /** For an adopted toolchain, removes only the link and the manifest, never the owner's files. */
  remove: base.input(named).output(z.object({ removed: toolchain, links: movedLinks })),
  /** Finds every Go on this machine that Burrow did not install, newest first, without running any. */
  discover: base.output(z.object({ found: z.array(foundToolchain) })),
  /** `path`: a GOROOT, its `bin` folder, or its `go` command. */
  adopt: base.input(z.object({ path: z.string() })).output(z.object({ toolchain })),
  /** `path`: of the adopted toolchain, or of its original. */
  forget: base
    .input(z.object({ path: z.string() }))
    .output(z.object({ forgotten: toolchain, links: movedLinks })),
  takeOver: base.input(z.object({ manager: goManager })).output(takeOverResult),
};
