import { Toast } from '@base-ui/react/toast';
import X from 'lucide-react/icons/x';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import { type Message, takeMessages, useWaitingMessages } from './toast.tsx';

const toasts = Toast.createToastManager();

/** How long a message stays, in ms: longer if it can be undone; 0 means until it is closed. */
function timeoutMs({ failed, undo }: Message): number {
  if (failed) return 0;
  return undo ? 10_000 : 5_000;
}

function show(message: Message): void {
  const { title, detail, failed, undo } = message;
  const id = toasts.add({
    title,
    description: detail,
    timeout: timeoutMs(message),
    ...(failed ? { type: 'failure', priority: 'high' as const } : {}),
    ...(undo
      ? {
          actionProps: {
            children: undo.label,
            onClick: () => {
              toasts.close(id);
              undo.run();
            },
          },
        }
      : {}),
  });
}

/** Shows the messages at the bottom right. F6 moves the focus to them. */
export function Toaster(): ReactElement {
  const waiting = useWaitingMessages();
  useEffect(() => {
    if (waiting > 0) takeMessages().forEach(show);
  }, [waiting]);
  return (
    <Toast.Provider toastManager={toasts} limit={4}>
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
