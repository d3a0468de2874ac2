import { createHash } from 'node:crypto';

/** The id of a finding: the same as long as the fact is. `about`: what tells it from others of its check. Pure. */
export function findingId(check: string, about: string): string {
  return `${check}:${hashOf(about).slice(0, 8)}`;
}

/** The name of the check that gave an id. Pure. */
export function checkOf(id: string): string {
  return id.split(':', 1)[0] ?? '';
}

/** SHA-256, hex. Pure. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
