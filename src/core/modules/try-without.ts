import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { failure, isFailure } from '#contract/failure';
import type { TryWithoutEvent, TryWithoutResult } from '#contract/modules';
import { effectiveFlags } from '#core/builds';
import { compareBuilds } from '#core/comparison';
import type { History } from '#core/history';
import { acquireLockWithProgress, fileFailure, prepareHome, type System } from '#core/system';
import { ownTags } from './build-tags.ts';
import { leaveOut } from './graph.ts';
import { listProgram, onlyProgram, packagesOf } from './packages.ts';
import { type ProjectGo, projectGo } from './project-go.ts';
import { rebuild } from './rebuild.ts';
import { type Changes, changesFor, importingFiles, usesOf } from './uses.ts';
import { readProgram, type WhyRequest } from './why.ts';

/**
 * The name in staging/ and in locks/: the holder of the lock owns everything in the folder. `prune` uses it too
 * (core/toolchains/upkeep/prune/killed-work.ts).
 */
const ownName = 'without';

/**
 * Builds a program twice, as it is and without a module or package, and compares the two. Left out are blank imports of it
 * in the project's own files, and files that a build tag leaves out. Where something else uses it, nothing is built and the
 * uses are the result. The project is not touched: Go reads changed copies of its files in their place (`go help build`,
 * -overlay). Failures: modules.not-imported, modules.several-programs, modules.rebuild-failed, cancelled, disk.full,
 * home.unusable, and those of listModules.
 */
export async function* tryWithout(
  system: System,
  history: History,
  request: WhyRequest,
  signal?: AbortSignal,
): AsyncGenerator<TryWithoutEvent, TryWithoutResult> {
  const paths = await prepareHome(system);
  const folder = join(paths.staging, ownName);
  const lock = yield* acquireLockWithProgress(
    join(paths.locks, ownName),
    (): TryWithoutEvent => ({ type: 'waiting' }),
    signal,
  );
  try {
    // Left by a killed one. Its Go may still be running there, so this one uses a folder with another name.
    await rm(folder, { recursive: true, force: true });
    const work = join(folder, crypto.randomUUID());
    await mkdir(work, { recursive: true, mode: 0o700 });
    return yield* tryIn(system, history, request, work, signal);
  } catch (error) {
    throw isFailure(error) ? error : fileFailure(error, folder);
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    await lock[Symbol.asyncDispose]();
  }
}

async function* tryIn(
  system: System,
  history: History,
  request: WhyRequest,
  work: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<TryWithoutEvent, TryWithoutResult> {
  yield { type: 'looking' };
  const { target } = request;
  const go = await projectGo(system, request, signal);
  const { program, patterns, mod } = await readProgram(system, history, go, request);
  const { path: main } = onlyProgram(program);
  const targets = packagesOf(program, target);
  if (targets.size === 0) throw failure('modules.not-imported', { target, program: main });

  const tags = tagsOf(go.goflags);
  const changes = changesFor(await importingFiles(program, targets), tags, ownTags(await targetOf(go)));
  const flags = [mod, ...(await writeChanges(work, changes)), ...tagFlag(tags, changes)];
  const without = await listProgram(go, patterns, flags);
  const remaining = importingFiles(without, packagesOf(without, target));
  const left = {
    imports: changes.edited.flatMap(({ file, imports }) =>
      imports.map(({ path, line }) => ({ file, line, path })),
    ),
    tags: changes.tags,
  };
  const uses = usesOf(without, await remaining);
  if (uses.length > 0) return { outcome: 'used', target, program: main, uses };

  yield { type: 'left-out', ...left };
  const a = yield* rebuild(system, history, go, {
    which: 'with',
    output: join(work, 'with'),
    flags: [mod],
    patterns,
  });
  const b = yield* rebuild(system, history, go, {
    which: 'without',
    output: join(work, 'without'),
    flags,
    patterns,
  });
  return {
    outcome: 'rebuilt',
    target,
    program: main,
    ...left,
    packages: leaveOut(program.graph, program.roots, targets).lost.size,
    before: a.artifact?.bytes ?? 0,
    after: b.artifact?.bytes ?? 0,
    comparison: compareBuilds(a, b),
  };
}

/** The tags in GOFLAGS, separated by commas or, as before Go 1.13, by spaces. */
function tagsOf(goflags: string): Set<string> {
  const given = effectiveFlags(goflags, []).findLast((flag) => flag.startsWith('-tags='));
  return new Set(
    (given ?? '')
      .replace('-tags=', '')
      .split(/[\s,]+/)
      .filter(Boolean),
  );
}

function tagFlag(tags: ReadonlySet<string>, changes: Changes): string[] {
  if (changes.tags.length === 0) return [];
  const off = changes.tags.filter(({ on }) => !on).map(({ tag }) => tag);
  const on = changes.tags.filter((each) => each.on).map(({ tag }) => tag);
  return [`-tags=${[...[...tags].filter((tag) => !off.includes(tag)), ...on].join()}`];
}

/** Writes changed copies of files, and the list of them for Go; returns the flag that names it. */
async function writeChanges(work: string, { edited }: Changes): Promise<string[]> {
  if (edited.length === 0) return [];
  const replaced = await Promise.all(
    edited.map(async ({ file, text }, index): Promise<[string, string]> => {
      const copy = join(work, `${index}-${basename(file)}`);
      await writeFile(copy, text);
      return [file, copy];
    }),
  );
  const list = join(work, 'overlay.json');
  await writeFile(list, JSON.stringify({ Replace: Object.fromEntries(replaced) }));
  return [`-overlay=${list}`];
}

async function targetOf(go: ProjectGo): Promise<Parameters<typeof ownTags>[0]> {
  const said = JSON.parse(await go.ask(['env', '-json', 'GOOS', 'GOARCH', 'CGO_ENABLED'])) as Record<
    string,
    string
  >;
  const minor = Number(/^go1\.(\d+)/.exec(go.version)?.[1] ?? 99);
  return { os: said['GOOS'] ?? '', arch: said['GOARCH'] ?? '', cgo: said['CGO_ENABLED'] === '1', minor };
}
