/**
 * The Content-Security-Policy of the UI. Style attributes are allowed, because components and charts set positions and
 * sizes that way; inline scripts and style sheets are not. `connect`: the origins that it may connect to.
 */
export function uiPolicy(connect: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect.length > 0 ? connect.join(' ') : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
