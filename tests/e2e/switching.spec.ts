import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browserLaunch } from '#testing/chromium';
import { SwitchingWorld } from '#testing/switching-world';
import { startWebHost, type WebHost } from '#web';

/** A project with an invalid pin, and one whose pin is removed and restored. Each test builds on the one before. */
test.describe.configure({ mode: 'serial' });

let world: SwitchingWorld;
let host: WebHost;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  world = await SwitchingWorld.make({
    name: 'a broken pin',
    dir: 'shop',
    files: {
      'shop/mise.toml': '[tools]\ngo = 1.24\n',
      'shop/go.mod': 'module example.com/shop\n\ngo 1.26\n',
    },
    installed: ['go1.24.9', 'go1.26.1'],
    default: 'go1.24.9\n',
    env: { GOROOT: '/usr/lib/go-1.19' },
    expected: { unreadable: 'shop/mise.toml:2' },
  });
  host = await startWebHost(world.system);
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(host.url);
  await page
    .getByRole('button', { name: /^Open project…/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Open a project' });
  await dialog.getByLabel('Folder', { exact: true }).fill(world.dir);
  await dialog.getByLabel('Folder', { exact: true }).press('Enter');
});

test.afterAll(async () => {
  await context?.close();
  await host?.close();
  await world?.[Symbol.asyncDispose]();
});

const pin = '# ours\r\n1.24.9\r\n';
const places = () =>
  page.getByRole('list', { name: 'What can decide, highest priority first' }).getByRole('listitem');

test('a pin that cannot be read is an error, and the overridden candidates are still listed', async () => {
  await expect(page.getByRole('alert')).toContainText('mise.toml:2 does not name a Go version: "go = 1.24".');
  await expect(page.getByRole('alert')).toContainText('in quotes');
  await expect(places()).toHaveText([/mise\.toml.*unreadable/, /go\.mod.*overridden/, /Default.*overridden/]);
});

test('only a .go-version of the project itself can be removed, and the app says what runs then', async () => {
  await page.getByRole('button', { name: /^Pin/ }).click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Remove the pin' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await writeFile(join(world.dir, '.go-version'), pin);
  await writeFile(join(world.dir, 'mise.toml'), '[tools]\ngo = "1.26"\n');
  await page.reload();
  await expect(places().first()).toHaveText(/\.go-version.*decides/);
  await page.getByRole('button', { name: /^Pin/ }).click();
  await page.getByRole('menuitem', { name: 'Remove the pin' }).click();
  await expect(page.getByText('go1.26.1 now runs here.')).toBeVisible();
  await expect(places().first()).toHaveText(/mise\.toml.*decides/);
  expect(await readdir(world.dir)).not.toContain('.go-version');
});

test('the pin is restored byte for byte', async () => {
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(places().first()).toHaveText(/\.go-version.*decides/);
  expect(await readFile(join(world.dir, '.go-version'), 'utf8')).toBe(pin);
});

test('a pin above decides before the go.mod that it meets, and is too old for one that it does not', async () => {
  for (const name of ['.go-version', 'mise.toml']) await rm(join(world.dir, name));
  await writeFile(join(world.root, '.go-version'), '1.26.1\n');
  await page.reload();
  await expect(places()).toHaveText([/\.go-version.*decides/, /go\.mod.*agrees/, /Default.*overridden/]);
  await writeFile(join(world.root, '.go-version'), '1.24.9\n');
  await page.reload();
  await expect(places()).toHaveText([/go\.mod.*decides/, /\.go-version.*too old/, /Default.*overridden/]);
});

test('warns of a stale GOROOT and of a pin outside the repository, and pins its version inside', async () => {
  await writeFile(join(world.root, '.go-version'), '1.26.1\n');
  await mkdir(join(world.dir, '.git'));
  await page.reload();
  const warnings = page.getByRole('list', { name: 'Warnings' });
  await expect(warnings).toContainText(`.go-version:1 is outside the repository ${world.dir}.`);
  await warnings.getByRole('button', { name: 'Pin go1.26.1 in shop' }).click();
  await expect(page.getByText('go1.26.1 is pinned in shop').first()).toBeVisible();
  await expect(warnings).not.toContainText('outside the repository');
  await expect(warnings).toContainText('GOROOT is set to /usr/lib/go-1.19');
  expect(await readFile(join(world.dir, '.go-version'), 'utf8')).toBe('1.26.1\n');
});
