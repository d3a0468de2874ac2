import type { OwnedPart, PackageSize } from '#contract/binaries';
import type { BuildDetail } from '#contract/build';
import { moduleOfPackage, type Owner as PackageOwner, ownerIn } from '#contract/module-of-package';
import { type Owned, ownedBy } from './owned.ts';

type BucketName = OwnedPart['bucket'];

/** An owner of packages, as sides are compared by it. */
export interface Owner extends PackageOwner {
  /** The module's path; `(main)` and the like for other kinds. Equal on both sides for the same owner. */
  key: string;
  /** false: no side records its modules, and the path is that of the repository, as far as paths tell. */
  recorded: boolean;
}

/** A program as it can be compared with another one. */
export interface Side {
  build: BuildDetail;
  /** Only with the parts that both sides know, so that their sizes mean the same. */
  packages: readonly PackageSize[];
  ownerOf: (path: string) => Owner;
  /** The versions of the dependencies that it records, by path. */
  versions: ReadonlyMap<string, string>;
  modulesRecorded: boolean;
  /** What each owner owns, by its key. */
  owned: ReadonlyMap<string, Owned>;
}

/** The parts of packages that are comparable; debug information and symbols are not if only one side has them. */
export interface Comparable {
  a: Side;
  b: Side;
  /** Two readers analysed them: only machine code means the same for both. */
  codeOnly: boolean;
  /** Only one side has debug information, or symbols. */
  oneSided: ReadonlySet<BucketName>;
}

/**
 * Makes two programs comparable. A side that does not record its modules is read with those of the other: packages of
 * the same path belong to the same module. Pure.
 */
export function comparableSides(a: BuildDetail, b: BuildDetail): Comparable {
  const codeOnly = a.analysis !== b.analysis;
  const oneSided = new Set(oneSidedBuckets(a, b));
  const counts = ({ bucket }: OwnedPart) => (codeOnly ? bucket === 'code' : !oneSided.has(bucket));
  const sideOf = (build: BuildDetail, other: BuildDetail): Side => {
    const modules = build.modules.length > 0 || build.mainModule !== null ? build.modules : other.modules;
    const main = build.mainModule ?? other.mainModule;
    const paths = new Set([...modules.map(({ path }) => path), ...(main === null ? [] : [main])]);
    const owners = new Map<string, Owner>();
    const side = {
      build,
      packages: build.packages.map((each) => withParts(each, each.parts.filter(counts))),
      ownerOf: (path: string) => {
        const owner = owners.get(path) ?? ownerOf(path, paths, main);
        owners.set(path, owner);
        return owner;
      },
      versions: new Map(build.modules.map((each) => [each.path, versionOf(each)])),
      modulesRecorded: recordsModules(build),
    };
    return { ...side, owned: ownedBy(side) };
  };
  return { a: sideOf(a, b), b: sideOf(b, a), codeOnly, oneSided };
}

function recordsModules({ modules, mainModule }: BuildDetail): boolean {
  return modules.length > 0 || mainModule !== null;
}

function withParts(size: PackageSize, parts: PackageSize['parts']): PackageSize {
  return { ...size, parts, bytes: parts.reduce((sum, part) => sum + part.bytes, 0) };
}

function oneSidedBuckets(a: BuildDetail, b: BuildDetail): BucketName[] {
  const strippedDiffers = a.stripped !== null && b.stripped !== null && a.stripped !== b.stripped;
  const inOneOnly = (name: BucketName) => {
    const [before, after] = [bucketBytes(a, name), bucketBytes(b, name)];
    return before !== null && after !== null && (before === 0) !== (after === 0);
  };
  return [
    ...(inOneOnly('debug-info') ? (['debug-info'] as const) : []),
    ...(inOneOnly('symbols') || strippedDiffers ? (['symbols'] as const) : []),
  ];
}

/** The bytes of a bucket, 0 if it is not there; null if the buckets are not known. */
export function bucketBytes({ buckets }: BuildDetail, name: BucketName): number | null {
  return buckets.length === 0 ? null : (buckets.find((each) => each.name === name)?.bytes ?? 0);
}

/** `v1.2.3`; for a replaced module followed by its replacement, written as in go.mod. */
function versionOf({ version, replacedBy }: BuildDetail['modules'][number]): string {
  return replacedBy ? `${version} => ${[replacedBy.path, replacedBy.version].join(' ').trim()}` : version;
}

function ownerOf(path: string, modules: ReadonlySet<string>, main: string | null): Owner {
  const module = moduleOfPackage(path, modules, main);
  // With recorded modules, a package of none of them is the program's own (a folder without go.mod, a vendored one).
  const isUnrecorded = module === null && modules.size === 0 && path !== 'main' && !path.startsWith('(');
  const owner = ownerIn(isUnrecorded ? repositoryOf(path) : module, path, main);
  return {
    ...owner,
    key: owner.kind === 'dependency' ? owner.path : `(${owner.kind})`,
    recorded: !isUnrecorded,
  };
}

/** Hosts whose repositories are named by an owner and a name. */
const forges = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org', 'golang.org']);

/** The part of a package's path that is most probably its repository: `github.com/evanw/esbuild`. */
function repositoryOf(path: string): string {
  const [host = '', ...rest] = path.split('/');
  return [host, ...rest.slice(0, forges.has(host) ? 2 : 1)].join('/');
}
