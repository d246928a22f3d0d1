/** Elements of a layer by key: what is no longer wanted goes, what is there stays, what is missing is made. */
export type KeyedElements<Key> = {
  show: (keys: Iterable<Key>) => void;
  clear: () => void;
};

export function createKeyedElements<Key>(layer: Element, make: (key: Key) => Element | null): KeyedElements<Key> {
  const shown = new Map<Key, Element | null>();
  return {
    show: (keys) => {
      const wanted = new Set(keys);
      for (const [key, element] of shown) {
        if (wanted.has(key)) continue;
        element?.remove();
        shown.delete(key);
      }
      const entering: Element[] = [];
      for (const key of wanted) {
        if (shown.has(key)) continue;
        const element = make(key);
        shown.set(key, element);
        if (element) entering.push(element);
      }
      if (entering.length > 0) layer.append(...entering);
    },
    clear: () => {
      for (const element of shown.values()) element?.remove();
      shown.clear();
    },
  };
}
