import { logBug } from '#api';
import { isFailure } from '#contract/failure';
import {
  burrowPaths,
  isOwnHome,
  readTextIfThere,
  refuseForeignHome,
  type System,
  writeFileAtomic,
} from '#core/system';

/**
 * Remembers in Burrow's home which program opens links, so that the command line prints them where they work. Nothing is
 * written before there is a home. Never fails.
 */
export async function rememberLinkHandler(system: System, program: string | null): Promise<void> {
  if (program === null) return;
  try {
    await refuseForeignHome(system);
    if (!(await isOwnHome(system))) return;
    const path = burrowPaths(system).linkHandler;
    const line = `${program}\n`;
    if ((await readTextIfThere(path)) !== line) await writeFileAtomic(path, line, { mode: 0o600 });
  } catch (error) {
    if (!isFailure(error)) await logBug(system, 'links', error);
  }
}
