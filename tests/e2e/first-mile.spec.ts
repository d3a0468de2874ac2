import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { execa } from 'execa';
import { randomBytes } from 'node:crypto';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Build } from '#contract/build';
import type { Comparison } from '#contract/comparison';
import type { Settings } from '#contract/settings';
import { formatByteChange, formatBytes } from '#contract/units';
import { browserLaunch } from '#testing/chromium';
import { type EngineOrReason, startEngine } from '#testing/engine';
import { buildImage } from '#testing/engine-images';
import { realProxy } from '#testing/module-proxy';
import { ServedBurrow } from '#testing/served-burrow';
import { unfinishedInstalls } from '#testing/unfinished-installs';
import { picture } from './screenshots.ts';

/** A new user's first steps, with real toolchains, a real service and a real engine. Each test builds on the one before. */
test.describe.configure({ mode: 'serial' });

const newer = 'go1.26.7';
const older = 'go1.24.13';

let burrow: ServedBurrow;
let engine: EngineOrReason;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  test.skip((await realProxy()) === null, 'no module proxy: there is no Go, or GOPROXY is off');
  engine = await startEngine();
  burrow = await ServedBurrow.start(engine.engine ? { DOCKER_HOST: engine.engine.host } : {});
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(burrow.url);
});

test.afterAll(async () => {
  await context?.close();
  await burrow?.[Symbol.asyncDispose]();
  await engine?.engine?.stop();
});

function goTo(name: 'Overview' | 'Toolchains' | 'Builds' | 'Settings') {
  return page.getByRole('navigation').getByRole('link', { name }).click();
}

async function chooseInstall(query: string, version: string): Promise<void> {
  await page.getByRole('button', { name: 'Install Go…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Install Go' });
  await dialog.getByLabel('Search versions').fill(query);
  await expect(dialog.getByRole('option').first()).toContainText(version);
  await dialog.getByLabel('Source').click();
  await page.getByRole('option', { name: /^Module proxy/ }).click();
  await dialog.getByRole('button', { name: `Install ${version}` }).click();
}

test('the Overview shows the first steps', async () => {
  await expect(page).toHaveTitle('Overview · Burrow');
  await expect(page.getByText('Three steps to your first Go')).toBeVisible();
  await picture(page, 'first-start');
});

test('available releases are listed newest first, with supported ones marked and this machine preselected', async () => {
  await goTo('Toolchains');
  const actions = page.getByRole('main').getByRole('button', { name: /…$/ });
  await expect(actions).toHaveText(['Install Go…', 'Adopt existing…', 'Free space…']);
  await actions.first().click();
  const dialog = page.getByRole('dialog', { name: 'Install Go' });
  const offers = dialog.getByRole('option');
  await expect(offers.first()).toContainText('supported');
  const versions = (await offers.allTextContents()).map((text) => /go1\.(\d+)/.exec(text)?.[1]);
  expect(versions).toEqual(versions.toSorted((a, b) => Number(b) - Number(a)));
  await expect(dialog.getByText('Runs natively')).toBeVisible();
  await picture(page, 'install');
  await page.keyboard.press('Escape');
});

