import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { BuildRun } from '#contract/build-runs';
import { BuildRuns, buildTargets } from '#core/builds';
import { ShopWorld } from '#testing/shop-world';

// What one page starts, another sees, until the host ends.

let made: ShopWorld | null;
let world: ShopWorld;
let dir: string;

beforeAll(async () => {
  made = await ShopWorld.make();
  if (!made) return;
  world = made;
  dir = join(world.root, 'small');
  await mkdir(join(dir, 'cmd/bad'), { recursive: true });
  await writeFile(join(dir, 'go.mod'), 'module example.com/small\n\ngo 1.20\n');
  await writeFile(join(dir, 'main.go'), 'package main\n\nfunc main() {}\n');
  await writeFile(join(dir, 'cmd/bad/main.go'), 'package main\n\nfunc main() { return 1 }\n');
});
beforeEach((ctx) => {
  if (!made) ctx.skip('this machine has no Go');
});
afterAll(() => made?.[Symbol.asyncDispose]());

const newRuns = () => new BuildRuns(world.system, async () => world.history);

/** What a page shows that watches until `enough`. */
async function shown(runs: BuildRuns, enough: (run: BuildRun) => boolean) {
  const left = new AbortController();
  const outputs = new Map<number, string>();
  for await (const event of runs.watch(left.signal)) {
    if (event.type === 'output') {
      outputs.set(event.id, (event.whole ? '' : (outputs.get(event.id) ?? '')) + event.text);
    } else if (event.type === 'run' && enough(event.run)) {
      left.abort();
      return { run: event.run, output: outputs.get(event.run.id) ?? '' };
    }
  }
  throw new Error('the stream has ended');
}

const begun = ({ steps }: BuildRun) => steps.length > 0;
const ended = ({ state }: BuildRun) => state !== 'running' && state !== 'cancelling';

it('goes on when the page that started it is gone, and shows the next one its log', async () => {
  const runs = newRuns();
  const { id } = runs.start({ dir, args: ['./cmd/bad'], subject: './cmd/bad' });
  // The first page is left while it builds.
  await shown(runs, ({ state }) => state === 'running');
  const { run, output } = await shown(runs, ended);
  expect(run).toMatchObject({ id, state: 'failed', build: { status: 'failed' }, error: null });
  expect(run.steps.map(({ name }) => name)).toEqual(['build']);
  expect(run.command?.slice(1)).toEqual(['build', './cmd/bad']);
  expect(output).toContain('bad/main.go:3:');
  // A page that comes later still.
  expect((await shown(runs, ended)).output).toBe(output);

  runs.start({ dir, args: ['.'], subject: '.' });
  const good = await shown(runs, (each) => each.request.subject === '.' && ended(each));
  expect(good.run).toMatchObject({ state: 'succeeded', build: { status: 'succeeded' } });
  expect(good.run.steps.map(({ name }) => name)).toEqual(['build', 'analyse']);
  expect(good.run.steps.every(({ durationMs }) => durationMs !== null)).toBe(true);
  await runs.close();
});

it('takes the place of the last build of the same package, and is dismissed', async () => {
  const runs = newRuns();
  const first = runs.start({ dir, args: ['-tirmpath', '.'], subject: '.' });
  const { run, output } = await shown(runs, ended);
  expect(run.state).toBe('failed');
  expect(output).toMatch(/^flag provided but not defined: -tirmpath\n/);
  const second = runs.start({ dir: join(dir, 'gone'), args: [], subject: '.' });
  runs.dismiss(first.id);
  const { run: refused } = await shown(runs, (each) => each.id === second.id && ended(each));
  expect(refused).toMatchObject({ state: 'not-started', error: { code: 'folder.not-found' } });
  const third = runs.start({ ...refused.request, dir });
  const left = new AbortController();
  const ids = new Set<number>();
  for await (const event of runs.watch(left.signal)) {
    if (event.type !== 'run') continue;
    ids.add(event.run.id);
    if (event.run.id === third.id) left.abort();
  }
  expect([...ids]).toEqual([second.id, third.id]);
  await runs.close();
});

it('is cancelled by a page, and by the end of the host, and both are recorded', async () => {
  const runs = newRuns();
  // All of the standard library that it needs, which takes long enough.
  const slow = { dir, args: ['-a', '.'], subject: '.' };
  const { id } = runs.start(slow);
  await shown(runs, begun);
  runs.cancel(id);
  const { run } = await shown(runs, ended);
  expect(run.state).toBe('cancelled');
  const { builds: before } = await world.history.list({});
  expect(before[0]?.status).toBe('cancelled');

  const next = runs.start(slow);
  await shown(runs, (each) => each.id === next.id && begun(each));
  await runs.close();
  const { builds: after } = await world.history.list({});
  expect(after.length).toBe(before.length + 1);
  expect(after[0]?.status).toBe('cancelled');
});

it('asks the Go of the folder what it can build for', async () => {
  const targets = await buildTargets(world.system, { dir });
  expect(targets).toContainEqual({ target: 'linux/arm64', cgo: true });
  expect(targets?.length).toBeGreaterThan(30);
});
