/** Whether keys go into a field: there they are text, and Ctrl+Z is the field's own. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable=true]") !== null;
}

export function isUnderDialog(): boolean {
  return document.querySelector('[role="dialog"]:not([hidden])') !== null;
}
