import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { localSystem } from '#core/system';
import { discoverToolchains } from '#core/toolchains';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import type { Row } from './row.ts';
import { medians } from './timing.ts';

/** Where the 12 version managers put a version. */
const layouts: ((version: string) => string)[] = [
  (version) => `sdk/go${version}`,
  (version) => `.gvm/gos/go${version}`,
  (version) => `.goenv/versions/${version}`,
  (version) => `.asdf/installs/golang/${version}/go`,
  (version) => `.local/share/mise/installs/go/${version}`,
  (version) => `.g/versions/${version}`,
  (version) => `.gobrew/versions/${version}/go`,
  (version) => `.go/go${version}`,
  (version) => `.version-fox/cache/golang/v-${version}/golang-${version}`,
  (version) => `.proto/tools/go/${version}`,
  (version) => `.linuxbrew/Cellar/go@${version}/${version}/libexec`,
  (version) => `go/pkg/mod/golang.org/toolchain@v0.0.1-go${version}.linux-amd64`,
];
const wanted = 30;

/** Compares finding 30 toolchains of 12 managers, each with 400 files, with `find` looking for their `bin/go`. */
export async function rows(): Promise<Row[]> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'burrow-bench-discover-')));
  try {
    for (let n = 0; n < wanted; n++) {
      const version = `1.${22 + Math.floor(n / 10)}.${n}`;
      const path = layouts[n % layouts.length]?.(version) ?? '';
      await writeGoroot(join(home, path), fakeGo(`go${version}`, { files: 400 }));
    }
    const machine = localSystem();
    const system = { ...machine, os: 'linux' as const, arch: 'amd64' as const, home };
    const env = { PATH: machine.env['PATH'], BURROW_HOME: join(home, 'burrow') };
    mkdirSync(env.BURROW_HOME);
    const times: number[] = [];
    for (let run = 0; run < 20; run++) {
      const started = performance.now();
      const found = await discoverToolchains({ ...system, env });
      times.push(performance.now() - started);
      const here = found.filter(({ path }) => path.startsWith(home));
      if (here.length !== wanted) throw new Error(`found ${here.length} of ${wanted}`);
    }
    // Users run `burrow adopt` cold, so this includes loading and compiling the code.
    const [find = 0] = medians(
      [{ name: 'find', file: 'find', args: [home, '-path', '*/bin/go', '-type', 'f'] }],
      20,
    );
    const first = times[0] ?? 0;
    const beside = `first time; at its best ${Math.min(...times).toFixed(0)} ms; find: ${find.toFixed(0)} ms`;
    return [
      {
        name: `finding ${wanted} toolchains of ${layouts.length} managers`,
        value: first,
        unit: 'ms',
        goal: '≤ 300',
        beside,
      },
    ];
  } finally {
    rmSync(home, { recursive: true });
  }
}
