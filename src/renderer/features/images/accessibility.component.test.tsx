import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { exampleContents } from '#component-tests/example-contents.ts';
import { answerImage } from '#component-tests/example-image.ts';
import { answer } from '#component-tests/host.ts';
import { show } from '#component-tests/render.tsx';
import { failure } from '#contract/failure';
import type { ImageContents } from '#contract/image-contents';
import { RecordImageDialog } from '#features/builds/record/record-image-dialog.tsx';
import { ImagesPage } from './images-page.tsx';

beforeEach(answerImage);

/** What axe finds in the content of the page. Landmarks are the app's. */
async function faults(): Promise<string[]> {
  const { violations } = await axe.run(
    { include: [['body']], exclude: [['[data-base-ui-focus-guard]']] },
    {
      resultTypes: ['violations'],
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    },
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

const shown = async (search: string, contents: ImageContents | null) => {
  answer('images.contents', () => ({ contents }));
  return show(<ImagesPage />, `/images${search}`);
};

it('axe finds nothing in the list, and in the page of an image that was not read, or is unknown', async () => {
  const list = await shown('', null);
  await expect.element(list.getByRole('link', { name: 'shop:1' })).toBeVisible();
  expect(await faults()).toEqual([]);
  await list.unmount();
  const unread = await shown('?id=b2', null);
  await expect.element(unread.getByRole('button', { name: 'Read the image' })).toBeVisible();
  expect(await faults()).toEqual([]);
  await unread.unmount();
  answer('builds.show', () => {
    throw failure('build.unknown', { id: 'b9' });
  });
  const unknown = await shown('?id=b9', null);
  await expect.element(unknown.getByText('No image b9 is recorded')).toBeVisible();
  expect(await faults()).toEqual([]);
});

it('axe finds nothing in the page of an image with an open step and a file', async () => {
  const screen = await shown('?id=b2&step=3&show=here&at=usr/local/bin/server', exampleContents());
  await expect.element(screen.getByRole('treeitem', { name: /^server/ })).toBeVisible();
  await screen.getByRole('button', { name: /RUN chmod/ }).click();
  expect(await faults()).toEqual([]);
});

it('axe finds nothing in the dialog with a path that is not whole', async () => {
  answer('images.engines', () => ({ engines: [], chosenBy: null }));
  answer('images.list', () => {
    throw failure('cancelled', {});
  });
  const screen = await show(
    <RecordImageDialog
      project={null}
      of={{ kind: 'archive', fileName: 'a.tar' }}
      open
      onOpenChange={() => undefined}
    />,
  );
  await screen.getByLabelText('Archive or folder').fill('a.tar');
  await screen.getByRole('button', { name: 'Record', exact: true }).click();
  await expect.element(screen.getByText(/^Write the whole path/)).toBeVisible();
  expect(await faults()).toEqual([]);
});
