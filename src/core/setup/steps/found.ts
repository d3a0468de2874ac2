import type { FoundToolchain } from '#contract/toolchains';
import { adoptToolchain, forgetToolchain } from '#core/switching';
import type { System } from '#core/system';
import { discoverToolchains } from '#core/toolchains';
import { changeRecord, recordDone } from '../record.ts';
import { type Step, nothingDone, nothingPlanned, stateOf, words } from '../scene.ts';

/** The Gos that others put here. They can be adopted, or left. */
export const foundStep: Step<'found'> = {
  async look({ system, record }) {
    const gos = await gosOf(system);
    return {
      id: 'found',
      ...stateOf('found', record, { done: gos.every(({ inAll }) => !inAll) }),
      undoable: gos.some(({ path, adopted }) => adopted && record.did.adopted.includes(path)),
      gos,
    };
  },
  async plan({ system }, choice) {
    const chosen = await chosenOf(system, choice.adopt);
    const does = chosen.map(({ version, path }) => words('setup.adopts', { version, path, done: false }));
    return { ...nothingPlanned, does };
  },
  async *run({ system, record }, choice) {
    const chosen = await chosenOf(system, choice.adopt);
    if (chosen.length === 0) return nothingDone;
    const adopted = [...new Set([...record.did.adopted, ...chosen.map(({ path }) => path)])];
    await recordDone(system, { adopted });
    const notes = [];
    for (const { version, path } of chosen) {
      yield {
        kind: 'doing' as const,
        step: 'found' as const,
        what: words('setup.adopts', { version, path, done: false }),
      };
      await adoptToolchain(system, { path });
      notes.push(words('setup.adopts', { version, path, done: true }));
    }
    // What was not chosen is left.
    await changeRecord(system, (now) => ({
      ...now,
      skipped: [...new Set([...now.skipped, 'found' as const])],
    }));
    return { changed: true, notes };
  },
  async undo({ system, record }) {
    const gos = await gosOf(system);
    for (const { path, adopted } of gos) {
      if (adopted && record.did.adopted.includes(path)) await forgetToolchain(system, { path });
    }
    await changeRecord(system, (now) => ({
      ...now,
      skipped: now.skipped.filter((step) => step !== 'found'),
      did: { ...now.did, adopted: [] },
    }));
  },
};

/** Without those of Go's module cache, which are Go's own business. */
async function gosOf(system: System): Promise<FoundToolchain[]> {
  return (await discoverToolchains(system)).filter(({ manager }) => manager !== 'module-cache');
}

async function chosenOf(system: System, adopt: readonly string[] = []): Promise<FoundToolchain[]> {
  if (adopt.length === 0) return [];
  const gos = await gosOf(system);
  return gos.filter(({ path, adopted, installed }) => adopt.includes(path) && !adopted && !installed);
}
