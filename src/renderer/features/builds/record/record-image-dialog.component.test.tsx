import { beforeEach, expect, it, vi } from 'vitest';
import { answer } from '#component-tests/host.ts';
import { show } from '#component-tests/render.tsx';
import { failure } from '#contract/failure';
import { RecordImageDialog } from './record-image-dialog.tsx';

beforeEach(() => {
  answer('images.engines', () => {
    throw failure('cancelled', {});
  });
  answer('images.list', () => {
    throw failure('cancelled', {});
  });
});

it('says why an archive cannot be read, and leaves the focus at its path', async () => {
  answer('images.record', () => {
    throw failure('image.not-an-image', { source: '/tmp/notes.tar', why: 'not-tar' });
  });
  const screen = await show(<RecordImageDialog project={null} open onOpenChange={() => undefined} />);
  const path = screen.getByLabelText('Archive or folder');
  await path.fill('/tmp/notes.tar');
  await screen.getByRole('button', { name: 'Record', exact: true }).click();
  await expect.element(screen.getByText(/notes\.tar is not an image/)).toBeVisible();
  await expect.poll(() => document.activeElement).toBe(path.element());
});

it('asks for the whole path of an archive: the page is in no folder', async () => {
  const asked = vi.fn();
  answer('images.record', (input) => {
    asked(input);
    throw failure('cancelled', {});
  });
  const screen = await show(<RecordImageDialog project={null} open onOpenChange={() => undefined} />);
  const path = screen.getByLabelText('Archive or folder');
  await path.fill('images/shop.tar');
  await screen.getByRole('button', { name: 'Record', exact: true }).click();
  await expect.element(screen.getByText(/^Write the whole path/)).toBeVisible();
  await expect.element(path).toHaveAttribute('aria-invalid', 'true');
  await expect.element(path).toHaveFocus();
  expect(asked).not.toHaveBeenCalled();
  await path.fill('"/srv/images/shop.tar"');
  await expect.element(path).toHaveAttribute('aria-invalid', 'false');
  await screen.getByRole('button', { name: 'Record', exact: true }).click();
  await expect.poll(() => asked.mock.calls).toEqual([[{ source: '/srv/images/shop.tar' }]]);
});

it('offers the images and the platforms of an archive that has several', async () => {
  const asked = vi.fn();
  answer('images.record', (input: { source: string; platform?: string }) => {
    asked(input);
    const { source, platform } = input;
    if (!source.includes('#')) {
      throw failure('image.several', { source, wanted: null, images: ['shop:1', 'shop:2'] });
    }
    if (platform === undefined) {
      throw failure('image.no-such-platform', { source, wanted: null, platforms: ['linux/s390x'] });
    }
    return (async function* () {
      await Promise.resolve();
      yield { bytesRead: 1, totalBytes: 1, entries: 1 };
      return { id: 'b7', already: false };
    })();
  });
  const screen = await show(<RecordImageDialog project={null} open onOpenChange={() => undefined} />);
  await screen.getByLabelText('Archive or folder').fill('~/two.tar');
  await screen.getByRole('button', { name: 'Record', exact: true }).click();
  await screen.getByRole('button', { name: 'shop:2' }).click();
  await screen.getByRole('button', { name: 'linux/s390x' }).click();
  await expect.poll(screen.address).toBe('/images?id=b7');
  expect(asked.mock.calls.map(([input]) => input as unknown)).toEqual([
    { source: '~/two.tar' },
    { source: '~/two.tar#shop:2' },
    { source: '~/two.tar#shop:2', platform: 'linux/s390x' },
  ]);
});

it('shows the end of long names, which tells their tags, and says which image it reads', async () => {
  const repository = `registry.example.com:5000/${'department/'.repeat(8)}service`;
  const id = `sha256:${'4df'.repeat(21)}4`;
  const sizes = { size: null, createdAt: null };
  answer('images.list', () => ({
    engine: { name: 'docker', version: '28.5.2', store: 'overlay2', endpoint: 'unix:///run/docker.sock' },
    images: [`${repository}:v1`, `${repository}:v2`, id].map((ref) => ({ ref, id, ...sizes })),
  }));
  answer('images.record', async function* () {
    await new Promise(() => undefined);
    yield { bytesRead: 1, totalBytes: 1, entries: 1 };
  });
  const screen = await show(<RecordImageDialog project={null} open onOpenChange={() => undefined} />);
  await expect.element(screen.getByText('sha256:4df4df4df4df', { exact: true })).toBeVisible();
  const second = screen.getByRole('button', { name: `Record ${repository}:v2` });
  const name = second.getByTitle(`${repository}:v2`).element();
  const [end] = [name.getBoundingClientRect().right];
  const text = document.createRange();
  text.selectNodeContents(name);
  // The last letter is not cut off.
  expect(text.getBoundingClientRect().right).toBeLessThanOrEqual(end + 1);
  await second.click();
  await expect.element(screen.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await expect.element(screen.getByTitle(`${repository}:v2`).first()).toBeVisible();
});

const engine = (name: string) => ({
  endpoint: `unix:///srv/${name}.sock`,
  product: 'Docker Engine',
  instance: null,
  contexts: [name],
  name: 'docker',
  version: '28.5.2',
  store: 'overlay2',
  state: 'answers' as const,
  used: name === 'first',
  problem: null,
});

it('names the contexts of engines, of which several are one product', async () => {
  answer('images.engines', () => ({ chosenBy: null, engines: [engine('first'), engine('second')] }));
  const screen = await show(<RecordImageDialog project={null} open onOpenChange={() => undefined} />);
  await screen.getByRole('combobox', { name: 'Engine' }).click();
  await expect.element(screen.getByText('unix:///srv/second.sock · context second')).toBeVisible();
});
