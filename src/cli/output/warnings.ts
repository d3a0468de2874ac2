import { describeFailure } from '#contract/failure';
import type { InstallResult } from '#contract/toolchains';
import type { Host } from '../host.ts';
import { paint } from './paint.ts';

/** Says on stderr what must be known although all went well. Each begins with "Warning", for not all see its colour. */
export function remarkWarnings(warnings: InstallResult['warnings'], host: Host): void {
  for (const warning of warnings) {
    const { message, hint } = describeFailure(warning, host.locale);
    host.remark(`${paint.warn(host.text.install.warning(message))}\n${hint}`);
  }
}
