import { useEffect, useState } from 'react';

const names = [
  'accent',
  'accent-soft',
  'faint',
  'muted',
  'line-2',
  'panel',
  'text',
  'grow',
  'shrink',
] as const;

/** Colours of the theme, resolved for use in a canvas. */
export type Colours = Record<(typeof names)[number], string>;

/** A canvas cannot use custom properties, so let the browser resolve them on an element. */
function resolved(): Colours {
  const probe = document.createElement('span');
  document.body.append(probe);
  const entries = names.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(entries) as Colours;
}

/** Hook: the colours of the current theme, updated when the system or the user changes it. */
export function useColours(): Colours {
  const [colours, setColours] = useState(resolved);
  useEffect(() => {
    const update = () => setColours(resolved());
    const system = matchMedia('(prefers-color-scheme: dark)');
    const chosen = new MutationObserver(update);
    system.addEventListener('change', update);
    chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      system.removeEventListener('change', update);
      chosen.disconnect();
    };
  }, []);
  return colours;
}
