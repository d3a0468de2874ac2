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
import { readPlace, type WindowPlace, writePlace } from './place.ts';

/** The file that remembers where the window was. */
export interface PlaceFile {
  /** null: nothing is remembered, or it cannot be read. Never fails. */
  read(): Promise<WindowPlace | null>;
  /** Writes the place soon, and of several only the last. */
  write(place: WindowPlace): void;
  /** Writes what has not been written yet. Never fails. */
  flush(): Promise<void>;
}

/** ms without a change after which a place is written: moving a window with the mouse changes it all the time. */
const delayMs = 500;

/** The place of the window in Burrow's home. Nothing is written before there is a home. */
export function placeFile(system: System): PlaceFile {
  let waiting: WindowPlace | null = null;
  let cancel: (() => void) | null = null;
  let writing: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    cancel?.();
    const place = waiting;
    waiting = null;
    if (place !== null) writing = writing.then(() => save(system, place));
    return writing;
  };
  return {
    read: () => load(system),
    write(place) {
      waiting = place;
      cancel?.();
      cancel = system.after(delayMs, () => void flush());
    },
    flush,
  };
}

async function load(system: System): Promise<WindowPlace | null> {
  try {
    await refuseForeignHome(system);
    return readPlace(await readTextIfThere(burrowPaths(system).window));
  } catch (error) {
    if (!isFailure(error)) await logBug(system, 'window', error);
    return null;
  }
}

async function save(system: System, place: WindowPlace): Promise<void> {
  try {
    await refuseForeignHome(system);
    if (!(await isOwnHome(system))) return;
    await writeFileAtomic(burrowPaths(system).window, writePlace(place), { mode: 0o600 });
  } catch (error) {
    // The window opens elsewhere the next time; a full disk is said where it matters.
    if (!isFailure(error)) await logBug(system, 'window', error);
  }
}
