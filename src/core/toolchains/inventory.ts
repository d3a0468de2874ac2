import { access, readdir } from 'node:fs/promises';
import type { Toolchain } from '#contract/toolchains';
import { type BurrowPaths, burrowPaths, readTextIfThere, type System } from '#core/system';
import { goBinary, parseFolderName, placesOf } from './layout.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { knownIndex } from './release-index.ts';
import { supportedMinors } from './support.ts';
import { runsAs, type ToolchainId } from './targets.ts';
import { compareVersions, minorOf, parseVersion } from './versions.ts';

/** A toolchain that is there, whole. */
export interface Installed extends ToolchainId {
  /** Its GOROOT. */
  path: string;
}

/**
 * The toolchains that are there, newest first. Looks only at names and whether `bin/go` and the record exist: the
 * resolver asks at every start.
 */
export async function installedVersions(system: System): Promise<Installed[]> {
  const paths = burrowPaths(system);
  const names = await namesIn(paths.toolchains);
  const records = new Set(names.filter((name) => name.endsWith('.json')));
  const found = await Promise.all(
    names.map(async (name) => {
      const id = records.has(`${name}.json`) ? parseFolderName(name) : null;
      if (!id) return null;
      const { goroot } = placesOf(paths, id);
      return (await exists(goBinary(goroot, id.os))) ? { ...id, path: goroot } : null;
    }),
  );
  return found
    .filter((installed) => installed !== null)
    .toSorted((a, b) => compareVersions(b.version, a.version) || a.path.localeCompare(b.path));
}

/** The version that runs where nothing else decides; null when none is set, or the file holds no version. */
export async function readDefault(system: System): Promise<string | null> {
  const text = await readTextIfThere(burrowPaths(system).defaultFile);
  return text === null ? null : parseVersion(text);
}

/** Everything Burrow installed, newest first. `usedBy` is left empty: projects are known further up. */
export async function listToolchains(system: System): Promise<Toolchain[]> {
  const [installed, chosen, index] = await Promise.all([
    installedVersions(system),
    readDefault(system),
    knownIndex(system),
  ]);
  const versions = [
    ...index.releases.map(({ version }) => version),
    ...installed.map(({ version }) => version),
  ];
  const supported = supportedMinors(versions);
  const described = await Promise.all(
    installed.map(async ({ path, ...id }) => {
      const manifest = await readManifest(`${path}.json`);
      return manifest && describeToolchain(system, path, manifest, { id, chosen, supported });
    }),
  );
  return described.filter((toolchain) => toolchain !== null);
}

/** The one toolchain of this id, described; null when it is not installed. */
export async function findToolchain(system: System, id: ToolchainId): Promise<Toolchain | null> {
  const { goroot } = placesOf(burrowPaths(system), id);
  return (await listToolchains(system)).find(({ path }) => path === goroot) ?? null;
}

function describeToolchain(
  system: System,
  path: string,
  { source, proof, bytes, installedAt }: Manifest,
  known: { id: ToolchainId; chosen: string | null; supported: ReadonlySet<string> },
): Toolchain {
  const { id, chosen, supported } = known;
  return {
    ...id,
    runsAs: runsAs(system, id),
    managed: true,
    default: id.version === chosen,
    path,
    source,
    verified: proof.method !== 'none',
    proof,
    bytes,
    installedAt,
    supported: supported.has(minorOf(id.version)),
    usedBy: [],
  };
}

async function namesIn(folder: BurrowPaths['toolchains']): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return []; // no home yet: nothing is installed
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
