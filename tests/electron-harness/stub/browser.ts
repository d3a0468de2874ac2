import type { BrowserContext } from 'playwright';

let opened: BrowserContext | null = null;

/** The browser whose page is the app's window; set before the app becomes ready. */
export function useBrowser(context: BrowserContext): void {
  opened = context;
}

export function browser(): BrowserContext {
  if (!opened) throw new Error('The app opened a window before it was ready.');
  return opened;
}
