import type { Bucket, Inspection } from '#contract/binaries';
import type { ExecutableHeader } from './formats/index.ts';
import { joinPackages } from './ownership/index.ts';
import type { ProgramFacts } from './program-facts.ts';

interface Slice {
  header: ExecutableHeader['targets'][number];
  bytes: number;
  /** null: not a Go program. */
  facts: ProgramFacts | null;
}

/**
 * Describes a universal Mach-O file: sections, buckets and packages of all its programs together, the rest from the first
 * Go program. null: none of them is a Go program. Pure.
 */
export function joinSlices(
  format: Inspection['format'],
  slices: readonly Slice[],
): (ProgramFacts & Pick<Inspection, 'format' | 'slices'>) | null {
  const [first] = slices.flatMap(({ facts }) => (facts ? [facts] : []));
  if (!first) return null;
  const packages = joinPackages(slices.map(({ facts }) => facts?.packages ?? []));
  return {
    format,
    ...first,
    sections: slices.flatMap(({ header, facts }) =>
      (facts?.sections ?? []).map((section) => ({ ...section, name: `${header.arch}: ${section.name}` })),
    ),
    buckets: first.buckets.map(({ name }) => ({
      name,
      bytes: slices.reduce((bytes, { facts }) => bytes + bytesOf(facts?.buckets ?? [], name), 0),
    })),
    packages,
    packagesMissing: packages.length > 0 ? null : first.packagesMissing,
    stripped: slices.every(({ facts }) => facts?.stripped ?? true),
    slices: slices.map(({ header, bytes, facts }) => ({
      target: facts?.target ?? `darwin/${header.arch}`,
      bytes,
      goVersion: facts?.goVersion ?? null,
      buckets: facts?.buckets ?? [],
      packages: facts?.packages ?? [],
      packagesMissing: facts?.packagesMissing ?? null,
    })),
  };
}

function bytesOf(buckets: readonly Bucket[], name: Bucket['name']): number {
  return buckets.find((bucket) => bucket.name === name)?.bytes ?? 0;
}
