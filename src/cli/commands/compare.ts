import { answer } from '../answer.ts';
import type { Registrar } from '../program.ts';
import { comparisonWords } from '../words/comparison.ts';

/** An id of the history; people leave the `b` out. */
function buildId(given: string | undefined): string {
  const id = (given ?? '').toLowerCase();
  return /^\d+$/.test(id) ? `b${id}` : id;
}

/** Adds `compare <a> <b>`, which stands at the top and, for images, below `image`. */
export function addCompare(to: Registrar, description: string): void {
  to.add(
    'compare',
    description,
    async (host, [a, b]) => {
      const ids = { a: buildId(a), b: buildId(b) };
      const result = await host.client.builds.compare(ids, { signal: host.signal });
      answer(host, result, () => comparisonWords(result, host));
    },
    (command) => command.argument('<a>', 'b1').argument('<b>', 'b2'),
  );
}
