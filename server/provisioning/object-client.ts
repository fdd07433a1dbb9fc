import type { PlanKey, PlanObject } from '@/lib/plan/plan';
import type { Created, Listed } from '@/server/platform/created';
import type { PlatformContext } from '@/server/platform/platform-context';

export type FoundObject = {
  id: string;
  etag?: string;
  version?: string | number;
  createdAtMs: number;
  /** It carries our marker; one that only shares the name is somebody else's. */
  marked: boolean;
};

/** How one kind of platform object is made, found again and removed. */
export type ObjectClient = {
  create: (ctx: PlatformContext, body: Readonly<Record<string, unknown>>) => Promise<Created>;
  /**
   * What might be the object of this plan: same marker, or same unique name. `complete` is false when the list could not
   * be read to its end; then absence is not proven.
   */
  find: (
    ctx: PlatformContext,
    object: PlanObject,
    body: Readonly<Record<string, unknown>>,
  ) => Promise<Listed<FoundObject>>;
  /** One of somebody else with the same name may take its place, when a person says so. */
  isReusable?: true;
  /** Undefined where the platform publishes no way to delete. Gone already counts as removed. */
  remove: ((ctx: PlatformContext, id: string) => Promise<void>) | undefined;
};

export type ObjectClients = Readonly<Record<PlanKey, ObjectClient>>;
