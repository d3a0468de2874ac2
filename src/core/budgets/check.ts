import { join, resolve } from 'node:path';
import type { BudgetReport } from '#contract/budgets';
import type { Build, BuildDetail } from '#contract/build';
import { failure } from '#contract/failure';
import { fileAsBuild, importersOf, lastTag, mustBeFolder, nearestWith, showBuild } from '#core/builds';
import { compareBuilds } from '#core/comparison';
import { type History, summaryOf } from '#core/history';
import { readTextIfThere, type System } from '#core/system';
import { baselineOf, newestOfEach } from './baseline.ts';
import type { Against, Budget } from './budget.ts';
import { type Baseline, judge } from './judge.ts';
import { parseBudgets } from './parse.ts';
import { unused } from './unused.ts';

/** The size of a burrow.toml in bytes that is far from any that somebody writes. */
const maxBytes = 1_000_000;

/** A program that is checked. */
interface Checked {
  detail: BuildDetail;
  /** null: it is not in the history. */
  id: string | null;
}

/**
 * Compares programs with the budgets of the nearest burrow.toml from `dir` upwards: the newest build of each subject for each
 * target whose project is its folder, or the program in `file`. Failures: folder.not-found, budget.no-file, budget.file-invalid,
 * budget.nothing-built, and those of `recordFile`.
 */
export async function checkBudgets(
  system: System,
  history: History,
  request: { dir: string; file?: string | undefined },
): Promise<BudgetReport> {
  const dir = resolve(system.cwd, request.dir);
  mustBeFolder(dir);
  const root = nearestWith(dir, 'burrow.toml');
  if (root === null) throw failure('budget.no-file', { dir });
  const file = join(root, 'burrow.toml');
  const text = await readTextIfThere(file, maxBytes);
  if (text === null) throw failure('budget.no-file', { dir });
  const budgets = parseBudgets(text, file);
  const { builds } = await history.list({ kind: 'program' });
  const programs = request.file
    ? [await checkedFile(system, history, resolve(system.cwd, request.file), root)]
    : await checkedBuilds(history, builds, root);
  if (programs.length === 0) throw failure('budget.nothing-built', { dir: root });

  const scene = { system, history, builds, root };
  const judged = [];
  for (const program of programs) {
    for (const budget of budgets.filter((each) => isFor(each, program))) {
      const baseline = budget.maxGrowth && (await findBaseline(scene, program, budget.against));
      judged.push(judge(program.detail, program.id, budget, baseline, file));
    }
  }
  const details = programs.map(({ detail }) => detail);
  const findings = [
    ...judged.flatMap((each) => each.findings),
    ...budgets.flatMap((budget) => unused(budget, details, { file, all: request.file === undefined })),
  ];
  return {
    file,
    programs: programs.map(({ id, detail: { subject, target, artifact } }) => ({
      id,
      subject,
      target,
      artifact,
    })),
    limits: judged.reduce((sum, { limits }) => sum + limits, 0),
    findings: order.flatMap((severity) => findings.filter((each) => each.severity === severity)),
  };
}

const order = ['error', 'warning', 'info'] as const;

function isFor({ program }: Budget, { detail }: Checked): boolean {
  return program === null || program === detail.subject;
}

async function checkedBuilds(history: History, builds: readonly Build[], root: string): Promise<Checked[]> {
  const checked = [];
  for (const { id } of newestOfEach(builds.filter(({ project }) => project === root))) {
    checked.push({ id, detail: await showBuild(history, id) });
  }
  return checked;
}

async function checkedFile(system: System, history: History, path: string, root: string): Promise<Checked> {
  return { id: null, detail: { id: path, ...(await fileAsBuild(system, history, path, root)) } };
}

interface Scene {
  system: System;
  history: History;
  /** All programs of the history, newest first. */
  builds: readonly Build[];
  root: string;
}

async function findBaseline(
  { system, history, builds, root }: Scene,
  { detail, id }: Checked,
  against: Against,
): Promise<Baseline> {
  const commit = detail.vcs?.commit;
  const tag = against.kind === 'last-tag' && commit ? await lastTag(system, root, commit) : null;
  const what = against.kind === 'last-tag' ? { kind: against.kind, name: tag?.name ?? null } : against;
  // A file that is not recorded comes before all builds.
  const newest = id === null ? [summaryOf(detail), ...builds] : builds;
  const found = baselineOf(summaryOf(detail), newest, against, tag?.commit ?? null);
  if (!found) return { what, detail: null, comparison: null };
  const before = await showBuild(history, found.id);
  const importers = await importersOf(system, before, detail, undefined);
  return { what, detail: before, comparison: compareBuilds(before, detail, { importers }) };
}
