import type { OfferSources, Toolchain } from '#contract/toolchains';
import { burrowPaths, type System } from '#core/system';
import { knownOffer } from '../releases/index.ts';
import {
  defaultToolchain,
  type Installed,
  isBuiltFor,
  type Manifest,
  placesOf,
  readManifest,
  recordedVersions,
} from '../store/index.ts';
import { endOfLife, minorOf, runsAs, supportedMinors, type ToolchainId } from '../versions/index.ts';
import { toldBy } from './available.ts';
import { newMinor, updateOf } from './updates.ts';

/**
 * Everything Burrow installed or adopted, newest first; what was adopted and is gone, too. `usedBy` is left empty:
 * projects are known further up.
 */
export async function listToolchains(system: System): Promise<Toolchain[]> {
  return (await inventory(system)).toolchains;
}

/** The same, and the newest release, as `newMinor` has it, as far as it is known without a network; `known`: by whom. */
export async function inventory(
  system: System,
): Promise<{ toolchains: Toolchain[]; newest: string | null; known: OfferSources }> {
  const [installed, offer] = await Promise.all([recordedVersions(system), knownOffer(system)]);
  const there = installed.filter(({ gone }) => !gone);
  // One that is gone stays the default until another one is made it.
  const byDefault = (await defaultToolchain(system, there)) ?? (await defaultToolchain(system, installed));
  const released = offer.releases.map(({ version }) => version);
  const here = installed.map(({ version }) => version);
  const supported = supportedMinors([...released, ...here]);
  const described = await Promise.all(
    installed.map(async ({ path, gone, ...id }) => {
      const manifest = await readManifest(`${path}.json`);
      if (!manifest || (gone && !manifest.adopted)) return null;
      const update = updateOf(id.version, here, released);
      // Its owner may have put the same version for another processor in its place.
      const isGone = gone || (manifest.adopted !== undefined && !(await isBuiltFor(path, id)));
      return describeToolchain(system, path, manifest, { id, gone: isGone, byDefault, supported, update });
    }),
  );
  const toolchains = described.filter((toolchain) => toolchain !== null);
  return {
    toolchains,
    newest: newMinor(
      there.map(({ version }) => version),
      released,
    ),
    known: toldBy(offer),
  };
}

/** The one toolchain of this id, described; null when it is not installed, or was adopted and is gone. */
export async function findToolchain(system: System, id: ToolchainId): Promise<Toolchain | null> {
  const { goroot } = placesOf(burrowPaths(system), id);
  return (
    (await listToolchains(system)).find(({ path, adopted }) => path === goroot && !adopted?.gone) ?? null
  );
}

function describeToolchain(
  system: System,
  path: string,
  { source, proof, built, bytes, installedAt, adopted }: Manifest,
  known: {
    id: ToolchainId;
    gone: boolean;
    byDefault: Installed | null;
    supported: ReadonlySet<string>;
    update: string | null;
  },
): Toolchain {
  const { id, gone, byDefault, supported, update } = known;
  return {
    ...id,
    runsAs: runsAs(system, id),
    managed: adopted === undefined,
    adopted: adopted ? { ...adopted, gone } : null,
    default: path === byDefault?.path,
    path,
    source,
    verified: proof.method !== 'none',
    proof,
    built: built ?? null,
    bytes,
    installedAt,
    supported: supported.has(minorOf(id.version)),
    endOfLife: endOfLife(id.version, supported),
    update,
    usedBy: [],
  };
}
