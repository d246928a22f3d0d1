import { type IconName, iconId, icons } from "./icons.ts";

const names = Object.keys(icons) as IconName[];

/**
 * Every icon once in the page; the rest of the product refers to the symbols by id. Each stays within its square by
 * itself: to clip hundreds of them costs in every frame of scrolling.
 */
export function IconSprite() {
  return (
    <svg aria-hidden="true" className="absolute size-0 overflow-hidden">
      {names.map((name) => (
        <symbol key={name} id={iconId(name)} viewBox="0 0 16 16" overflow="visible">
          <IconPaths name={name} />
        </symbol>
      ))}
    </svg>
  );
}

function IconPaths(props: { name: IconName }) {
  const shape = icons[props.name];
  return (
    <>
      {shape.line !== undefined && (
        <path
          d={shape.line}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
      {shape.dash !== undefined && (
        <path d={shape.dash} fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.2 2.05" />
      )}
      {shape.solid !== undefined && <path d={shape.solid} fill="currentColor" fillRule="evenodd" stroke="none" />}
    </>
  );
}
