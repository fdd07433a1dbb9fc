import type { Answer } from '../http/answer';
import type { Person } from './ims-state';

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function page(status: number, title: string, main: string): Answer {
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; --ink: #1b1d22; --dim: #565b66; --paper: #f5f6f8; --card: #fff; --edge: #c9cdd6; --go: #0b57c4; }
@media (prefers-color-scheme: dark) { :root { --ink: #f1f2f5; --dim: #b3b8c4; --paper: #15171b; --card: #1f2228; --edge: #4a505c; --go: #8ab8ff; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { width: min(26rem, 100vw - 2rem); margin: 2rem 0; padding: 2rem; background: var(--card); border: 1px solid var(--edge); border-radius: 12px; }
h1 { margin: 0 0 .25rem; font-size: 1.375rem; line-height: 1.3; }
p { margin: 0 0 1.25rem; color: var(--dim); }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
button { width: 100%; padding: .75rem 1rem; text-align: left; font: inherit; color: inherit; background: none; border: 1px solid var(--edge); border-radius: 8px; cursor: pointer; }
button:hover { border-color: var(--go); }
button:focus-visible { outline: 3px solid var(--go); outline-offset: 2px; }
button span { display: block; color: var(--dim); font-size: .875rem; }
</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body,
  };
}

/** The sign-in page: every person of the demo as one button. `action` is where the choice is posted. */
export function signInPage(people: Person[], clientId: string, action: string): Answer {
  const rows = people
    .map(
      (person) =>
        `<li><button type="submit" name="person" value="${escapeHtml(person.email)}">${escapeHtml(person.givenName)} ${escapeHtml(person.familyName)}<span>${escapeHtml(person.email)} · ${escapeHtml(person.role)}</span></button></li>`,
    )
    .join('\n');
  return page(
    200,
    'Sign in',
    `<h1>Sign in</h1>
<p>Identity service of the platform emulator. Choose who continues to ${escapeHtml(clientId)}.</p>
<form method="post" action="${escapeHtml(action)}">
<ul>
${rows}
</ul>
</form>`,
  );
}

/** A page for requests that cannot be sent back to any client. */
export function errorPage(status: number, message: string): Answer {
  return page(
    status,
    'Sign-in is not possible',
    `<h1>Sign-in is not possible</h1>\n<p>${escapeHtml(message)}</p>`,
  );
}
