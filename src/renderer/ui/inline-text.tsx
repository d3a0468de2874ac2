import type { ReactNode } from 'react';

/** Text with code in `backticks`, as in the messages of failures. */
export function InlineText({
  text,
  codeClass = 'rounded-[4px] bg-line-2 px-1 py-px',
}: {
  text: string;
  codeClass?: string;
}): ReactNode {
  return text.split('`').map((part, index) =>
    index % 2 === 1 ? (
      <code key={`${index}${part}`} className={codeClass}>
        {part}
      </code>
    ) : (
      part
    ),
  );
}
