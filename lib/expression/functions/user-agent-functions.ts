import { toText } from '../coerce';
import { charge } from '../evaluation-context';
import { defineFunctions, type FunctionBody, type FunctionParameter } from '../function-definition';
import { readUserAgent, type UserAgent } from './read-user-agent';

const params: readonly FunctionParameter[] = [
  { name: 'userAgent', kind: 'string', description: 'The text a browser sends as user agent' },
];

const sample =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 5_1_1 like Mac OS X) AppleWebKit/534.46 (KHTML, like Gecko) Version/5.1 Mobile/9B206 Safari/7534.48.3';

const offlineReason =
  'The platform knows thousands of devices; here the common browsers, systems and robots are told apart, the rest is Unknown.';

/** Stands for a version that the text does not tell. */
const unknownVersion = '??';

const major = (version: string | undefined) => version?.split('.')[0] ?? unknownVersion;

function onUserAgent(name: string, description: string, result: string, read: (agent: UserAgent) => string) {
  const evaluate: FunctionBody = ([value], context) => {
    const text = toText(value, name);
    if (text === null) return null;
    charge(context, 200);
    return read(readUserAgent(text));
  };
  return {
    name,
    signature: `${name}(userAgent)`,
    description,
    params,
    returns: 'string' as const,
    example: `${name}("${sample}")`,
    result: JSON.stringify(result),
    offlineReason,
    evaluate,
  };
}

export const userAgentFunctions = defineFunctions('User agent', [
  onUserAgent('ua_os_name', 'Name of the operating system.', 'iOS', (agent) => agent.systemName),
  onUserAgent(
    'ua_os_version_major',
    'Operating system with the first part of its version.',
    'iOS 5',
    (agent) => `${agent.systemName} ${major(agent.systemVersion)}`,
  ),
  onUserAgent(
    'ua_os_version',
    'Version of the operating system.',
    '5.1.1',
    (agent) => agent.systemVersion ?? unknownVersion,
  ),
  onUserAgent(
    'ua_os_name_version',
    'Operating system with its version.',
    'iOS 5.1.1',
    (agent) => `${agent.systemName} ${agent.systemVersion ?? unknownVersion}`,
  ),
  onUserAgent(
    'ua_agent_version',
    'Version of the browser.',
    '5.1',
    (agent) => agent.agentVersion ?? unknownVersion,
  ),
  onUserAgent(
    'ua_agent_version_major',
    'Browser with the first part of its version.',
    'Safari 5',
    (agent) => `${agent.agentName} ${major(agent.agentVersion)}`,
  ),
  onUserAgent('ua_agent_name', 'Name of the browser.', 'Safari', (agent) => agent.agentName),
  onUserAgent('ua_device_class', 'Kind of device.', 'Phone', (agent) => agent.deviceClass),
]);
