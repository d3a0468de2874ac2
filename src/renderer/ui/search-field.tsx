import Search from 'lucide-react/icons/search';
import type { ReactElement, RefObject } from 'react';
import { TextInput } from './field.tsx';
import { useToldLater } from './use-told-later.ts';

/** How long after the last key a text is searched for, in ms. */
const pauseMs = 150;

/** A text to search for, which is told after a pause. It follows `value`, which stands in the page's address, when that changes by itself. */
export function SearchField({
  field,
  label,
  placeholder = label,
  className,
  value,
  onChange,
}: {
  field: RefObject<HTMLInputElement | null>;
  label: string;
  placeholder?: string;
  className?: string;
  value: string;
  /** Is given the text without spaces around it. */
  onChange: (text: string) => void;
}): ReactElement {
  const [text, setText] = useToldLater(value, { pauseMs, tell: onChange, as: trimmed });
  return (
    <TextInput
      ref={field}
      type="search"
      icon={<Search size={14} aria-hidden />}
      className={className}
      aria-label={label}
      placeholder={placeholder}
      maxLength={300}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}

function trimmed(text: string): string {
  return text.trim();
}
