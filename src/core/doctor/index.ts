import '#contract/doctor-failures';
import { stat } from 'node:fs/promises';
import type { CheckReport, DoctorReport, FixPreview, FixResult } from '#contract/doctor';
import { failure } from '#contract/failure';
import { allChecks } from './checks/index.ts';
import type { Scene } from './checks/index.ts';
import { examineWith } from './examine.ts';
import { fixWith, previewWith } from './fix.ts';
import type { OnBug } from './run-check.ts';

interface Options {
  signal?: AbortSignal | undefined;
  onBug: OnBug;
}

/** Runs all checks: `examineWith`. Failures: folder.not-found. */
export async function* examine(scene: Scene, options: Options): AsyncGenerator<CheckReport, DoctorReport> {
  const { dir } = scene;
  const there = await stat(dir).catch(() => null);
  if (!there?.isDirectory()) throw failure('folder.not-found', { path: dir });
  return yield* examineWith(allChecks, scene, options);
}

/** What fixing findings would change: `previewWith`. */
export function previewFixes(scene: Scene, ids: readonly string[], options: Options): Promise<FixPreview> {
  return previewWith(allChecks, scene, ids, options);
}

/** Fixes findings: `fixWith`. */
export function fixFindings(
  scene: Scene,
  shown: { id: string; ids: readonly string[] },
  options: Options,
): Promise<FixResult> {
  return fixWith(allChecks, scene, shown, options);
}
