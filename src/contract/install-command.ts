import type { Locale } from './locale.ts';

/**
 * The command that installs a version, for use in a sentence. `wanted`: as users type it. `installs`: the release that
 * the command gets, if known; it is added if `wanted` does not name it (`1.26`, `latest`). There may be a newer one by
 * now.
 */
export const installCommand: Record<
  Locale,
  (wanted: string, installs: string | null, options?: string) => string
> = {
  en: (wanted, installs, options = '') =>
    `\`burrow install ${wanted}${options}\`${says(wanted, installs) ? ` (${installs} or newer)` : ''}`,
  'zh-CN': (wanted, installs, options = '') =>
    `\`burrow install ${wanted}${options}\`${says(wanted, installs) ? `（${installs} 或更新版本）` : ''}`,
};

function says(wanted: string, installs: string | null): boolean {
  return installs !== null && installs !== `go${wanted}`;
}
