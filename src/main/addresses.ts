/** Where the UI lives inside the app. A scheme of our own has an origin, which file:// has not. */
export const appScheme = 'burrow';
export const appOrigin = `${appScheme}://app`;

/** Sites that the app may open in the user's browser. */
const outside = new Set(['go.dev', 'pkg.go.dev', 'golang.google.cn', 'github.com']);

/** Whether an address is a page of the app itself. */
export function isOurs(url: string): boolean {
  return url === appOrigin || url.startsWith(`${appOrigin}/`);
}

/** Whether an address may be handed to the user's browser. */
export function mayOpenOutside(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username, password } = new URL(url);
  return protocol === 'https:' && port === '' && username === '' && password === '' && outside.has(hostname);
}
