import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import type { ReactElement, ReactNode } from 'react';

/** A radio group of two to four values, drawn as one control. */
export function Segmented<T extends string>({
  value,
  onChange,
  choices,
  label,
}: {
  value: T;
  onChange: (value: T) => void;
  choices: readonly { value: T; label: ReactNode }[];
  /** The accessible name of the group. */
  label: string;
}): ReactElement {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={onChange}
      className="inline-flex rounded-[7px] border border-line bg-bg p-0.5"
    >
      {choices.map((choice) => (
        <Radio.Root
          key={choice.value}
          value={choice.value}
          nativeButton
          render={<button type="button" />}
          className="inline-flex h-6 items-center gap-1.5 rounded-[5px] px-2.5 font-medium whitespace-nowrap text-muted select-none hover:text-text data-checked:bg-panel data-checked:text-text data-checked:shadow-[0_0_0_1px_var(--line),0_1px_1px_rgb(0_0_0/0.04)]"
        >
          {choice.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
