import type { FixPreview, FixResult } from '#contract/doctor';
import { failure, isFailure } from '#contract/failure';
import type { Check, Fix, Found, Scene } from './checks/index.ts';
import { checkOf, findingId, hashOf } from './ids.ts';
import { type OnBug, runCheck } from './run-check.ts';

type Options = { signal?: AbortSignal | undefined; onBug: OnBug };

/** A finding that Burrow can mend. */
interface Fixable {
  finding: string;
  fix: Extract<Fix, { kind: 'apply' }>;
}

/**
 * What fixing these findings would change, each fix by itself. Runs only the checks that gave them. Changes nothing.
 * Failures: doctor.finding-unknown, doctor.no-fix, that of a check which has no answer now, those of the fixes.
 */
export async function previewWith(
  checks: readonly Check[],
  scene: Scene,
  ids: readonly string[],
  options: Options,
): Promise<FixPreview> {
  return previewOf(await fixables(checks, scene, ids, options));
}

/**
 * Fixes findings one after the other, so that of two fixes of one file the second finds what the first has left. `id`:
 * of the preview. One that fails changes nothing, and the others go on: they do not build on each other. Failures:
 * those of the preview; doctor.preview-outdated, when it would be another by now (nothing is changed).
 */
export async function fixWith(
  checks: readonly Check[],
  scene: Scene,
  { id, ids }: { id: string; ids: readonly string[] },
  options: Options,
): Promise<FixResult> {
  const wanted = await fixables(checks, scene, ids, options);
  if ((await previewOf(wanted)).id !== id) throw failure('doctor.preview-outdated', {});
  const result: FixResult = { fixed: [], failed: [] };
  for (const { finding, fix } of wanted) {
    try {
      options.signal?.throwIfAborted();
      result.fixed.push({ finding, entries: await fix.apply() });
    } catch (error) {
      // What was done so far must be told, whatever happened.
      const { code, params } = await failureOf(error, finding, options);
      result.failed.push({ finding, reason: { code, params } });
    }
  }
  return result;
}

async function previewOf(wanted: readonly Fixable[]): Promise<FixPreview> {
  const fixes = await Promise.all(
    wanted.map(async ({ finding, fix }) => ({ finding, ...(await fix.preview()) })),
  );
  return { id: hashOf(JSON.stringify(fixes)).slice(0, 16), fixes };
}

/** The findings with these ids, each once, in the order of the ids. */
async function fixables(
  checks: readonly Check[],
  scene: Scene,
  ids: readonly string[],
  { signal = new AbortController().signal, onBug }: Options,
): Promise<Fixable[]> {
  const names = new Set(ids.map(checkOf));
  const ran = await Promise.all(
    checks.filter(({ name }) => names.has(name)).map((check) => runCheck(check, scene, signal, onBug)),
  );
  return [...new Set(ids)].map((id) => {
    const given = ran.find(({ check }) => check === checkOf(id));
    const found = given?.found.find(({ about }) => findingId(given.check, about) === id);
    if (!found && given?.unknown) throw failure('doctor.finding-unknown', { id, why: given.unknown });
    if (!found) throw failure('doctor.finding-unknown', { id, why: null });
    return { finding: id, fix: fixOf(id, found) };
  });
}

function fixOf(id: string, { fix }: Found): Fixable['fix'] {
  if (fix?.kind === 'apply') return fix;
  throw failure('doctor.no-fix', { id, command: fix?.command ?? null });
}

async function failureOf(error: unknown, finding: string, { signal, onBug }: Options) {
  if (isFailure(error)) return error;
  if (signal?.aborted) return failure('cancelled', {});
  await onBug(checkOf(finding), error);
  return failure('internal', { detail: error instanceof Error ? error.message : String(error) });
}
