import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { execa } from 'execa';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browserLaunch } from '#testing/chromium';
import { exampleSnapshot } from '#testing/example-snapshots';
import { ServedBurrow } from '#testing/served-burrow';
import { picture } from './screenshots.ts';

/** A machine whose variables and profile change between two snapshots. */
test.describe.configure({ mode: 'serial' });

let burrow: ServedBurrow;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  test.skip((await execa('go', ['version'], { reject: false })).exitCode !== 0, 'there is no Go');
  burrow = await ServedBurrow.start({ SHELL: '/bin/sh', GOFLAGS: '' });
  context = await browser.newContext();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await context.newPage();
  await page.goto(burrow.url);
  await page.getByRole('navigation').getByRole('link', { name: 'Environment' }).click();
});

test.afterAll(async () => {
  await context?.close();
  await burrow?.[Symbol.asyncDispose]();
});

const card = () =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: "This machine's past" }) });
const rows = () => page.getByRole('list', { name: "This machine's past" }).getByRole('listitem');
const dialog = () => page.getByRole('dialog', { name: 'What changed' });
const differences = () => dialog().getByRole('list', { name: 'What differs' }).getByRole('listitem');
const take = () => card().getByRole('button', { name: 'Take a snapshot' }).click();

test('the empty card says what a snapshot is for, and takes the first one', async () => {
  await expect(card()).toContainText('No snapshot yet');
  await take();
  await expect(rows()).toHaveCount(1);
  await expect(rows()).toContainText('The first snapshot');
  await take();
  await expect(page.getByText('Nothing has changed since s1')).toBeVisible();
  await expect(rows()).toHaveCount(1);
});

test('a change is told in a sentence, and compared with value, file and line', async () => {
  await mkdir(join(burrow.root, '.config/go'), { recursive: true });
  await writeFile(join(burrow.root, '.config/go/env'), 'GOPRIVATE=corp.test\nGOFLAGS=-mod=mod\n');
  await writeFile(join(burrow.root, '.profile'), 'export SHOP=1\n');
  await take();
  await expect(rows()).toHaveCount(2);
  await expect(rows().first()).toContainText('GOFLAGS is -mod=mod instead of empty and 2 more changes');
  await rows().first().getByRole('button', { name: 'Compare s2 with the one before…' }).click();
  await expect(differences()).toHaveCount(3);
  await expect(differences().nth(0)).toContainText('After-mod=mod · ~/.config/go/env:2');
  await expect(differences().nth(1)).toContainText('GOPRIVATE is corp.test instead of empty');
  await expect(differences().nth(2)).toContainText('~/.profile is new');
  await picture(page, 'snapshots-compare');
  await page.keyboard.press('Escape');
});

test('the machine as it is now is compared with a file of another one', async () => {
  await rows().first().getByRole('button', { name: 'Actions for s2' }).click();
  await page.getByRole('menuitem', { name: 'Compare with now…' }).click();
  await expect(dialog()).toContainText('Nothing differs.');
  await dialog().getByLabel('To').click();
  await page.getByRole('option', { name: 'A file of another machine…' }).click();
  await expect(dialog()).toContainText('Choose the file first.');
  await dialog().getByLabel('Or paste its content').fill('{"name":"mine"}');
  await expect(dialog().getByRole('alert')).toContainText(
    'another machine cannot be used: it is another kind of file.',
  );
  const other = exampleSnapshot({ go: { version: 'go1.20.3', goroot: '/usr/local/go' } });
  await dialog()
    .getByLabel('Choose a file')
    .last()
    .setInputFiles({
      name: 'a.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(other)),
    });
  await expect(differences().first()).toContainText('go1.20.3 runs instead of go1.');
  await page.keyboard.press('Escape');
});

test('a snapshot is copied as the command line writes it', async () => {
  await rows().last().getByRole('button', { name: 'Actions for s1' }).click();
  await page.getByRole('menuitem', { name: 'Copy' }).click();
  await expect(page.getByText('Snapshot s1 is copied')).toBeVisible();
  const copied: unknown = JSON.parse(await page.evaluate<string>('navigator.clipboard.readText()'));
  expect(copied).toMatchObject({ format: 'burrow-environment', system: { os: 'linux' } });
  await picture(page, 'snapshots');
});
