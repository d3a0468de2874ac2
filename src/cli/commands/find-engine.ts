import type { ImageEngine } from '#contract/images';

type Named = Pick<ImageEngine, 'endpoint' | 'product' | 'instance' | 'contexts'>;

/** The engines that a person may mean by a word: an address alone, else all of that product, instance or context. */
export function enginesNamed<E extends Named>(engines: readonly E[], word: string): E[] {
  const wanted = word.trim().toLowerCase();
  const byAddress = engines.filter(({ endpoint }) => endpoint.toLowerCase() === wanted);
  if (byAddress.length > 0) return byAddress;
  return engines.filter(({ product, instance, contexts }) =>
    [product, instance, engineName({ product, instance }), ...contexts].some(
      (name) => name?.toLowerCase() === wanted,
    ),
  );
}

/** `Colima work`; null: nothing is known. */
export function engineName({ product, instance }: Pick<Named, 'product' | 'instance'>): string | null {
  return product === null ? null : [product, instance].filter(Boolean).join(' ');
}
