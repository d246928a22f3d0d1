type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** An object without what is undefined, for places where a name that is there must have a value. */
export function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}
