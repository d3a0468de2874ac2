import type { Bucket, Inspection } from '#contract/binaries';
import { type Claim, fillBuckets, type ModuleSizes } from './sizes/index.ts';
import { embeddedSets, listEmbedded } from './embedded/index.ts';
import { enterCCode, enterDebugInfo } from './debug-info/index.ts';
import type { Content } from './bytes/index.ts';
import {
  checkTotals,
  type ExecutableHeader,
  type Image,
  inFile,
  readElf,
  readMachO,
  readPe,
  readPlan9,
  readWasm,
  readXcoff,
  wasmCode,
} from './formats/index.ts';
import { readRunFacts } from './run-facts/index.ts';
import { type FunctionFacts, functionSizes, packageOfSymbol, readFunctionFacts } from './functions/index.ts';
import { enterInlined } from './inlining/index.ts';
import { type DataOwner, enterLoaded } from './loaded/index.ts';
import { enterLoaderData } from './loader/index.ts';
import { enterSymbols, namesAt } from './symbols/index.ts';
import { gccgoPackages, isGccgo, tinygoPackages, tinygoVersion } from './compilers/index.ts';
import {
  type BuildFacts,
  type GoIdentity,
  goTarget,
  maskSettings,
  readBuildId,
  readGoIdentity,
  releaseOf,
} from './build-info/index.ts';

/** What can be read of one program: of a file, or of a part of a universal one. */
export type ProgramFacts = Omit<
  Inspection,
  'path' | 'bytes' | 'sha256' | 'format' | 'slices' | 'owned' | 'unowned' | keyof ModuleSizes
> &
  Pick<BuildFacts, 'mainModule' | 'modules'>;

/** `functions`: also list the functions. */
export interface InspectOptions {
  functions?: boolean | undefined;
}

export type LinkedFormat = Exclude<ExecutableHeader['format'], 'wasm'>;

const readers = { elf: readElf, 'mach-o': readMachO, pe: readPe, plan9: readPlan9, xcoff: readXcoff };

/** Reads the sections and segments of a program. Throws `Damaged`. */
export function readLinked(format: LinkedFormat, content: Content): Image {
  const image = readers[format](content);
  checkTotals(image);
  return image;
}

/** `content` is that of the program alone. null: it is not a Go program. Throws `Damaged`. */
export function readProgramFacts(
  format: ExecutableHeader['format'],
  header: ExecutableHeader['targets'][number],
  content: Content,
  { functions: listed = false }: InspectOptions = {},
): ProgramFacts | null {
  if (format === 'wasm') return wasmFacts(header, content, listed);
  const image = readLinked(format, content);
  const identity = readGoIdentity(image);
  if (!identity) return isGccgo(image) ? gccgoFacts(format, header, image) : null;
  const functions = readFunctionFacts(image, releaseOf(identity.goVersion));
  const facts = imageFacts(image, functions.inside);
  enterCCode(image, functions);
  const dataOwner = enterLoaded(image, functions, releaseOf(identity.goVersion), facts.buckets);
  enterInlined(image, functions, releaseOf(identity.goVersion));
  enterRest(format, image, functions, dataOwner, facts.buckets);
  return withRunFacts(format, image, {
    ...identityFacts(format, header, identity),
    compiler: 'gc',
    ...facts,
    embedded: embeddedFiles(image, functions),
    functions: listed && functions.list ? functionSizes(functions.list) : null,
    packages: functions.ledger.packages(),
    packagesMissing: functions.packagesMissing,
  });
}

/** Enters whose the parts of the file are that are not loaded, and what the loader needs. */
function enterRest(
  format: ExecutableHeader['format'],
  image: Image,
  functions: FunctionFacts,
  dataOwner: DataOwner,
  buckets: readonly Bucket[],
): void {
  const bytesOf = (name: Bucket['name']) => buckets.find((bucket) => bucket.name === name)?.bytes ?? 0;
  enterDebugInfo(image, functions);
  enterSymbols(image, functions, dataOwner, bytesOf('symbols'));
  enterLoaderData(format, image, functions, dataOwner, bytesOf('other'));
  for (const { name, bytes } of buckets) functions.ledger.limit(name, bytes);
}

