import type { Resolution } from '#contract/switching';

/** What its owner has in the place of an adopted toolchain that is gone, and what makes it run. */
export interface Successor {
  version: string;
  path: string;
  /** It has to be adopted first. */
  adopt: boolean;
  /** It has to become the default. */
  isDefault: boolean;
  /** The folder in which it has to be pinned; null if no pin has to be changed. */
  pinIn: string | null;
  /** The name of the button's text. */
  action: 'adopt' | 'adoptDefault' | 'adoptPin' | 'makeDefault' | 'pin';
}

/** null if nothing is gone, nothing is there now, or a file that Burrow does not write asks for another version. */
export function successorOf({ gone, reason }: Pick<Resolution, 'gone' | 'reason'>): Successor | null {
  const now = gone?.now;
  if (!now || !reason) return null;
  const { version, path, adopt, satisfies } = now;
  const successor = { version, path, adopt, isDefault: false, pinIn: null };
  if (satisfies) return { ...successor, action: 'adopt' };
  if (reason.rule === 'default') {
    return { ...successor, isDefault: true, action: adopt ? 'adoptDefault' : 'makeDefault' };
  }
  if (reason.rule === 'go-version-file') {
    const pinIn = reason.file.replace(/[\\/][^\\/]+$/, '');
    return { ...successor, pinIn, action: adopt ? 'adoptPin' : 'pin' };
  }
  return null;
}
