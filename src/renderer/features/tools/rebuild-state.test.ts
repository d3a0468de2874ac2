import { expect, it } from 'vitest';
import type { RebuildEvent, RebuiltTool } from '#contract/tools';
import { advance, idle, type Rebuild } from './rebuild-state.ts';

const begun: Rebuild = { ...idle, state: 'running' };
const result = (path: string) => ({ tool: { path }, outcome: 'rebuilt' }) as RebuiltTool;
const building = { type: 'building', path: '/bin/b', name: 'b', done: 1, total: 2, line: null } as const;

it('follows the events of a rebuild', () => {
  const events: RebuildEvent[] = [
    { type: 'waiting' },
    { type: 'planned', plan: { goVersion: 'go1.26.1', steps: [] } },
    { type: 'ended', result: result('/bin/a'), done: 1, total: 2 },
    building,
  ];
  const states = events.map((_, at) => events.slice(0, at + 1).reduce(advance, begun));
  expect(states.map(({ latest, done }) => [latest?.type, done])).toEqual([
    ['waiting', 0],
    [undefined, 0],
    [undefined, 1],
    ['building', 1],
  ]);
  expect([...(states[3]?.results.keys() ?? [])]).toEqual(['/bin/a']);
  expect(begun.results.size).toBe(0);
});
