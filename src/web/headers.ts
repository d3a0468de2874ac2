import { uiPolicy } from '#api';

/** Headers of every response. `host`: the Host header of the request, already checked. */
export function securityHeaders(host: string): Record<string, string> {
  return {
    'content-security-policy': uiPolicy(["'self'", `ws://${host}`]),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}
