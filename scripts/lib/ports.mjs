import net from 'node:net';
import { PlainError } from './plain-error.mjs';

const loopback = '127.0.0.1';

function isAnswering(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ host: loopback, port, timeout: 1000 });
    const finish = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => finish(true));
    socket.once('timeout', () => finish(true));
    socket.once('error', () => finish(false));
  });
}

function tryListen(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ host: loopback, port, exclusive: true }, () => {
      const { port: bound } = server.address();
      server.close(() => resolve(bound));
    });
  });
}

/**
 * A port on loopback nobody listens on: the preferred one, else the next above it, else (preferred 0) any.
 * Asking as well as binding, because macOS lets two programs bind where one of them named no address.
 */
export async function freePort(preferred = 0) {
  if (preferred === 0) return tryListen(0);
  for (let port = preferred; port < Math.min(preferred + 100, 65_536); port += 1) {
    if (!(await isAnswering(port)) && (await tryListen(port)) !== undefined) return port;
  }
  throw new PlainError(`No free port between ${preferred} and ${preferred + 99}.`);
}

/**
 * The port a variable asks for, or a free one from the default upwards when the variable is not set.
 * A port that was asked for and is taken is an error: moving on would leave the asker talking to somebody else.
 */
export async function portFromVariable(name, defaultPort) {
  const text = process.env[name];
  if (text === undefined || text === '') return freePort(defaultPort);
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new PlainError(`${name} must be a port between 1 and 65535, not "${text}".`);
  }
  if ((await isAnswering(port)) || (await tryListen(port)) === undefined) {
    throw new PlainError(`Port ${port} (${name}) is taken: stop what uses it or choose another.`);
  }
  return port;
}
