import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';

/** Asks for confirmation before something is removed. Cancel has the focus, so that Enter alone does no harm. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  children,
  action,
  onConfirm,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What will happen, and to what. */
  children: ReactNode;
  /** The label of the button that confirms. */
  action: ReactNode;
  onConfirm: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-shade transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center px-4 pt-[16vh]">
          <AlertDialog.Popup className="w-full max-w-[440px] overflow-hidden rounded-[12px] border border-line bg-panel shadow-pop outline-none transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
            <div className="px-5 pt-4 pb-4">
              <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
              <AlertDialog.Description render={<div />} className="mt-1.5 space-y-2 text-muted">
                {children}
              </AlertDialog.Description>
            </div>
            <footer className="flex justify-end gap-2 border-t border-line-2 bg-panel-2 px-5 py-3">
              <AlertDialog.Close render={<Button>{t('common.cancel')}</Button>} />
              <Button
                variant="danger"
                onClick={() => {
                  onOpenChange(false);
                  onConfirm();
                }}
              >
                {action}
              </Button>
            </footer>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
