import type { CallAt } from '@/lib/expression/find-call-at';
import { argumentAt } from './argument-at';

/** What the function around the cursor takes and means; keeps its height when there is none. */
export function SignatureLine({ call }: { call: CallAt | undefined }) {
  const active = call && argumentAt(call);
  return (
    <div
      data-testid="expression-signature"
      className="min-h-16 rounded-md bg-surface-sunken px-3 py-2 text-sm"
    >
      {call ? (
        <>
          <p className="font-mono text-xs break-words">
            {call.definition.method && 'value.'}
            <span className="font-semibold">{call.definition.name}</span>(
            {call.definition.params.slice(call.definition.method ? 1 : 0).map((param, at) => (
              <span key={param.name}>
                {at > 0 && ', '}
                <span
                  className={
                    param === active ? 'rounded-xs bg-accent-soft font-semibold text-text' : 'text-text-muted'
                  }
                >
                  {param.optional ? `[${param.name}]` : param.name}
                  {param.repeats && '…'}
                </span>
              </span>
            ))}
            )
          </p>
          <p className="mt-1">
            {active && <span className="font-medium">{active.description}. </span>}
            <span className="text-text-muted">{call.definition.description}</span>
          </p>
          {call.definition.offlineReason !== undefined && (
            <p className="mt-1 text-xs text-caution-strong">{call.definition.offlineReason}</p>
          )}
        </>
      ) : (
        <p className="text-text-muted">
          Type a field or a function; Ctrl Space lists what fits. Inside a function, this line says what it
          takes.
        </p>
      )}
    </div>
  );
}
