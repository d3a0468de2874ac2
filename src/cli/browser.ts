import { spawn } from 'node:child_process';
import { findOnPath, type System } from '#core/system';
import { type AddressFile, writeAddressFile } from './address-file.ts';

/** A browser that was asked to open Burrow. */
export interface Opened {
  /** Removes the file with the address, once the address was used. */
  used(): void;
  /** Also ends the program that opens the browser, should it still run; never the browser. */
  end(): void;
}

/** The system's program that opens an address in the browser; null if there is no screen. */
export function browserCommand(
  system: Pick<System, 'os' | 'env'>,
  url: string,
): { file: string; args: string[] } | null {
  if (system.os === 'darwin') return { file: 'open', args: [url] };
  if (system.os === 'windows') return { file: 'rundll32', args: ['url.dll,FileProtocolHandler', url] };
  const hasScreen = Boolean(system.env.DISPLAY || system.env.WAYLAND_DISPLAY);
  return hasScreen ? { file: 'xdg-open', args: [url] } : null;
}

/** Opens the address in the user's browser. Null if that cannot be tried; the address has been printed as well. */
export async function openInBrowser(system: System, address: string): Promise<Opened | null> {
  const file = await writeAddressFile(system, address).catch(() => null);
  const command = file && browserCommand(system, file.url);
  const program = command && (await programOf(system, command.file));
  if (!file || !command || !program) {
    file?.remove();
    return null;
  }
  return start(system, { file: program, args: command.args }, file);
}

/** On Linux looked up here, so that no program in the working folder is taken. */
async function programOf(system: System, name: string): Promise<string | null> {
  return system.os === 'windows' ? name : findOnPath(system, name);
}

function start(system: System, command: { file: string; args: string[] }, file: AddressFile): Opened {
  // In a group of its own: some systems run the browser itself as its child, which Ctrl-C must not end.
  const child = spawn(command.file, command.args, {
    detached: true,
    stdio: 'ignore',
    env: { ...system.env },
  });
  child.on('error', () => undefined);
  child.unref();
  return {
    used: () => file.remove(),
    end() {
      file.remove();
      child.kill();
    },
  };
}
