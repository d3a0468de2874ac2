import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { browserLaunch } from '#testing/chromium';
import { type EngineOrReason, startEngine } from '#testing/engine';
import { buildImage, importImage, saveImage } from '#testing/engine-images';
import { buildGo, goModule, whyNoGo } from '#testing/go-programs';
import { ServedBurrow } from '#testing/served-burrow';
import { extract } from 'tar';
import { picture } from './screenshots.ts';

/** Two images of a service, in a real engine: the second has a larger program, which it stores twice. */
test.describe.configure({ mode: 'serial' });

let burrow: ServedBurrow;
let engine: EngineOrReason;
let context: BrowserContext;
let page: Page;

const release = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n';

async function server(...args: string[]): Promise<Buffer> {
  const module = await goModule({
    'go.mod': 'module example.com/shop\n\ngo 1.21\n',
    'main.go': 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("open") }\n',
  });
  return readFile(
    await buildGo({ module, target: `linux/${process.arch === 'arm64' ? 'arm64' : 'amd64'}`, args }),
  );
}

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  const noGo = await whyNoGo();
  test.skip(noGo !== null, noGo ?? '');
  engine = await startEngine();
  const running = engine.engine;
  test.skip(running === null, engine.reason ?? '');
  if (running === null) return;
  const locale = Object.fromEntries(
    ['de', 'es', 'fr', 'zh_CN'].map((name, index) => [
      `usr/share/locale/${name}/LC_MESSAGES/base.mo`,
      Buffer.alloc(400_000 + index * 70_000, name),
    ]),
  );
  await importImage(running, { ref: 'base:12', files: { 'etc/os-release': release, ...locale } });
  const small = await server('-ldflags=-s -w');
  const large = await server();
  const [copy, twice] = ['COPY server /usr/local/bin/', 'COPY --chown=65532 server /usr/local/bin/'];
  const end = 'ENTRYPOINT ["/usr/local/bin/server"]\n';
  const dockerfiles = [
    `FROM base:12\n${copy}\nUSER 65532\n${end}`,
    `FROM base:12\n${copy}\n${twice}\n${end}`,
  ];
  await buildImage(running, { ref: 'shop:v1.8', dockerfile: dockerfiles[0] ?? '', files: { server: small } });
  await buildImage(running, { ref: 'shop:v1.9', dockerfile: dockerfiles[1] ?? '', files: { server: large } });
  burrow = await ServedBurrow.start({ DOCKER_HOST: running.host });
  await burrow.json('image', 'record', 'shop:v1.8');
  context = await browser.newContext({ viewport: { width: 1280, height: 960 } });
  page = await context.newPage();
  await page.goto(burrow.url);
});

test.afterAll(async () => {
  await context?.close();
  await burrow?.[Symbol.asyncDispose]();
  await engine?.engine?.stop();
});

test('an image is recorded from the engine, and its page says what is in it', async () => {
  await page.getByRole('navigation').getByRole('link', { name: 'Images' }).click();
  await page.getByRole('button', { name: 'Record an image…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record an image' });
  await dialog.getByRole('button', { name: 'Record shop:v1.9' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('shop:v1.9');
  const main = page.getByRole('main');
  await expect(main).toContainText('Debian GNU/Linux 12 (bookworm)');
  await expect(main).toContainText('It runs as root');
  await expect(main.getByRole('list', { name: 'Layers' }).getByRole('listitem')).toHaveCount(3);
  const file = page.getByRole('treeitem', { name: /^server/ });
  await expect(file).toContainText('stored twice');
  await expect(main).toContainText(/Since b\d+ \+/);
  await picture(page, 'image');
  await page.getByRole('button', { name: 'wasted', exact: true }).click();
  await expect(page.getByRole('treeitem')).toHaveCount(4);
  await file.click();
  await expect(main).toContainText(/Stored by “COPY .*”, hidden by “COPY .*”/);
});

test('from there it is compared with the one before, and the two programs with each other', async () => {
  await page
    .getByRole('link', { name: /^Compare with b/ })
    .first()
    .click();
  const main = page.getByRole('main');
  await expect(main).toContainText('/usr/local/bin/server');
  await expect(page.getByRole('list', { name: 'Layers of both images' })).toContainText('new');
  const files = page.getByRole('group', { name: 'Files that differ, largest change first' });
  await expect(files.getByRole('listitem')).toHaveCount(1);
  await expect(main).toContainText('User');
  await picture(page, 'image-compare');
  await page.getByRole('link', { name: 'Why it changed' }).click();
  await expect(page.getByRole('list', { name: 'Where it is' })).toContainText('Debug info');
});

test('an archive that is dropped is recorded by its path, and so is a folder', async () => {
  const running = engine.engine;
  if (running === null) return;
  const archive = join(burrow.root, 'base.tar');
  await writeFile(archive, await saveImage(running, 'base:12'));
  const folder = join(burrow.root, 'base');
  await mkdir(folder);
  await extract({ file: archive, cwd: folder });
  await page.getByRole('navigation').getByRole('link', { name: 'Images' }).click();
  const dataTransfer = await page.evaluateHandle(
    `(() => { const data = new DataTransfer(); data.items.add(new File(['x'], 'base.tar')); return data; })()`,
  );
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer });
  const dialog = page.getByRole('dialog', { name: 'Record an image' });
  await expect(dialog).toContainText('base.tar was dropped');
  const path = dialog.getByLabel('Archive or folder');
  await path.fill('base.tar');
  await path.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('Write the whole path');
  await path.fill(archive);
  await path.press('Enter');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('base:12');
  await expect(page.getByRole('main')).toContainText('Debian GNU/Linux 12 (bookworm)');
  await page.getByRole('button', { name: 'wasted', exact: true }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'wasted', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.getByRole('navigation').getByRole('link', { name: 'Images' }).click();
  await page.getByRole('button', { name: 'Record an image…' }).click();
  await path.fill(folder);
  await path.press('Enter');
  await expect(page.getByText(/is already recorded, as b\d+/)).toBeVisible();
  await expect(heading).toHaveText('base:12');
});
