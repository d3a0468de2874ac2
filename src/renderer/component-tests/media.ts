import { afterEach } from 'vitest';
import { cdp } from 'vitest/browser';

/** Sets what the page is told about its user's system until the end of the test: `{ 'prefers-color-scheme': 'dark' }`. */
export async function emulateMedia(media: Readonly<Record<string, string>>): Promise<void> {
  const features = Object.entries(media).map(([name, value]) => ({ name, value }));
  await cdp().send('Emulation.setEmulatedMedia', { features });
}

afterEach(() => emulateMedia({}));
