import type { DistributionPackage } from '#contract/image-contents';
import { paragraphsOf } from './paragraphs.ts';

/**
 * The installed packages of dpkg's `status`, or of one file of `status.d`, which distroless images have in its place and
 * which tells no status (dpkg.org, deb-status(5)).
 */
export function parseDpkg(text: string): DistributionPackage[] {
  return paragraphsOf(text, /^(Package|Status|Version|Architecture|Installed-Size): *(.*)$/).flatMap(
    (fields) => {
      const name = fields.get('Package');
      const version = fields.get('Version');
      const status = fields.get('Status')?.split(' ').at(-1) ?? 'installed';
      // `config-files`, `half-installed` and others: not there, or not whole.
      if (!name || !version || status !== 'installed') return [];
      const kibibytes = sizeOf(fields.get('Installed-Size'));
      const bytes = kibibytes === null ? null : kibibytes * 1024;
      return [{ name, version, arch: fields.get('Architecture') ?? null, bytes }];
    },
  );
}

/** A number of at most 15 digits; null: none. */
export function sizeOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
