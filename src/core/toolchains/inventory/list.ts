import { runsAs } from '#contract/runs-as';
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
import { endOfLife, minorOf, supportedMinors, type ToolchainId } from '../versions/index.ts';
import { sourcesOf } from './available.ts';
import { newMinor, updateOf } from './updates.ts';

/**
 * Everything Burrow installed or adopted, newest first, including adopted toolchains that are gone. `usedBy` is left
 * empty: projects are not known at this level.
 */
export async function listToolchains(system: System): Promise<Toolchain[]> {
  return (await inventory(system)).toolchains;
}

/**
 * Like `listToolchains`, with the newest release, as in `newMinor`, as far as it is known without network; `known`: its
 * sources.
 */
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
    known: sourcesOf(facts.offer),
  };
}

/** The toolchain with this id; null when it is not installed, or was adopted and is gone. Reads only its own record. */
export async function findToolchain(system: System, id: ToolchainId): Promise<Toolchain | null> {
  const { goroot } = placesOf(burrowPaths(system), id);
  const recorded = await recordedVersions(system);
  const found = recorded.find(({ path, gone }) => path === goroot && !gone);
  if (!found) return null;
  const toolchain = await describeRecorded(system, found, await knownAbout(system, recorded));
  return toolchain?.adopted?.gone ? null : toolchain;
}

/** What describing one toolchain needs to know about the others, and about releases. */
interface Known {
  byDefault: Installed | null;
  offer: Offer;
  /** The installed versions, and those that were released. */
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

/** null when there is no readable record. */
async function describeRecorded(
  system: System,
  { path, gone, ...id }: Recorded,
  known: Known,
): Promise<Toolchain | null> {
  const manifest = await readManifest(`${path}.json`);
  if (!manifest || (gone && !manifest.adopted)) return null;
  // Its owner may have replaced it with the same version for another processor.
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
