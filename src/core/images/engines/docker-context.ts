import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readTextIfThere, type System } from '#core/system';
import { z } from 'zod';

const config = z.object({ currentContext: z.string().optional() });
const context = z.object({
  Name: z.string().optional(),
  Endpoints: z.object({ docker: z.object({ Host: z.string() }) }),
});

/** One of Docker's contexts. */
export interface DockerContext {
  name: string;
  address: string;
}

/**
 * The engine's address in one of Docker's contexts; null if it is the default context, which names none, or cannot be read.
 * Docker keeps each context in a folder named after the SHA-256 of its name (docker/cli, cli/context/store). Failures:
 * file.no-permission.
 */
export async function contextAddress(
  system: Pick<System, 'env' | 'home'>,
  name: string | undefined,
): Promise<string | null> {
  if (!name || name === 'default') return null;
  const hash = createHash('sha256').update(name).digest('hex');
  const found = await readJson(join(metaFolder(system), hash, 'meta.json'), context);
  return found?.Endpoints.docker.Host ?? null;
}

/** The name of the context that `docker context use` chose. Failures: file.no-permission. */
export async function currentContext(system: Pick<System, 'env' | 'home'>): Promise<string | undefined> {
  return (await readJson(join(dockerFolder(system), 'config.json'), config))?.currentContext;
}

/** More contexts than anyone has. */
const maxContexts = 100;

/** All contexts but the default one, by name; without those that cannot be read. */
export async function dockerContexts(system: Pick<System, 'env' | 'home'>): Promise<DockerContext[]> {
  const folder = metaFolder(system);
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.slice(0, maxContexts).map(async (name) => {
      const meta = await readJson(join(folder, name, 'meta.json'), context).catch(() => null);
      return meta?.Name ? [{ name: meta.Name, address: meta.Endpoints.docker.Host }] : [];
    }),
  );
  return found.flat().toSorted((a, b) => a.name.localeCompare(b.name));
}

function dockerFolder({ env, home }: Pick<System, 'env' | 'home'>): string {
  return env['DOCKER_CONFIG'] || join(home, '.docker');
}

function metaFolder(system: Pick<System, 'env' | 'home'>): string {
  return join(dockerFolder(system), 'contexts', 'meta');
}

/** null if there is no such file, or its content does not fit the schema. */
async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await readTextIfThere(path);
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
