/** Who imports what: the packages of a program, each with the packages that it imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** All packages that are reached from `roots` by imports, the roots included; not through those in `without`. Pure. */
export function reached(
  graph: ImportGraph,
  roots: Iterable<string>,
  without: ReadonlySet<string> = new Set(),
): Set<string> {
  const found = new Set<string>();
  const waiting = [...roots];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next) || without.has(next) || !graph.has(next)) continue;
    found.add(next);
    waiting.push(...(graph.get(next) ?? []));
  }
  return found;
}

/**
 * The shortest chain of imports from one of `roots` to one of `targets`, both included; of several, the first in the order
 * of the imports. Empty: there is none. Pure.
 */
export function importPath(
  graph: ImportGraph,
  roots: readonly string[],
  targets: ReadonlySet<string>,
): string[] {
  const from = new Map<string, string | null>(roots.map((root) => [root, null]));
  // A Map can grow while it is read, and keeps its order: it is the queue.
  for (const [next] of from) {
    if (targets.has(next)) {
      const path: string[] = [];
      for (let at: string | null = next; at !== null; at = from.get(at) ?? null) path.unshift(at);
      return path;
    }
    for (const each of graph.get(next) ?? []) if (graph.has(each) && !from.has(each)) from.set(each, next);
  }
  return [];
}

/** What leaving packages out of a program does to the others. */
export interface LeftOut {
  /** Reached only through them, themselves included: what they dominate, together, in the import graph. */
  lost: Set<string>;
  /** Reached from them, and from the rest of the program too. */
  shared: Set<string>;
}

/** What becomes unreachable from `roots` without `targets`, and what they share with the rest. Pure. */
export function leaveOut(
  graph: ImportGraph,
  roots: readonly string[],
  targets: ReadonlySet<string>,
): LeftOut {
  const before = reached(graph, roots);
  const after = reached(graph, roots, targets);
  const lost = new Set([...before].filter((each) => !after.has(each)));
  const below = reached(
    graph,
    [...targets].filter((each) => before.has(each)),
  );
  return { lost, shared: new Set([...below].filter((each) => after.has(each))) };
}
