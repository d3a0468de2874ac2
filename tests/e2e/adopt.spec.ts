import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browserLaunch } from '#testing/chromium';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { ServedBurrow } from '#testing/served-burrow';
import { picture } from './screenshots.ts';

/** Toolchains of other managers are found, adopted and removed again. Each test builds on the one before. */
test.describe.configure({ mode: 'serial' });

let burrow: ServedBurrow;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  burrow = await ServedBurrow.start();
  const { arch } = await burrow.json<{ arch: string }>('machine');
  for (const [path, version, target] of [
    ['sdk/go1.26.1', 'go1.26.1', arch],
    ['.g/versions/1.26.1', 'go1.26.1', arch],
    ['.goenv/versions/1.25.3', 'go1.25.3', arch],
    ['.go/go1.23.4', 'go1.23.4', arch],
    ['.asdf/installs/golang/1.24.9/go', 'go1.24.9', arch === 'arm64' ? 'amd64' : 'arm64'],
  ] as const) {
    await writeGoroot(join(burrow.root, path), fakeGo(version, { arch: target }));
  }
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(burrow.url);
  await page.getByRole('navigation').getByRole('link', { name: 'Toolchains' }).click();
});

test.afterAll(async () => {
  await context?.close();
  await burrow?.[Symbol.asyncDispose]();
});

test('toolchains that were found can be selected, each version once', async () => {
  await page.getByRole('button', { name: 'Adopt existing…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Adopt existing toolchains' });
  const box = (version: string, path: string) =>
    dialog.getByRole('checkbox', { name: `Adopt ${version} from ${join(burrow.root, path)}` });
  const one = box('go1.26.1', 'sdk/go1.26.1');
  const other = box('go1.26.1', '.g/versions/1.26.1');
  await one.check();
  await other.check();
  await expect(one).not.toBeChecked();
  await one.check();
  await expect(other).not.toBeChecked();
  await box('go1.25.3', '.goenv/versions/1.25.3').check();
  await picture(page, 'adopt');
  await dialog.getByRole('button', { name: 'Adopt 2' }).click();
  await expect(dialog).toBeHidden();
});

test('adopted toolchains are listed with their owner', async () => {
  const rows = page.getByRole('table', { name: 'Installed toolchains' }).getByRole('row');
  await expect(rows.filter({ hasText: 'go1.26.1' })).toContainText('adopted from ~/sdk/go1.26.1');
  await expect(rows.filter({ hasText: 'go1.25.3' })).toContainText('adopted from ~/.goenv/versions/1.25.3');
  await picture(page, 'adopted');
});

test('a smoke test shows the step that fails, its output, and why the others were skipped', async () => {
  await page.getByRole('button', { name: 'Actions for go1.25.3' }).click();
  await page.getByRole('menuitem', { name: 'Try it out…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Try out go1.25.3' });
  await expect(dialog.getByText('go1.25.3 does not work.')).toBeVisible();
  const steps = dialog.getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await expect(steps).toHaveCount(6);
  await expect(steps.first()).toContainText('go version');
  await expect(steps.first()).toContainText(/failed \d/);
  await expect(steps.first().getByLabel('Its output')).not.toBeEmpty();
  await expect(steps.last()).toContainText('skipped: an earlier step failed');
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await expect(dialog).toBeHidden();
});

test('removing an adopted toolchain keeps its files', async () => {
  await page.getByRole('button', { name: 'Actions for go1.26.1' }).click();
  await page.getByRole('menuitem', { name: 'Forget…' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Forget go1.26.1?' });
  await expect(dialog).toContainText('~/sdk/go1.26.1 are not changed');
  await dialog.getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByText('Burrow no longer uses go1.26.1')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Actions for go1.26.1' })).toHaveCount(0);
  expect(await readFile(join(burrow.root, 'sdk/go1.26.1/VERSION'), 'utf8')).toContain('go1.26.1');
  const names = await readdir(join(burrow.home, 'toolchains'));
  expect(names.filter((name) => name.startsWith('go1.26.1'))).toEqual([]);
});

test('a manager is taken over completely, and its lines in profiles are listed with file and line number', async () => {
  const profile = 'alias l=ls\nexport PATH="$HOME/.go/bin:$HOME/go/bin:$PATH"\n';
  await writeFile(join(burrow.root, '.zshrc'), profile);
  await page.getByRole('button', { name: 'Adopt existing…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Adopt existing toolchains' });
  await dialog.getByRole('combobox', { name: 'Switching from another version manager?' }).click();
  await page.getByRole('option', { name: 'goup' }).click();
  await dialog.getByRole('button', { name: 'Take over' }).click();
  await expect(dialog.getByRole('status')).toContainText('go1.23.4 is adopted');
  await expect(dialog.getByText('go1.23.4 is adopted')).toBeInViewport();
  const lines = dialog.getByRole('region', { name: 'once you no longer use goup' });
  await expect(lines.getByRole('listitem')).toHaveText(/\.zshrc:2.*Keep in PATH: \$HOME\/go\/bin$/);
  expect(await readFile(join(burrow.root, '.zshrc'), 'utf8')).toBe(profile);
});

test('an adopted default that is gone is replaced by what its manager has now', async () => {
  await burrow.json('use', '1.25.3', '--global');
  const versions = join(burrow.root, '.goenv/versions');
  const { arch } = await burrow.json<{ arch: string }>('machine');
  await writeGoroot(join(versions, '1.25.9'), fakeGo('go1.25.9', { arch }));
  await rm(join(versions, '1.25.3'), { recursive: true });
  const project = join(burrow.root, 'plain');
  await mkdir(project);
  await page.keyboard.press('Escape');
  await page.goto(`${new URL(page.url()).origin}/#/?project=${encodeURIComponent(project)}`);
  await expect(
    page.getByText('go1.25.3, which was adopted from ~/.goenv/versions/1.25.3 (goenv)'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Install go1.25.3' })).toBeVisible();
  await picture(page, 'adopted-gone');
  await page.getByRole('button', { name: 'Adopt go1.25.9 and make it the default' }).click();
  await expect(page.getByText('go1.25.9 is now the default')).toBeVisible();
  await expect(page.getByText('no longer there')).toHaveCount(0);
  expect(await readFile(join(burrow.home, 'default'), 'utf8')).toBe('go1.25.9\n');
});
