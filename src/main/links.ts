import { app, dialog } from 'electron';
import type { clientOf } from '#api';
import { type AppLink, linkAmong, linkScheme, parseAppLink } from '#contract/app-link';
import { describeFailure, isFailure } from '#contract/failure';
import type { Locale } from '#contract/locale';
import { desktopTexts } from './desktop/index.ts';
import { routeOf } from './routes.ts';
import type { AppWindow } from './window/index.ts';

interface Links {
  /** Opens the window, where the link that started the app leads, if one did. */
  open(): Promise<void>;
}

/**
 * Follows links into the app: of its own start, of another start that this one takes over, and of a Mac. A link shows a
 * page; a folder that is no project yet is opened only if the user says so.
 */
export function followLinks(
  client: ReturnType<typeof clientOf>,
  window: AppWindow,
  locale: () => Promise<Locale>,
): Links {
  let first = linkAmong(process.argv);
  let isOpen = false;
  let isAsking = false;

  const mayShow = async (link: AppLink): Promise<boolean> => {
    if (!('path' in link)) return true;
    const { projects } = await client.projects.list().catch(() => ({ projects: [] }));
    if (projects.some(({ path }) => path === link.path)) return true;
    // Links in a row do not pile up questions.
    if (isAsking) return false;
    isAsking = true;
    try {
      return await openFolder(client, link.path, await locale());
    } finally {
      isAsking = false;
    }
  };
  const follow = async (address: string | null): Promise<void> => {
    const link = address === null ? null : parseAppLink(address);
    if (link !== null && !('path' in link)) return window.show(routeOf(link));
    await window.show();
    if (link !== null && (await mayShow(link))) await window.show(routeOf(link));
  };
  app.on('second-instance', (_event, args) => void follow(linkAmong(args)));
  app.on('open-url', (event, address) => {
    event.preventDefault();
    // A Mac says so before the app is ready.
    if (isOpen) void follow(address);
    else first = address;
  });
  return {
    open() {
      isOpen = true;
      return follow(first);
    },
  };
}

/** Asks whether to open a folder as a project, and does; whether it is one now. */
async function openFolder(
  client: ReturnType<typeof clientOf>,
  path: string,
  locale: Locale,
): Promise<boolean> {
  const text = desktopTexts[locale];
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: text.openFolder,
    detail: text.openFolderDetail(path),
    buttons: [text.cancel, text.openIt],
    defaultId: 0,
    cancelId: 0,
  });
  if (response !== 1) return false;
  try {
    await client.projects.add({ path });
    return true;
  } catch (error) {
    if (!isFailure(error)) throw error;
    const { message } = describeFailure(error, locale);
    await dialog.showMessageBox({ type: 'error', message: text.notOpened, detail: message });
    return false;
  }
}

/** Makes the packaged app the one that opens links; the path of the program that the system starts for them, if it does. */
export function registerLinks(): string | null {
  if (!app.isPackaged) return null;
  // On Windows, what follows `--` is no option, whatever a link contains.
  const registered = [linkScheme, process.execPath, ['--']] as const;
  app.setAsDefaultProtocolClient(registered[0], registered[1], [...registered[2]]);
  if (!app.isDefaultProtocolClient(registered[0], registered[1], [...registered[2]])) return null;
  // An AppImage runs from a mount that has another path each time.
  return process.env['APPIMAGE'] ?? process.execPath;
}
