import { app, session, shell, type WebContents } from 'electron';
import { isOurs, mayOpenOutside } from './addresses.ts';

/** Refuses, for every page there will ever be, to leave the app, to open windows and to ask for permissions. */
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

/** "Copy" buttons write text to the clipboard; nothing else is needed. */
function mayHave(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}
