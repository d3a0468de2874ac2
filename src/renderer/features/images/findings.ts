import type { ImageContents, ImageSecret, WastedFile } from '#contract/image-contents';

/** Something about an image that a person should mend. */
export type Finding =
  | { kind: 'secret'; severity: 'bad'; secret: ImageSecret }
  | { kind: 'root'; severity: 'warn' }
  | { kind: 'waste'; severity: 'warn'; file: WastedFile };

/** Smaller waste is not worth a finding of its own, in bytes. */
const minWaste = 100_000;
const maxWaste = 3;

/** What is wrong with an image, the most serious first, and the waste that is not among it. Pure. */
export function findingsOf({ secrets, config, waste }: Pick<ImageContents, 'secrets' | 'config' | 'waste'>): {
  findings: Finding[];
  rest: { files: number; bytes: number };
} {
  const wasted = waste.files
    .filter(({ bytes }) => bytes >= minWaste)
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, maxWaste);
  const shown = wasted.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    findings: [
      ...secrets.map((secret) => ({ kind: 'secret', severity: 'bad', secret }) as const),
      ...wasted.map((file) => ({ kind: 'waste', severity: 'warn', file }) as const),
      ...(isRoot(config.user) ? [{ kind: 'root', severity: 'warn' } as const] : []),
    ],
    rest: { files: waste.count - wasted.length, bytes: waste.bytes - shown },
  };
}

/** Whether a `USER` is root: by name or number, whatever the group. Pure. */
export function isRoot(user: string): boolean {
  const [name = ''] = user.split(':');
  return name === '' || name === 'root' || /^0+$/.test(name);
}
