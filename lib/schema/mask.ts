/** What kind of personal value a field holds. */
export type PersonalKind =
  | 'email'
  | 'phone'
  | 'name'
  | 'address'
  | 'ip'
  | 'iban'
  | 'card'
  | 'token'
  | 'id'
  | 'consent'
  | 'text';

type Rule = { kind: PersonalKind; matches: RegExp };

// The value decides before the name: a person's e-mail in a field called `Identifier` is still an e-mail.
const valueRules: readonly Rule[] = [
  { kind: 'email', matches: /[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']{2,}/u },
  {
    kind: 'token',
    matches:
      /(^|[^a-z0-9])(sk|rk|pk|whsec|ghp|xox[abp])_?[a-z0-9_-]{8,}|^eyJ[\w-]+\.[\w-]+\.|^bearer\s|client_secret|-----BEGIN/i,
  },
  { kind: 'iban', matches: /^[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}\s?[A-Z0-9]{0,4}$/ },
  { kind: 'ip', matches: /^(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?$|^(?:[0-9a-f]{0,4}:){2,7}[0-9a-f.]{0,15}$/i },
  { kind: 'card', matches: /^(?:\d[ -]?){12,18}\d$/ },
  { kind: 'consent', matches: /^C[A-Za-z0-9_-]{20,}(?:\.[A-Za-z0-9_-]+)*$|^1[YN-]{3}$/ },
  { kind: 'phone', matches: /^\+\d[\d\s().-]{6,18}$|^\(?\d{2,4}\)?[\s.-]\d{3,4}[\s.-]?\d{3,4}$/ },
  { kind: 'id', matches: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i },
  // Stripe's ids: a short prefix, then at least eight letters and digits with a digit among them.
  { kind: 'id', matches: /^[a-z]{2,12}_(?:test_|live_)?(?=[A-Za-z]*\d)[A-Za-z0-9]{8,}$/ },
  { kind: 'token', matches: /^https?:\/\/\S*(?:[?&#][^=\s]+=|\/[\w-]{16,})\S*$/i },
];

const nameRules: readonly Rule[] = [
  { kind: 'email', matches: /e_?mail/ },
  { kind: 'phone', matches: /phone|mobile|(^|_)tel(_|$)|(^|_)fax|msisdn/ },
  { kind: 'iban', matches: /iban|(^|_)bic(_|$)|account_number|routing_number|sort_code/ },
  { kind: 'card', matches: /last_?4|card_?number|(^|_)pan(_|$)|cvc$|cvv|dynamic_last4/ },
  {
    kind: 'token',
    matches: /token|secret|password|fingerprint|api_?key|signature|cryptogram|receipt_url|hosted_.*url/,
  },
  { kind: 'ip', matches: /(^|_)ip(_|$|_?address)|ip_?v[46]/ },
  {
    kind: 'address',
    matches:
      /address|(^|_)line[1-3]$|street|postal|(^|_)zip|postcode|(^|_)city$|latitude|longitude|(^|_)geo(_|$)/,
  },
  {
    kind: 'name',
    matches:
      /(first|last|full|given|family|middle|sur|nick|maiden|customer|holder|cardholder|user|person|recipient|billing|shipping|display|data_subject)_?name|(^|_)(name_on_card|signed_by|birth|dob|date_of_birth|ssn|tax_id|vat_id|national_id|passport)/,
  },
  { kind: 'consent', matches: /consent_?string|tc_?string|(^|_)tcf|gpp/ },
  {
    kind: 'id',
    matches:
      /identifier|(^|_)(customer|payer|subject|person|user|visitor|device|profile|ecid|idfa|gaid)(_?id)?$/,
  },
];

// Parents under which a plain `name`, `state` or `country` is about a person.
const personParent =
  /^(billing_details|shipping|shipping_details|customer|customer_details|person|contact|owner|address|recipient|payer|data_subject|billing|buyer|user|content|data)$/;
const aboutPerson = /^(name|state|country|city|title|gender|company|organisation|organization)$/;

// Values people need to see, and which tell nothing about a person.
const harmlessName =
  /^(object|status|state|type|currency|amount.*|livemode|mode|reason|brand|funding|network|interval|frequency|version|risk_level|tax_exempt|collection_method|reporting_category|language|locale|.*_date|created.*|updated.*|.*_at|.*_status|.*_check|.*statement_descriptor.*)$/;

/** The kind of personal value in a field, by its printed path and its value; undefined when it may be shown. */
export function classifyPersonalValue(path: string, value: unknown): PersonalKind | undefined {
  if (value === null || value === undefined || value === '' || typeof value === 'boolean') return undefined;
  const names = path.split('.').map(toSnakeCase);
  const name = names.at(-1) ?? '';
  const text = String(value).trim();
  if (typeof value === 'string') {
    const byValue = valueRules.find((rule) => rule.matches.test(text));
    if (byValue && !(byValue.kind === 'card' && isTime(text))) return byValue.kind;
    if (isTime(text) && !/birth|dob/.test(name)) return undefined;
  }
  const byName = nameRules.find((rule) => rule.matches.test(name));
  if (byName) return byName.kind;
  if (typeof value === 'number') return undefined;
  const parent = names.at(-2) ?? '';
  if (aboutPerson.test(name) && personParent.test(parent)) return name === 'name' ? 'name' : 'address';
  if (names.some((part) => part === 'metadata')) return 'text';
  if (harmlessName.test(name)) return undefined;
  return looksLikeFreeText(text) ? 'text' : undefined;
}

/** A value as it may be shown: personal ones keep their shape and lose their content, all others are returned as is. */
export function maskValue(path: string, value: unknown): unknown {
  const kind = classifyPersonalValue(path, value);
  return kind === undefined ? value : maskText(String(value), kind);
}

/** A deep copy of a record in which no personal value is left; keys that are personal themselves are masked too. */
export function maskRecord(record: unknown): unknown {
  return maskInside(record, '', 0);
}

const maxDepth = 64;

function maskInside(value: unknown, path: string, depth: number): unknown {
  if (depth > maxDepth) return '…';
  if (Array.isArray(value)) return value.map((entry) => maskInside(entry, path, depth + 1));
  if (typeof value !== 'object' || value === null) return maskValue(path, value);
  const masked: [string, unknown][] = Object.entries(value).map(([key, entry]) => {
    const shownKey = valueRules.some((rule) => rule.kind !== 'consent' && rule.matches.test(key))
      ? '•••'
      : key;
    return [
      shownKey,
      maskInside(entry, path === '' ? key : `${path}.${key.replaceAll('.', '_')}`, depth + 1),
    ];
  });
  // Not an assignment per key: that would set the prototype for a key called `__proto__`.
  return Object.fromEntries(masked);
}

function maskText(text: string, kind: PersonalKind): string {
  if (kind === 'email') {
    const [user = '', host = ''] = (/[^\s@<>"']+@[^\s@<>"']+/.exec(text)?.[0] ?? text).split('@');
    const end = host.includes('.') ? host.slice(host.lastIndexOf('.')) : '';
    return host === '' ? '•••' : `${firstCharacter(user)}•••@${firstCharacter(host)}•••${end}`;
  }
  if (kind === 'id' || kind === 'token') {
    const prefix = /^[a-z]{2,12}_/.exec(text)?.[0] ?? '';
    return `${prefix}••••`;
  }
  if (kind === 'phone') return text.startsWith('+') ? '+•• ••• ••••' : '••• ••••';
  if (kind === 'card') return '•••• ••••';
  return '•••••';
}

function firstCharacter(text: string): string {
  return Array.from(text)[0] ?? '';
}

function isTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(text);
}

function looksLikeFreeText(text: string): boolean {
  return text.length > 24 || /\s/.test(text);
}

function toSnakeCase(name: string): string {
  return name
    .replace(/\[[^\]]*\]|[${}\\]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();
}

/** Whether a value, or one inside it, has been masked. */
export function isMasked(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('••');
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(isMasked);
}
