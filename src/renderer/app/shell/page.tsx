import Search from 'lucide-react/icons/search';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '#ui/kbd.tsx';
import { loadPalette } from '../commands/load-palette.ts';
import { overlays } from '../overlays.ts';

/** True once any page has been shown: from then on a new page takes the focus, for those who do not see it change. */
let shownBefore = false;

/** A page: its title (also the window's), what belongs to the title, its actions, and its content. */
export function Page({
  title,
  beside,
  actions,
  children,
}: {
  title: string;
  /** Beside the title: tags. */
  beside?: ReactNode;
  /** Buttons, the main one last. */
  actions?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Burrow`;
  }, [title]);
  useEffect(() => {
    if (shownBefore) heading.current?.focus();
    shownBefore = true;
  }, []);
  return (
    <>
      <header className="window-drag flex min-h-[76px] flex-wrap items-center gap-x-2.5 gap-y-2 px-8 py-4 max-[860px]:px-5">
        <h1 ref={heading} tabIndex={-1} className="text-xl font-semibold tracking-[-0.01em] outline-none">
          {title}
        </h1>
        {beside}
        <div className="window-no-drag -mr-2 ml-auto flex flex-wrap items-center gap-2">
          {actions}
          <button
            type="button"
            onPointerEnter={() => void loadPalette()}
            onFocus={() => void loadPalette()}
            onClick={() => overlays.open({ name: 'palette' })}
            className="flex h-[30px] items-center gap-2 rounded-control px-2 text-muted transition-colors hover:bg-hover hover:text-text"
          >
            <Search size={14} aria-hidden />
            <span className="max-[1040px]:sr-only">{t('shell.search')}</span>
            <Kbd keys={['mod', 'K']} />
          </button>
        </div>
      </header>
      <div className="px-8 pb-10 max-[860px]:px-5">{children}</div>
    </>
  );
}
