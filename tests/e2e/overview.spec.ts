import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { execa } from 'execa';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browserLaunch } from '#testing/chromium';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { ServedBurrow } from '#testing/served-burrow';
import { picture } from './screenshots.ts';

/** Whether the page says what new terminals really run. Each test builds on the one before. */
test.describe.configure({ mode: 'serial' });

let burrow: ServedBurrow;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  burrow = await ServedBurrow.start({ SHELL: '/bin/bash' });
  for (const version of ['go1.26.1', 'go1.20.3']) await writeGoroot(goroot(version), fakeGo(version));
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(burrow.url);
});

test.afterAll(async () => {
  await context?.close();
  await burrow?.[Symbol.asyncDispose]();
});

const goroot = (version: string) => join(burrow.root, version);
const health = () =>
  page.locator('section', { has: page.getByRole('heading', { name: /^Go in a new terminal/ }) }).first();
const problems = () => page.getByRole('region', { name: 'Problems' });
const checkAgain = () => health().getByRole('button', { name: 'Check again' }).click();

/** The first `go` in the PATH of a new terminal; empty if there is none. */
async function goOfBash(): Promise<string> {
  const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  const { stdout } = await execa('/bin/bash', ['-lic', 'command -v go'], {
    env: { HOME: burrow.root, PATH },
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
  });
  return stdout.trim().split('\n').at(-1) ?? '';
}

test('without any Go, it says what a terminal runs, and leads to the set-up', async () => {
  const go = await goOfBash();
  await expect(health()).toContainText(go === '' ? 'A new terminal finds no Go.' : `A new terminal runs`);
  await expect(health()).toContainText('~/.burrow/shims is not in PATH.');
  // Only one button of the page leads there.
  await expect(page.getByRole('main').getByRole('button', { name: 'Set up…' })).toHaveCount(1);
  await expect(problems().getByRole('status')).toHaveCount(0);
  await picture(page, 'overview-nothing');
});

test('it is well once a new terminal runs what Burrow selects', async () => {
  for (const version of ['go1.26.1', 'go1.20.3']) await burrow.json('adopt', goroot(version));
  await burrow.json('use', '1.26.1', '--global');
  await burrow.json('use', '1.26.1', '--dir', burrow.shop);
  await page.reload();
  // A Go is selected, and only PATH is missing.
  await expect(health()).toContainText('burrow shell apply');
  await expect(health().getByRole('button', { name: 'Set up…' })).toBeVisible();
  await burrow.json('shell', 'apply', '--yes', '--shell', 'bash');
  await checkAgain();
  await expect(health()).toContainText('selected by Burrow');
  await expect(health().getByText('go1.26.1', { exact: true })).toBeVisible();
  await expect(health()).not.toContainText('not in PATH');
  expect(await goOfBash()).toBe(join(burrow.home, 'shims/go'));
});

test('another Go in front is what runs, and its line is named', async () => {
  const profile = join(burrow.root, '.profile');
  const lines = `${await readFile(profile, 'utf8')}\nexport PATH='${goroot('go1.20.3')}/bin':$PATH\n`;
  await writeFile(profile, lines);
  const line = lines.split('\n').length - 1;
  await checkAgain();
  await expect(health().getByText('go1.20.3', { exact: true })).toBeVisible();
  await expect(health()).toContainText('not go1.26.1, which Burrow selects');
  await expect(health()).toContainText(`(~/.profile:${line}).`);
  // An interactive bash without a login reads another file, which is said among the problems: "…, so go1.26.1 runs".
  await expect(page.getByRole('main')).not.toContainText(/(?<!so )go1\.26\.1 runs/);
  expect(await goOfBash()).toBe(join(goroot('go1.20.3'), 'bin/go'));
  await expect(problems().getByRole('listitem').first()).toBeVisible();
  await picture(page, 'overview-other-go');
  await health().getByRole('button', { name: 'Show the line…' }).click();
  await expect(page).toHaveTitle('Environment · Burrow');
});

test('a shell without an answer is unknown, with the reason', async () => {
  await writeFile(join(burrow.root, '.profile'), 'exit 0\n');
  await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click();
  await checkAgain();
  await expect(health()).toContainText('Unknown');
  await expect(health()).toContainText('/bin/bash ended without an answer.');
});

test('the palette finds by English words in Chinese, too', async ({ browser }) => {
  await using chinese = await browser.newContext({
    locale: 'zh-CN',
    storageState: await context.storageState(),
  });
  const tab = await chinese.newPage();
  await tab.goto(`${new URL(burrow.url).origin}/#/?project=${encodeURIComponent(burrow.shop)}`);
  await expect(tab.getByText('新终端中的 Go')).toContainText('~/shop');
  await tab.keyboard.press('Control+K');
  for (const [word, name] of [
    ['setup', '初始设置'],
    ['doctor', '诊断'],
    ['default', '将 go1.20.3 设为默认版本'],
    ['verify', '校验 go1.26.1…'],
    ['unpin', '取消 shop 的固定版本'],
    ['proxies', '模块代理'],
    ['variables', 'Go 的变量'],
    ['undo', '撤销对配置文件的更改…'],
    ['snapshots', '本机的快照'],
  ] as const) {
    await tab.getByRole('combobox').fill(word);
    await expect(tab.getByRole('option').filter({ hasText: name }).first()).toBeVisible();
  }
});
