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
  /** null: the index does not know. */
  bytes: z.number().int().nullable(),
});
export type ReleaseFile = z.infer<typeof releaseFile>;

/** One Go version on offer. */
export const release = z.object({
  /** Go's own word: `go1.26.1`. */
  version: z.string(),
  stable: z.boolean(),
  /** One of the two newest minor versions, which get security fixes (https://go.dev/doc/devel/release#policy). */
  supported: z.boolean(),
  /** Already here, for this machine. */
  installed: z.boolean(),
  /** What this machine would get; null when there is no build for it. */
  target: z
    .object({ os: z.string(), arch: z.string(), runsAs: z.enum(['native', 'translated', 'foreign']) })
    .nullable(),
  files: z.array(releaseFile),
  /** Who lists it: an index, or a module proxy alone, which has files of its own and no checksums. */
  listedBy: z.enum(['index', 'proxy']),
});
export type Release = z.infer<typeof release>;

/** How we know that a toolchain is what was published, and where that stood. */
export const proof = z.discriminatedUnion('method', [
  z.object({
    /** The archive's SHA-256 stood in an official index. */
    method: z.literal('sha256'),
    /** Hex. */
    hash: z.string(),
    /** null: not written down at its install. */
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
    /** The module's hash stood in the Go checksum database: its signature and the record's place were checked. */
    method: z.literal('checksum-database'),
    /** `h1:…` */
    hash: z.string(),
    /** Which record of how many, and who passed it on; null: not written down at its install. */
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
    /** Nothing vouches for it. */
    method: z.literal('none'),
    /** `h1:…` of the module; null for an adopted toolchain. */
    hash: z.string().nullable(),
    /** Why, said like a failure; null: not written down at its install. */
    because: failureData.nullable(),
  }),
]);
export type Proof = z.infer<typeof proof>;

export const runsAs = z.enum(['native', 'translated', 'foreign']);
export type RunsAs = z.infer<typeof runsAs>;

/**
 * Who put a Go where it was found. `official`: the package of go.dev, /usr/local/go. `system`: the packages of a
 * Linux distribution. `sdk`: ~/sdk, where golang.org/dl and GoLand put theirs. `module-cache`: Go's own toolchain
 * switching. `other`: nobody known.
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

/** How a toolchain came out of its source archive, on this machine. */
export const built = z.object({
  /** The Go that compiled it: `go1.24.9`. */
  bootstrap: z.string(),
  /**
   * Bit for bit the archive that the official index lists for this target. null: the two cannot be compared (Go before
   * 1.21, a Mac, where the official programs are signed, or an index that lists none).
   */
  identical: z.boolean().nullable(),
  /** ms of make.bash. */
  durationMs: z.number(),
  /** The file that has all it wrote. */
  log: z.string(),
});
export type Built = z.infer<typeof built>;

export const toolchain = z.object({
  version: z.string(),
  os: z.string(),
  arch: z.string(),
  runsAs,
  /** Burrow installed it (false: adopted). */
  managed: z.boolean(),
  /** Whose it is when it was adopted: Burrow only points at it. null: Burrow's own. */
  adopted: z
    .object({
      /** The GOROOT it was found in. */
      from: z.string(),
      manager: goManager,
      /** It is no longer there, or another version is there instead; it is not resolved. */
      gone: z.boolean(),
    })
    .nullable(),
  default: z.boolean(),
  /** Its GOROOT. */
  path: z.string(),
  /** `source`: built here; the address and the proof are those of the source archive. */
  source: z.object({
    kind: z.enum(['official', 'proxy', 'file', 'adopted', 'source']),
    url: z.string().nullable(),
  }),
  verified: z.boolean(),
  proof,
  /** null: not built here. */
  built: built.nullable(),
  /** Bytes of its files on disk. */
  bytes: z.number().int(),
  installedAt: z.iso.datetime().nullable(),
  supported: z.boolean(),
  /** The day its minor version got its last fixes; null: it still gets them, or the day is not known. */
  endOfLife: z.iso.date().nullable(),
  /** A newer patch of its minor version that is out and not installed; on the newest installed patch alone. */
  update: z.string().nullable(),
  /** Folders of known projects that resolve to it. */
  usedBy: z.array(z.string()),
});
export type Toolchain = z.infer<typeof toolchain>;

/** Mirrors of the download site that go by a short name. */
export const mirrorNames = ['aliyun', 'hust', 'nju', 'ustc'] as const;
export type MirrorName = (typeof mirrorNames)[number];

