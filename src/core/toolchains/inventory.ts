import type { Toolchain } from '#contract/toolchains';
import { burrowPaths, type System } from '#core/system';
import { installedVersions, readDefault } from './installed.ts';
import { placesOf } from './layout.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { knownIndex } from './release-index.ts';
import { supportedMinors } from './support.ts';
import { runsAs, type ToolchainId } from './targets.ts';
import { minorOf } from './versions.ts';

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
