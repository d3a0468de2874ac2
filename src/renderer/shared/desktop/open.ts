import { createElement } from 'react';
import type { Locale } from '#contract/locale';
import { client } from '#shared/client.ts';
import { describeError } from '#ui/failure.ts';
import { InlineText } from '#ui/inline-text.tsx';
import { showFailure } from '#ui/toast.tsx';

/** Opens a folder in the user's editor, and in it perhaps a file; a message says why it could not be. */
export function openInEditor(
  place: { dir: string; file?: string; line?: number; column?: number },
  locale: Locale,
): Promise<void> {
  return saying(client.desktop.openEditor(place), locale);
}

/** Opens a terminal in a folder; a message says why it could not be. */
export function openInTerminal(dir: string, locale: Locale): Promise<void> {
  return saying(client.desktop.openTerminal({ dir }), locale);
}

async function saying(opening: Promise<unknown>, locale: Locale): Promise<void> {
  try {
    await opening;
  } catch (error) {
    // The first page does without these texts.
    await import('#contract/desktop-failures');
    const { message, hint } = describeError(error, locale);
    showFailure(createElement(InlineText, { text: message }), createElement(InlineText, { text: hint }));
  }
}
