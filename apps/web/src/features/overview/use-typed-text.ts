import { useEffect, useRef, useState } from "react";

/** Long enough to type on, short enough to seem at once. */
const REST_MS = 120;

/**
 * A text that is typed here and kept elsewhere, such as in the address: the field follows every key, the keeper hears of
 * it when the typing rests. A text that changes elsewhere takes the field's place.
 */
export function useTypedText(kept: string, onKeep: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(kept);
  const [seen, setSeen] = useState(kept);
  if (seen !== kept) {
    setSeen(kept);
    // What comes back is what was handed over, unless somebody else wrote it.
    setTyped((now) => (now.trim() === kept.trim() ? now : kept));
  }
  const keep = useRef(onKeep);
  useEffect(() => {
    keep.current = onKeep;
  });
  const isWaiting = typed !== kept;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => keep.current(typed), REST_MS);
    return () => clearTimeout(timer);
  }, [typed, isWaiting]);
  return [typed, setTyped];
}
