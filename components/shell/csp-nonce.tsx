'use client';

import { useState } from 'react';

/**
 * The nonce of the document, for libraries that add style elements: React Aria and CodeMirror look here. Every answer
 * has a nonce of its own, and the policy in force is the one the document came with: later ones must not replace it.
 */
export function CspNonce({ nonce }: { nonce: string | undefined }) {
  const [first] = useState(nonce);
  return <meta property="csp-nonce" nonce={first} content="" />;
}
