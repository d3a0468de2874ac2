import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { execa } from 'execa';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { browserLaunch } from '#testing/chromium';
import { newFolder, removeFolder } from '#testing/folders';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';
import { pathOfShell, SetupHome, setupShells } from '#testing/setup-home';
import { stressed } from '#testing/stress';
import { localSystem } from '#core/system';
import { picture } from './screenshots.ts';

/** From an empty home to a working `go` in a new terminal, and back, through the app alone. */
test.describe.configure({ mode: 'serial' });

const version = 'go1.24.9';
const { os, arch } = localSystem();
let server: ReleaseServer;
/** The toolchain, once it was installed. */
let kept = '';

test.beforeAll(async () => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  server = await startReleaseServer();
  test.skip(!(await server.offerReal(version, os, arch)), `no module proxy gives ${version}`);
  kept = await newFolder('kept', { inMemory: true });
});
test.afterAll(async () => {
  await server?.close();
  if (kept !== '') await removeFolder(kept);
});

/** The open step. */
const open = (page: Page) => page.getByRole('listitem').filter({ has: page.locator('[aria-expanded=true]') });

for (const shell of setupShells.slice(0, stressed(1, setupShells.length))) {
  test(`${shell}: a new terminal runs Go, and undoing everything gives the home back`, async ({
    browser,
  }) => {
    test.skip(pathOfShell(shell) === null, `there is no ${shell}`);
    await using home = await SetupHome.make(shell, 'nothing', {
      BURROW_GO_DL: server.dl,
      GOPROXY: server.proxy,
    });
    const goEnv = await home.home.read('.config/go/env');
    await home.write('.config/go/env', `${goEnv}GOPROXY=https://goproxy.cn,direct\n`);
    // The app starts all shells; some make files of their own at their first start.
    for (const each of setupShells) await home.first(each);
    const before = await home.everything();
    const isThere = existsSync(join(kept, 'toolchains'));
    // A copy by hard links: it is installed once.
    if (isThere) await mkdir(home.path('.burrow'), { mode: 0o700 });
    if (isThere) await execa('cp', ['-al', join(kept, 'toolchains'), home.path('.burrow')]);
    await using app = await openApp(home, browser.newContext({ viewport: { width: 1280, height: 1000 } }));
    const { page } = app;

    await page.goto(`${page.url().split('#')[0]}#/setup`);
    await expect(page.getByText('A new terminal does not run Burrow’s Go yet.')).toBeVisible();
    const leave = page.getByRole('button', { name: 'Leave them alone' });
    if (await leave.isVisible()) await leave.click();
    await expect(open(page)).toContainText('A module proxy');
    await open(page).getByRole('button', { name: 'Skip' }).click();
    if (!isThere) {
      await open(page)
        .getByRole('button', { name: `Install ${version}` })
        .click();
      await expect(open(page).getByRole('progressbar')).toBeVisible();
    }
    // Installing the first one makes it the default.
    await expect(open(page)).toContainText(isThere ? 'The default version' : 'Your shell finds it');
    if (isThere)
      await open(page)
        .getByRole('button', { name: `Make ${version} the default` })
        .click();
    await expect(open(page)).toContainText('Your shell finds it');
    await expect(open(page)).toContainText('+# >>> burrow >>>');
    await open(page).getByRole('button', { name: 'Apply' }).click();
    await expect(open(page)).toContainText('A first project');
    await open(page).getByRole('button', { name: 'Use this folder' }).click();
    await expect(open(page)).toContainText('Confirmed in a new terminal');
    await open(page).getByRole('button', { name: 'Try it' }).click();
    await expect(page.getByText(`A new terminal runs ${version}.`)).toBeVisible();
    await expect(open(page)).toContainText('$ go run .');
    if (shell === 'zsh') await picture(page, 'setup-done');

    const terminal = await home.terminal('go version; cd hello; go run .');
    expect(terminal.stdout).toContain(`go version ${version} ${os}/${arch}`);
    expect(terminal.stdout).toMatch(/hello/i);
    if (!isThere) await execa('cp', ['-al', home.path('.burrow/toolchains'), kept]);

    await page.getByRole('button', { name: 'Undo everything…' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('is deleted');
    await dialog.getByRole('button', { name: 'Undo everything', exact: true }).click();
    await expect(dialog).toContainText('Everything is undone');
    expect(await home.everything()).toEqual(before);
    expect(existsSync(home.path('.burrow'))).toBe(false);
  });
}

/** The app of this home, in a browser. */
async function openApp(
  home: SetupHome,
  opened: Promise<BrowserContext>,
): Promise<{ page: Page } & AsyncDisposable> {
  const host = home.burrow(['serve', '--json', '--no-open']);
  const [line] = (await once(createInterface(host.stdout), 'line')) as [string];
  const context = await opened;
  const page = await context.newPage();
  await page.goto((JSON.parse(line) as { url: string }).url);
  return {
    page,
    async [Symbol.asyncDispose]() {
      await context.close();
      host.kill('SIGTERM');
      await host;
    },
  };
}
