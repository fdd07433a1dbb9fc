/** What a user-agent text tells; a version is undefined where it tells none. */
export interface UserAgent {
  systemName: string;
  systemVersion: string | undefined;
  agentName: string;
  agentVersion: string | undefined;
  deviceClass: string;
}

interface Rule {
  name: string;
  /** The first group is the version. */
  shape: RegExp;
}

// Longest user agent read; real ones stay below 1,000 characters.
const maxLength = 4000;

const systems: readonly Rule[] = [
  { name: 'Windows Phone', shape: /Windows Phone(?: OS)? (\d[\d.]*)/ },
  { name: 'iOS', shape: /(?:iPhone|iPad|iPod)[^)]{0,200}? OS (\d[\d_.]*)/ },
  { name: 'Android', shape: /Android(?: (\d[\d.]*))?/ },
  { name: 'Windows NT', shape: /Windows NT (\d[\d.]*)/ },
  { name: 'Mac OS', shape: /Mac OS X(?: (\d[\d_.]*))?/ },
  { name: 'Chrome OS', shape: /CrOS \S+ (\d[\d.]*)/ },
  { name: 'Tizen', shape: /Tizen[ /](\d[\d.]*)/ },
  { name: 'Ubuntu', shape: /Ubuntu(?:[ /](\d[\d.]*))?/ },
  { name: 'Linux', shape: /Linux/ },
];

const agents: readonly Rule[] = [
  { name: 'Edge', shape: /Edg(?:e|A|iOS)?\/(\d[\d.]*)/ },
  { name: 'Opera', shape: /(?:OPR|OPiOS)\/(\d[\d.]*)/ },
  { name: 'Opera', shape: /Opera[ /](\d[\d.]*)/ },
  { name: 'Samsung Internet', shape: /SamsungBrowser\/(\d[\d.]*)/ },
  { name: 'Firefox', shape: /(?:Firefox|FxiOS)\/(\d[\d.]*)/ },
  { name: 'Chrome', shape: /(?:Chrome|CriOS)\/(\d[\d.]*)/ },
  { name: 'Safari', shape: /Version\/(\d[\d.]*)[^)]{0,200}Safari\// },
  { name: 'Internet Explorer', shape: /MSIE (\d[\d.]*)/ },
  { name: 'Internet Explorer', shape: /Trident\/[^)]{0,200}rv:(\d[\d.]*)/ },
  { name: 'Curl', shape: /^curl\/(\d[\d.]*)/ },
];

const robotShape = /\b([A-Za-z-]{0,40}(?:[Bb]ot|[Ss]pider|[Cc]rawler)[A-Za-z-]{0,20})(?:\/(\d[\d.]*))?/;

/** Reads the common browsers, systems and robots; everything else is `Unknown`. */
export function readUserAgent(text: string): UserAgent {
  const agent = text.slice(0, maxLength);
  const system = applyRules(systems, agent);
  const robot = robotShape.exec(agent);
  const browser = robot ? { name: robot[1] ?? 'Unknown', version: robot[2] } : applyRules(agents, agent);
  return {
    systemName: system.name,
    systemVersion: system.version?.replaceAll('_', '.'),
    agentName: browser.name,
    agentVersion: browser.version,
    deviceClass: robot ? 'Robot' : readDeviceClass(agent, system.name),
  };
}

function applyRules(rules: readonly Rule[], agent: string): { name: string; version: string | undefined } {
  for (const { name, shape } of rules) {
    const found = shape.exec(agent);
    if (found) return { name, version: found[1] };
  }
  return { name: 'Unknown', version: undefined };
}

function readDeviceClass(agent: string, systemName: string): string {
  if (/SMART-TV|SmartTV|HbbTV|AppleTV|BRAVIA|Web0S/.test(agent)) return 'TV';
  if (/PlayStation|Xbox|Nintendo/.test(agent)) return 'Game console';
  if (/Kindle/.test(agent)) return 'eReader';
  if (/iPad|Tablet/.test(agent)) return 'Tablet';
  if (/iPhone|iPod|Windows Phone/.test(agent)) return 'Phone';
  if (systemName === 'Android') return /Mobile/.test(agent) ? 'Phone' : 'Tablet';
  if (/Mobile/.test(agent)) return 'Mobile';
  return systemName === 'Unknown' ? 'Unknown' : 'Desktop';
}
