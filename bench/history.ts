import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import type { BuildFilter, BuildOrder } from '#contract/build-list';
import { compareBuilds } from '#core/comparison';
import { type History, openHistory } from '#core/history';
import type { Row } from './row.ts';
import { counts, seededHistory, systemIn } from './seeded-history.ts';
import { median } from './timing.ts';

const runs = 21;

/** The median time in ms of each, in turns; the first rounds fill caches. */
async function medians(contenders: readonly (() => unknown)[]): Promise<number[]> {
  const times = contenders.map((): number[] => []);
  for (let round = -3; round < runs; round++) {
    for (const [at, work] of contenders.entries()) {
      const started = performance.now();
      await work();
      if (round >= 0) times[at]?.push(performance.now() - started);
    }
  }
  return times.map(median);
}

const ms = (value: number) => `${value.toFixed(1)} ms`;

const project = '/home/me/project7';
const pages: readonly { name: string; filter: BuildFilter; order: BuildOrder; sql: string }[] = [
  {
    name: 'largest of a project',
    filter: { project },
    order: { by: 'bytes', descending: true },
    sql: `project_id = 8 ORDER BY bytes DESC`,
  },
  {
    name: 'failed ones, slowest first',
    filter: { status: ['failed'] },
    order: { by: 'duration', descending: true },
    sql: `status = 'failed' ORDER BY duration_ms DESC`,
  },
  {
    name: 'a branch, largest growth first',
    filter: { branch: 'topic/2500' },
    order: { by: 'change', descending: true },
    sql: `vcs_branch = 'topic/2500' ORDER BY change_bytes DESC`,
  },
  {
    name: 'a word that few have, by subject',
    filter: { text: 'topic/49' },
    order: { by: 'subject', descending: false },
    sql: `(vcs_branch LIKE '%topic/49%' OR subject LIKE '%topic/49%' OR name LIKE '%topic/49%') ORDER BY subject`,
  },
  {
    name: 'a Go and a target of a project, by commit',
    filter: { project, goVersion: 'go1.20.3', target: 'darwin/arm64' },
    order: { by: 'commit', descending: false },
    sql: `project_id = 8 AND go_version = 'go1.20.3' AND target = 'darwin/arm64' ORDER BY vcs_commit`,
  },
  {
    name: 'a package, newest first',
    filter: { package: 'example.com/module5/package51' },
    order: { by: 'started', descending: true },
    sql: `program_id IN (SELECT program_id FROM program_packages JOIN packages ON packages.id = package_id
      WHERE path = 'example.com/module5/package51') ORDER BY started_at DESC`,
  },
];

/** Measures lists, trends and comparisons of a history of a million builds, beside plain SQL on the same file. */
export async function rows(): Promise<Row[]> {
  const home = await seededHistory();
  const path = join(home, 'history.db');
  const history = await openHistory(systemIn(home));
  const plain = new Database(path, { readonly: true });
  try {
    return [
      await newest(history, plain),
      await filtered(history, plain),
      await trend(history, plain),
      await comparing(history, plain),
      await opening(home),
    ];
  } finally {
    plain.close();
    await history.close();
  }
}

async function newest(history: History, plain: Database.Database): Promise<Row> {
  const select = plain.prepare(`SELECT * FROM builds WHERE project_id = 8 AND forgotten_at IS NULL
    ORDER BY started_at DESC, id DESC LIMIT 50`);
  const [ours = 0, sql = 0] = await medians([
    () => history.page({ filter: { project }, limit: 50 }),
    () => select.all(),
  ]);
  return {
    name: `The newest 50 builds of a project, of ${counts.builds} builds`,
    value: ours,
    unit: 'ms',
    goal: '≤ 5',
    details: `plain SQL without checks: ${ms(sql)}`,
  };
}

async function filtered(history: History, plain: Database.Database): Promise<Row> {
  const times: string[] = [];
  let slowest = 0;
  for (const { name, filter, order, sql } of pages) {
    const select = plain.prepare(`SELECT * FROM builds WHERE forgotten_at IS NULL AND ${sql} LIMIT 50`);
    const [ours = 0, theirs = 0] = await medians([
      () => history.page({ filter, order, limit: 50 }),
      () => select.all(),
    ]);
    times.push(`${name}: ${ms(ours)} (SQL ${ms(theirs)})`);
    slowest = Math.max(slowest, ours);
  }
  return {
    name: 'A filtered and sorted page, the slowest',
    value: slowest,
    unit: 'ms',
    goal: '≤ 20',
    details: times.join('; '),
  };
}

async function trend(history: History, plain: Database.Database): Promise<Row> {
  const { series } = await history.series({
    filter: { project: '/home/me/project0', subject: './cmd/server' },
  });
  const largest = series.toSorted((a, b) => b.count - a.count)[0];
  const number = largest?.series ?? 0;
  const select = plain.prepare(
    'SELECT id, started_at, bytes FROM builds WHERE series_id = ? AND forgotten_at IS NULL ORDER BY started_at, id',
  );
  const [ours = 0, sql = 0] = await medians([
    () => history.trend({ series: number }),
    () => select.all(number),
  ]);
  return {
    name: `A trend of ${largest?.count ?? 0} builds, reduced to 2000`,
    value: ours,
    unit: 'ms',
    goal: '≤ 150',
    details: `plain SQL of three columns, not reduced: ${ms(sql)}`,
  };
}

async function comparing(history: History, plain: Database.Database): Promise<Row> {
  const select = plain.prepare('SELECT * FROM program_packages WHERE program_id = ?');
  const [ours = 0, sql = 0] = await medians([
    async () => compareBuilds(await history.get('b400011'), await history.get('b800011'), {}),
    () => [select.all(20_001), select.all(40_001)],
  ]);
  return {
    name: 'Comparing two builds',
    value: ours,
    unit: 'ms',
    goal: '≤ 50',
    details: `${counts.packages} packages each; plain SQL of their packages: ${ms(sql)}`,
  };
}

async function openAndClose(home: string): Promise<void> {
  const history = await openHistory(systemIn(home));
  await history.close();
}

async function opening(home: string): Promise<Row> {
  const empty = mkdtempSync(join(tmpdir(), 'burrow-bench-'));
  try {
    const [ours = 0, theirs = 1] = await medians([() => openAndClose(home), () => openAndClose(empty)]);
    return {
      name: 'Opening it ÷ opening an empty history',
      value: ours / theirs,
      unit: 'x',
      goal: '≤ 1.1',
      details: `${ms(ours)}, ${ms(theirs)}`,
    };
  } finally {
    rmSync(empty, { recursive: true });
  }
}
