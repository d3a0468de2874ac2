import { failure } from '#contract/failure';
import { proxyPresets } from '#contract/proxy-presets';
import type { MeasuredProxies } from '#contract/setup';
import { measureProxies, previewVariables, writeVariables } from '#core/environment';
import { profileJournal, undoChanges } from '#core/profiles';
import { maskSecrets, type System } from '#core/system';
import { availableReleases, readUserEnvFile } from '#core/toolchains';
import { type Goproxy, goproxyHere } from '../proxy-settings.ts';
import { changeRecord, recordDone } from '../record.ts';
import {
  type ChoiceOf,
  type Done,
  type Plan,
  type Scene,
  type Step,
  nothingDone,
  nothingPlanned,
  stateOf,
  words,
} from '../scene.ts';

/** Presets with an address, which can be measured. */
const mirrors = proxyPresets.filter(({ value }) => value?.startsWith('https:'));

/** A module proxy that answers. */
export const proxyStep: Step<'proxy'> = {
  async look({ system, record }) {
    const { value, origin, preset } = await goproxyHere(system);
    const shown = value && maskSecrets(value);
    const isMeasured = record.measured !== null && record.measured.value === shown;
    return {
      id: 'proxy',
      ...stateOf('proxy', record, { done: isMeasured }),
      undoable: record.did.proxy !== null && record.did.proxy === value,
      value: shown,
      origin,
      preset,
      seenAt: isMeasured ? (record.measured?.at ?? null) : null,
    };
  },
  async plan({ system }, choice) {
    const here = await goproxyHere(system);
    if (choice.preset === undefined) {
      return {
        ...nothingPlanned,
        does: [words('setup.measures', { value: here.value && maskSecrets(here.value), isSet: here.isSet })],
      };
    }
    return planPreset(system, here, choice.preset);
  },
  async *run(scene, choice) {
    const here = await goproxyHere(scene.system);
    if (choice.preset !== undefined) return yield* usePreset(scene, here, choice.preset);
    if (here.isSet && here.value !== null) return yield* check(scene, here.value, here);
    return yield* keepOrReplace(scene, here);
  },
  async undo({ system, record }) {
    if (record.did.proxy !== null) await undoWritten(system, record.did.proxy);
    await recordDone(system, { proxy: null });
  },
};

async function planPreset(system: System, here: Goproxy, preset: string): Promise<Plan> {
  const value = valueOf(preset);
  if (here.preset === preset) return nothingPlanned;
  const { files } = await previewVariables(system, 'go', { GOPROXY: value });
  return { ...nothingPlanned, does: [words('setup.sets-proxy', { value, ms: null, done: false })], files };
}

/** The value of a preset. Failures: setup.unknown-preset. */
function valueOf(name: string): string | null {
  const found = proxyPresets.find((each) => each.name === name);
  if (found) return found.value;
  throw failure('setup.unknown-preset', { preset: name, presets: proxyPresets.map((each) => each.name) });
}

type Progress = ReturnType<Step<'proxy'>['run']>;

async function* usePreset(
  scene: Scene,
  here: Goproxy,
  preset: ChoiceOf<'proxy'>['preset'] & string,
): Progress {
  const value = valueOf(preset);
  const notes = here.preset === preset ? [] : [await write(scene.system, value, null)];
  const now = await goproxyHere(scene.system);
  const checked = now.value === null ? nothingDone : yield* check(scene, now.value, now);
  return { changed: notes.length > 0, notes: [...notes, ...checked.notes] };
}

/** Measures what the user set, and leaves it as it is. */
async function* check(scene: Scene, value: string, { origin, preset }: Goproxy): Progress {
  const measured = await measure(scene, { preset, value });
  yield asProgress(measured);
  const answer = maskSecrets(value);
  if (isUsable(measured)) {
    await remember(scene.system, answer);
    return { changed: false, notes: [words('setup.keeps-proxy', { value: answer, ms: measured.latency })] };
  }
  return {
    changed: false,
    notes: [words('setup.proxy-fails', { value: answer, file: origin?.file ?? null })],
  };
}

/** Keeps Go's default if it answers; otherwise takes the fastest preset that does. Failures: setup.no-proxy-answers. */
async function* keepOrReplace(scene: Scene, { value }: Goproxy): Progress {
  const { system, signal } = scene;
  if (value === null) {
    // Go's default stands in a Go. Where its site answers, the default is measured after the download.
    if ((await availableReleases(system, { signal })).origin === 'live') return nothingDone;
  } else {
    const measured = await measure(scene, { preset: 'default', value });
    yield asProgress(measured);
    if (isUsable(measured)) {
      await remember(system, maskSecrets(value));
      return { changed: false, notes: [words('setup.keeps-proxy', { value: null, ms: measured.latency })] };
    }
  }
  const all = await Promise.all(
    mirrors.map(({ name, value: mirror }) => measure(scene, { preset: name, value: mirror ?? '' })),
  );
  for (const each of all) yield asProgress(each);
  const best = fastest(all);
  if (best === null) throw failure('setup.no-proxy-answers', { value: value && maskSecrets(value) });
  const note = await write(system, best.value, best.latency);
  await remember(system, best.value);
  return { changed: true, notes: [note] } satisfies Done;
}

async function measure(
  { system, signal }: Scene,
  { preset, value }: { preset: string | null; value: string },
): Promise<MeasuredProxies> {
  return { preset, value: maskSecrets(value), ...(await measureProxies(system, value, { signal })) };
}

function asProgress(proxies: MeasuredProxies) {
  return { kind: 'measured' as const, step: 'proxy' as const, proxies };
}

/** `off` and `direct` are what the user wants. */
function isUsable({ verdict }: MeasuredProxies): boolean {
  return verdict !== null && ['works', 'direct', 'off'].includes(verdict.kind);
}

/** The one that works and answers first; null: none works. Pure. */
export function fastest(all: readonly MeasuredProxies[]): MeasuredProxies | null {
  const working = all.filter(({ verdict }) => verdict?.kind === 'works');
  return working.toSorted((a, b) => msOf(a) - msOf(b))[0] ?? null;
}

function msOf({ latency }: MeasuredProxies): number {
  return latency ?? Number.POSITIVE_INFINITY;
}

async function remember(system: System, value: string | null): Promise<void> {
  const at = system.now().toISOString();
  await changeRecord(system, (now) => ({ ...now, measured: { value, at } }));
}

/** Sets GOPROXY in Go's file, as `go env -w` does, or takes it out. */
async function write(system: System, value: string | null, ms: number | null) {
  const changes = { GOPROXY: value };
  await recordDone(system, { proxy: value });
  const { id } = await previewVariables(system, 'go', changes);
  await writeVariables(system, 'go', { id, changes });
  return words('setup.sets-proxy', { value, ms, done: true });
}

/** Undoes the newest change of Go's file that set this value. */
async function undoWritten(system: System, value: string): Promise<void> {
  const path = (await readUserEnvFile(system))?.path;
  const { entries } = await profileJournal(system);
  const entry = entries.find(
    ({ kind, undoneBy, files }) =>
      kind === 'apply' &&
      undoneBy === null &&
      files.some((file) => file.path === path && file.diff.includes(`\n+GOPROXY=${value}`)),
  );
  if (entry) await undoChanges(system, { entry: entry.id });
}
