import { createContext, type ReactElement, type ReactNode, use, useEffect, useRef } from 'react';
import { folderName, useProject } from './projects/index.ts';

/** Content that the app adds at the end of every page's header. */
export const HeaderEnd = createContext<ReactNode>(null);

/** True once a page has been shown. Later pages take the focus, which tells screen readers of the change. */
let shownBefore = false;

/** A page with its title (also the window's), the chosen project where the sidebar does not show it, actions and content. */
export function Page({
  title,
  beside,
  actions,
  children,
}: {
  title: string;
  /** After the title, for example tags. */
  beside?: ReactNode;
  /** Buttons, the primary one last. */
  actions?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const project = useProject();
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
        {project === null ? null : (
          // On a narrow screen, the sidebar has no room for it.
          <span title={project} className="max-w-44 truncate text-muted min-[861px]:hidden">
            {folderName(project)}
          </span>
        )}
        {beside}
        <div className="-mr-2 ml-auto flex flex-wrap items-center gap-2">
          {actions}
          {use(HeaderEnd)}
        </div>
      </header>
      <div className="px-8 pb-10 max-[860px]:px-5">{children}</div>
    </>
  );
}
