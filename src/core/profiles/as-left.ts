import type { System } from '#core/system';
import { readFileNow, readJournal } from './journal/index.ts';

/** Whether every file of an entry is as the entry left it, or gone. Failures: those of reading them. */
export async function isAsLeft(system: System, id: string): Promise<boolean> {
  const entry = (await readJournal(system)).find((each) => each.id === id);
  const changes = entry?.changes ?? [];
  const files = await Promise.all(changes.map(({ target }) => readFileNow(target)));
  return files.every((now, index) => now === null || now.sha256 === changes[index]?.after);
}
