import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from '#libs/observability';
import { bodyHandlers } from './bodies.js';
import { drainConnections } from './drain-connections.js';
import { ProblemFilter } from './problem.filter.js';
import { assignRequestId } from './request-id.js';
import { requestLog } from './request-log.js';
import { RequestValidationPipe } from './request-validation.pipe.js';
import { securityHeaders } from './security-headers.js';
import { UnreadInputInterceptor } from './unread-input.interceptor.js';
import { limitBodyTime, UPLOAD_TIME_MS } from './uploads.js';

const SECOND = 1000;

/**
 * Everything between the socket and the controllers. The application must be made with `bodyParser: false`: bodies are
 * read here, after the headers are set, so that even a refusal of a body carries them.
 */
export function configureHttp(app: NestExpressApplication): void {
  const logger = app.get(Logger);
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', false);
  app.set('query parser', 'simple');
  app.use(assignRequestId, requestLog(logger), securityHeaders(), limitBodyTime);
  for (const { path, handler } of bodyHandlers()) app.use(path, handler);
  app.useGlobalPipes(new RequestValidationPipe());
  app.useGlobalInterceptors(new UnreadInputInterceptor());
  app.useGlobalFilters(new ProblemFilter(logger));
  limitServer(app.getHttpServer());
}

/** A slow or silent client loses its connection. Keep-alive outlives the 60 s of the usual load balancers. */
function limitServer(server: Server): void {
  server.headersTimeout = 10 * SECOND;
  // Of an upload; `limitBodyTime` gives every other body less.
  server.requestTimeout = UPLOAD_TIME_MS;
  server.keepAliveTimeout = 65 * SECOND;
  server.maxHeadersCount = 100;
  drainConnections(server);
}
