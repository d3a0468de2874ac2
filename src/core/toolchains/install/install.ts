import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, failure, isFailure, isFailureOfClass } from '#contract/failure';
import type { InstallProgress } from '#contract/install-progress';
import type { InstallRequest, InstallResult, Toolchain } from '#contract/toolchains';
import { discardPart, fileFailure, moveIntoPlace, prepareHome, type System } from '#core/system';
import { findToolchain } from '../inventory/index.ts';
import { isMissing, isSourceFailure, problemOf } from '../network/index.ts';
import {
  becomeDefault,
  clearLeftovers,
  fileLines,
  isFirst,
  placesOf,
  removeLink,
  type Staged,
  type ToolchainPlaces,
  writeManifest,
} from '../store/index.ts';
import { flush } from './flush.ts';
import { checkContent, finishModule } from './goroot.ts';
import type { InstallPlan } from './install-plan.ts';
import { lockToolchain } from './lock.ts';
import { planInstall } from './plan.ts';
import { type Delivering, type Delivery, type Order, ProgressMeter } from './sources/index.ts';

/**
 * Installs one toolchain: download, hash while streaming, unpack into staging/, verify, rename. It is installed
 * completely or not at all, however this ends. Concurrent installs of the same toolchain wait for its lock and share
 * the result. The first toolchain becomes the default, unless one is set.
 *
 * Failures: those of `planInstall`, `download` and `fromSource`, version.no-native-build (it would be translated here,
 * and the user did not name that processor), source.no-proxy, source.none-delivered, toolchain.checksum-mismatch,
 * toolchain.wrong-content, those of `verifierFor`, archive.damaged, archive.hostile, disk.full, file.no-permission,
 * home.unusable, cancelled.
 */
export async function* installToolchain(
  system: System,
  request: InstallRequest,
  signal?: AbortSignal,
): AsyncGenerator<InstallProgress, InstallResult> {
  const meter = new ProgressMeter(system);
  yield meter.enter('resolving');
  const plan = await planInstall(system, request, signal);
  meter.version = plan.id.version;
  const there = await findToolchain(system, plan.id);
  if (there) return { toolchain: there, already: true, warnings: warningsAbout(there) };
  if (plan.unasked) throw plan.unasked;

  const paths = await prepareHome(system);
  const places = placesOf(paths, plan.id);
  const lock = yield* lockToolchain(places, meter, signal);
  try {
    const first = await isFirst(system);
    const madeMeanwhile = await findToolchain(system, plan.id);
    if (madeMeanwhile) {
      return { toolchain: madeMeanwhile, already: true, warnings: warningsAbout(madeMeanwhile) };
    }
    await clearLeftovers(system, paths, places);
    const staged = yield* stage(system, plan, places, meter, signal);
    await moveIntoPlace(staged.manifest, places.manifest);
    await removeLink(places);
    await moveIntoPlace(staged.goroot, places.goroot);
    if (first) await becomeDefault(system, plan.id);
    const toolchain = await findToolchain(system, plan.id);
    if (!toolchain) throw new Error(`${places.goroot} is not there after its install`);
    return { toolchain, already: false, warnings: warningsAbout(toolchain) };
  } finally {
    await rm(places.staging, { recursive: true, force: true });
    await lock[Symbol.asyncDispose]();
  }
}

/** What the user should know about an installed toolchain. */
function warningsAbout({ version, os, arch, proof, built }: Toolchain): InstallResult['warnings'] {
  const warnings = proof.method === 'none' && proof.because ? [proof.because] : [];
  if (built?.identical !== false) return warnings;
  const { code, params } = failure('source.differs', { version, target: `${os}/${arch}` });
  return [...warnings, { code, params }];
}

/**
 * Downloads and verifies a toolchain in its staging folder, which the caller, holding its lock, has cleared. Failures:
 * those of `installToolchain`, except those of planning.
 */
export async function* stage(
  system: System,
  plan: InstallPlan,
  places: ToolchainPlaces,
  meter: ProgressMeter,
  signal: AbortSignal | undefined,
): AsyncGenerator<InstallProgress, Staged> {
  const { id } = plan;
  try {
    await mkdir(places.staging, { mode: 0o700 });
  } catch (error) {
    throw fileFailure(error, places.staging);
  }
  const to = join(places.staging, 'download');
  const goroot = join(places.staging, 'goroot');
  const order: Order = { system, id, to, goroot, meter, signal };
  const delivery = yield* deliver(plan, order);
  try {
    const staged = yield* stageDelivered(order, delivery, places);
    await discardPart(delivery.archive);
    return staged;
  } catch (error) {
    if (isRefusal(error)) await discardPart(delivery.archive);
    throw withOrigin(error, delivery);
  } finally {
    await delivery[Symbol.asyncDispose]();
  }
}

/** Whether what was delivered was refused, so that it cannot be reused. */
function isRefusal(error: unknown): boolean {
  return isFailureOfClass(error, 'refused');
}

/** Names the source of a refused archive instead of its temporary path. */
function withOrigin(error: unknown, { archive, source }: Delivery): unknown {
  if (!isFailure(error) || error.params['archive'] !== archive || source.url === null) return error;
  return new Failure({ code: error.code, params: { ...error.params, archive: source.url } }, error);
}

async function* stageDelivered(
  { system, id, goroot, meter, signal }: Order,
  delivery: Delivery,
  places: ToolchainPlaces,
): AsyncGenerator<InstallProgress, Staged> {
  yield meter.enter('unpacking');
  const unpacked = yield* meter.watch(delivery.unpack());

  yield meter.enter('verifying');
  const proof = await delivery.prove(unpacked);
  const files = delivery.isModule ? await finishModule(system, goroot, unpacked.files) : unpacked.files;
  await checkContent(goroot, id);

  yield meter.enter('finishing');
  await flush(system, goroot, files, signal);
  if (signal?.aborted) throw failure('cancelled', {});
  // In staging/ too, where what a killed process leaves is cleared.
  const manifest = join(places.staging, 'manifest.json');
  await writeManifest(manifest, {
    ...id,
    source: delivery.source,
    proof,
    ...(delivery.built ? { built: delivery.built } : {}),
    installedAt: system.now().toISOString(),
    bytes: files.reduce((total, { bytes }) => total + bytes, 0),
    files: fileLines(files),
  });
  return { goroot, manifest };
}

/** Tries the sources in order. A failed check stops the install; it never leads to the next source. */
async function* deliver(plan: InstallPlan, order: Order): Delivering {
  const attempts: { source: string; failure: Failure }[] = [];
  for (const { name, deliver: from } of plan.steps) {
    try {
      return yield* from(order);
    } catch (error) {
      if (!isSourceFailure(error)) throw error;
      attempts.push({ source: name, failure: error });
    }
  }
  const nowhere = attempts.every(({ failure: why }) => isMissing(why) || isFailure(why, 'source.no-proxy'));
  if (plan.absent && (plan.certain || nowhere)) throw plan.absent;
  const [first, ...more] = attempts;
  if (first && more.length === 0) throw first.failure;
  throw failure('source.none-delivered', {
    what: plan.id.version,
    attempts: attempts.map(({ source, failure: why }) => ({ source, problem: problemOf(why) })),
  });
}
