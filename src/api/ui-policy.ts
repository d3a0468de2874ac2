/**
 * The Content-Security-Policy of the UI. Styles in attributes are allowed because the components' positions and the
 * charts' sizes are set that way; no script and no style sheet is ever inline. `connect`: what it may talk to.
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
