import { createServer } from 'node:net';

/** A port of 127.0.0.1 that was free a moment ago; whoever binds it must be ready to lose it to another. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function mayListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    // Only these two mean "held by another"; a machine without IPv6 answers otherwise and has no conflict there.
    server.once('error', (error) => resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Whether nothing holds the port on any address a person or a server would use. */
export async function isPortFree(port) {
  for (const host of ['0.0.0.0', '127.0.0.1', '::', '::1']) {
    if (!(await mayListen(port, host))) return false;
  }
  return true;
}
