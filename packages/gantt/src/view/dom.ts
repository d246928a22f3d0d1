const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/** An HTML element with a class, appended to `parent` if there is one. */
export function htmlElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  parent?: Element,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== "") element.className = className;
  parent?.append(element);
  return element;
}

/** An SVG element with attributes, appended to `parent` if there is one. */
export function svgElement<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | number>>,
  parent?: Element,
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(SVG_NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  parent?.append(element);
  return element;
}

export function setAttributes(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** Sets or removes an attribute. */
export function setOptionalAttribute(element: Element, { name, value }: { name: string; value: string | null }): void {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export function placeHorizontally(element: HTMLElement, { left, width }: { left: number; width?: number }): void {
  element.style.left = `${left}px`;
  if (width !== undefined) element.style.width = `${width}px`;
}

/** Gives an element ids that no other chart in the page has. */
export function createIdMaker(): (name: string) => string {
  chartsMade.count += 1;
  const chart = chartsMade.count;
  return (name) => `g-gantt-${chart}-${name}`;
}

const chartsMade = { count: 0 };
