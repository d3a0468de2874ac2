import { resolve } from 'node:path';
import { failure, isFailure } from '#contract/failure';
import type { ModuleWhy } from '#contract/modules';
import { type CallGraph, callGraphOf } from '#core/binaries';
import type { History } from '#core/history';
import type { System } from '#core/system';
import { importPath, leaveOut } from './graph.ts';
import {
  listProgram,
  mainModule,
  modFlag,
  packagesOf,
  type Program,
  programsOf,
  subjectOf,
} from './packages.ts';
import { type Asking, type ProjectGo, projectGo } from './project-go.ts';
import { savingOf } from './saving.ts';
import { type BuiltSizes, builtSizes } from './sizes.ts';

export interface WhyRequest extends Asking {
  /** The path of a module or a package. */
  target: string;
  /** The program to look at; by default what was built last, else all. */
  program?: string | undefined;
}

/**
 * Which imports lead from the programs of a project to a module or a package, and what leaving it out would save at least
 * and at most. Failures: modules.unknown, those of listModules.
 */
export async function whyModule(
  system: System,
  history: History | null,
  request: WhyRequest,
  signal?: AbortSignal,
): Promise<ModuleWhy> {
  const go = await projectGo(system, request, signal);
  const { program, sizes } = await readProgram(system, history, go, request);
  const { target } = request;
  const targets = packagesOf(program, target);
  const [first] = targets;
  if (first === undefined) {
    const selected = (await go.ask(['list', '-m', '-e', '-f={{.Path}}', 'all'])).split(/\r?\n/);
    if (!selected.includes(target)) throw failure('modules.unknown', { target });
    // The module cache may lack files that the whole graph takes and no build needs.
    const graph = await go.run(['mod', 'graph']);
    const requiredBy = graph.exitCode === 0 ? requirers(graph.stdout, target) : [];
    return { ...nothing, target, module: target, programs: program.roots, requiredBy };
  }
  const outside = leaveOut(program.graph, program.roots, targets);
  const keyOf = (path: string) => (program.packages.get(path)?.name === 'main' ? 'main' : path);
  const sizeOf = (path: string) => sizes?.packages.get(keyOf(path));
  const sized = (path: string) => ({ path, bytes: sizes ? (sizeOf(path)?.bytes ?? 0) : null });
  return {
    target,
    module: program.packages.get(first)?.module ?? null,
    programs: program.roots,
    path: importPath(program.graph, program.roots, targets),
    importers: importersOf(program, targets),
    requiredBy: [],
    own: [...targets].map(sized).toSorted(bySize),
    onlyThrough: [...outside.lost]
      .filter((each) => !targets.has(each))
      .map(sized)
      .toSorted(bySize),
    shared: outside.shared.size,
    saving: sizes && savingOf(program.graph, outside, { ...sizes, keyOf }, await callsOf(sizes)),
    build: sizes?.build ?? null,
  };
}

/** The calls of a built program; null: they are not known, or its file is not there any more. */
async function callsOf({ artifact: { path, sha256 } }: BuiltSizes): Promise<CallGraph | null> {
  try {
    return await callGraphOf(path, sha256);
  } catch (error) {
    if (isFailure(error)) return null;
    throw error;
  }
}

type Sized = ModuleWhy['own'][number];

function bySize(a: Sized, b: Sized): number {
  return (b.bytes ?? 0) - (a.bytes ?? 0);
}

const nothing: Pick<ModuleWhy, 'path' | 'importers' | 'own' | 'onlyThrough' | 'shared' | 'saving' | 'build'> =
  {
    path: [],
    importers: [],
    own: [],
    onlyThrough: [],
    shared: 0,
    saving: null,
    build: null,
  };

/** The packages of the programs to look at, and the sizes of the last build of the same program. */
export async function readProgram(
  system: System,
  history: History | null,
  go: ProjectGo,
  request: WhyRequest,
): Promise<{ program: Program; sizes: BuiltSizes | null; patterns: string[]; mod: string }> {
  const project = { dir: go.root, main: await mainModule(go) };
  const last = await builtSizes(history, project);
  const patterns = await programsOf(system, go, {
    dir: resolve(system.cwd, request.dir),
    given: request.program,
    built: last?.build.subject ?? null,
    main: project.main,
  });
  const mod = await modFlag(go);
  const program = await listProgram(go, patterns, [mod]);
  const [root, ...others] = program.roots;
  // Sizes of another program would be wrong ones.
  const isOne = root !== undefined && others.length === 0;
  const sizes = isOne ? await builtSizes(history, project, subjectOf(root, project.main)) : null;
  return { program, sizes, patterns, mod };
}

/** All packages outside `targets` that import one of them. Pure. */
export function importersOf(program: Program, targets: ReadonlySet<string>): ModuleWhy['importers'] {
  return [...program.packages.values()]
    .filter(({ path }) => !targets.has(path))
    .map(({ path, imports }) => ({ path, imports: imports.filter((each) => targets.has(each)) }))
    .filter(({ imports }) => imports.length > 0)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** From `go mod graph`: which modules require `target`. Pure. */
export function requirers(graph: string, target: string): string[] {
  const found = graph
    .split(/\r?\n/)
    .map((line) => line.split(' '))
    .filter(([, required = '']) => required.replace(/@.*$/, '') === target)
    .map(([by = '']) => by);
  return [...new Set(found)];
}
