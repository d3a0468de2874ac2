import { execa } from 'execa';
import { expect } from 'vitest';
import type { Inspection } from '#contract/binaries';
import { maskSettings } from '#core/binaries';
import { goEnv } from './go-programs.ts';

/** The bytes of a bucket. */
export const bucketBytes = ({ buckets }: Pick<Inspection, 'buckets'>, name: string): number =>
  buckets.find((b) => b.name === name)?.bytes ?? 0;

/** The number of functions and the machine code of each package that has code. */
export const codeBytes = ({ packages }: Pick<Inspection, 'packages'>): Record<string, number[]> =>
  Object.fromEntries(
    packages.filter((p) => p.codeBytes > 0).map((p) => [p.path, [p.functions, p.codeBytes]]),
  );

/** Expects what must be true of every program that can be read. */
export function expectConsistent(inspection: Inspection): void {
  const parts = [inspection, ...inspection.slices];
  for (const { bytes, buckets, packages, packagesMissing } of parts) {
    if (buckets.length === 0) continue; // a slice that is not a Go program
    expect(buckets.reduce((sum, b) => sum + b.bytes, 0)).toBe(bytes);
    expect(Math.min(...buckets.map((b) => b.bytes))).toBeGreaterThanOrEqual(0);
    const code = packages.reduce((sum, p) => sum + p.codeBytes, 0);
    expect(code).toBeLessThanOrEqual(bucketBytes({ buckets }, 'code'));
    expect(packages.every((p) => p.codeBytes >= 0 && p.bytes >= p.codeBytes)).toBe(true);
    expect(packages.length > 0).toBe(packagesMissing === null);
  }
  const { owned, unowned, bytes, buckets, packages } = inspection;
  const packageParts = packages.flatMap((p) => p.parts);
  for (const bucket of buckets) {
    const ofBucket = [
      ...packageParts.filter((part) => part.bucket === bucket.name),
      ...unowned.filter((each) => each.name === bucket.name),
    ];
    expect([bucket.name, ofBucket.reduce((sum, each) => sum + each.bytes, 0)]).toEqual([
      bucket.name,
      bucket.bytes,
    ]);
  }
  // What was inlined into a package was inlined out of another.
  const inlined = (of: 'inlinedIn' | 'inlinedOut') => packages.reduce((sum, p) => sum + (p[of] ?? 0), 0);
  expect(inlined('inlinedIn')).toBe(inlined('inlinedOut'));
  expect(owned.bytes + unowned.reduce((sum, each) => sum + each.bytes, 0)).toBe(bytes);
  expect(Math.min(0, ...unowned.map((each) => each.bytes))).toBe(0);
}

/** Code bytes by package according to `go tool nm`, computed independently of Burrow. */
async function nmCode(program: string): Promise<Map<string, number>> {
  const { stdout } = await execa('go', ['tool', 'nm', '-size', '-sort', 'size', program], {
    env: await goEnv(),
    maxBuffer: 1e9,
  });
  const sums = new Map<string, number>();
  for (const [, size, symbol = ''] of stdout.matchAll(/^\s*[0-9a-f]+\s+(\d+) [Tt] (.*)$/gm)) {
    if (/^(go|type)[:.]\.?/.test(symbol)) continue;
    const path = /^((?:[^/.[({ ]*(?:\.[^/[({ ]*)?\/)*[^./[({ ]+)\./.exec(symbol)?.[1];
    if (path === undefined) continue;
    const plain = path.replaceAll('%2e', '.');
    sums.set(plain, (sums.get(plain) ?? 0) + Number(size));
  }
  return sums;
}

/** Expects the same code size for each package, to the byte. Only ELF has sizes in its symbols. */
export async function expectAgreesWithNm(program: string, inspection: Inspection): Promise<void> {
  const nm = await nmCode(program);
  const different = inspection.packages
    .filter((p) => !p.path.startsWith('('))
    .map((p) => ({ path: p.path, ours: p.codeBytes, nm: nm.get(p.path) ?? 0 }))
    .filter((p) => p.ours !== p.nm);
  expect(different).toEqual([]);
  expect(inspection.packages.length).toBeGreaterThan(15);
}

interface GoVersionJson {
  GoVersion: string;
  Path?: string;
  Main?: { Path?: string; Version?: string };
  Deps?: { Path: string; Version: string; Replace?: { Path: string; Version?: string } }[];
  Settings?: { Key: string; Value?: string }[];
}

/** Expects the same facts as from the machine's own `go version -m`. */
export async function expectAgreesWithGoVersion(program: string, inspection: Inspection): Promise<void> {
  const { stdout } = await execa('go', ['version', '-m', '-json', program], { env: await goEnv() });
  const said = JSON.parse(stdout) as GoVersionJson;
  expect(inspection.goVersion).toBe(said.GoVersion);
  expect(inspection.mainPackage).toBe(said.Path ?? '');
  const main = { path: said.Main?.Path, version: said.Main?.Version };
  // Debian builds without modules.
  if (main.path === undefined) expect(inspection.mainModule).toBeNull();
  else expect(inspection.mainModule).toMatchObject(main);
  const settings = (said.Settings ?? []).map(({ Key: key, Value: value = '' }) => ({ key, value }));
  expect(inspection.settings).toEqual(maskSettings(settings));
  expect(inspection.modules.map(({ path, version, replacedBy }) => ({ path, version, replacedBy }))).toEqual(
    (said.Deps ?? []).map((d) => ({
      path: d.Path,
      version: d.Version,
      replacedBy: d.Replace ? { path: d.Replace.Path, version: d.Replace.Version ?? '' } : null,
    })),
  );
}
