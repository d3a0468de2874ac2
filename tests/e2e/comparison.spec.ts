import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { openHistory } from '#core/history';
import { localSystem } from '#core/system';
import { browserLaunch } from '#testing/chromium';
import { programRecord } from '#testing/example-builds';
import { packageSize } from '#testing/package-sizes';
import { ServedBurrow } from '#testing/served-burrow';
import { picture } from './screenshots.ts';

/** Three builds of a program: the second pulls in a module, in the third an embedded file grows. */
test.describe.configure({ mode: 'serial' });

let burrow: ServedBurrow;
let context: BrowserContext;
let page: Page;
let origin: string;

const kube = { path: 'k8s.io/client-go', version: 'v0.29.1', sum: null, replacedBy: null };
const yaml = { path: 'gopkg.in/yaml.v3', version: 'v3.0.1', sum: null, replacedBy: null };

const builds = [
  { kube: 0, css: 20_000, bytes: 1_600_000 },
  { kube: 600_000, css: 20_000, bytes: 2_212_000 },
  { kube: 600_000, css: 90_000, bytes: 2_282_000 },
];

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  burrow = await ServedBurrow.start();
  const history = await openHistory({ ...localSystem(), env: { BURROW_HOME: burrow.home } });
  for (const [index, build] of builds.entries()) {
    const { bytes } = build;
    await history.add(
      programRecord({
        project: burrow.shop,
        mainModule: 'example.com/shop',
        artifact: { path: '/none/server', bytes, sha256: String(index).repeat(64) },
        modules: build.kube > 0 ? [kube, yaml] : [yaml],
        packages: [
          packageSize('runtime', 700_000),
          packageSize('net/http', 300_000 + index * 1000),
          ...(build.kube > 0 ? [packageSize('k8s.io/client-go/rest', build.kube)] : []),
          packageSize('gopkg.in/yaml.v3', 150_000),
          packageSize('main', 60_000 + build.css),
        ],
        buckets: [
          { name: 'code', bytes: bytes - 100_000 },
          { name: 'other', bytes: 100_000 },
        ],
        embedded: [{ path: 'static/app.css', bytes: build.css, package: null }],
      }),
    );
  }
  await history.close();
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(burrow.url);
  await page.waitForURL(({ search }) => search === '');
  origin = new URL(page.url()).origin;
});

test.afterAll(async () => {
  await context?.close();
  await burrow?.[Symbol.asyncDispose]();
});

/** What the treemap says it is on. */
const told = (of: Page) => of.getByRole('main').locator('p[role=status]');

test('the answer comes first, then where it is, by keyboard', async () => {
  await page.goto(`${origin}/#/compare?a=b1&b=b2`);
  const main = page.getByRole('main');
  await expect(main).toContainText('+612 kB');
  await expect(main).toContainText('k8s.io/client-go, new in this change');
  await expect(page.getByRole('list', { name: 'Causes' })).toContainText('new modules');
  const list = page.getByRole('list', { name: 'Where it is' });
  await page.getByRole('tab', { name: 'Modules' }).click();
  await list.getByRole('button', { name: 'k8s.io/client-go' }).press('Enter');
  await list.getByRole('button', { name: 'k8s.io/client-go/rest' }).click();
  await expect(list).toContainText('Its functions are not known: the file of a side is gone');
  await page.getByRole('tab', { name: 'Modules' }).press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Packages' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  await expect(page.getByRole('application', { name: 'Treemap of b2' })).toBeVisible();
  await expect(main).toContainText('The repository has neither commit');
  await picture(page, 'comparison-treemap');
});

test('the treemap is entered, searched and left by keyboard, and says where it is', async () => {
  const treemap = page.getByRole('application', { name: 'Treemap of b2' });
  const where = page.getByRole('navigation', { name: 'Position in the treemap' });
  await treemap.focus();
  await expect(told(page)).toContainText('Go’s standard library · 1.0 MB · +1 kB · 2 packages');
  await page.keyboard.press('Enter');
  await expect(where).toContainText('Go’s standard library');
  await expect(told(page)).toContainText('runtime · 700 kB');
  await page.keyboard.press('ArrowRight');
  await expect(told(page)).toContainText('net/http · 301 kB · +1 kB');
  await page.keyboard.press('Escape');
  await expect(where).toHaveText('Whole program');
  await page.keyboard.press('/');
  await page.keyboard.type('client-go/REST');
  await expect(told(page)).toContainText('1 match');
  await page.keyboard.press('Enter');
  await expect(told(page)).toContainText('k8s.io/client-go · 600 kB · new · 1 package');
  await page.getByText('As a table').click();
  await expect(page.getByRole('table', { name: 'As a table' })).toContainText('k8s.io/client-go');
});

test('embedded files are compared', async () => {
  await page.goto(`${origin}/#/compare?a=b2&b=b3`);
  await page.getByRole('tab', { name: 'Embedded files' }).click();
  const list = page.getByRole('list', { name: 'Where it is' });
  await expect(list.getByRole('listitem').filter({ hasText: 'static/app.css' })).toContainText('+70 kB');
});

test('several builds are chosen in the list and stand side by side, in a narrow window and in Chinese', async () => {
  await page.getByRole('navigation').getByRole('link', { name: 'Builds' }).click();
  for (const id of ['b1', 'b2', 'b3']) await page.getByLabel(`Select ${id}`, { exact: true }).check();
  await page.getByRole('button', { name: 'Compare 3 builds' }).click();
  await expect(page).toHaveURL(/of=b1(,|%2C)b2(,|%2C)b3/);
  const row = page.getByRole('row').filter({ hasText: 'k8s.io/client-go' });
  await expect(row.getByRole('cell')).toContainText(['k8s.io/client-go', '–', '600 kB', '600 kB', '+600 kB']);
  await row.getByRole('button').click();
  await expect(page.getByRole('row').filter({ hasText: 'k8s.io/client-go/rest' })).toBeVisible();

  const state = await context.storageState();
  const chinese = await page
    .context()
    .browser()
    ?.newContext({
      storageState: state,
      locale: 'zh-CN',
      colorScheme: 'dark',
      viewport: { width: 640, height: 900 },
    });
  const narrow = await chinese?.newPage();
  if (!chinese || !narrow) throw new Error('there is no browser');
  try {
    await narrow.goto(`${origin}/#/compare?of=b1,b2,b3`);
    await expect(narrow.getByRole('table', { name: '各部分在每次构建中的大小' })).toContainText('Go 标准库');
    await picture(narrow, 'comparison-several-zh-dark');
    await narrow.goto(`${origin}/#/compare?a=b1&b=b2`);
    await narrow.getByRole('tab', { name: '矩形树图' }).click();
    await narrow.getByRole('application', { name: 'b2 的矩形树图' }).focus();
    await expect(told(narrow)).toContainText('Go 标准库 · 1.0 MB · +1 kB · 2 个包');
    const wide = await narrow.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(wide).toBe(0);
    await picture(narrow, 'comparison-treemap-zh-dark');
  } finally {
    await chinese.close();
  }
});
