import { answer } from '../answer.ts';
import type { Registrar } from '../program.ts';
import { comparisonWords } from '../words/comparison.ts';

/** Adds `compare <a> <b>`: at the top level and, for images, below `image`. */
export function addCompare(to: Registrar, description: string): void {
  to.add(
    'compare',
    description,
    async (host, [a = '', b = '']) => {
      const result = await host.client.builds.compare({ a, b }, { signal: host.signal });
      answer(host, result, () => comparisonWords(result, host));
    },
    (command) => command.argument('<a>', 'b1').argument('<b>', 'b2'),
  );
}
