import type { VariablePlace } from '#contract/managed-variables';
import { readManaged } from '#core/profiles';
import { previewVariables, writeVariables } from '#core/environment';
import type { System } from '#core/system';
import type { Setting } from '#core/toolchains';
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

/**
 * A fix that gives a variable another value where it is set; null where that is neither Go's file nor what Burrow sets in
 * every shell.
 */
export async function changeSetting(
  system: System,
  name: string,
  { value, file }: Setting,
  to: string | null,
): Promise<Fix | null> {
  if (file !== null) return changeVariables(system, 'go', { [name]: to });
  const managed = await readManaged(system).catch(() => new Map<string, string>());
  return managed.get(name) === value ? changeVariables(system, 'shell', { [name]: to }) : null;
}
