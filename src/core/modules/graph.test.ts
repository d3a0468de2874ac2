import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ImportGraph, importPath, leaveOut, reached } from './graph.ts';

function graphOf(edges: Record<string, string>): ImportGraph {
  return new Map(Object.entries(edges).map(([from, to]) => [from, to.split(' ').filter(Boolean)]));
}

const program = graphOf({
  main: 'api log',
  api: 'gin log',
  gin: 'yaml http',
  yaml: 'scanner strings',
  scanner: 'strings',
  http: 'strings',
  log: 'runtime',
  strings: 'runtime',
  runtime: '',
});

it.each<[string[], string[]]>([
  [['yaml'], ['main', 'api', 'gin', 'yaml']],
  [['runtime'], ['main', 'log', 'runtime']],
  [
    ['scanner', 'yaml'],
    ['main', 'api', 'gin', 'yaml'],
  ],
  [['main'], ['main']],
  [['absent'], []],
])('the shortest way to %j is %j', (targets, path) => {
  expect(importPath(program, ['main'], new Set(targets))).toEqual(path);
});

it.each<[string[], string[], string[]]>([
  [['yaml'], ['scanner', 'yaml'], ['runtime', 'strings']],
  [['gin'], ['gin', 'http', 'scanner', 'strings', 'yaml'], ['runtime']],
  [
    ['scanner', 'http'],
    ['http', 'scanner'],
    ['runtime', 'strings'],
  ],
  [['log'], ['log'], ['runtime']],
  [['absent'], [], []],
])('without %j the program loses %j', (targets, lost, shared) => {
  const found = leaveOut(program, ['main'], new Set(targets));
  expect([...found.lost].toSorted()).toEqual(lost);
  expect([...found.shared].toSorted()).toEqual(shared);
});

/** Every way from a root to `to` that visits no package twice, by trying all. */
function* ways(
  graph: ImportGraph,
  at: string,
  to: string,
  seen: readonly string[] = [],
): Generator<string[]> {
  if (seen.includes(at)) return;
  const way = [...seen, at];
  if (at === to) yield way;
  for (const next of graph.get(at) ?? []) yield* ways(graph, next, to, way);
}

const smallGraph = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 14 }).map((edges): ImportGraph => {
  const names = [0, 1, 2, 3, 4, 5, 6].map(String);
  return new Map(
    names.map((from) => [from, edges.filter(([a]) => String(a) === from).map(([, b]) => String(b))]),
  );
});

it('what is lost are the packages to which every way leads through those left out: what they dominate', () => {
  fc.assert(
    fc.property(smallGraph, fc.subarray(['1', '2', '3', '4', '5', '6']), (graph, left) => {
      const targets = new Set(left);
      const { lost, shared } = leaveOut(graph, ['0'], targets);
      for (const each of graph.keys()) {
        const all = [...ways(graph, '0', each)];
        const through = all.filter((way) => way.some((step) => targets.has(step)));
        expect(lost.has(each)).toBe(all.length > 0 && through.length === all.length);
        expect(reached(graph, ['0']).has(each)).toBe(all.length > 0);
        if (shared.has(each)) expect(through.length).toBeLessThan(all.length);
      }
      const way = importPath(graph, ['0'], targets);
      const lengths = left.flatMap((to) => [...ways(graph, '0', to)].map(({ length }) => length));
      expect(way.length).toBe(lengths.length === 0 ? 0 : Math.min(...lengths));
    }),
  );
});
