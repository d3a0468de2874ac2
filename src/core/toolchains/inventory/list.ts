import type { OfferSources, Toolchain } from '#contract/toolchains';
import { burrowPaths, type System } from '#core/system';
import { knownOffer, type Offer } from '../releases/index.ts';
import {
  defaultToolchain,
  type Installed,
  isBuiltFor,
  type Manifest,
  placesOf,
  type Recorded,
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
  const recorded = await recordedVersions(system);
  const facts = await knownAbout(system, recorded);
  const described = await Promise.all(recorded.map((each) => describeRecorded(system, each, facts)));
  const here = recorded.filter(({ gone }) => !gone).map(({ version }) => version);
  return {
    toolchains: described.filter((toolchain) => toolchain !== null),
    newest: newMinor(here, facts.released),
    known: toldBy(facts.offer),
  };
}

/**
 * The one toolchain of this id, described; null when it is not installed, or was adopted and is gone. Reads no other
 * toolchain's record.
 */
export async function findToolchain(system: System, id: ToolchainId): Promise<Toolchain | null> {
  const { goroot } = placesOf(burrowPaths(system), id);
  const recorded = await recordedVersions(system);
  const found = recorded.find(({ path, gone }) => path === goroot && !gone);
  if (!found) return null;
  const toolchain = await describeRecorded(system, found, await knownAbout(system, recorded));
  return toolchain?.adopted?.gone ? null : toolchain;
}

/** What the description of one toolchain takes from all that are here, and from the releases. */
interface Known {
  byDefault: Installed | null;
  offer: Offer;
  /** Versions that are here, and those that were released. */
  here: readonly string[];
  released: readonly string[];
  supported: ReadonlySet<string>;
}

async function knownAbout(system: System, recorded: readonly Recorded[]): Promise<Known> {
  const there = recorded.filter(({ gone }) => !gone);
  const [byDefault, offer] = await Promise.all([
    // One that is gone stays the default until another one is made it.
    defaultToolchain(system, there).then((found) => found ?? defaultToolchain(system, recorded)),
    knownOffer(system),
  ]);
  const released = offer.releases.map(({ version }) => version);
  const here = recorded.map(({ version }) => version);
  return { byDefault, offer, here, released, supported: supportedMinors([...released, ...here]) };
}

/** null: what lies there has no record that can be read. */
async function describeRecorded(
  system: System,
  { path, gone, ...id }: Recorded,
  known: Known,
): Promise<Toolchain | null> {
  const manifest = await readManifest(`${path}.json`);
  if (!manifest || (gone && !manifest.adopted)) return null;
  // Its owner may have put the same version for another processor in its place.
  const isGone = gone || (manifest.adopted !== undefined && !(await isBuiltFor(path, id)));
  return describeToolchain(system, path, manifest, { id, gone: isGone, known });
}

function describeToolchain(
  system: System,
  path: string,
  { source, proof, built, bytes, installedAt, adopted }: Manifest,
  { id, gone, known }: { id: ToolchainId; gone: boolean; known: Known },
): Toolchain {
  const { byDefault, here, released, supported } = known;
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
    update: updateOf(id.version, here, released),
    usedBy: [],
  };
}
