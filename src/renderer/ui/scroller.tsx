import { type ComponentProps, type ReactElement, useEffect, useRef, useState } from 'react';

/** A block that scrolls its content, by keyboard too: it is a stop of the Tab key while its content does not fit. */
export function Scroller(props: ComponentProps<'div'>): ReactElement {
  const block = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = block.current;
    if (element === null) return undefined;
    const measure = () =>
      setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    const observer = new ResizeObserver(measure);
    for (const each of [element, ...element.children]) observer.observe(each);
    return () => observer.disconnect();
  }, []);
  return <div {...props} ref={block} {...(scrolls ? { tabIndex: 0 } : {})} />;
}
