import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, localSystem, type OutputChunk, type System } from '#core/system';
import { browserLaunch } from '#testing/chromium';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { MacWorld } from '#testing/mac-world';
import { pathOfShell } from '#testing/setup-home';
import { startWebHost, type WebHost } from '#web';
import { picture } from './screenshots.ts';

/** The set-up of a new Mac whose terminal runs under Rosetta. Each test builds on the one before. */
test.describe.configure({ mode: 'serial' });

const version = 'go1.26.7';
const zsh = pathOfShell('zsh');
let mac: MacWorld;
let host: WebHost;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  test.skip(zsh === null, 'there is no zsh');
  mac = await MacWorld.make();
  mac.offer(version);
  await writeGoroot(
    join(mac.world.folder, 'sdk/go1.20.5'),
    fakeGo('go1.20.5', { os: 'darwin', arch: 'arm64' }),
  );
  await writeFile(join(mac.world.folder, '.zprofile'), 'export EDITOR=vi\n');
  host = await startWebHost(newMac(mac));
  context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  page = await context.newPage();
  await page.goto(host.url);
});

test.afterAll(async () => {
  await context?.close();
  await host?.close();
  await mac?.[Symbol.asyncDispose]();
});

/** Its zsh is a real one, and reads the profiles. A program for a Mac does not run here, so what Go prints is written down. */
function newMac({ system, world }: MacWorld): System {
  const real = localSystem();
  const env = {
    ...system.env,
    SHELL: zsh ?? '',
    PATH: '/usr/bin:/bin',
    TERM_PROGRAM: 'Apple_Terminal',
    HOME: world.folder,
  };
  return {
    ...system,
    env,
    run: (command) => real.run({ ...command, env: command.env ?? env }),
    async *stream(command: Command): AsyncGenerator<OutputChunk, { exitCode: number; durationMs: number }> {
      const folder = command.env?.['BURROW_HELLO'];
      if (folder === undefined) return yield* real.stream({ ...command, env: command.env ?? env });
      await writeFile(join(folder, 'version'), `go version ${version} darwin/arm64\n`);
      await writeFile(
        join(folder, 'env'),
        JSON.stringify({ GOVERSION: version, GOPROXY: 'https://goproxy.cn,direct' }),
      );
      await writeFile(join(folder, 'output'), 'hello from go\n');
      yield { stream: 'stdout', text: command.env?.['BURROW_MARK'] ?? '' };
      return { exitCode: 0, durationMs: 1 };
    },
  };
}

const open = () => page.getByRole('listitem').filter({ has: page.locator('[aria-expanded=true]') });
const step = (title: string) => page.getByRole('listitem').filter({ hasText: title });

test('a first start opens the set-up, which explains a terminal under Rosetta', async () => {
  await expect(page.getByRole('heading', { name: 'Set up this Mac' })).toBeVisible();
  await expect(open()).toContainText('This terminal runs under Rosetta');
  await expect(open()).toContainText('turn off "Open using Rosetta"');
  await picture(page, 'setup-rosetta');
  await open().getByRole('button', { name: 'Skip' }).click();
});

test('a Go that is there is adopted, and left again', async () => {
  await expect(open()).toContainText('Go that is already here');
  await open().getByLabel('go1.20.5').check();
  await open().getByRole('button', { name: 'Adopt it' }).click();
  const found = step('Go that is already here');
  await found.getByRole('button', { name: 'Undo' }).click();
  await expect(found.getByRole('button', { name: 'Undo' })).toBeHidden();
  if ((await found.locator('[aria-expanded=true]').count()) === 0) {
    await found.getByRole('button', { name: /^Go that/ }).click();
  }
  await found.getByRole('button', { name: 'Leave them alone' }).click();
  await expect(found).toContainText('skipped');
});

