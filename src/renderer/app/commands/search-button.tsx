import Search from 'lucide-react/icons/search';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { overlays } from '#shared/overlays.ts';
import { Kbd } from '#ui/kbd.tsx';
import { loadPalette } from './load-palette.ts';

/** The button in every page's header that opens the command palette. */
export function SearchButton(): ReactElement {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      onPointerEnter={loadPalette}
      onFocus={loadPalette}
      onClick={() => overlays.open({ name: 'palette' })}
      className="flex h-[30px] items-center gap-2 rounded-control px-2 text-muted transition-colors hover:bg-hover hover:text-text"
    >
      <Search size={14} aria-hidden />
      <span className="max-[1040px]:sr-only">{t('shell.search')}</span>
      <Kbd keys={['mod', 'K']} />
    </button>
  );
}
