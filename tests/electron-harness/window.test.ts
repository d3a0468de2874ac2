import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { browserLaunch } from '#testing/chromium';
import { type HarnessApp, startInChromium } from './in-chromium.ts';

// Where the window of the built app opens.

const missing = browserLaunch() ? null : 'there is no Chromium';
let home: string;
let app: HarnessApp | undefined;

beforeEach(async (context) => {
  if (missing) context.skip(missing);
  home = await mkdtemp(join(tmpdir(), 'burrow-window-'));
});
afterEach(async () => {
  await app?.quit();
  app = undefined;
  await rm(home, { recursive: true, force: true });
});

const start = async () => (app = await startInChromium({ ...process.env, BURROW_HOME: home }));
const opened = () => app?.reports.find((report) => report.type === 'window');
const remembered = async (): Promise<unknown> =>
  JSON.parse(await readFile(join(home, 'window.json'), 'utf8').catch(() => 'null'));

test('the window opens where it was, and a place is remembered soon after a change and at the end', async () => {
  const place = { x: 300, y: 200, width: 900, height: 700 };
  await writeFile(join(home, 'window.json'), JSON.stringify({ ...place, maximised: true }));
  const { reports, happen } = await start();
  expect(opened()?.place).toEqual(place);
  expect(opened()?.titleBarStyle).toBe('default');
  await expect.poll(() => reports.some(({ type }) => type === 'maximized')).toBe(true);

  const moved = { x: 10, y: 20, width: 1000, height: 600 };
  happen({ of: 'window', event: 'move', window: { bounds: moved, maximized: false } });
  await expect.poll(remembered).toEqual({ ...moved, maximised: false });

  happen({ of: 'window', event: 'resize', window: { bounds: { ...moved, width: 1100 } } });
  expect(await app?.quit()).toBe(0);
  expect(await remembered()).toEqual({ ...moved, width: 1100, maximised: false });
});
