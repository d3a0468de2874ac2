import process from 'node:process';
import { logBug } from '#api';
import type { System } from '#core/system';

/**
 * Takes the place of Node's own printing of warnings, which say nothing to users, e.g. that support of SOCKS proxies is experimental.
 * Warnings that hint at a bug are logged.
 */
export function logNodeWarnings(system: System): void {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning') void logBug(system, 'warning', warning);
  });
}
