import type { Check } from './checks/check';

/** Every check, one a line, by name. */
export const allChecks: Check[] = [];
