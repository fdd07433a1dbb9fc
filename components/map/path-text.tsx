import { Fragment } from 'react';

/** A path that breaks at its dots and underscores, not within a name. */
export function PathText({ path }: { path: string }) {
  let offset = 0;
  const parts = path.split(/(?<=[._])/).map((text) => {
    offset += text.length;
    return { text, offset };
  });
  return (
    <bdi className="font-mono text-xs [overflow-wrap:anywhere]">
      {parts.map((part) => (
        <Fragment key={part.offset}>
          {part.text}
          <wbr />
        </Fragment>
      ))}
    </bdi>
  );
}
