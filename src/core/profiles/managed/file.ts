import { join } from 'node:path';
import { z } from 'zod';
import { failure } from '#contract/failure';
import { type BurrowPaths, burrowPaths, readTextIfThere, type System } from '#core/system';
import type { ManagedVariables } from './lines.ts';
import { nameProblem, valueProblem } from './names.ts';

const schema = z.object({ version: z.literal(1), variables: z.record(z.string(), z.string()) });

/** The file that has the variables of the shells' environment; `env.sh` and `env.fish` are made from it. */
export function managedFile({ root }: Pick<BurrowPaths, 'root'>): string {
  return join(root, 'environment.json');
}

/** The variables that Burrow sets in the shells' environment. Failures: environment.managed-unreadable. */
export async function readManaged(system: System): Promise<ManagedVariables> {
  const path = managedFile(burrowPaths(system));
  return parseManaged(await readTextIfThere(path), path);
}

/** Reads the text of that file; null: there is none. Failures: environment.managed-unreadable. Pure. */
export function parseManaged(text: string | null, path: string): ManagedVariables {
  if (text === null) return new Map();
  const parsed = schema.safeParse(jsonOf(text));
  const variables = parsed.success ? Object.entries(parsed.data.variables) : null;
  // They become lines of shell files, so one that Burrow would not have written is none of its own.
  const isOurs = variables?.every(
    ([name, value]) => nameProblem(name) === null && valueProblem(value) === null,
  );
  if (!variables || !isOurs) throw failure('environment.managed-unreadable', { path });
  return new Map(variables);
}

/** The text of that file. Pure. */
export function formatManaged(variables: ManagedVariables): string {
  return `${JSON.stringify({ version: 1, variables: Object.fromEntries(variables) }, null, 2)}\n`;
}

/** The variables with changes made, sorted by name; null takes one out. Pure. */
export function withChanges(
  variables: ManagedVariables,
  changes: Readonly<Record<string, string | null>>,
): ManagedVariables {
  const changed = new Map(variables);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) changed.delete(name);
    else changed.set(name, value);
  }
  return new Map([...changed].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
