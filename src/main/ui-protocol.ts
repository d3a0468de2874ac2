import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { type PageLook, uiFile, uiFolder, uiPolicy } from '#api';
import { appScheme, isOurs } from './addresses.ts';
import { crashPage, crashPath } from './crash.ts';

/** Makes the scheme behave like https. Must be called before the app is ready. */
export function registerUiScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** Serves the built UI under the app's scheme. Its policy allows no connections: calls go over a port. */
export function serveUi(look: () => Promise<PageLook>): void {
  const folder = uiFolder();
  protocol.handle(appScheme, async (request) => {
    if (!isOurs(request.url)) return notFound();
    const { pathname, search } = new URL(request.url);
    if (pathname === crashPath) {
      const { html, policy } = crashPage(search, await look());
      return respond(html, 'text/html; charset=utf-8', policy);
    }
    const file = uiFile(folder, pathname);
    const bytes = file && (await readFile(file.path).catch(() => null));
    return file && bytes ? respond(new Uint8Array(bytes), file.type, uiPolicy([])) : notFound();
  });
}

function respond(body: string | Uint8Array<ArrayBuffer>, type: string, policy: string): Response {
  const headers = {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
  };
  return new Response(body, { headers });
}

function notFound(): Response {
  return new Response('Not found\n', { status: 404 });
}
