import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { browserLaunch } from '#testing/chromium';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { startInChromium } from './in-chromium.ts';
import { openPort } from './own-port.ts';
import type { RunningApp } from './running-app.ts';

// The built app as a launcher of a Linux desktop starts it: with a display, and without a terminal.

const missing = browserLaunch() ? null : 'there is no Chromium';
let home: string;
let app: RunningApp;

beforeEach(async (context) => {
  if (missing) context.skip(missing);
  home = await mkdtemp(join(tmpdir(), 'burrow-launcher-'));
});
afterEach(async () => {
  await app?.quit();
  await rm(home, { recursive: true, force: true });
});

async function launch(profile: string): Promise<void> {
  await writeFile(join(home, '.bash_profile'), profile);
  const { TERM: _, ...env } = process.env;
  app = await startInChromium({
    ...env,
    DISPLAY: ':burrow',
    SHELL: '/bin/bash',
    HOME: home,
    PATH: '/usr/bin:/bin',
  });
}

test('it finds what the login shell has in PATH', async () => {
  await writeGoroot(join(home, 'go'), fakeGo('go1.26.1'));
  await launch(`export PATH='${home}/go/bin':$PATH SECRET_TOKEN=hidden\n`);
  const call = await openPort(app.page);
  expect(await call('consistency/host')).toMatchObject({
    body: { from: 'login-shell', shell: '/bin/bash' },
  });
  expect(await call('switching/current', { dir: home })).toMatchObject({
    body: { version: 'go1.26.1', path: join(home, 'go/bin/go') },
  });
  expect(JSON.stringify(app.reports)).not.toContain('hidden');
});

test('a profile that hangs does not hold the window up, and a message says so', async () => {
  await launch('sleep 600\n');
  const call = await openPort(app.page);
  const asked = call('consistency/host');
  // Files are read meanwhile.
  expect(await call('toolchains/list')).toMatchObject({ status: 200 });
  expect(await asked).toMatchObject({
    body: { from: 'unknown', reason: { code: 'environment.shell-timed-out' } },
  });
  await app.page.getByText('Burrow does not know your shell’s environment').first().waitFor();
});
