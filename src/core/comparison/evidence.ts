import type { Build, BuildDetail } from '#contract/build';
import type { Move } from '#contract/comparison';
import { sizeFlags } from '#contract/series';
import type { Cause, Statement } from '#contract/verdict';
import { differentPrograms } from './different-programs.ts';
import { shareOut } from './shares.ts';
import { bucketBytes, type Comparable } from './sides.ts';

type Difference = { a: string; b: string };
type SideName = 'a' | 'b' | 'both';

/** The change of what one owner has, before the rules ask what it is because of. */
export interface Share extends Omit<Cause, 'percent'> {
  /** Of a module that moved: its path in A. */
  from?: string;
  /** The package, or the source file of C, in which most of it is. */
  part?: string;
}

/** Everything that the rules of the verdict rest on. */
export interface Evidence {
  /** b − a, in bytes of the file. */
  change: number;
  sameFile: boolean;
  /** Two programs and not two builds of one: how they are called. */
  programs: Difference | null;
  target: Difference | null;
  /** Both versions are known and differ. */
  go: Difference | null;
  /** Flags of `go build` and variables that change code, without flags about debug information. */
  flags: { added: string[]; removed: string[] };
  /** Whether it is enabled in B; null: as in A, or not known. */
  cgo: boolean | null;
  /** Only one side has it: whether B has, and what it is larger or smaller by. */
  debugInfo: { kept: boolean; bytes: number } | null;
  symbols: { kept: boolean; bytes: number } | null;
  /** `clean`: the same, without uncommitted changes on both sides; `dirty`: the same, with changes; `unsure`: it is not known. */
  revision: 'clean' | 'dirty' | 'unsure' | 'other' | 'unknown';
  /** The version of a dependency differs. */
  modulesDiffer: boolean;
  /** Whose packages could not be read, and whose modules are not recorded; null: those of both are known. */
  packagesUnknown: SideName | null;
  modulesUnknown: SideName | null;
  codeOnly: boolean;
  /** They add up to the change, without debug information and symbols that only one side has. */
  shares: Share[];
  /** null: no embedded file differs, or those of one side are not known. */
  embedded: Pick<
    Extract<Statement, { kind: 'embedded-files' }>,
    'added' | 'removed' | 'changed' | 'largest'
  > | null;
  /** The largest package of the standard library that only B has. */
  standardAdded: string | null;
  /** The packages of the program that import a module, if that is known. */
  importers: ReadonlyMap<string, readonly string[]>;
}

/** Collects what the verdict on two programs rests on. Pure. */
export function evidenceOf(
  sides: Comparable,
  moves: readonly Move[],
  importers: Evidence['importers'],
): Evidence {
  const { a, b } = { a: sides.a.build, b: sides.b.build };
  const change = (b.artifact?.bytes ?? 0) - (a.artifact?.bytes ?? 0);
  const bucketChange = (name: 'debug-info' | 'symbols') => {
    if (!sides.oneSided.has(name)) return null;
    const bytes = (bucketBytes(b, name) ?? 0) - (bucketBytes(a, name) ?? 0);
    return { kept: bytes > 0, bytes };
  };
  const [debugInfo, symbols] = [bucketChange('debug-info'), bucketChange('symbols')];
  const { shares, embedded, standardAdded } = shareOut(
    sides,
    moves,
    change - (debugInfo?.bytes ?? 0) - (symbols?.bytes ?? 0),
  );
  return {
    change,
    sameFile: a.artifact !== null && a.artifact.sha256 === b.artifact?.sha256,
    programs: differentPrograms(a, b),
    target: difference(a.target, b.target),
    go: difference(a.goVersion, b.goVersion),
    flags: flagsThatDiffer(a, b),
    cgo: a.cgo !== null && b.cgo !== null && a.cgo !== b.cgo ? b.cgo : null,
    debugInfo,
    symbols,
    revision: compareRevisions(a.vcs, b.vcs),
    modulesDiffer: [...new Set([...sides.a.versions.keys(), ...sides.b.versions.keys()])].some(
      (path) => sides.a.versions.get(path) !== sides.b.versions.get(path),
    ),
    packagesUnknown: sideWithout(a.packages.length > 0, b.packages.length > 0),
    modulesUnknown: sideWithout(sides.a.modulesRecorded, sides.b.modulesRecorded),
    codeOnly: sides.codeOnly,
    shares,
    embedded,
    standardAdded,
    importers,
  };
}

function difference(a: string | null, b: string | null): Difference | null {
  return a === null || b === null || a === b ? null : { a, b };
}

function sideWithout(a: boolean, b: boolean): SideName | null {
  if (a && b) return null;
  return a ? 'b' : b ? 'a' : 'both';
}

function compareRevisions(a: Build['vcs'], b: Build['vcs']): Evidence['revision'] {
  if (a === null || b === null) return 'unknown';
  if (a.commit !== b.commit) return 'other';
  if (a.dirty === false && b.dirty === false) return 'clean';
  return a.dirty === true || b.dirty === true ? 'dirty' : 'unsure';
}

function flagsThatDiffer(a: BuildDetail, b: BuildDetail): Evidence['flags'] {
  const [before, after] = [flagsOf(a, b), flagsOf(b, a)];
  const [variablesA, variablesB] = [variablesOf(a), variablesOf(b)];
  return {
    added: [
      ...after.filter((flag) => !before.includes(flag)),
      ...variablesB.filter((variable) => !variablesA.includes(variable)),
    ],
    removed: before.filter((flag) => !after.includes(flag)),
  };
}

/** Variables that change code, as `GOAMD64=v3`; Go records them with their defaults. */
function variablesOf({ settings }: BuildDetail): string[] {
  const changesCode = /^GO(?:AMD64|386|ARM|ARM64|MIPS|MIPS64|PPC64|RISCV64|WASM|EXPERIMENT|FIPS140)$/;
  return settings.filter(({ key }) => changesCode.test(key)).map(({ key, value }) => `${key}=${value}`);
}

/** Those that tell builds apart, as users write them. `-w` is seen by the debug information that is missing. */
function flagsOf(build: Build, other: Build): string[] {
  const [, flags] = sizeFlags(build);
  // Go does not record -ldflags with -trimpath, so then it is not known whether they differ.
  const isUnsure = build.flags.includes('-trimpath') !== other.flags.includes('-trimpath');
  return flags.flatMap((flag) => {
    if (!flag.startsWith('-ldflags=')) return [flag.replace(/=true$/, '')];
    const linker = flag
      .slice('-ldflags='.length)
      .split(' ')
      .filter((each) => each !== '-w');
    return isUnsure || linker.length === 0 ? [] : [`-ldflags=${linker.join(' ')}`];
  });
}
