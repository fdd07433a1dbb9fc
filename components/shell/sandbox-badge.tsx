import { Badge } from '@/components/ui/badge';

/** Marks what reaches customers. */
export function SandboxBadge({ isProduction }: { isProduction: boolean }) {
  return (
    <Badge tone={isProduction ? 'caution' : 'neutral'}>{isProduction ? 'Production' : 'Development'}</Badge>
  );
}
