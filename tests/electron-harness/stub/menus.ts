import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { report } from './report.ts';

/** An entry of a menu, as the app describes it. */
export interface MenuItem {
  label?: string;
  role?: string;
  type?: string;
  enabled?: boolean;
  submenu?: MenuItem[];
  click?: () => void;
}

const shown = new Map<'tray' | 'dock', MenuItem[]>();

const labelsOf = (menu: readonly MenuItem[]): string[] =>
  menu.flatMap(({ label, type, submenu }) => [
    type === 'separator' ? '-' : (label ?? ''),
    ...labelsOf(submenu ?? []),
  ]);

/** Shows a menu, whose entries a test can then choose. */
export function showMenu(of: 'tray' | 'dock', menu: MenuItem[]): void {
  shown.set(of, menu);
  report({ type: of, labels: labelsOf(menu) });
}

const all = (menu: readonly MenuItem[]): MenuItem[] =>
  menu.flatMap((item) => [item, ...all(item.submenu ?? [])]);

/** Chooses the entry with this label, as a person does. */
export function choose(of: 'tray' | 'dock', label: string): void {
  all(shown.get(of) ?? [])
    .find((item) => item.label === label)
    ?.click?.();
}

export const Menu = {
  buildFromTemplate: (template: MenuItem[]) => template,
  setApplicationMenu(menu: MenuItem[]): void {
    const items = menu.flatMap((item) => [item, ...(item.submenu ?? [])]);
    report({
      type: 'menu',
      labels: menu.map(({ label, role }) => label ?? role ?? ''),
      roles: items.flatMap(({ role }) => role ?? []),
    });
  },
};

export const nativeImage = {
  createFromPath(path: string): string {
    if (!existsSync(path)) throw new Error(`There is no image at ${path}.`);
    return path;
  },
};

export class Tray extends EventEmitter {
  setToolTip(): void {}
  setContextMenu(menu: MenuItem[]): void {
    showMenu('tray', menu);
  }
  destroy(): void {
    report({ type: 'tray', labels: [] });
  }
}
