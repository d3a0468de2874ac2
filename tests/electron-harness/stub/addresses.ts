/** Chromium does not know the app's own scheme; its pages are served under this address instead. */
const servedAt = 'https://app.burrow.test';
const appOrigin = 'burrow://app';

export function toServed(url: string): string {
  return url.startsWith(`${appOrigin}/`) ? servedAt + url.slice(appOrigin.length) : url;
}

export function toApp(url: string): string {
  return url.startsWith(`${servedAt}/`) ? appOrigin + url.slice(servedAt.length) : url;
}

/** The origin that the page has in Electron. */
export function originOf(url: string): string {
  return url.startsWith(`${appOrigin}/`) ? appOrigin : new URL(url).origin;
}
