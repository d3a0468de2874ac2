import { withoutControlCharacters } from '#contract/control-characters';

/** Attributes that are shown or read out. */
const attributes = ['title', 'aria-label'];

/**
 * Replaces control characters in everything that the app shows, now and later. File names, module paths and outputs come
 * from elsewhere, and the characters that change the direction of text can make one look like another. Copying, and
 * whatever the app does with such a name, uses the name itself. Line ends and tabs are kept.
 */
export function keepTextsPlain(root: HTMLElement): void {
  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'childList') addedNodes.forEach(makePlain);
      else if (type === 'attributes') makeAttributesPlain(target as Element);
      else makeTextPlain(target as Text);
    }
  });
  observer.observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: attributes,
  });
}

function makePlain(node: Node): void {
  if (node instanceof Text) makeTextPlain(node);
  if (!(node instanceof Element)) return;
  makeAttributesPlain(node);
  node.childNodes.forEach(makePlain);
}

function makeTextPlain(text: Text): void {
  const shown = plain(text.data);
  if (shown !== text.data) text.data = shown;
}

function makeAttributesPlain(element: Element): void {
  for (const name of attributes) {
    const value = element.getAttribute(name);
    if (value !== null && plain(value) !== value) element.setAttribute(name, plain(value));
  }
}

function plain(text: string): string {
  return withoutControlCharacters(text.replaceAll('\r\n', '\n'), '\n\t');
}
