import { describeFailure } from '#contract/failure';
import type { InstallResult } from '#contract/toolchains';
import type { Host } from '../host.ts';
import { paint } from './paint.ts';

/** Prints warnings to stderr. Each begins with "Warning", because not everyone sees its colour. */
export function remarkWarnings(warnings: InstallResult['warnings'], host: Host): void {
  for (const warning of warnings) {
    const { message, hint } = describeFailure(warning, host.locale);
    host.remark(`${paint.warn(host.text.install.warning(message))}\n${hint}`);
  }
}
