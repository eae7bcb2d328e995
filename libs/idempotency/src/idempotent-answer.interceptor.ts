import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { IdempotentAnswer } from './idempotent-answer.js';

/** Writes status and body of an `IdempotentAnswer`, and says when it is a repeated one. Other results pass as they are. */
@Injectable()
export class IdempotentAnswerInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next
      .handle()
      .pipe(map((result) => (result instanceof IdempotentAnswer ? write(result, execution) : result)));
  }
}

function write(answer: IdempotentAnswer, execution: ExecutionContext): unknown {
  const response = execution.switchToHttp().getResponse<Response>();
  response.status(answer.status);
  if (answer.replayed) response.setHeader('Idempotent-Replayed', 'true');
  return answer.body;
}
