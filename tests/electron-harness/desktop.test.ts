import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { browserLaunch } from '#testing/chromium';
import { writeAppLink } from '#contract/app-link';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';
import { type HarnessApp, startInChromium } from './in-chromium.ts';
import { type Call, openPort } from './own-port.ts';
import type { Report } from './stub/report.ts';

// What the built app shows outside of its page, as a packaged app on a Mac that a link has started.

const missing = browserLaunch() ? null : 'there is no Chromium';
let folder: string;
let releases: ReleaseServer;
let home: string;
let shop: string;
let tool: string;
let app: HarnessApp;
let call: Call;

beforeAll(async () => {
  if (missing) return;
  folder = await mkdtemp(join(tmpdir(), 'burrow-desktop-'));
  home = join(folder, 'home');
  [shop, tool] = [join(folder, 'R&D shop'), join(folder, 'tool')];
  for (const each of [home, shop, tool]) await mkdir(each, { mode: 0o700 });
  await writeFile(join(shop, '.go-version'), '1.26.1\n');
  releases = await startReleaseServer();
  releases.offerFake({ version: 'go1.26.2', os: 'linux', arch: 'amd64', padding: 400_000 });
  app = await startInChromium(
    { ...process.env, BURROW_HOME: home, HOME: folder, BURROW_GO_DL: releases.dl },
    { platform: 'darwin', packaged: true, args: ['burrow://compare?a=b7&b=b12'] },
  );
  call = await openPort(app.page);
});
afterAll(async () => {
  if (missing) return;
  await app.quit();
  await releases.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach((context) => {
  if (missing) context.skip(missing);
});

const reported = <Type extends Report['type']>(type: Type) =>
  app.reports.filter((report): report is Extract<Report, { type: Type }> => report.type === type);
const labels = (type: 'tray' | 'dock') => reported(type).at(-1)?.labels;
const link = (path: string) => writeAppLink({ to: 'builds', path });
const projects = async () => JSON.stringify((await call('projects/list')).body);
const install = async () => {
  const version = { version: '1.26.2', os: 'linux', arch: 'amd64', from: 'official' };
  expect(await call('installs/start', version)).toMatchObject({ status: 200 });
  const list = async () => JSON.stringify((await call('toolchains/list')).body);
  await expect.poll(list, { timeout: 30_000 }).toContain('"go1.26.2"');
};
const isRunning = (label: string) => /^Installing go1\.26\.2 · \d+%$/.test(label);
const route = () => decodeURIComponent(new URL(app.page.url()).hash.slice(1));

test('the link that started the app leads to its page', () => {
  expect(route()).toBe('/compare?a=b7&b=b12');
});

test('a packaged app opens links, and says so to the command line', async () => {
  expect(reported('protocol')).toEqual([{ type: 'protocol', scheme: 'burrow' }]);
  await expect
    .poll(() => readFile(join(home, 'link-handler'), 'utf8').catch(() => ''))
    .toBe(`${process.execPath}\n`);
});

test('on a Mac the page is moved by its top and leaves room for the window’s buttons, except in full screen', async () => {
  const { page, happen } = app;
  expect(reported('window')[0]?.titleBarStyle).toBe('hiddenInset');
  const logo = page.locator('nav').getByText('Burrow', { exact: true });
  const regions = () =>
    page.evaluate(`['header', 'header button', 'nav', 'nav a', 'nav button', 'main'].map((place) =>
      getComputedStyle(document.querySelector(place)).getPropertyValue('-webkit-app-region'))`);
  await logo.waitFor({ state: 'hidden' });
  expect(await regions()).toEqual(['drag', 'no-drag', 'drag', 'no-drag', 'no-drag', 'none']);

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  const covers = `getComputedStyle(document.querySelector('[role=dialog]').closest('body > *'))`;
  expect(await page.evaluate(`${covers}.getPropertyValue('-webkit-app-region')`)).toBe('no-drag');
  await page.keyboard.press('Escape');

  happen({ of: 'window', event: 'enter-full-screen', window: { fullScreen: true } });
  await logo.waitFor();
  expect(await regions()).toEqual(['none', 'none', 'none', 'none', 'none', 'none']);
  happen({ of: 'window', event: 'leave-full-screen', window: { fullScreen: false } });
  await logo.waitFor({ state: 'hidden' });
});

test('a project that is opened appears in the menus, which open it', async () => {
  for (const path of [tool, shop]) {
    expect(await call('projects/add', { path })).toMatchObject({ body: { project: { path } } });
  }
  await expect.poll(() => labels('dock')).toEqual(['R&&D shop', 'tool']);
  expect(labels('tray')).toEqual([
    expect.stringMatching(/^Default Go: /),
    '-',
    'Open Burrow',
    'Recent Projects',
    'R&&D shop',
    'tool',
    '-',
    'Quit Burrow',
  ]);
  app.happen({ of: 'dock', choose: 'R&&D shop' });
  await expect.poll(route).toContain(`/?project=${shop}`);
  // The menu follows the page.
  await expect.poll(() => labels('tray')?.[0]).toBe('R&&D shop: go1.26.1');
  await writeFile(join(shop, '.go-version'), '1.25.3\n');
  await expect.poll(() => labels('tray')?.[0]).toBe('R&&D shop: go1.25.3');
});

test('the icon goes away when the settings say so, and comes back', async () => {
  await call('settings/set', { tray: false });
  await expect.poll(() => labels('tray')).toEqual([]);
  await call('settings/set', { tray: true, language: 'zh-CN' });
  await expect.poll(() => labels('tray')).toContain('退出 Burrow');
  await call('settings/set', { language: 'en' });
});

test('a link to a project opens it at once, and one to another folder only if the user says so', async () => {
  const { happen } = app;
  const other = join(folder, 'other');
  await mkdir(other);

  happen({ of: 'app', event: 'open-url', args: [link(tool)] });
  await expect.poll(route).toContain(`/builds?project=${tool}`);
  expect(reported('question')).toEqual([]);

  const before = route();
  happen({ of: 'app', event: 'second-instance', args: [['burrow', '--', link(other)]] });
  await expect.poll(() => reported('question').length).toBe(1);
  expect(reported('question')[0]?.detail).toContain(other);
  // While it asks, others do not ask too.
  happen({ of: 'app', event: 'open-url', args: [link('/etc')] });
  await app.page.waitForTimeout(300);
  happen({ of: 'question', event: 'answer', args: [0] });
  await app.page.waitForTimeout(300);
  expect([route(), reported('question').length]).toEqual([before, 1]);
  expect(await projects()).not.toContain(other);

  happen({ of: 'app', event: 'open-url', args: [link(other)] });
  await expect.poll(() => reported('question').length).toBe(2);
  happen({ of: 'question', event: 'answer', args: [1] });
  await expect.poll(route).toContain(`/builds?project=${other}`);
  expect(await projects()).toContain(other);
});

test('a link that is none shows the window and changes nothing', async () => {
  const [before, shown] = [route(), reported('shown').length];
  const hostile = [
    'burrow://app/#/settings',
    'burrow://compare?a=/etc/passwd&b=b1',
    'burrow://project?path=//evil/x',
  ];
  for (const address of hostile) app.happen({ of: 'app', event: 'open-url', args: [address] });
  await expect.poll(() => reported('shown').length).toBe(shown + hostile.length);
  expect([route(), reported('question').length]).toEqual([before, 2]);
});

test.each([
  ['a program', '/dist/server', '/dist/server does not exist.'],
  ['an archive', '/dist/image.tar', '/dist/image.tar does not exist.'],
  ['what a script made', 'server', 'does not tell a page where server is'],
])('%s that is dropped on the window is read, or a sentence says why not', async (_what, path, said) => {
  const { page } = app;
  const before = page.url();
  // Electron’s own drop carries the path; here the name does.
  await page.evaluate(`{
    const files = new DataTransfer();
    files.items.add(new File(['x'], ${JSON.stringify(path.startsWith('/') ? encodeURIComponent(path) : path)}));
    const event = new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true });
    document.querySelector('main').dispatchEvent(event);
  }`);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(said).first().waitFor();
  expect(page.url()).toBe(before);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

test('a long install that ends while nobody looks is announced, and a click shows it', async () => {
  const { happen } = app;
  releases.fail({ path: /go1\.26\.2.*gz$/, kind: { bytesPerSecond: 250_000 } });
  const installed = install();
  await expect.poll(() => labels('tray')?.some(isRunning)).toBe(true);
  happen({ of: 'clock', ms: 20_000 });
  happen({ of: 'window', event: 'blur', window: { focused: false } });
  await installed;
  await expect.poll(() => reported('notification').length).toBe(1);
  expect(reported('notification')[0]).toMatchObject({ title: 'go1.26.2 is installed' });
  await expect.poll(() => labels('tray')?.some(isRunning)).toBe(false);

  happen({ of: 'notification', event: 'click' });
  await expect.poll(route).toMatch(/^\/toolchains/);
  // Short, so that nothing is said.
  await install();
  await new Promise((passed) => setTimeout(passed, 300));
  expect(reported('notification').length).toBe(1);
});
