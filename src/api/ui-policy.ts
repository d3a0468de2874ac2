/** No text of a page becomes script, and no Trusted Types policy may allow it; browsers without them ignore these. */
const trustedTypes = ["require-trusted-types-for 'script'", "trusted-types 'none'"];

const everywhere = ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", ...trustedTypes];

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
    ...everywhere,
  ].join('; ');
}

/** The policy of a page that is not part of the UI: nothing but the script and the style that carry this nonce. */
export function plainPagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    ...everywhere,
  ].join('; ');
}
