import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { burrowPaths, localSystem } from '#core/system';
import { refreshShims } from '#core/switching';
import { onPath } from '#testing/on-path';
import { benchedMise, miseContender, nothingElse } from './mise.ts';
import type { Row } from './row.ts';
import { type Contender, medians } from './timing.ts';

/** The time of `go version`, run in one way. */
export interface ShimCost {
  /** `direct`, `dash`, `bash`, `mise`. */
  name: string;
  /** Median of one run, ms. */
  ms: number;
  /** ÷ that of `direct`. */
  ratio: number;
}

const runsInBatch = 5;
const batches = 40;

// A small shell runs every batch: starting a process from Node takes about as long as `go version` itself, which would
// make every ratio look better than it is.
const batchLoop = 'n=$1; shift; while [ "$n" -gt 0 ]; do "$@" >/dev/null || exit; n=$((n-1)); done';

/** Measures `go version` through Burrow's shim, directly, and through mise's shim. */
export async function rows(): Promise<Row[]> {
  const costs = new Map((await benchShim()).map((cost) => [cost.name, cost]));
  const row = (name: string, a: string, b: string, goal: string): Row[] => {
    const [over, under] = [costs.get(a), costs.get(b)];
    if (!over || !under) return [];
    const details = `${a}: ${over.ms.toFixed(1)} ms; ${b}: ${under.ms.toFixed(1)} ms`;
    return [{ name, value: over.ms / under.ms, unit: 'x', goal, details }];
  };
  return [
    ...row('go version through the shim under dash ÷ direct', 'dash', 'direct', '≤ 1.6'),
    ...row('go version through the shim under bash ÷ direct', 'bash', 'direct', '≤ 2'),
    ...row("go version through mise's shim ÷ through Burrow's under dash", 'mise', 'dash', '≥ 2.3'),
  ];
}

/**
 * Times `go version` of the Go on PATH, three folders below a project's root: directly, through the shim under the
 * available shells, and through mise's shim if mise is available. 200 runs each, in interleaved batches of five; the
 * cost of the batch itself is subtracted.
 */
export async function benchShim(): Promise<ShimCost[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'burrow-bench-shim-')));
  try {
    const ways = await prepare(folder);
    const [overhead = 0, ...times] = medians([nothing, ...ways].map(inBatch), batches);
    const costs = ways.map(({ name }, index) => ({
      name,
      ms: ((times[index] ?? 0) - overhead) / runsInBatch,
    }));
    return costs.map((cost) => ({ ...cost, ratio: cost.ms / (costs[0]?.ms ?? 0) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const nothing: Contender = { name: 'nothing', file: ':', args: [] };

function inBatch(way: Contender): Contender {
  return {
    ...way,
    file: '/bin/sh',
    args: ['-c', batchLoop, 'sh', String(runsInBatch), way.file, ...way.args],
  };
}

/** `direct` comes first. */
async function prepare(folder: string): Promise<Contender[]> {
  const go = onPath('go');
  if (go === null) throw new Error('there is no Go on PATH to measure');
  const asked = spawnSync(go, ['env', 'GOROOT', 'GOVERSION'], { encoding: 'utf8' });
  const [goroot = '', name = ''] = asked.stdout.split('\n');
  const version = name.replace(/^go/, '');
  const project = join(folder, 'project');
  const cwd = join(project, 'internal/store/sql');
  mkdirSync(cwd, { recursive: true });
  const requirements = Array.from(
    { length: 60 },
    (_, n) => `\texample.com/some/module${n} v1.2.${n} // indirect\n`,
  );
  writeFileSync(
    join(project, 'go.mod'),
    `module p\n\ngo ${version}\n\nrequire (\n${requirements.join('')})\n`,
  );

  const shim = await shimFor(join(folder, 'home'), name, goroot);
  const env = { ...nothingElse, PATH: process.env['PATH'], HOME: folder, PWD: cwd, GOTOOLCHAIN: 'local' };
  const shells = [
    { name: 'dash', file: onPath('dash'), args: [shim, 'version'] },
    { name: 'bash', file: onPath('bash'), args: ['--posix', shim, 'version'] },
  ];
  const mise = benchedMise();
  return [
    { name: 'direct', file: join(goroot, 'bin/go'), args: ['version'], cwd, env },
    ...shells.flatMap(({ file, ...shell }) => (file === null ? [] : [{ ...shell, file, cwd, env }])),
    ...(mise ? [miseContender(mise, { home: join(folder, 'mise'), goroot, version, project, cwd })] : []),
  ];
}

/** Creates a Burrow home with that Go; returns the path of its shim. */
async function shimFor(home: string, version: string, goroot: string): Promise<string> {
  const system = { ...localSystem(), env: { BURROW_HOME: home } };
  const { toolchains, shims } = burrowPaths(system);
  const toolchain = join(toolchains, `${version}.${system.os}-${system.arch}`);
  // A folder, like an installed toolchain: for a link, an adopted toolchain, the shim would also read VERSION.
  mkdirSync(toolchain, { recursive: true });
  for (const name of readdirSync(goroot)) symlinkSync(join(goroot, name), join(toolchain, name));
  writeFileSync(`${toolchain}.json`, '{}');
  await refreshShims(system);
  return join(shims, 'go');
}
