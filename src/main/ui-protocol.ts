import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { uiFile, uiFolder, uiPolicy } from '#api';
import { appScheme, isOurs } from './addresses.ts';

/** Makes the scheme behave like https. Must be called before the app is ready. */
export function registerUiScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** Serves the built UI under the app's scheme. Its policy allows no connections: calls go over a port. */
export function serveUi(): void {
  const folder = uiFolder();
  protocol.handle(appScheme, async (request) => {
    const file = isOurs(request.url) ? uiFile(folder, new URL(request.url).pathname) : null;
    const bytes = file && (await readFile(file.path).catch(() => null));
    if (!file || !bytes) return new Response('Not found\n', { status: 404 });
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': file.type,
        'content-security-policy': uiPolicy([]),
        'x-content-type-options': 'nosniff',
      },
    });
  });
}
