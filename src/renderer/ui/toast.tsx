import { Toast } from '@base-ui/react/toast';
import X from 'lucide-react/icons/x';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';

/** Shows short messages from anywhere, also outside React. */
export const toasts = Toast.createToastManager();

/** Says that something was done; `undo` offers to take it back for ten seconds. */
export function say(
  title: ReactNode,
  more: { detail?: ReactNode; undo?: { label: string; run: () => void } | undefined } = {},
): void {
  const id = toasts.add({
    title,
    ...(more.detail ? { description: more.detail } : {}),
    timeout: more.undo ? 10_000 : 5_000,
    ...(more.undo
      ? {
          actionProps: {
            children: more.undo.label,
            onClick: () => {
              toasts.close(id);
              more.undo?.run();
            },
          },
        }
      : {}),
  });
}

/** Says that something failed, and stays until it is closed. */
export function sayFailure(title: ReactNode, detail?: ReactNode): void {
  toasts.add({
    title,
    type: 'failure',
    priority: 'high',
    timeout: 0,
    ...(detail ? { description: detail } : {}),
  });
}

/** Where toasts appear: bottom right, F6 moves the focus there. */
export function Toaster({ children }: { children: ReactNode }): ReactElement {
  return (
    <Toast.Provider toastManager={toasts} limit={4}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-5 bottom-5 z-50 flex w-[min(380px,calc(100vw-40px))] flex-col gap-2">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList(): ReactNode {
  const { t } = useTranslation();
  const { toasts: shown } = Toast.useToastManager();
  return shown.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection="right"
      className={cx(
        'rounded-card border bg-panel shadow-pop transition-[opacity,transform] duration-150 data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0',
        toast.type === 'failure' ? 'border-bad' : 'border-line',
      )}
    >
      <Toast.Content className="flex items-start gap-3 py-2.5 pr-2.5 pl-3.5">
        <div className="min-w-0 flex-1 py-1 break-words">
          <Toast.Title className="font-medium" />
          <Toast.Description className="text-sm text-muted" />
        </div>
        <Toast.Action className="h-7 shrink-0 rounded-control px-2 font-semibold text-accent hover:bg-hover" />
        <Toast.Close
          aria-label={t('common.close')}
          className="grid size-7 shrink-0 place-items-center rounded-control text-faint hover:bg-hover hover:text-text"
        >
          <X size={14} aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
