const streams = [
  { y: 64, label: 'Charges', bend: 0.34 },
  { y: 128, label: 'Subscriptions', bend: 0.4 },
  { y: 192, label: 'Refunds', bend: 0.46 },
  { y: 256, label: 'Balance transactions', bend: 0.5 },
  { y: 320, label: 'Customers', bend: 0.5 },
  { y: 384, label: 'Prices', bend: 0.46 },
  { y: 472, label: 'Consents and preferences', bend: 0.4 },
] as const;

const mouthX = 520;
const mouthY = 268;

/** What the product does, as a drawing: streams that join one river. Decoration: the text beside it says the same. */
export function River({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 720 540" fill="none" aria-hidden="true" className={className}>
      <g className="stroke-accent" strokeLinecap="round">
        {streams.map(({ y, label, bend }, index) => {
          const end = mouthY + (index - (streams.length - 1) / 2) * 5;
          const start = 24;
          const reach = mouthX - start;
          return (
            <path
              key={label}
              d={`M${start} ${y} C ${start + reach * bend} ${y}, ${mouthX - reach * 0.42} ${end}, ${mouthX} ${end}`}
              strokeWidth={3.5}
              strokeOpacity={0.35 + (index % 3) * 0.18}
            />
          );
        })}
        <path
          d={`M${mouthX} ${mouthY} C 580 ${mouthY}, 620 262, 720 262`}
          strokeWidth={34}
          strokeLinecap="butt"
        />
      </g>
      <g className="fill-surface stroke-accent" strokeWidth={2.5}>
        {streams.map(({ y, label }) => (
          <circle key={label} cx={24} cy={y} r={6} />
        ))}
      </g>
      <g className="fill-text text-lg font-medium">
        {streams.map(({ y, label }) => (
          <text key={label} x={42} y={y - 10}>
            {label}
          </text>
        ))}
      </g>
    </svg>
  );
}
