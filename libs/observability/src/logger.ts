import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, destination, type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino';
import { errorFields } from './error-fields.js';
import { type LogFields, safeFields, safeText } from './log-fields.js';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

export interface LoggerOptions {
  readonly level?: string;
  /** Name of the process: api, worker, simulator. */
  readonly app: string;
  readonly destination?: DestinationStream;
}

/**
 * Writes one JSON object a line: a fixed English sentence and fields. Nothing is interpolated into the sentence, so that
 * lines can be counted by it; the fields pass an allow-list of forms. Nest writes its own lines through it too.
 */
export class Logger implements LoggerService {
  private readonly pino: PinoLogger;

  constructor({ level = 'info', app, destination: target }: LoggerOptions) {
    const options = { level, base: { app }, timestamp: stdTimeFunctions.isoTime, messageKey: 'message' };
    this.pino = pino(
      { ...options, formatters: { level: (label: string) => ({ level: label }) } },
      target ?? destination({ sync: false }),
    );
  }

  isOn(level: Exclude<LogLevel, 'silent'>): boolean {
    return this.pino.isLevelEnabled(level);
  }

  info(sentence: string, fields: LogFields = {}): void {
    if (this.isOn('info')) this.pino.info(safeFields(fields), sentence);
  }

  /** The error's name, message and place are written with the fields. */
  failure(sentence: string, error: unknown, fields: LogFields = {}): void {
    this.pino.error({ ...safeFields(fields), ...errorFields(error) }, sentence);
  }

  warn(sentence: unknown, fields?: LogFields | string): void {
    this.pino.warn(nestFields(fields), sentenceOf(sentence));
  }

  debug(sentence: unknown, fields?: LogFields | string): void {
    if (this.isOn('debug')) this.pino.debug(nestFields(fields), sentenceOf(sentence));
  }

  /** Nest's name for info. Its lines about modules and routes are of use to developers only. */
  log(sentence: unknown, context?: string): void {
    this.debug(sentence, context);
  }

  /** Nest calls it with a stack and a context; the product itself calls `failure`. */
  error(sentence: unknown, ...rest: unknown[]): void {
    const [fields] = rest;
    const isOurs = typeof fields === 'object' && fields !== null;
    const where = isOurs ? safeFields(fields as LogFields) : nestFields(rest.at(-1) as string | undefined);
    this.pino.error({ ...where, ...(sentence instanceof Error ? errorFields(sentence) : {}) }, sentenceOf(sentence));
  }

  verbose(sentence: unknown, context?: string): void {
    if (this.isOn('trace')) this.pino.trace(nestFields(context), sentenceOf(sentence));
  }

  fatal(sentence: unknown, context?: string): void {
    this.pino.fatal(nestFields(context), sentenceOf(sentence));
  }

  /** Writes what is still in memory; for the last lines of a process. */
  flush(): void {
    this.pino.flush();
  }
}

function nestFields(fields: LogFields | string | undefined): Record<string, unknown> {
  if (typeof fields === 'string') return { context: safeText(fields) };
  return fields ? safeFields(fields) : {};
}

function sentenceOf(message: unknown): string {
  return safeText(message instanceof Error ? message.message : String(message));
}
