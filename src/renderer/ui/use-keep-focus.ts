import { useEffect } from 'react';

/** An element that had the focus and its ancestors, from the inside, each with its position among its siblings. */
type Place = readonly { element: Element; index: number }[];

/** How many places are remembered: the focus may have been in a menu and a dialog that are gone as well. */
const maxPlaces = 8;
/** ms in which the code that removed the element may move the focus itself. */
const graceMs = 80;

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/**
 * Hook, for the app as a whole: when the focused element goes away, as the button of an action that is done does, the
 * focus moves to what took its place, or else to what follows or precedes it. Browsers move it to the body, from where
 * the next Tab begins at the top of the page. If the element is only disabled, the focus returns once it is enabled.
 */
export function useKeepFocus(): void {
  useEffect(() => {
    let places: Place[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isLost = () => document.activeElement === document.body && places.length > 0;

    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof Element && target !== document.body) {
        places = [placeOf(target), ...places].slice(0, maxPlaces);
      }
    };
    // A click beside everything takes the focus away on purpose.
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!(target instanceof Element) || target.closest(`${focusable}, [tabindex], label`) === null)
        places = [];
    };
    const restore = () => {
      if (!isLost()) return;
      const last = places[0]?.[0]?.element;
      if (last?.isConnected && last.matches(':disabled')) return;
      const next = last?.isConnected ? last : nextFor(places);
      if (next instanceof HTMLElement) next.focus();
    };
    const observer = new MutationObserver(() => {
      if (!isLost()) return;
      clearTimeout(timer);
      timer = setTimeout(restore, graceMs);
    });
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('pointerdown', onPointerDown);
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('pointerdown', onPointerDown);
    };
  }, []);
}

function placeOf(target: Element): Place {
  const place: { element: Element; index: number }[] = [];
  for (
    let element: Element | null = target;
    element && element !== document.body;
    element = element.parentElement
  ) {
    place.push({ element, index: [...(element.parentElement?.children ?? [])].indexOf(element) });
  }
  return place;
}

/** What comes next to the newest place of which something is left inside a page or a dialog. */
function nextFor(places: readonly Place[]): Element | null {
  for (const place of places) {
    const left = place.findIndex(({ element }) => element.isConnected);
    if (left < 1) continue;
    for (const [at, { element }] of place.entries()) {
      const { index = 0 } = place[at - 1] ?? {};
      if (at < left) continue;
      if (element.closest('main, nav, [role="dialog"], [role="alertdialog"]') === null) break;
      const children = [...element.children];
      const near = [...children.slice(index), ...children.slice(0, index).toReversed()];
      const found = near.map(firstFocusable).find((each) => each !== null);
      if (found) return found;
    }
  }
  return document.querySelector('main');
}

function firstFocusable(element: Element): Element | null {
  return (
    [element, ...element.querySelectorAll(focusable)].find(
      (each) => each.matches(focusable) && isShown(each),
    ) ?? null
  );
}

function isShown(element: Element): boolean {
  return element.getClientRects().length > 0;
}
