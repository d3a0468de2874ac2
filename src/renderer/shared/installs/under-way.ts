import type { InstallRequest } from '#contract/toolchains';

const storageKey = 'burrow.installs';
let leaving = false;

/** While a page unloads, its calls fail. The installs must still be remembered then. */
globalThis.addEventListener?.('pagehide', () => {
  leaving = true;
});

/** Remembers the running installs for the next load of this window. */
export function rememberUnderWay(requests: readonly InstallRequest[]): void {
  if (leaving) return;
  if (requests.length === 0) sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, JSON.stringify(requests));
}

/** The installs that were running before this window was reloaded. */
export function rememberedUnderWay(): InstallRequest[] {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as InstallRequest[];
  } catch {
    return [];
  }
}
