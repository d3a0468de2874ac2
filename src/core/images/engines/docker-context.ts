import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readTextIfThere, type System } from '#core/system';
import { z } from 'zod';

const config = z.object({ currentContext: z.string().optional() });
const context = z.object({ Endpoints: z.object({ docker: z.object({ Host: z.string() }) }) });

/**
 * The engine's address in Docker's current context; null if that is the default context, or cannot be read. Docker
 * keeps each context in a folder named after the SHA-256 of its name (docker/cli, cli/context/store). Failures:
 * file.no-permission.
 */
export async function contextAddress(system: Pick<System, 'env' | 'home'>): Promise<string | null> {
  const folder = system.env['DOCKER_CONFIG'] || join(system.home, '.docker');
  const name = system.env['DOCKER_CONTEXT'] || (await currentContext(folder));
  if (!name || name === 'default') return null;
  const hash = createHash('sha256').update(name).digest('hex');
  const found = await readJson(join(folder, 'contexts', 'meta', hash, 'meta.json'), context);
  return found?.Endpoints.docker.Host ?? null;
}

async function currentContext(folder: string): Promise<string | undefined> {
  return (await readJson(join(folder, 'config.json'), config))?.currentContext;
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
