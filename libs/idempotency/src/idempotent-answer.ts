/** What a request was answered, now or the first time. The interceptor turns it into the response. */
export class IdempotentAnswer<Body = unknown> {
  constructor(
    readonly status: number,
    readonly body: Body,
    /** The stored answer of an earlier request with the same key. */
    readonly replayed: boolean,
  ) {}
}
