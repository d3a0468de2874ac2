import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { loadPalette } from '../commands/load-palette.ts';
import { pages } from '../pages.ts';
import { lastPreferences } from '#shared/preferences.ts';
import { overlays } from '#shared/overlays.ts';

/** The time allowed between the two keys of a shortcut such as `g t`, in ms. */
const chordTimeoutMs = 1200;

/** Whether the element handles keys itself: a text field, or an open list, menu or dialog. */
function handlesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="menu"], [role="listbox"], [role="dialog"]') !== null)
  );
}

/** Hook: the keyboard shortcuts, which `shortcut-sheet.tsx` lists. */
export function useShortcuts(): void {
  const navigate = useNavigate();
  useEffect(() => {
    let first = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      // The first half of ⌘K: load the palette now.
      if (key === 'meta' || key === 'control') loadPalette();
      if (key === 'k' && (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        if (overlays.get()?.name === 'palette') overlays.close();
        else overlays.open({ name: 'palette' });
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || handlesKeys(event.target)) return;
      const overlay = overlays.get();
      if (overlay?.name === 'palette' && event.key.length === 1) {
        overlays.open({ name: 'palette', typed: `${overlay.typed ?? ''}${event.key}` });
      }
      if (overlay || !lastPreferences().singleKeys) return;
      const page =
        event.timeStamp - first < chordTimeoutMs ? pages.find((entry) => entry.key === key) : undefined;
      first = 0;
      if (page) void navigate({ to: page.path });
      else if (key === 'g') first = event.timeStamp;
      else if (key === '?') overlays.open({ name: 'shortcuts' });
      else if (key === 'i') overlays.open({ name: 'install' });
      else if (key === 'p') overlays.open({ name: 'open-project' });
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [navigate]);
}