/** A program that embeds files has functions of the package that reads them. */
function embeddedFiles(image: Image, { list }: FunctionFacts): Inspection['embedded'] {
  if (list && !list.packages.includes('embed')) return [];
  const sets = embeddedSets(image);
  const names = namesAt(image, new Set(sets.map(({ address }) => address)));
  const colons = list?.table.layout === 'go1.20';
  return listEmbedded(sets, (address) => {
    // The compiler calls the table of the variable `pages` `main.pages.files`.
    const name = names.get(address);
    return name?.endsWith('.files') ? packageOfSymbol(name, colons) : null;
  });
}

function withRunFacts(
  format: ExecutableHeader['format'],
  image: Image,
  facts: Omit<ProgramFacts, 'runs'>,
): ProgramFacts {
  return { ...facts, runs: readRunFacts(format, image, facts) };
}

function identityFacts(
  format: ExecutableHeader['format'],
  header: ExecutableHeader['targets'][number],
  { goVersion, buildInfo, build }: GoIdentity,
) {
  const target = goTarget(format, header, build.settings);
  return { target, goVersion, buildInfo, ...build, settings: maskSettings(build.settings) };
}

function imageFacts(image: Image, inside: readonly Claim[]) {
  return {
    sections: image.sections.map(({ name, fileBytes, memoryBytes }) => ({
      name,
      bytes: fileBytes,
      memoryBytes,
    })),
    buckets: fillBuckets(image, image.bytes.length, inside),
    stripped: image.stripped,
    buildId: readBuildId(image) ?? '',
  };
}

const unrecorded: GoIdentity = {
  goVersion: null,
  buildInfo: false,
  build: { mainPackage: '', mainModule: null, modules: [], settings: [] },
};

function gccgoFacts(
  format: ExecutableHeader['format'],
  header: ExecutableHeader['targets'][number],
  image: Image,
): ProgramFacts {
  return withRunFacts(format, image, {
    ...identityFacts(format, header, unrecorded),
    compiler: 'gccgo',
    ...imageFacts(image, []),
    embedded: [],
    functions: null,
    ...named(gccgoPackages(image)),
  });
}

/** Packages that come from the names of functions. */
function named(packages: Inspection['packages']): Pick<Inspection, 'packages' | 'packagesMissing'> {
  return { packages, packagesMissing: packages.length > 0 ? null : 'no-table' };
}

function wasmFacts(
  header: ExecutableHeader['targets'][number],
  content: Content,
  listed: boolean,
): ProgramFacts | null {
  const module = readWasm(content);
  checkTotals(module.image);
  const wasi = module.imports.some((each) => each.module === 'wasi_snapshot_preview1');
  const os = wasi ? 'wasip1' : 'js';
  const identity = readGoIdentity(module.memory);
  if (identity) {
    const release = releaseOf(identity.goVersion);
    const functions = readFunctionFacts(module.memory, release, wasmCode(module));
    const facts = imageFacts(module.image, inFile(module, functions.inside));
    const dataOwner = enterLoaded(module.memory, functions, release, facts.buckets);
    enterRest('wasm', module.image, functions, dataOwner, facts.buckets);
    return withRunFacts('wasm', module.image, {
      ...identityFacts('wasm', { ...header, os }, identity),
      compiler: 'gc',
      ...facts,
      embedded: embeddedFiles(module.memory, functions),
      functions: listed && functions.list ? functionSizes(functions.list) : null,
      packages: functions.ledger.packages(),
      packagesMissing: functions.packagesMissing,
    });
  }
  const version = tinygoVersion(module);
  if (version === null) return null;
  return withRunFacts('wasm', module.image, {
    ...identityFacts('wasm', { ...header, os }, { ...unrecorded, goVersion: version }),
    compiler: 'tinygo',
    ...imageFacts(module.image, []),
    embedded: [],
    functions: null,
    ...named(tinygoPackages(module)),
  });
}
