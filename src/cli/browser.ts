import type { System } from '#core/system';

/** The system's command that opens an address in the browser; null if there is no screen. */
export function browserCommand(
  system: Pick<System, 'os' | 'env'>,
  url: string,
): { file: string; args: string[] } | null {
  if (system.os === 'darwin') return { file: 'open', args: [url] };
  if (system.os === 'windows') return { file: 'rundll32', args: ['url.dll,FileProtocolHandler', url] };
  const hasScreen = Boolean(system.env.DISPLAY || system.env.WAYLAND_DISPLAY);
  return hasScreen ? { file: 'xdg-open', args: [url] } : null;
}

/** Opens the address in the user's browser. Never fails: the address has been printed as well. */
export async function openInBrowser(system: System, url: string): Promise<void> {
  const command = browserCommand(system, url);
  if (command) await system.run({ ...command, timeoutMs: 10_000 }).catch(() => undefined);
}
