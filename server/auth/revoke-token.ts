const deadlineMs = 5_000;

/** Asks IMS to revoke an access or refresh token. Throws when IMS refuses or cannot be reached. */
export async function revokeToken({
  imsBaseUrl,
  clientId,
  clientSecret,
  token,
  fetch,
}: {
  imsBaseUrl: string;
  clientId: string;
  clientSecret: string;
  token: string;
  fetch: typeof globalThis.fetch;
}): Promise<void> {
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const response = await fetch(`${imsBaseUrl}/ims/revoke`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ token }),
    redirect: 'manual',
    signal: AbortSignal.timeout(deadlineMs),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`IMS answered ${response.status} to a revocation`);
}
