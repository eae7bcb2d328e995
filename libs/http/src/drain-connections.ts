import type { Server, ServerResponse } from 'node:http';

/**
 * Once the server stops listening, answers close their connection: otherwise a client that keeps sending over a kept-alive
 * connection would hold the process open.
 */
export function drainConnections(server: Server): void {
  server.prependListener('request', (_request, response: ServerResponse) => {
    if (!server.listening) response.setHeader('Connection', 'close');
    response.once('close', () => {
      if (!server.listening) server.closeIdleConnections();
    });
  });
}
