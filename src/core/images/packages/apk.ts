import type { DistributionPackage } from '#contract/image-contents';
import { sizeOf } from './dpkg.ts';
import { paragraphsOf } from './paragraphs.ts';

/** The packages of Alpine's `installed` (wiki.alpinelinux.org/wiki/Apk_spec): a letter for each field. */
export function parseApk(text: string): DistributionPackage[] {
  return paragraphsOf(text, /^([PVAI]):(.*)$/).flatMap((fields) => {
    const name = fields.get('P');
    const version = fields.get('V');
    if (!name || !version) return [];
    return [{ name, version, arch: fields.get('A') || null, bytes: sizeOf(fields.get('I')) }];
  });
}
