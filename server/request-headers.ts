// Set by proxy.ts on every request and overwritten when a client sends them.

/** Path and query of the page that was asked for. */
export const requestPathHeader = 'x-request-path';

/** Nonce of this answer's content security policy. */
export const nonceHeader = 'x-nonce';

/** Set for a moment by signing out. */
export const signedOutCookie = 'tributary-signed-out';
