import { rm } from 'node:fs/promises';
import { refreshLinks, renewShims, useGo } from '#core/switching';
import { burrowPaths, readTextIfThere, type System, writeFileAtomic } from '#core/system';
import { isPrerelease } from '#core/toolchains';
import type { Toolchain } from '#contract/toolchains';
import { failure } from '#contract/failure';
import { recordDone } from '../record.ts';
import { type Step, nothingDone, nothingPlanned, stateOf, words } from '../scene.ts';
import { usableHere } from './toolchain.ts';

/** The version that runs in folders which ask for none. */
export const defaultStep: Step<'default'> = {
  async look({ system, record }) {
    const [installed, text] = await Promise.all([usableHere(system), defaultText(system)]);
    const wanted = text?.trim() || null;
    const version = installed.find((each) => each.default)?.version ?? null;
    const problem = wanted !== null && version === null ? words('setup.default-unknown', { wanted }) : null;
    return {
      id: 'default',
      ...stateOf('default', record, { done: version !== null, problem }),
      undoable: record.did.default !== null && record.did.default.written === wanted,
      wanted,
      version,
      proposed: proposedFrom(installed),
    };
  },
  async plan({ system }, choice) {
    const version = await chosenVersion(system, choice.version);
    if (version === null) return nothingPlanned;
    return { ...nothingPlanned, does: [words('setup.sets-default', { version, done: false })] };
  },
  // oxlint-disable-next-line require-yield -- it is done at once
  async *run({ system }, choice) {
    const version = await chosenVersion(system, choice.version);
    if (version === null) return nothingDone;
    await recordDone(system, { default: { previous: await defaultText(system), written: version } });
    await useGo(system, { version, global: true });
    await renewShims(system);
    await refreshLinks(system);
    return { changed: true, notes: [words('setup.sets-default', { version, done: true })] };
  },
  async undo({ system, record }) {
    const { default: did } = record.did;
    const { defaultFile } = burrowPaths(system);
    if (did && (await defaultText(system))?.trim() === did.written) {
      if (did.previous === null) await rm(defaultFile, { force: true });
      else await writeFileAtomic(defaultFile, did.previous);
    }
    await recordDone(system, { default: null });
    await refreshLinks(system);
  },
};

/** The newest stable one that runs natively; else the newest. Pure. */
export function proposedFrom(installed: readonly Pick<Toolchain, 'version' | 'runsAs'>[]): string | null {
  const native = installed.filter(({ runsAs }) => runsAs === 'native');
  const best = native.find(({ version }) => !isPrerelease(version)) ?? native[0] ?? installed[0];
  return best?.version ?? null;
}

/** What becomes the default; null: it stays as it is. Failures: setup.nothing-installed. */
async function chosenVersion(system: System, given: string | undefined): Promise<string | null> {
  const installed = await usableHere(system);
  const current = installed.find((each) => each.default)?.version;
  if (given !== undefined) return given === current ? null : given;
  if (current !== undefined) return null;
  const proposed = proposedFrom(installed);
  if (proposed === null) throw failure('setup.nothing-installed', {});
  return proposed;
}

function defaultText(system: System): Promise<string | null> {
  return readTextIfThere(burrowPaths(system).defaultFile);
}
