import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import type { PackageSize } from '#contract/binaries';
import { comparison } from '#contract/comparison';
import { readerVersion } from '#core/binaries';
import { showBuild } from '#core/builds';
import { compareBuilds } from '#core/comparison';
import { openHistory } from '#core/history';
import { localSystem } from '#core/system';
import { programRecord } from '#testing/example-builds';
import type { Row } from './row.ts';

const runs = 31;
/** Twice as many as Terraform has, a program of 91 MB with 1,219 packages. */
const counts = { packages: 2400, modules: 500, embedded: 400 };
const buckets = ['code', 'function-tables', 'types', 'read-only-data', 'data', 'debug-info'] as const;

/** Packages of as many modules; in `b`, every third one has another size, and every hundredth is new. */
function packages(side: 'a' | 'b'): PackageSize[] {
  return Array.from({ length: counts.packages }, (_, n) => {
    const isNew = n % 100 === 7;
    const more = side === 'b' && n % 3 === 0 ? n : 0;
    const parts = buckets.map((bucket, i) => ({
      bucket,
      bytes: 5000 + n * (i + 1) + more,
      byReference: bucket === 'read-only-data' ? n : 0,
      byShare: bucket === 'function-tables' ? n : 0,
    }));
    return {
      path: `example.com/module${n % counts.modules}/internal/package${isNew ? `${side}${n}` : n}`,
      functions: 20 + (n % 40),
      codeBytes: parts[0]?.bytes ?? 0,
      bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
      parts,
      inlinedIn: n,
      inlinedOut: 2 * n,
    };
  }).toSorted((a, b) => b.bytes - a.bytes);
}

function record(side: 'a' | 'b') {
  const all = packages(side);
  return programRecord({
    artifact: { path: '/shop/server', bytes: 75_000_000, sha256: side.repeat(64) },
    analysis: readerVersion,
    mainModule: 'example.com/shop',
    packages: all,
    modules: Array.from({ length: counts.modules }, (_, n) => ({
      path: `example.com/module${n}`,
      version: side === 'b' && n % 9 === 0 ? 'v1.1.0' : 'v1.0.0',
      sum: `h1:${n}`,
      replacedBy: null,
    })),
    embedded: Array.from({ length: counts.embedded }, (_, n) => ({
      path: `static/${n}.js`,
      bytes: n,
      package: null,
    })),
    owned: { bytes: all.reduce((sum, { bytes }) => sum + bytes, 0), percent: 97, byReference: 9, byShare: 9 },
  });
}

/** What SQLite alone takes for the packages that differ, on the same file. */
const plainSql = `
  SELECT path, a.bytes AS before, b.bytes AS after FROM packages
  LEFT JOIN program_packages a ON a.package_id = packages.id AND a.program_id = 1
  LEFT JOIN program_packages b ON b.package_id = packages.id AND b.program_id = 2
  WHERE a.bytes IS NOT b.bytes ORDER BY abs(coalesce(b.bytes, 0) - coalesce(a.bytes, 0)) DESC`;

/** Measures comparing two recorded programs of 75 MB: from the file to the checked answer, without the start of a process. */
export async function rows(): Promise<Row[]> {
  const home = mkdtempSync(join(tmpdir(), 'burrow-bench-compare-'));
  try {
    const history = await openHistory({ ...localSystem(), env: { BURROW_HOME: home } });
    for (const side of ['a', 'b'] as const) await history.add(record(side));
    const database = new Database(join(home, 'history.db'), { readonly: true });
    const [ours, sql] = [[] as number[], [] as number[]];
    for (let run = 0; run < runs; run++) {
      ours.push(
        await timed(async () => {
          comparison.parse(compareBuilds(await showBuild(history, 'b1'), await showBuild(history, 'b2')));
        }),
      );
      sql.push(await timed(async () => database.prepare(plainSql).all()));
    }
    database.close();
    await history.close();
    const value = median(ours);
    return [
      {
        name: 'comparing two recorded programs of 75 MB',
        value,
        unit: 'ms',
        goal: '≤ 150',
        details: `${counts.packages} packages of ${counts.modules} modules each; first time: ${ours[0]?.toFixed(0)} ms; SQL alone, for packages only: ${median(sql).toFixed(1)} ms`,
      },
    ];
  } finally {
    rmSync(home, { recursive: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
