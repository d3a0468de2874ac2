import type { System } from '#core/system';

/** The system's own program that opens an address; null where there is no screen to open it on. */
export function browserCommand(
  system: Pick<System, 'os' | 'env'>,
  url: string,
): { file: string; args: string[] } | null {
  if (system.os === 'darwin') return { file: 'open', args: [url] };
  if (system.os === 'windows') return { file: 'rundll32', args: ['url.dll,FileProtocolHandler', url] };
  const hasScreen = Boolean(system.env.DISPLAY || system.env.WAYLAND_DISPLAY);
  return hasScreen ? { file: 'xdg-open', args: [url] } : null;
}

/** Opens the address in the user's browser. Not being able to is no failure: the address has been printed. */
export async function openInBrowser(system: System, url: string): Promise<void> {
  const command = browserCommand(system, url);
  if (command) await system.run({ ...command, timeoutMs: 10_000 }).catch(() => undefined);
}
