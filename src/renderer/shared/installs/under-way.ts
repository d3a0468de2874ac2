import type { InstallRequest } from '#contract/toolchains';

const storageKey = 'burrow.installs';
let leaving = false;

/** Calls still fail while a page goes away: that is no reason to forget what it was about. */
globalThis.addEventListener?.('pagehide', () => {
  leaving = true;
});

/** Keeps what is being installed, for this window's next load. */
export function rememberUnderWay(requests: readonly InstallRequest[]): void {
  if (leaving) return;
  if (requests.length === 0) sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, JSON.stringify(requests));
}

/** What was being installed when this window was last loaded. */
export function rememberedUnderWay(): InstallRequest[] {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as InstallRequest[];
  } catch {
    return [];
  }
}
