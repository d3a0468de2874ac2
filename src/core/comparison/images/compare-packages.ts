import type { PackageChange } from '#contract/image-comparison';
import type { DistributionPackage } from '#contract/image-contents';

/**
 * The packages of the distribution that came, went or have another version, by name. Of one name and architecture, several
 * versions may be installed (kernels, RPM's gpg-pubkey): those that both sides have are the same. Pure.
 */
export function comparePackages(
  a: readonly DistributionPackage[],
  b: readonly DistributionPackage[],
): PackageChange[] {
  const others = Map.groupBy(b, keyOf);
  const mine = Map.groupBy(a, keyOf);
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
