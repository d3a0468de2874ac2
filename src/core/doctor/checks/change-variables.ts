import type { VariablePlace } from '#contract/managed-variables';
import { previewVariables, writeVariables } from '#core/environment';
import type { System } from '#core/system';
import type { Fix } from './check.ts';

/** A fix that sets variables where they stand; null takes one out. */
export function changeVariables(
  system: System,
  place: VariablePlace,
  changes: Readonly<Record<string, string | null>>,
): Fix {
  return {
    kind: 'apply',
    preview: async () => {
      const { files } = await previewVariables(system, place, changes);
      return { does: null, files: files.filter(({ diff }) => diff !== '') };
    },
    apply: async () => {
      const { id } = await previewVariables(system, place, changes);
      const { entry } = await writeVariables(system, place, { id, changes });
      return entry === null ? [] : [entry];
    },
  };
}
