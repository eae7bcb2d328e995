import { randomUUID } from 'node:crypto';

export interface ApiAnswer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** Calls the API as a department's program or a person would. */
export class ApiClient {
  constructor(
    readonly baseUrl: string,
    private readonly token?: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  with(headers: Record<string, string>): ApiClient {
    return new ApiClient(this.baseUrl, this.token, { ...this.headers, ...headers });
  }

  get<T = unknown>(path: string): Promise<ApiAnswer<T>> {
    return this.call('GET', path);
  }

  put<T = unknown>(path: string, body: unknown): Promise<ApiAnswer<T>> {
    return this.call('PUT', path, body);
  }

  /** With a fresh idempotency key unless one is named. */
  post<T = unknown>(path: string, body?: unknown, idempotencyKey: string = randomUUID()): Promise<ApiAnswer<T>> {
    return this.call('POST', path, body, { 'idempotency-key': idempotencyKey });
  }

  /** A form with a file in it. */
  async upload<T = unknown>(path: string, form: FormData): Promise<ApiAnswer<T>> {
    const headers = { ...(this.token && { authorization: `Bearer ${this.token}` }), ...this.headers };
    const response = await fetch(`${this.baseUrl}${path}`, { method: 'POST', headers, body: form });
    return { status: response.status, headers: response.headers, body: (await response.json()) as T };
  }

  async call<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer<T>> {
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...this.headers,
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as T };
  }
}
