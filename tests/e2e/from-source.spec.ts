import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import { join } from 'node:path';
import { browserLaunch } from '#testing/chromium';
import { fakeSource } from '#testing/fake-sources';
import { fakeArchive, fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';
import { ServedBurrow } from '#testing/served-burrow';
import { picture } from './screenshots.ts';

/** A Go is built from source with an installed one. Each test builds on the one before. */
test.describe.configure({ mode: 'serial' });

let server: ReleaseServer;
let burrow: ServedBurrow;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  server = await startReleaseServer();
  burrow = await ServedBurrow.start({ BURROW_GO_DL: server.dl });
  const { os, arch } = await burrow.json<{ os: string; arch: string }>('machine');
  test.skip(os === 'windows', 'make.bash does not run on Windows');
  const good = fakeGo('go1.26.1', { os, arch });
  const archive = fakeArchive(good);
  server.offerArchive(good, archive);
  server.offerSource('go1.26.1', fakeSource(good, { built: archive, takes: 3 }));
  const broken = fakeGo('go1.25.9', { os, arch });
  server.offerFake(broken);
  const make =
    'sleep 0.2; { echo "# cmd/compile"; echo "ssa/rewrite.go:12:3: undefined: boom"; } >&2; exit 2';
  server.offerSource('go1.25.9', fakeSource(broken, { make }));
  server.offerFake(fakeGo('go1.96.0', { os, arch }));
  const bootstrap = join(burrow.root, 'go1.24.9');
  await writeGoroot(bootstrap, fakeGo('go1.24.9', { os, arch }));
  await burrow.json('adopt', bootstrap);
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(burrow.url);
  await page.getByRole('navigation').getByRole('link', { name: 'Toolchains' }).click();
});

test.afterAll(async () => {
  await context?.close();
  await burrow?.[Symbol.asyncDispose]();
  await server?.close();
});

/** Opens the dialog and chooses to build this version. */
async function chooseToBuild(version: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Install Go…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Install Go' });
  await dialog.getByLabel('Search versions').fill(version);
  await expect(dialog.getByRole('option').first()).toContainText(version);
  await dialog.getByLabel('Source').click();
  await page.getByRole('option', { name: 'Build from source' }).click();
  return dialog;
}

const row = (version: string) =>
  page.getByRole('table', { name: 'Installed toolchains' }).getByRole('row').filter({ hasText: version });

test('the requirements of a build are shown before it starts', async () => {
  const dialog = await chooseToBuild('1.96.0');
  await expect(dialog.getByRole('status')).toContainText('needs go1.94.0 or newer');
  await expect(dialog.getByRole('button', { name: 'Install go1.96.0' })).toBeDisabled();
  await picture(page, 'build-needs');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
});

test('a build shows its steps and packages', async () => {
  const dialog = await chooseToBuild('1.26.1');
  await expect(dialog.getByText('It will be compiled by go1.24.9')).toBeVisible();
  await picture(page, 'build-choose');
  await dialog.getByRole('button', { name: 'Install go1.26.1' }).click();
  await expect(row('go1.26.1')).toContainText('Building · step 5 of 7 · cmd/compile/internal/ssa');
  await picture(page, 'building');
  await expect(row('go1.26.1')).toContainText('built from source, SHA-256 verified', { timeout: 60_000 });
});

test('a toolchain shows how it was built', async () => {
  await row('go1.26.1').getByRole('button', { name: 'built from source' }).click();
  await expect(page.getByText('Compiled on this machine with go1.24.9')).toBeVisible();
  await expect(page.getByText(/is bit-for-bit identical to the \w+\/\w+ archive/)).toBeVisible();
  await picture(page, 'built');
  await page.keyboard.press('Escape');
});

test('a failed build shows how it ended, and where its log is', async () => {
  const dialog = await chooseToBuild('1.25.9');
  await dialog.getByRole('button', { name: 'Install go1.25.9' }).click();
  await expect(row('go1.25.9')).toContainText('make.bash ended with exit code 2');
  await expect(row('go1.25.9')).toContainText('ssa/rewrite.go:12:3: undefined: boom');
  await expect(row('go1.25.9')).toContainText(/logs\/build-go1\.25\.9\.\w+-\w+\.log/);
  await picture(page, 'build-failed');
});