test('an install is cancelled, leaves nothing behind, and is started again', async () => {
  await chooseInstall('1.26.7', newer);
  const row = page.getByRole('row', { name: newer });
  await row.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(row).toContainText('Cancelled; nothing was left behind.');
  // The button is gone; the focus is on the one that took its place.
  await expect(row.getByRole('button', { name: 'Start again' })).toBeFocused();
  // The call has ended for the page, but the host is still cleaning up.
  await expect.poll(() => unfinishedInstalls(join(burrow.home, 'staging'))).toEqual([]);
  expect(await readdir(join(burrow.home, 'toolchains'))).toEqual([]);

  await row.getByRole('button', { name: 'Start again' }).press('Enter');
  await expect(row.getByRole('progressbar')).toBeVisible();
  await expect(row.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expect(row).toContainText(/MB of .* MB|Unpacking|Verifying/);
  await expect(row).toContainText('checksum database verified', { timeout: 120_000 });
  await expect(row).toContainText('native');
});

test('a second version is installed beside the first, although the page is reloaded meanwhile', async () => {
  await chooseInstall('1.24.13', older);
  const row = page.getByRole('row', { name: older });
  await expect(row.getByRole('progressbar')).toBeVisible();
  await page.reload();
  await expect(row.getByRole('progressbar')).toBeVisible();
  await expect(row).toContainText('checksum database verified', { timeout: 120_000 });
  await expect(page.getByText(`${older} is installed`)).toBeVisible();
  await picture(page, 'toolchains');
  const { toolchains } = await burrow.json<{ toolchains: { version: string; verified: boolean }[] }>('list');
  expect(toolchains.map(({ version, verified }) => [version, verified])).toEqual([
    [newer, true],
    [older, true],
  ]);
});

test('a project is opened, and the overview shows which Go runs there and why', async () => {
  await goTo('Overview');
  await page
    .getByRole('button', { name: /^Open project…/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Open a project' });
  const folder = dialog.getByLabel('Folder', { exact: true });
  await folder.fill('~/shpo');
  await folder.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('/shpo does not exist');
  await expect(folder).toHaveValue('~/shpo');
  await folder.fill('~/sh');
  await expect(dialog.getByRole('option')).toHaveText([/^shop/]);
  await expect(dialog.getByRole('button', { name: 'Open sh', exact: true })).toBeVisible();
  await folder.press('Tab');
  await expect(folder).toHaveValue('~/shop/');
  await folder.press('Enter');
  await expect(page.getByText('Which Go Burrow selects in')).toContainText('~/shop');
  const main = page.getByRole('main');
  await expect(main).toContainText('go.mod:3');
  await expect(main).toContainText('decides');
});

test('another Go is pinned with one click', async () => {
  await page.getByRole('button', { name: /^Pin/ }).click();
  await page.getByRole('menuitem', { name: newer }).click();
  await expect(page.getByRole('main')).toContainText('.go-version:1');
  expect(await readFile(join(burrow.shop, '.go-version'), 'utf8')).toContain(newer.replace('go', ''));
});

test('an editor gets a path to the pinned Go', async () => {
  await page.getByRole('button', { name: 'For editors…' }).click();
  const dialog = page.getByRole('dialog', { name: 'This project’s Go, for an editor' });
  await dialog.getByRole('button', { name: 'Create the path' }).click();
  await expect(dialog).toContainText(`Points to ${newer} now`);
  const { links } = await burrow.json<{ links: { path: string }[] }>('link', '--list');
  const path = links[0]?.path ?? '';
  await expect(dialog).toContainText(path);
  expect(await readlink(path)).toContain(newer);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('two projects run two versions in a terminal with the shims first in PATH', async () => {
  const other = join(burrow.root, 'other');
  await execa('mkdir', [other]);
  await burrow.json('use', older, '--dir', other);
  const PATH = `${join(burrow.home, 'shims')}:${process.env['PATH']}`;
  const version = async (cwd: string) =>
    (await execa('go', ['version'], { cwd, env: { ...burrow.env, PATH } })).stdout;
  expect(await version(burrow.shop)).toContain(newer);
  expect(await version(other)).toContain(older);
});

test('the service is built with both, from the command line and in the app', async () => {
  test.setTimeout(600_000);
  await goTo('Builds');
  const first = await burrow.json<{ build: Build }>('build', '--go', older, './cmd/server');
  expect(first.build).toMatchObject({ status: 'succeeded', goVersion: older, subject: './cmd/server' });
  // The open page follows the history.
  await expect(page.getByRole('row', { name: './cmd/server' })).toContainText(older);
  await page.getByRole('button', { name: 'Build…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Build' });
  await dialog.getByLabel('Package').click();
  await page.getByRole('option', { name: './cmd/server' }).click();
  await dialog.getByRole('button', { name: 'Build', exact: true }).click();
  await expect(page.getByRole('progressbar', { name: /Building/ })).toBeVisible();
  await expect(page.getByRole('row', { name: newer })).toContainText('./cmd/server', { timeout: 300_000 });
});

test('an image of it is recorded from a real engine', async () => {
  const running = engine.engine;
  test.skip(running === null, engine.reason ?? '');
  if (running === null) return;
  const server = await readFile(join(burrow.shop, 'server'));
  const dockerfile = 'FROM scratch\nCOPY . /\nENTRYPOINT ["/server"]\n';
  await buildImage(running, { ref: 'shop:v1', dockerfile, files: { server } });
  const assets = randomBytes(1_200_000);
  await buildImage(running, { ref: 'shop:v2', dockerfile, files: { server, 'assets.bin': assets } });
  const { build } = await burrow.json<{ build: Build }>(
    'image',
    'record',
    'shop:v1',
    '--project',
    burrow.shop,
  );
  expect(build.image?.sizes.engineReported).toBeGreaterThanOrEqual(server.length);

  await page.getByRole('button', { name: 'Record…' }).click();
  await page.getByRole('menuitem', { name: 'An image…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record an image' });
  await dialog.getByRole('button', { name: 'Record shop:v2' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('shop:v2');
  await goTo('Builds');
  const images = page.getByRole('row', { name: 'shop' }).filter({ hasText: 'image' });
  await expect(images).toHaveCount(2);
  await expect(images.first()).toContainText('+1.2 MB');
});

test('the builds page shows a chart of sizes and compares any two builds', async () => {
  await goTo('Overview');
  await goTo('Builds');
  await expect(page.getByRole('slider')).toBeVisible();
  await page.getByRole('button', { name: 'Which builds to draw' }).click();
  await page.getByRole('option', { name: /^\.\/cmd\/server/ }).click();
  await picture(page, 'builds');
  const { builds } = await burrow.json<{ builds: Build[] }>('history');
  const [after, before] = builds.filter(({ kind }) => kind === 'program');
  if (!after || !before) throw new Error('two builds were expected');
  await page.getByLabel(`Select ${after.id}`, { exact: true }).check();
  await page.getByLabel(`Select ${before.id}`, { exact: true }).check();
  await page.getByRole('button', { name: `Compare ${before.id} with ${after.id}` }).click();

  const comparison = await burrow.json<Comparison>('compare', before.id, after.id);
  const main = page.getByRole('main');
  await expect(main).toContainText(formatByteChange(comparison.change.change ?? 0, 'en'));
  await expect(main).toContainText(formatBytes(before.artifact?.bytes ?? 0, 'en'));
  await expect(main).toContainText(formatBytes(after.artifact?.bytes ?? 0, 'en'));
  const settings = page.getByRole('table', { name: 'Different settings' });
  await expect(settings.getByRole('row', { name: 'Go' })).toContainText([older, newer].join(''));
  await page.getByRole('tab', { name: 'Packages' }).click();
  await expect(page.getByRole('list', { name: 'Where it is' })).toContainText('runtime');
  await page.getByRole('tab', { name: 'Sections' }).click();
  await expect(page.getByRole('list', { name: 'Where it is' })).toContainText('.gopclntab');
  await page.getByRole('tab', { name: 'Modules' }).click();
  await picture(page, 'compare');
});

test('language and theme change at once and are kept', async () => {
  await goTo('Settings');
  await page.getByRole('radio', { name: '简体中文' }).click();
  await page.getByRole('radio', { name: '深色' }).click();
  await expect(page).toHaveTitle(/设置/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.getByRole('navigation')).toContainText('工具链');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('比较构建');
  await expect(page.getByRole('list', { name: '变化在哪里' })).toBeVisible();
  await picture(page, 'compare-zh-dark');
  await page.getByRole('navigation').getByRole('link', { name: '概览' }).click();
  await expect(page.getByRole('main')).toContainText(newer);
  await expect(page.getByRole('slider')).toBeVisible();
  await picture(page, 'overview-zh-dark');
});

test('everything can be reached by keyboard', async () => {
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('English');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Overview · Burrow');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Light');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await picture(page, 'overview');
  // Speech input sets off shortcuts of a single key, so they can be turned off (WCAG 2.1.4).
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog', { name: 'Open a project' })).toBeVisible();
  await page.keyboard.press('Escape');
  await goTo('Settings');
  await page.getByRole('radiogroup', { name: 'Shortcuts of a single key' }).getByText('Off').click();
  await expect.poll(async () => (await burrow.json<Settings>('settings')).singleKeys).toBe(false);
  await page.keyboard.press('p');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Open a project' })).toHaveCount(0);
});
