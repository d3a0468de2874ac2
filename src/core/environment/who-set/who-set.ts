import type { WhoSet } from '#contract/environment';
import type { System } from '#core/system';

/** Which lines of startup files set variables of the process environment: those named, or all that Go reads. */
export async function whoSet(
  _system: System,
  { names = [] }: { names?: readonly string[] | undefined },
  _signal?: AbortSignal,
): Promise<WhoSet> {
  return {
    variables: names.map((name) => ({ name, setBy: null })),
    path: [],
    shell: null,
    unknown: 'no-shell',
  };
}
