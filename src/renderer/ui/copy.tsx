import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';
import { cx } from './cx.ts';
import { Scroller } from './scroller.tsx';

/** Copies `text` to the clipboard; a tick confirms it for two seconds. */
export function CopyButton({ text, label }: { text: string; label?: string }): ReactElement {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <IconButton
      label={copied ? t('common.copied') : (label ?? t('common.copy'))}
      onClick={() => {
        void navigator.clipboard.writeText(text).then(() => setCopied(true));
      }}
      className="size-7"
    >
      {copied ? <Check size={14} aria-hidden className="text-ok" /> : <Copy size={14} aria-hidden />}
    </IconButton>
  );
}

/** A line for a terminal or a shell profile, with a copy button. */
export function CommandLine({ text, className }: { text: string; className?: string }): ReactElement {
  return (
    <div
      className={cx(
        'flex items-center gap-1 rounded-control border border-line bg-panel-2 py-0.5 pr-0.5 pl-3',
        className,
      )}
    >
      <Scroller className="min-w-0 flex-1 overflow-x-auto py-1 whitespace-pre">
        <code>{text}</code>
      </Scroller>
      <CopyButton text={text} />
    </div>
  );
}
