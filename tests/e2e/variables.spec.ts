import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browserLaunch } from '#testing/chromium';
import { ServedBurrow } from '#testing/served-burrow';
import { picture } from './screenshots.ts';

/** Someone's Go file with a value that keeps Go from running, and one with which builds fail. */
test.describe.configure({ mode: 'serial' });

const goFile = 'GOPATH=~/go\nGOPRIVATE=*.corp.example, b.example\n';
let burrow: ServedBurrow;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  burrow = await ServedBurrow.start({ SHELL: '/bin/bash' });
  await mkdir(join(burrow.root, '.config/go'), { recursive: true });
  await writeFile(join(burrow.root, '.config/go/env'), goFile);
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(burrow.url);
});

test.afterAll(async () => {
  await context?.close();
  await burrow?.[Symbol.asyncDispose]();
});

const read = (name: string) => readFile(join(burrow.root, name), 'utf8');
const row = (name: string) =>
  page.getByRole('table', { name: 'What Go sees' }).getByRole('row').filter({ hasText: name });

test('a value that stops Go is named with its line, and mended with one click', async () => {
  await page.getByRole('navigation').getByRole('link', { name: 'Environment' }).click();
  const worst = row('keeps every go command from running');
  await expect(worst).toContainText('GOPATH=~/go');
  await expect(worst).toContainText('.config/go/env:1');
  await picture(page, 'variables');
  await worst.getByRole('button', { name: `Use ${burrow.root}/go` }).click();
  await expect(page.getByText('keeps every go command from running')).toHaveCount(0);
  expect(await read('.config/go/env')).toContain(`GOPATH=${burrow.root}/go\n`);
  await page.getByRole('dialog', { name: 'GOPATH changed' }).getByRole('button', { name: 'Undo' }).click();
  await expect(row('keeps every go command from running')).toBeVisible();
  expect(await read('.config/go/env')).toBe(goFile);
});

test('a value with which builds would fail is refused in the words of the error', async () => {
  await page.getByRole('button', { name: 'Change GOPRIVATE' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change GOPRIVATE' });
  await expect(dialog.getByLabel('Value')).toHaveValue('*.corp.example, b.example');
  await expect(dialog.getByRole('alert')).toContainText('matches no module');
  await expect(dialog.getByRole('button', { name: 'Set it' })).toBeDisabled();
  await dialog.getByLabel('Value').fill('*.corp.example');
  await expect(dialog.getByText('+GOPRIVATE=*.corp.example')).toBeVisible();
  await picture(page, 'variables-change');
  await dialog.getByLabel('Value').press('Enter');
  await expect(dialog).toHaveCount(0);
  expect(await read('.config/go/env')).toContain('GOPRIVATE=*.corp.example\n');
});

test('a variable of one’s own goes into every shell, and is taken out again', async () => {
  await page.getByRole('button', { name: 'Set a variable…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set a variable' });
  await dialog.getByLabel('Variable').fill('EDITOR_TOKEN');
  await dialog.getByLabel('Value').fill("it's $5");
  await expect(dialog).toContainText('No profile reads these files yet');
  await expect(dialog.getByText('+export EDITOR_TOKEN=***')).toBeVisible();
  await dialog.getByRole('button', { name: 'Set it' }).click();
  await expect(row('EDITOR_TOKEN')).toContainText('a variable of your own');
  await expect(row('EDITOR_TOKEN')).toContainText('env.sh:');
  expect(await read('.burrow/env.sh')).toContain(String.raw`export EDITOR_TOKEN='it'\''s $5'`);
  await page.getByRole('button', { name: 'Unset EDITOR_TOKEN' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unset', exact: true }).click();
  // While a dialog is open, the rows are not reachable.
  await expect(page.getByRole('dialog', { name: 'Unset EDITOR_TOKEN' })).toHaveCount(0);
  await expect(row('EDITOR_TOKEN')).toHaveCount(0);
  expect(await read('.burrow/env.sh')).not.toContain('EDITOR_TOKEN');
});

test('for one project, the lines are shown and nothing is written', async () => {
  await page.getByRole('button', { name: 'Set a variable…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set a variable' });
  await dialog.getByLabel('Variable').fill('GOFLAGS');
  await dialog.getByLabel('Value').fill('-mod=mod');
  await dialog.getByRole('radio', { name: 'One project' }).click();
  await expect(dialog).toContainText("export GOFLAGS='-mod=mod'");
  await expect(dialog.getByRole('button', { name: 'Set it' })).toHaveCount(0);
  await page.keyboard.press('Escape');
});

test('all variables are found by name and by value', async () => {
  await page.getByRole('radio', { name: /^all · \d+$/ }).click();
  await expect(row('GOARCH')).toContainText('Go’s default');
  await page.getByRole('button', { name: 'Show C compiler flags' }).click();
  await expect(row('CGO_CFLAGS').first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search names and values' }).fill('goproxy');
  await expect(row('GOPROXY')).toBeVisible();
  await expect(row('GOARCH')).toHaveCount(0);
});
