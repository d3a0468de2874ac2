import { beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { exampleContents, exampleImageDetail } from '#component-tests/example-contents.ts';
import { answerImage } from '#component-tests/example-image.ts';
import { answer } from '#component-tests/host.ts';
import { show } from '#component-tests/render.tsx';
import { failure } from '#contract/failure';
import type { ImageContents } from '#contract/image-contents';
import { ImagesPage } from './images-page.tsx';

beforeEach(answerImage);

async function image(contents: ImageContents | null = exampleContents(), search = '') {
  answer('images.contents', () => ({ contents }));
  return show(<ImagesPage />, `/images?id=b2${search}`);
}

type Screen = Awaited<ReturnType<typeof image>>;
const tree = (screen: Screen) => screen.getByRole('tree', { name: 'Files of the image' });
const row = (screen: Screen, name: RegExp) => screen.getByRole('treeitem', { name });
const activeRow = () =>
  document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')?.textContent;

it('says what is wasted and where a secret is, and shows the wasted files', async () => {
  const screen = await image();
  await expect.element(screen.getByText('A private key is in a layer')).toBeVisible();
  await expect.element(screen.getByText('It runs as root')).toBeVisible();
  await screen.getByRole('button', { name: '8.0 MB wasted in 2 files' }).click();
  await expect
    .element(screen.getByRole('button', { name: 'wasted', exact: true }))
    .toHaveAttribute('aria-pressed', 'true');
  await expect.element(row(screen, /^id_rsa/)).toBeVisible();
  await row(screen, /^server/).click();
  await expect
    .element(screen.getByText(/^Stored by “COPY out\/ \/”, hidden by “RUN chmod 755/))
    .toBeVisible();
  expect(screen.getByText('no entry of its own').query()).toBeNull();
});

it('names a database of packages that cannot be read', async () => {
  const screen = await image({ ...exampleContents(), unreadPackages: ['var/lib/rpm/Packages.db'] });
  await expect.element(screen.getByText(/^\/var\/lib\/rpm\/Packages\.db cannot be read/)).toBeVisible();
});

it('is a tree for the keyboard and assistive technology', async () => {
  const screen = await image();
  // Open on the way to the program.
  const server = row(screen, /^server.*Go 1\.26\.1.*stored twice/);
  await expect.element(server).toHaveAttribute('aria-level', '4');
  await expect.element(row(screen, /^usr/)).toHaveAttribute('aria-expanded', 'true');
  await expect.element(row(screen, /^bin 2 files/)).toHaveAttribute('aria-setsize', '4');
  tree(screen).element().focus();
  await userEvent.keyboard('{End}');
  await expect.poll(activeRow).toMatch(/^root/);
  await userEvent.keyboard('e');
  await expect.poll(activeRow).toMatch(/^etc/);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.poll(activeRow).toMatch(/^passwd/);
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  await expect.poll(activeRow).toMatch(/^etc/);
  await expect.element(row(screen, /^etc/)).toHaveAttribute('aria-expanded', 'false');
  await userEvent.keyboard('*');
  await expect.element(row(screen, /^busybox/)).toBeVisible();
  await expect.element(tree(screen)).toHaveFocus();
  await userEvent.keyboard('/');
  await expect.element(screen.getByRole('searchbox', { name: 'Find a path' })).toHaveFocus();
  await userEvent.keyboard('busy');
  await expect.element(screen.getByText('1 file, 1.9 MB')).toBeVisible();
  await userEvent.keyboard('nothing');
  await screen.getByRole('button', { name: 'Show all' }).click();
  await expect.element(row(screen, /^server/)).toBeVisible();
});

it('shows what a step changed and removed, and its exact text with the arguments apart', async () => {
  const screen = await image();
  await screen.getByRole('button', { name: 'Files of step 3' }).click();
  await expect.element(row(screen, /^\.ssh.*removed/)).toBeVisible();
  await expect.element(row(screen, /^server/)).toBeVisible();
  expect(row(screen, /^busybox/).query()).toBeNull();
  await screen.getByRole('button', { name: /RUN chmod/ }).click();
  await expect.element(screen.getByText('VERSION=v1.0.1', { exact: true })).toBeVisible();
  await screen.getByRole('button', { name: 'Files of step 3' }).click();
  await screen.getByRole('radio', { name: 'Name' }).click();
  await expect.element(row(screen, /^bin 2 files/)).toHaveAttribute('aria-posinset', '1');
});

it('keeps what is shown of the files in its address, for reload, back and links', async () => {
  const screen = await image();
  await screen.getByRole('button', { name: 'Files of step 3' }).click();
  await screen.getByRole('radio', { name: 'Name' }).click();
  await screen.getByRole('searchbox', { name: 'Find a path' }).fill('server ');
  await row(screen, /^server/).click();
  await expect
    .poll(screen.address)
    .toBe('/images?id=b2&show=here&step=3&q=server&sort=name&at=usr%2Flocal%2Fbin%2Fserver');
});

it('shows of the files what its address says', async () => {
  const screen = await image(exampleContents(), '&step=2&at=root/.ssh/id_rsa&sort=name');
  await expect.element(row(screen, /^id_rsa/)).toHaveAttribute('aria-selected', 'true');
  await expect.element(screen.getByText('As of step 2: COPY out/ /')).toBeVisible();
  await expect.element(screen.getByRole('radio', { name: 'Name' })).toBeChecked();
  await screen.getByRole('button', { name: 'wasted', exact: true }).click();
  await expect
    .poll(screen.address)
    .toBe('/images?id=b2&show=wasted&step=2&sort=name&at=root%2F.ssh%2Fid_rsa');
});

it('offers to read an image of which only the engine’s words are known, and says how far it is', async () => {
  const screen = await image(null);
  const asked = vi.fn();
  answer('images.record', (input) => {
    asked(input);
    return (async function* () {
      yield { bytesRead: 4_000_000, totalBytes: null, entries: 1200 };
      answer('images.contents', () => ({ contents: exampleContents() }));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { id: 'b2', already: true };
    })();
  });
  await expect.element(screen.getByText('Its files were not read yet')).toBeVisible();
  await screen.getByRole('button', { name: 'Read the image' }).click();
  await expect.element(screen.getByText('4.0 MB read · 1,200 files')).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await expect.element(tree(screen)).toBeVisible();
  expect(asked).toHaveBeenCalledWith({ source: 'shop:1', project: '/home/me/shop' });
});

it('says what a step does that stores nothing, instead of 0 B', async () => {
  const { layers, ...others } = exampleContents();
  const [base, copy, chmod] = layers;
  if (!base || !copy || !chmod) throw new Error('the example has three layers');
  const removes = { ...chmod, fileBytes: 0, added: 0, changed: 0, removed: 12 };
  const screen = await image({ ...others, layers: [base, copy, removes] });
  await expect
    .element(screen.getByText('removes 12 files and folders, and hides 8.0 MB that stay stored'))
    .toBeVisible();
  const list = screen.getByRole('list', { name: 'Layers' }).element().textContent;
  expect(list).toContain('8.0 MB');
  expect(list).not.toMatch(/\b0 B|[+~−]0/);
});

it('shows the lines of the Dockerfile, its stage, and the build that a program was changed after', async () => {
  const { layers, programs, ...others } = exampleContents();
  const [base, copy, chmod] = layers;
  const [program] = programs;
  if (!base || !copy || !chmod || !program) throw new Error('the example has three layers and a program');
  const dockerfile = { file: 'Dockerfile', firstLine: 12, lastLine: 14, text: 'COPY \\\n  out/ \\\n  /' };
  const screen = await image({
    ...others,
    layers: [base, { ...copy, dockerfile }, chmod],
    programs: [{ ...program, buildBy: 'build-id' }],
    target: { name: 'server', isLast: false },
  });
  await expect.element(screen.getByText('Stage server')).toBeVisible();
  await screen.getByRole('button', { name: /COPY out.*Dockerfile:12–14/ }).click();
  const lines = screen.getByRole('group', { name: 'Written as · Dockerfile:12–14' });
  await expect.poll(() => lines.element().textContent).toBe(dockerfile.text);
  await expect.element(screen.getByRole('link', { name: 'Built as b3, and changed since' })).toBeVisible();
});

it('leads from the address of no image to those that are recorded', async () => {
  answer('builds.show', () => {
    throw failure('build.unknown', { id: 'b99' });
  });
  const unknown = await image();
  await expect.element(unknown.getByText('No image b2 is recorded')).toBeVisible();
  await expect.element(unknown.getByRole('link', { name: 'All recorded images' })).toBeVisible();
  expect(unknown.getByText('burrow history').query()).toBeNull();
});

it('is removed from its page, which leads to the list and can be undone', async () => {
  const screen = await image();
  const asked = vi.fn();
  answer('builds.forgetMany', (input) => {
    asked(input);
    return (async function* () {
      await Promise.resolve();
      yield { total: 1, done: 1, undo: 'u1' };
      return { forgotten: 1, undo: 'u1' };
    })();
  });
  await screen.getByRole('button', { name: 'Actions for shop:1' }).click();
  await screen.getByRole('menuitem', { name: 'Remove from history' }).click();
  await expect.poll(screen.address).toBe('/images');
  await expect.element(screen.getByRole('button', { name: 'Undo' })).toBeVisible();
  expect(asked).toHaveBeenCalledWith({ ids: ['b2'] });
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Images' }).element());
});

it('says so if what was read is damaged', async () => {
  answer('images.contents', () => {
    throw new Error('the row is damaged');
  });
  const damaged = await show(<ImagesPage />, '/images?id=b2');
  await expect.element(damaged.getByRole('alert')).toBeVisible();
  await expect.element(damaged.getByRole('button', { name: 'Try again' })).toBeVisible();
});

it('offers to read an image again if what was read is damaged', async () => {
  answer('images.contents', () => {
    throw failure('image.contents-damaged', { id: 'b2' });
  });
  const screen = await show(<ImagesPage />, '/images?id=b2');
  await expect.element(screen.getByText(/is damaged in the history/)).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Read the image' })).toBeVisible();
});

it('shows an image without layers and programs', async () => {
  answer('images.entries', () => ({ layersJson: '[]' }));
  const empty = { bytes: 0, count: 0, files: [] };
  const screen = await image(exampleContents({ layers: [], programs: [], waste: empty, secrets: [] }));
  await expect.element(screen.getByText('There is no Go program in its file system.')).toBeVisible();
  await expect
    .element(screen.getByText('This image has no layers: it is only a configuration.'))
    .toBeVisible();
  await expect.element(screen.getByText('There are no files.')).toBeVisible();
});

it('says in the list what each size counts', async () => {
  const screen = await show(<ImagesPage />, '/images');
  await expect.element(screen.getByText('files', { exact: true })).toBeVisible();
});

it.each([
  ['archive', 'from an archive'],
  ['folder', 'from a folder'],
])('says that an image is from an %s', async (store, words) => {
  const build = exampleImageDetail();
  const { image: facts } = build;
  const engine = { name: 'archive', version: '', store, endpoint: '/srv/shop' };
  answer('builds.show', () => ({ build: { ...build, image: facts && { ...facts, engine } } }));
  const screen = await image();
  await expect.element(screen.getByText(words, { exact: true })).toBeVisible();
});

it('says that older images are not in the list', async () => {
  answer('builds.page', () => ({
    rows: [{ build: exampleImageDetail(), before: null, series: 1, unusualFlags: [] }],
    next: 'more',
    damaged: [],
    damagedProjects: 0,
    notices: [],
  }));
  const screen = await show(<ImagesPage />, '/images');
  await expect.element(screen.getByText(/^The newest 1 are listed\./)).toBeVisible();
});
