import { join, resolve } from 'node:path';
import { failure } from '#contract/failure';
import type { ImageReadProgress } from '#contract/image-calls';
import type { ImageCheckReport, ImageLimits } from '#contract/image-check';
import { nearestWith } from '#core/builds';
import type { History } from '#core/history';
import { lookAtImage } from '#core/images';
import { readTextIfThere, type System } from '#core/system';
import type { ImageBudget } from './image-budget.ts';
import { judgeImage } from './judge-image.ts';
import { imageBudgetOf, parseImageBudgets } from './parse-image.ts';
import { matchesPattern } from './pattern.ts';
import { unitNames } from './size-text.ts';

/** The size of a burrow.toml in bytes that is far from any that somebody writes. */
const maxBytes = 1_000_000;

/** Which image to check, where burrow.toml is looked for, and limits beside those in it. */
export interface CheckImageRequest {
  source: string;
  platform?: string | undefined;
  /** An absolute path. */
  dir: string;
  limits?: ImageLimits | undefined;
}

/**
 * Compares an image with the budgets for it in the nearest burrow.toml from `dir` upwards, and with `limits`. Failures: budget.file-invalid,
 * image-budget.nothing, image-budget.option-invalid, and those of `lookAtImage`; of an image that no engine has, why it has not, even if
 * an image of this name was recorded: it may be another one.
 */
export async function* checkImage(
  system: System,
  history: History,
  request: CheckImageRequest,
  signal?: AbortSignal,
): AsyncGenerator<ImageReadProgress, ImageCheckReport> {
  const given = request.limits && ofCommandLine(request.limits);
  const { file, budgets } = await budgetsIn(resolve(system.cwd, request.dir));
  // Reading an image takes long, so it is not read for nothing.
  if (!given && budgets.length === 0) throw failure('image-budget.nothing', { image: request.source, file });
  const { platform } = request;
  const source = { source: request.source, platform, read: true, signal };
  const { build, recorded: isRecorded, missing, contents } = yield* lookAtImage(system, history, source);
  if (missing) throw missing;
  const facts = build.image;
  const wanted = budgets.filter(({ name }) => name === null || isNamed(facts.ref, name));
  if (!given && wanted.length === 0) throw failure('image-budget.nothing', { image: facts.ref, file });
  const all = [...(given ? [given] : []), ...wanted];
  const recorded = await recordedBases(history, all);
  const judged = all.map((budget) =>
    judgeImage({ name: facts.ref, facts, contents, recorded }, budget, budget.line === null ? null : file),
  );
  const findings = judged.flatMap((each) => each.findings);
  return {
    image: { id: isRecorded ? build.id : null, ref: facts.ref, platform: facts.platform },
    file: wanted.length > 0 ? file : null,
    limits: judged.reduce((sum, { limits }) => sum + limits, 0),
    findings: order.flatMap((severity) => findings.filter((each) => each.severity === severity)),
  };
}

const order = ['error', 'warning', 'info'] as const;

/** Failures: image-budget.option-invalid. */
function ofCommandLine(limits: ImageLimits): ImageBudget | undefined {
  const { maxSize, measure, maxWaste, secrets, root, base } = limits;
  const entry = Object.fromEntries(
    Object.entries({ 'max-size': maxSize, measure, 'max-waste': maxWaste, secrets, root, base }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  if (Object.keys(entry).length === 0) return undefined;
  return imageBudgetOf(entry, null, (key) => {
    const option = key ?? 'max-size';
    const value = String(entry[option] ?? '');
    return failure('image-budget.option-invalid', { option, value, units: unitNames });
  });
}

/** `file` is null: there is no burrow.toml. Failures: budget.file-invalid. */
async function budgetsIn(dir: string): Promise<{ file: string | null; budgets: ImageBudget[] }> {
  const root = nearestWith(dir, 'burrow.toml');
  const file = root === null ? null : join(root, 'burrow.toml');
  const text = file === null ? null : await readTextIfThere(file, maxBytes);
  return file === null || text === null
    ? { file: null, budgets: [] }
    : { file, budgets: parseImageBudgets(text, file) };
}

/** Whether a pattern is the name of an image without its tag and digest, or with them. */
function isNamed(ref: string, pattern: string): boolean {
  const name = ref.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  return matchesPattern(pattern, name) || matchesPattern(pattern, ref);
}

/** The layers of the newest recorded image of each base that a budget names. */
async function recordedBases(
  history: History,
  budgets: readonly ImageBudget[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = new Set(budgets.flatMap(({ bases }) => bases ?? []));
  if (names.size === 0) return new Map();
  const { builds } = await history.list({ kind: 'image' });
  const found = new Map<string, readonly string[]>();
  for (const { image } of builds) {
    if (image && names.has(image.ref) && !found.has(image.ref)) {
      found.set(
        image.ref,
        image.layers.map(({ diffId }) => diffId),
      );
    }
  }
  return found;
}
