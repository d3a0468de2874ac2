import type { ReactElement } from 'react';
import { expect, it } from 'vitest';
import { emulateMedia } from '#component-tests/media.ts';
import { show } from '#component-tests/render.tsx';
import { useColours } from './use-colours.ts';

function Colours(): ReactElement {
  return <output>{JSON.stringify(useColours())}</output>;
}

async function coloursWith(media: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  await emulateMedia(media);
  const screen = await show(<Colours />);
  const text = screen.getByRole('status').element().textContent;
  await screen.unmount();
  return JSON.parse(text) as Record<string, string>;
}

it.each(['light', 'dark'])('reads the same colours of the %s theme with reduced motion', async (theme) => {
  const scheme = { 'prefers-color-scheme': theme };
  const moving = await coloursWith(scheme);
  expect(new Set(Object.values(moving)).size, JSON.stringify(moving)).toBeGreaterThan(6);
  expect(await coloursWith({ ...scheme, 'prefers-reduced-motion': 'reduce' })).toEqual(moving);
});
