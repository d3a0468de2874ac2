import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { show } from '#component-tests/render.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

const dialog = async () => {
  const onOpenChange = vi.fn();
  const onConfirm = vi.fn();
  const screen = await show(
    <ConfirmDialog open onOpenChange={onOpenChange} title="Remove b7?" action="Remove" onConfirm={onConfirm}>
      Its file stays.
    </ConfirmDialog>,
  );
  return { screen, onOpenChange, onConfirm };
};

it('says what will happen, and does it', async () => {
  const { screen, onOpenChange, onConfirm } = await dialog();
  const box = screen.getByRole('alertdialog', { name: 'Remove b7?' });
  await expect.element(box).toHaveAccessibleDescription('Its file stays.');
  await box.getByRole('button', { name: 'Remove' }).click();
  expect(onConfirm).toHaveBeenCalledOnce();
  expect(onOpenChange).toHaveBeenCalledWith(false);
});

it('does nothing on Escape', async () => {
  const { onOpenChange, onConfirm } = await dialog();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => onOpenChange.mock.calls[0]?.[0]).toBe(false);
  expect(onConfirm).not.toHaveBeenCalled();
});