export const installRequest = z.object({
  /** `1.26.1`, `go1.26.1`, `1.26` (its newest), `latest`. */
  version: z.string(),
  os: z.string().optional(),
  arch: z.string().optional(),
  /**
   * `official`, `proxy`, `source` (built here from the source archive), the name of a mirror, a URL, or the path of an
   * archive. Left out: the official source and the user's mirrors, then the module proxy.
   */
  from: z.string().optional(),
});
export type InstallRequest = z.infer<typeof installRequest>;

export const installResult = z.object({
  toolchain,
  /** It was there before; nothing was downloaded. */
  already: z.boolean(),
  /** What the user must know, said like failures: e.g. why nothing vouches for it. */
  warnings: z.array(failureData),
});
export type InstallResult = z.infer<typeof installResult>;

/** Who told which releases there are, and when. */
export const offerSources = z.object({
  /** Where the official index came from: asked now, kept from an earlier time, or shipped with Burrow. */
  origin: z.enum(['live', 'cached', 'bundled']),
  asOf: z.iso.datetime(),
  /** The module proxy whose list was added; null: none was asked, for the index is of now, or there is none. */
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
  /** The same version for the same target is here already, from elsewhere: this one cannot be adopted beside it. */
  installed: z.boolean(),
});
export type FoundToolchain = z.infer<typeof foundToolchain>;

/** What taking over another manager's versions did, and what of its can go. */
export const takeOverResult = z.object({
  /** Newly adopted. */
  adopted: z.array(toolchain),
  /** Found, and left: adopted or installed before, or not for this machine. */
  left: z.array(foundToolchain),
  /** The manager's own default; null when it has none, or none that is here. `set`: it is Burrow's default now. */
  default: z.object({ version: z.string(), file: z.string(), set: z.boolean() }).nullable(),
  /**
   * Pins of the manager in folders of known projects that Burrow does not go by: in a kind of file that it does not
   * read. `version` is as it stands there (`1.22`). Burrow never changes them.
   */
  pins: z.array(z.object({ folder: z.string(), file: z.string(), version: z.string() })),
  /**
   * Lines of the user's profiles that belong to the manager. Burrow never changes them. `keeps`: what a line puts into
   * PATH beside what is the manager's, as it is written there.
   */
  lines: z.array(
    z.object({ file: z.string(), line: z.number().int(), text: z.string(), keeps: z.array(z.string()) }),
  ),
  /** The manager looks after other languages, too: its lines can go only if nothing else needs them. */
  otherLanguages: z.boolean(),
});
export type TakeOverResult = z.infer<typeof takeOverResult>;

/** Whether a version can be built from source here, and with what. */
export const sourceNeeds = z.object({
  /** The Go on this machine that would compile it; null: it cannot be built. */
  bootstrap: z.object({ version: z.string(), path: z.string() }).nullable(),
  /** Why it cannot be built, said like a failure. */
  because: failureData.nullable(),
});
export type SourceNeeds = z.infer<typeof sourceNeeds>;

/** Links for editors that lead elsewhere now, or nowhere. */
const movedLinks = z.array(editorLink);

const named = z.object({ version: z.string(), os: z.string().optional(), arch: z.string().optional() });

export const toolchainsContract = {
  /** Newest first; the newest patch of each minor version, or all of them. */
  available: base.input(z.object({ all: z.boolean().optional() })).output(availableResult),
  list: base.output(
    z.object({
      toolchains: z.array(toolchain),
      /** The newest stable release, where nothing of its minor version or newer is installed. */
      newest: z.string().nullable(),
      /** Newer patches that are out and not installed, of minor versions that get fixes or are in use. */
      updates: z.array(z.string()),
      /** Who told which releases there are, asked without a network. */
      known: offerSources,
    }),
  ),
  install: base.input(installRequest).output(eventIterator(installProgress, installResult)),
  /** What `from: 'source'` would need; nothing is downloaded or built. */
  sourceNeeds: base.input(named).output(sourceNeeds),
  /** The one that `remove` would take, so that whoever asks for it can be asked whether; nothing is removed. */
  named: base.input(named).output(z.object({ toolchain })),
  /** Of an adopted toolchain only the link and the record are removed, never a file of its owner's. */
  remove: base.input(named).output(z.object({ removed: toolchain, links: movedLinks })),
  /** Every Go on this machine that Burrow did not install, newest first; none of them is run. */
  discover: base.output(z.object({ found: z.array(foundToolchain) })),
  /** `path`: a GOROOT, its `bin`, or its `go`. */
  adopt: base.input(z.object({ path: z.string() })).output(z.object({ toolchain })),
  /** `path`: of the adopted toolchain, or where it was adopted from. */
  forget: base
    .input(z.object({ path: z.string() }))
    .output(z.object({ forgotten: toolchain, links: movedLinks })),
  takeOver: base.input(z.object({ manager: goManager })).output(takeOverResult),
};
