import { performance } from 'node:perf_hooks';
import { failure } from '#contract/failure';
import type { InstallProgress } from '#contract/install-progress';
import { mapProgress } from '#contract/streams';
import type { FileFinding, Verification } from '#contract/upkeep';
import type { System } from '#core/system';
import { ProgressMeter } from '../../install/index.ts';
import { meant, type Which } from '../../inventory/index.ts';
import { type Installed, readManifest, recordedFiles, recordedVersions } from '../../store/index.ts';
import { checkFiles } from './check-files.ts';
import { extraFiles } from './extra-files.ts';
import { repairToolchain } from './repair.ts';

/**
 * Compares every file of toolchains with the hashes stored at their install, one toolchain after the other. `repair`:
 * toolchains with differences are installed again from their source. Failures: version.unreadable,
 * toolchain.not-installed, toolchain.adopted (named, but not Burrow's), cancelled; with `repair` those of
 * `installToolchain`.
 */
export async function* verifyToolchains(
  system: System,
  request: Which & { repair?: boolean | undefined },
  signal?: AbortSignal,
): AsyncGenerator<InstallProgress, { verifications: Verification[] }> {
  const verifications: Verification[] = [];
  for (const installed of meant(await recordedVersions(system), request)) {
    const adopted = (await readManifest(`${installed.path}.json`))?.adopted;
    if (adopted) {
      // Adopted toolchains have no stored hashes, and are not Burrow's to repair.
      if (request.version === undefined) continue;
      throw failure('toolchain.adopted', { version: installed.version, from: adopted.from });
    }
    let verification = yield* verifyOne(system, installed, signal);
    if (request.repair && verification.findings.length > 0) {
      yield* repairToolchain(system, installed, signal);
      const after = yield* verifyOne(system, installed, signal);
      verification = { ...verification, repaired: after.findings.length === 0 };
    }
    verifications.push(verification);
  }
  return { verifications };
}

async function* verifyOne(
  system: System,
  { version, os, arch, path }: Installed,
  signal: AbortSignal | undefined,
): AsyncGenerator<InstallProgress, Verification> {
  const started = performance.now();
  const result = (files: number, bytes: number, findings: FileFinding[]): Verification => ({
    version,
    os,
    arch,
    path,
    files,
    bytes,
    findings: findings.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    repaired: false,
    durationMs: performance.now() - started,
  });
  const meter = new ProgressMeter(system);
  meter.version = version;
  const manifest = await readManifest(`${path}.json`);
  if (!manifest) {
    return result(0, 0, [{ path: `../${version}.${os}-${arch}.json`, problem: 'unreadable', detail: null }]);
  }
  const files = recordedFiles(manifest.files);
  yield { ...meter.enter('checking'), totalBytes: manifest.bytes };
  const extra = extraFiles(path, files);
  const checking = checkFiles({ goroot: path, files, modes: system.os !== 'windows' }, signal);
  const wrong = yield* meter.watch(
    mapProgress(checking, ({ bytes }) => ({ bytes, totalBytes: manifest.bytes })),
  );
  return result(files.length, manifest.bytes, [...wrong, ...(await extra)]);
}
