import { report } from './report.ts';

/** All permissions of Electron (electron.d.ts, setPermissionRequestHandler). */
const permissions = [
  'ar',
  'automatic-fullscreen',
  'background-fetch',
  'background-sync',
  'captured-surface-control',
  'clipboard-read',
  'clipboard-sanitized-write',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'geolocation-approximate',
  'hand-tracking',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-fonts',
  'local-network',
  'local-network-access',
  'loopback-network',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'nfc',
  'notifications',
  'openExternal',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'pointerLock',
  'screen-wake-lock',
  'sensors',
  'serial',
  'smart-card',
  'speaker-selection',
  'storage-access',
  'system-wake-lock',
  'top-level-storage-access',
  'usb',
  'vr',
  'web-app-installation',
  'web-printing',
  'window-management',
  'unknown',
];

type Answer = (granted: boolean) => void;
type RequestHandler = (contents: null, permission: string, answer: Answer) => void;
type CheckHandler = (contents: null, permission: string) => boolean;

let onRequest: RequestHandler | null = null;
let onCheck: CheckHandler | null = null;

/** Once the app has set both handlers, asks them for every permission, and reports what they answer. */
function askForAll(): void {
  for (const name of permissions) {
    const check = onCheck?.(null, name);
    onRequest?.(null, name, (request) => {
      if (check !== undefined) report({ type: 'permission', name, request, check });
    });
  }
}

export const session = {
  defaultSession: {
    setPermissionRequestHandler(handler: RequestHandler): void {
      onRequest = handler;
      askForAll();
    },
    setPermissionCheckHandler(handler: CheckHandler): void {
      onCheck = handler;
      askForAll();
    },
  },
};
