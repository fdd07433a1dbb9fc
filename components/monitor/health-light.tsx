import { StatusLight } from '@/components/ui/status-light';
import type { HealthStatus } from '@/lib/dataflow/dataflow-view';
import { describeHealth } from '@/lib/dataflow/describe-health';

/** The health of a dataflow as a sign and in words. */
export function HealthLight({ health }: { health: HealthStatus }) {
  const { tone, label } = describeHealth(health);
  return <StatusLight tone={tone}>{label}</StatusLight>;
}
