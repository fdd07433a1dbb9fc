/** Our sign: two streams that join one river. Decoration: the name stands beside it. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" fill="none" className="shrink-0">
      <rect width="32" height="32" rx="8" className="fill-accent forced-colors:fill-[CanvasText]" />
      <g
        className="stroke-on-accent forced-colors:stroke-[Canvas]"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M7 7.5c0 7 9 5.5 9 13V26" strokeWidth="2.6" />
        <path d="M25 7.5c0 7-9 5.5-9 13" strokeWidth="2.6" />
        <path d="M16 6v8.5" strokeWidth="2.6" strokeOpacity="0.65" />
      </g>
    </svg>
  );
}
