import { useEffect, useRef, useState } from 'react';

/**
 * Hook: a value that changes here at once, and that `tell` is told once it has stayed the same for `pauseMs`. It follows
 * `value` when that becomes another than what was told.
 */
export function useToldLater<T>(
  value: T,
  { pauseMs, tell, as = same }: { pauseMs: number; tell: (value: T) => void; as?: (value: T) => T },
): [T, (value: T) => void] {
  const [now, setNow] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setNow(value);
  }, [value]);
  useEffect(() => {
    const next = as(now);
    if (next === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = next;
      tell(next);
    }, pauseMs);
    return () => clearTimeout(timer);
  });
  return [now, setNow];
}

function same<T>(value: T): T {
  return value;
}
