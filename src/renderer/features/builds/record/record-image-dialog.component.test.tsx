import { expect, it } from 'vitest';
import { answer } from '#component-tests/host.ts';
import { show } from '#component-tests/render.tsx';
import { failure } from '#contract/failure';
import { RecordImageDialog } from './record-image-dialog.tsx';

it('says why an archive cannot be read, and leaves the focus at its path', async () => {
  answer('images.engines', () => {
    throw failure('cancelled', {});
  });
  answer('images.list', () => {
    throw failure('cancelled', {});
  });
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
