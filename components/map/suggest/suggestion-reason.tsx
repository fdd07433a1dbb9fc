import clsx from 'clsx';
import type { Offer } from './offer-suggestions';

export type SuggestionReasonProps = {
  offer: Offer;
  /** One line that ends where the room does, the rest on hover; otherwise as many as it takes. */
  isOneLine?: boolean;
};

/** Why something is suggested, with the calculation it takes if a plain copy would not do. */
export function SuggestionReason({ offer: { pair, reason }, isOneLine = false }: SuggestionReasonProps) {
  return (
    <span
      className={clsx('block text-xs text-text-muted', isOneLine && 'truncate')}
      title={isOneLine ? reason : undefined}
    >
      {pair.expression !== undefined && (
        <code className={clsx('font-mono text-text', isOneLine ? 'me-1.5' : 'block break-all')}>
          {pair.expression}
        </code>
      )}
      {reason}
    </span>
  );
}
