import { expect, it } from 'vitest';
import { show } from '#component-tests/render.tsx';
import { WasteCard } from './side-cards.tsx';

it.each([
  [0, 'Nothing is wasted in either that the other does not waste.'],
  [2_600_000, 'Both waste the same files, in other sizes.'],
])('says why the wasted bytes change by %d though neither side alone wastes a file', async (change, text) => {
  const bytes = { a: 5_700_000, b: 5_700_000 + change, change, percent: null };
  const screen = await show(<WasteCard waste={{ bytes, rows: [] }} />);
  await expect.element(screen.getByText(text)).toBeVisible();
});
