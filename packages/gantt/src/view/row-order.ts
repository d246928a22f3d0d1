/**
 * Puts elements into an order among the children of `parent`, without moving the one that has the focus: a moved element
 * loses it. Scrolling reuses elements wherever they stand; a screen reader's own cursor goes by their order.
 */
export function bringIntoOrder(parent: Element, elements: readonly Element[]): void {
  const isInOrder = elements.every((element, index) => {
    const before = elements[index - 1];
    return !before || (before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });
  if (isInOrder) return;
  const focusedAt = elements.findIndex((element) => element.contains(document.activeElement));
  const focused = elements[focusedAt];
  if (!focused) return parent.append(...elements);
  focused.before(...elements.slice(0, focusedAt));
  focused.after(...elements.slice(focusedAt + 1));
}
