import type { PackageChange } from '#contract/image-comparison';
import type { DistributionPackage, ImageContents } from '#contract/image-contents';

type Packages = Pick<ImageContents, 'packages' | 'unreadPackages'>;

/**
 * The packages of the distribution that came, went or have another version, by name. Of one name and architecture, several
 * versions may be installed (kernels, RPM's gpg-pubkey): those that both sides have are the same. null: a database of a side cannot
 * be read, so that its packages would seem to be gone. Pure.
 */
export function comparePackages(a: Packages, b: Packages): PackageChange[] | null {
  if (a.unreadPackages.length > 0 || b.unreadPackages.length > 0) return null;
  const others = Map.groupBy(b.packages, keyOf);
  const mine = Map.groupBy(a.packages, keyOf);
  const keys = [...new Set([...mine.keys(), ...others.keys()])].toSorted();
  return keys.flatMap((key) => {
    const [left, right] = [mine.get(key) ?? [], others.get(key) ?? []];
    const gone = left.filter((each) => !right.some(({ version }) => version === each.version));
    const came = right.filter((each) => !left.some(({ version }) => version === each.version));
    return Array.from({ length: Math.max(gone.length, came.length) }, (_, nth) =>
      change(gone[nth], came[nth]),
    );
  });
}

function keyOf({ name, arch }: DistributionPackage): string {
  return `${name} ${arch ?? ''}`;
}

function change(a: DistributionPackage | undefined, b: DistributionPackage | undefined): PackageChange {
  const its = b ?? a;
  const known = (a === undefined || a.bytes !== null) && (b === undefined || b.bytes !== null);
  return {
    name: its?.name ?? '',
    arch: its?.arch ?? null,
    a: a?.version ?? null,
    b: b?.version ?? null,
    bytes: known ? (b?.bytes ?? 0) - (a?.bytes ?? 0) : null,
  };
}
