import { useEffect, useState } from 'react';

const names = ['accent', 'accent-soft', 'faint', 'muted', 'line-2', 'panel', 'grow', 'shrink'] as const;

/** The theme's colours as a canvas can use them. */
export type Colours = Record<(typeof names)[number], string>;

/** A canvas does not know custom properties: the browser resolves them on an element, and we read them back. */
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

/** The colours of the theme on screen, renewed when the theme changes, by the system or by the user. */
export function useColours(): Colours {
  const [colours, setColours] = useState(resolved);
  useEffect(() => {
    const renew = () => setColours(resolved());
    const system = matchMedia('(prefers-color-scheme: dark)');
    const chosen = new MutationObserver(renew);
    system.addEventListener('change', renew);
    chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      system.removeEventListener('change', renew);
      chosen.disconnect();
    };
  }, []);
  return colours;
}
