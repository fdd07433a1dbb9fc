import type { SourceDefinition } from '@/lib/sources/source-definition';

/** Where the credential is found and which rights it needs. */
export function CredentialHelp({ source }: { source: SourceDefinition }) {
  const { title, steps, permissions } = source.credentialHelp;
  return (
    <aside aria-label={title} className="h-fit rounded-lg border border-line bg-surface-sunken p-4">
      <h2 className="text-lg font-semibold">{title}</h2>
      <ol className="mt-2 flex list-decimal flex-col gap-2 ps-5">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h3 className="mt-4 font-semibold">Rights it needs</h3>
      <ul className="mt-1 list-disc ps-5 text-text-muted">
        {permissions.map((permission) => (
          <li key={permission}>{permission}</li>
        ))}
      </ul>
    </aside>
  );
}
