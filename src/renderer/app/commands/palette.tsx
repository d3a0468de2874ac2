import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import Search from 'lucide-react/icons/search';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '#ui/kbd.tsx';
import { overlays } from '#shared/overlays.ts';
import type { Command, CommandGroup } from './command.ts';
import { findCommands } from './find-commands.ts';
import { useCommands } from './use-commands.tsx';

function closeAndRun(command: Command): void {
  overlays.close();
  command.run();
}

/** The command palette: all commands, filtered by the typed text. `typed` grows while the field has no focus yet. */
export function CommandPalette({ typed }: { typed: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const [query, setQuery] = useState(typed ?? '');
  const [taken, setTaken] = useState(typed);
  if (typed !== taken) {
    setTaken(typed);
    setQuery(query + (typed ?? '').slice(taken?.length ?? 0));
  }
  const groups = findCommands(useCommands(query), query);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open onOpenChange={overlays.close}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-shade" />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center px-4 pt-[12vh] pb-6">
          <Dialog.Popup
            aria-label={t('commands.title')}
            initialFocus={input}
            className="flex max-h-[min(480px,100%)] w-full max-w-[580px] animate-rise flex-col overflow-hidden rounded-[12px] border border-line bg-panel shadow-pop outline-none"
          >
            <Autocomplete.Root
              open
              inline
              items={groups}
              value={query}
              onValueChange={setQuery}
              filter={null}
              itemToStringValue={(command: Command) => command.label}
              autoHighlight="always"
              keepHighlight
            >
              <div className="flex items-center gap-2.5 border-b border-line-2 px-4">
                <Search size={16} aria-hidden className="shrink-0 text-faint" />
                <Autocomplete.Input
                  ref={input}
                  aria-label={t('commands.placeholder')}
                  placeholder={t('commands.placeholder')}
                  className="h-12 w-full bg-transparent text-lg outline-none placeholder:text-faint"
                />
                <Kbd keys={['esc']} />
              </div>
              <div className="min-h-0 flex-1 overflow-y-auto p-1.5">
                <Autocomplete.Empty>
                  <p className="px-3 py-6 text-center text-muted empty:hidden">
                    {t('commands.nothing', { query })}
                  </p>
                </Autocomplete.Empty>
                <Autocomplete.List>
                  {(group: CommandGroup) => (
                    <Autocomplete.Group key={group.label} items={group.items}>
                      <Autocomplete.GroupLabel className="px-2.5 pt-2.5 pb-1 text-2xs font-medium text-faint">
                        {group.label}
                      </Autocomplete.GroupLabel>
                      <Autocomplete.Collection>
                        {(command: Command) => (
                          <CommandItem key={command.id} command={command} onRun={closeAndRun} />
                        )}
                      </Autocomplete.Collection>
                    </Autocomplete.Group>
                  )}
                </Autocomplete.List>
              </div>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function CommandItem({
  command,
  onRun,
}: {
  command: Command;
  onRun: (command: Command) => void;
}): ReactElement {
  return (
    <Autocomplete.Item
      value={command}
      onClick={() => onRun(command)}
      className="flex h-9 items-center gap-2.5 rounded-control px-2.5 outline-none select-none data-highlighted:bg-hover"
    >
      <span className="text-faint">{command.icon}</span>
      <span className="min-w-0 flex-1 truncate">{command.label}</span>
      {command.aside ? (
        <span className="max-w-64 shrink-0 truncate text-sm text-faint">{command.aside}</span>
      ) : null}
    </Autocomplete.Item>
  );
}
