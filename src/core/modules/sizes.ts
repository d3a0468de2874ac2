import type { BuildDetail } from '#contract/build';
import type { ModuleList } from '#contract/modules';
import { moduleOfPackage } from '#core/binaries';
import type { History } from '#core/history';
import type { PackageBytes } from './saving.ts';

/** The sizes in the newest program of a project, in bytes. */
export interface BuiltSizes {
  build: NonNullable<ModuleList['build']>;
  mainModule: string | null;
  modules: ReadonlySet<string>;
  /** By import path; `main` for the program's own package. */
  packages: ReadonlyMap<string, PackageBytes>;
  /** The program itself. */
  artifact: { path: string; sha256: string };
  /** What belongs to no package, as far as is known. */
  unowned: number;
}

/**
 * The sizes in the newest program of the project that tells them. `main`: the path of the project's module, which not
 * every build records. `subject`: only builds of this one. null: there is none.
 */
export async function builtSizes(
  history: History | null,
  project: { dir: string; main: string | null },
  subject?: string,
): Promise<BuiltSizes | null> {
  if (history === null) return null;
  const { builds } = await history.list({
    project: project.dir,
    kind: 'program',
    limit: 50,
    ...(subject !== undefined && { subject }),
  });
  for (const { id, artifact } of builds) {
    if (artifact === null) continue;
    const detail = await history.get(id);
    if (detail.packages.length > 0) return sizesOf(detail, artifact, project.main);
  }
  return null;
}

/** What goes with machine code: the linker leaves it out together with a function. */
const withCode: ReadonlySet<string> = new Set(['code', 'function-tables', 'debug-info', 'symbols']);

function sizesOf(
  detail: BuildDetail,
  artifact: { path: string; sha256: string; bytes: number },
  main: string | null,
): BuiltSizes {
  const { bytes } = artifact;
  const { id, subject, startedAt, modules, packages } = detail;
  const mainModule = detail.mainModule ?? main;
  return {
    build: { id, subject, startedAt, bytes },
    mainModule,
    modules: new Set([...modules.map(({ path }) => path), ...(mainModule === null ? [] : [mainModule])]),
    packages: new Map(
      packages.map((each) => [
        each.path,
        {
          bytes: each.bytes,
          byShare: each.parts.reduce((sum, { byShare }) => sum + byShare, 0),
          withCode: each.parts.reduce((sum, part) => (withCode.has(part.bucket) ? sum + part.bytes : sum), 0),
        },
      ]),
    ),
    artifact,
    unowned: bytes - packages.reduce((sum, each) => sum + each.bytes, 0),
  };
}

/**
 * Adds up the packages of each module of the program. One of which all code was inlined elsewhere has 0 bytes; one that
 * is not in the program is not in the map. Pure.
 */
export function moduleShares(sizes: BuiltSizes): Map<string, { bytes: number; packages: number }> {
  const shares = new Map([...sizes.modules].map((path) => [path, { bytes: 0, packages: 0 }]));
  for (const [path, { bytes }] of sizes.packages) {
    const owner = moduleOfPackage(path, sizes.modules, sizes.mainModule);
    if (owner === null || owner === '') continue;
    const before = shares.get(owner) ?? { bytes: 0, packages: 0 };
    shares.set(owner, { bytes: before.bytes + bytes, packages: before.packages + 1 });
  }
  return shares;
}