test('proxies are measured, and one is chosen', async () => {
  await expect(open()).toContainText('A module proxy');
  await open().getByRole('button', { name: 'Measure' }).press('Enter');
  await expect(step('A module proxy')).toContainText(
    /Go (gets modules|stops|waits|refuses)|No proxy|measured/,
  );
  // Where a proxy works, the step is done by itself.
  const skip = step('A module proxy').getByRole('button', { name: 'Skip' });
  if (await skip.isVisible()) await skip.click({ timeout: 5000 }).catch(() => undefined);
});

test('a download is cancelled, goes on after a reload, and arrives', async () => {
  mac.world.server.fail({ path: /arm64/, kind: 'stall', times: 2 });
  await expect(open()).toContainText('A Go toolchain');
  await open()
    .getByRole('button', { name: `Install ${version}` })
    .click();
  await expect(open().getByRole('progressbar')).toBeVisible();
  await page.reload();
  await expect(open().getByRole('progressbar')).toBeVisible();
  await open().getByRole('button', { name: 'Cancel' }).click();
  await expect(open()).toContainText('Cancelled.');
  mac.world.server.heal();
  await open()
    .getByRole('button', { name: `Install ${version}` })
    .click();
  await expect(step('The default version')).toContainText(version);
});

test('the shell finds it, after the difference was shown', async () => {
  await expect(open()).toContainText('Your shell finds it');
  await expect(open()).toContainText('~/.zprofile');
  await expect(open()).toContainText('+# >>> burrow >>>');
  await picture(page, 'setup-shell');
  await open().getByRole('button', { name: 'Apply' }).click();
  await expect(step('Your shell finds it')).toContainText('confirmed');
  expect(await readFile(join(mac.world.folder, '.zprofile'), 'utf8')).toContain('>>> burrow >>>');
});

test('a first program runs in a new terminal', async () => {
  await expect(open()).toContainText('A first project');
  await open().getByRole('button', { name: 'Use this folder' }).click();
  await expect(open()).toContainText('Confirmed in a new terminal');
  await open().getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByText(`A new terminal runs ${version}.`)).toBeVisible();
  await expect(open()).toContainText('In zsh');
  await expect(open()).toContainText('hello from go');
});

test('it is the same in Chinese, on a narrow and dark screen', async ({ browser }) => {
  const other = await browser.newContext({
    storageState: await context.storageState(),
    locale: 'zh-CN',
    colorScheme: 'dark',
    viewport: { width: 640, height: 820 },
  });
  const chinese = await other.newPage();
  await chinese.goto(`${new URL(page.url()).origin}/#/setup`);
  await expect(chinese.getByText(`新终端运行 ${version}。`)).toBeVisible();
  const wide = await chinese.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect(wide).toBeLessThanOrEqual(0);
  await chinese.setViewportSize({ width: 1280, height: 820 });
  await picture(chinese, 'setup-zh-dark');
  await other.close();
});

test('leaving it is remembered', async () => {
  await page
    .getByRole('button', { name: 'Later' })
    .or(page.getByRole('button', { name: 'Go to Overview' }))
    .click();
  await expect(page).toHaveTitle('Overview · Burrow');
  await page.reload();
  await expect(page).toHaveTitle('Overview · Burrow');
  await page.goto(`${new URL(page.url()).origin}/#/setup`);
  await expect(page.getByText(`A new terminal runs ${version}.`)).toBeVisible();
});

test('everything is undone', async () => {
  await page.getByRole('button', { name: 'Undo everything…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('~/.zprofile');
  await expect(dialog).toContainText('gets its old content back');
  await picture(page, 'setup-undo');
  await dialog.getByRole('button', { name: 'Undo everything', exact: true }).click();
  await expect(dialog).toContainText('Everything is undone');
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  expect(await readFile(join(mac.world.folder, '.zprofile'), 'utf8')).toBe('export EDITOR=vi\n');
  expect(existsSync(join(mac.world.folder, 'hello'))).toBe(false);
  expect(existsSync(join(mac.world.root, 'toolchains', `${version}.darwin-arm64`))).toBe(false);
});
