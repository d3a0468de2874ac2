import { app, session, shell, type WebContents } from 'electron';
import { isOurs, mayOpenOutside } from './addresses.ts';

/** Prevents all pages from leaving the app, opening windows and getting permissions. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => guard(contents));
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(mayHave(permission));
  });
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => mayHave(permission));
}

function guard(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}

/** Copy buttons write text to the clipboard; no other permission is needed. */
function mayHave(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}
