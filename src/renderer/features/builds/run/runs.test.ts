import { expect, it, vi } from 'vitest';
import type { BuildRun, RunEvent } from '#contract/build-runs';

vi.mock('#shared/client.ts', () => ({ client: {}, orpc: {} }));
const { afterEvent } = await import('./runs.ts');

const run = (id: number, state: BuildRun['state']): RunEvent => ({
  type: 'run',
  run: {
    id,
    state,
    request: { dir: '/w', args: ['.'], subject: '.' },
    steps: [],
    install: null,
    command: null,
    goVersion: null,
    startedAt: '2026-11-29T12:00:00.000Z',
    durationMs: null,
    build: null,
    error: null,
  },
});
const output = (id: number, text: string, whole = false): RunEvent => ({ type: 'output', id, text, whole });

it('keeps output that comes before its run, adds to it, and replaces it where some was dropped', () => {
  const said = [
    output(1, 'a\n'),
    run(1, 'running'),
    run(2, 'running'),
    output(2, 'x\n'),
    output(1, 'b\n'),
    run(1, 'failed'),
    output(2, 'y\n', true),
  ].reduce(afterEvent, { runs: [], outputs: new Map() });
  expect(said.runs.map(({ id, state }) => [id, state])).toEqual([
    [1, 'failed'],
    [2, 'running'],
  ]);
  expect([...said.outputs]).toEqual([
    [1, 'a\nb\n'],
    [2, 'y\n'],
  ]);
  const after = afterEvent(said, { type: 'gone', id: 1 });
  expect(after.runs.map(({ id }) => id)).toEqual([2]);
  expect([...after.outputs.keys()]).toEqual([2]);
});
