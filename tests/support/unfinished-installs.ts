import { readdir } from 'node:fs/promises';

/** What installs left in `staging`. A page that is open also starts shells, whose answers are there for a while. */
export async function unfinishedInstalls(staging: string): Promise<string[]> {
  return (await readdir(staging)).filter((name) => !name.startsWith('environment-'));
}
