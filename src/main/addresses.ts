/** The address of the UI in the app. Unlike file://, a custom scheme has an origin. */
export const appScheme = 'burrow';
export const appOrigin = `${appScheme}://app`;

/** Sites that the app may open in the user's browser. */
const outside = new Set(['go.dev', 'pkg.go.dev', 'golang.google.cn', 'github.com']);

/** Whether an address is a page of the app itself. */
export function isOurs(url: string): boolean {
  return url === appOrigin || url.startsWith(`${appOrigin}/`);
}

/** Whether the app may open an address in the user's browser. */
export function mayOpenOutside(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username, password } = new URL(url);
  return protocol === 'https:' && port === '' && username === '' && password === '' && outside.has(hostname);
}
