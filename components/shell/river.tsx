const streams = [
  { y: 60, label: 'Charges', strength: 0.45 },
  { y: 124, label: 'Subscriptions', strength: 0.6 },
  { y: 188, label: 'Refunds', strength: 0.8 },
  { y: 252, label: 'Balance transactions', strength: 1 },
  { y: 316, label: 'Customers', strength: 0.8 },
  { y: 380, label: 'Prices', strength: 0.6 },
  { y: 476, label: 'Consents and preferences', strength: 0.45 },
] as const;

const springX = 24;
const mouth = { x: 560, y: 262 };
const strandWidth = 8;

/** What the product does, as a drawing: streams that join one river. Decoration: the text beside it says the same. */
export function River({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 760 540" fill="none" aria-hidden="true" className={className}>
      <g className="stroke-accent" strokeWidth={strandWidth}>
        {streams.map(({ y, label, strength }, index) => {
          const end = mouth.y + (index - (streams.length - 1) / 2) * strandWidth;
          return (
            <path
              key={label}
              d={`M${springX} ${y} C 330 ${y}, 330 ${end}, ${mouth.x} ${end} L 760 ${end}`}
              strokeOpacity={strength}
            />
          );
        })}
      </g>
      <g className="fill-page stroke-accent" strokeWidth={4}>
        {streams.map(({ y, label }) => (
          <circle key={label} cx={springX} cy={y} r={8} />
        ))}
      </g>
      <g className="fill-text text-lg font-medium">
        {streams.map(({ y, label }) => (
          // Streams from below bend upwards: their names stand under them.
          <text key={label} x={44} y={y > mouth.y ? y + 24 : y - 12}>
            {label}
          </text>
        ))}
      </g>
    </svg>
  );
}
