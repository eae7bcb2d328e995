import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { PROBLEM_CONTENT } from './problem.js';
import { DOCS_PATH } from './security-headers.js';

const DESCRIPTION = `Send and receive WhatsApp messages for public agencies.

Authenticate with \`Authorization: Bearer\` and an API key of a department (\`bf_live_…\`, \`bf_test_…\`) or the access token of a
person. Someone with several agencies names one in the header \`Belfry-Agency\`. Refusals are problem documents (RFC 9457) with
a stable \`code\`. Lists take \`limit\` and \`after\` and answer \`{ data, next }\`.`;

/** Tags in the order in which the reference shows them. */
const TAGS: readonly { name: string; text: string }[] = [
  { name: 'messages', text: 'Send, read and follow messages' },
  { name: 'contacts', text: 'The people an agency writes to' },
  { name: 'consents', text: 'What a person agreed to, and when' },
  { name: 'purposes', text: 'Why an agency writes, and on which legal basis' },
  { name: 'templates', text: 'Texts that Meta approved' },
  { name: 'media', text: 'Files to send, and files that citizens sent' },
  { name: 'callbacks', text: "Calls to departments' own systems" },
  { name: 'audit', text: 'Who did what' },
  { name: 'sessions', text: 'Sign-in of people' },
  { name: 'me', text: 'The own account: profile, second step, sessions' },
  { name: 'health', text: 'Whether the service works' },
];

const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'A refusal',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string', example: '/problems/invalid-request' },
    title: { type: 'string', example: 'Invalid request' },
    status: { type: 'integer', example: 400 },
    code: { type: 'string', description: 'Stable: programs decide by it', example: 'invalid-request' },
    detail: { type: 'string', description: 'What is wrong and what to do, for developers' },
    errors: { type: 'array', items: { $ref: '#/components/schemas/FieldProblem' } },
    requestId: { type: 'string', format: 'uuid' },
  },
};

const FIELD_PROBLEM_SCHEMA = {
  type: 'object',
  required: ['field', 'code', 'message'],
  properties: {
    field: { type: 'string', example: 'template.variables.name' },
    code: { type: 'string', example: 'required' },
    message: { type: 'string' },
    limit: {
      type: 'number',
      description: 'The bound that the value broke: characters, entries, or a least or greatest value',
    },
  },
};

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/**
 * The document of all routes, and of the calls that go out (`webhooks` of OpenAPI 3.1). Names of operations are those of the
 * controllers' methods, which must be unique.
 */
export function buildOpenApi(
  app: INestApplication,
  version: string,
  webhooks: Readonly<Record<string, object>> = {},
): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Belfry')
    .setDescription(DESCRIPTION)
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key, or the access token of a person' });
  for (const { name, text } of TAGS) config.addTag(name, text);
  const document = SwaggerModule.createDocument(app, config.build(), { operationIdFactory: (_, method) => method });
  document.components ??= {};
  document.components.schemas = {
    ...document.components.schemas,
    Problem: PROBLEM_SCHEMA as never,
    FieldProblem: FIELD_PROBLEM_SCHEMA as never,
  };
  const operations = operationsOf(document);
  operations.forEach(addProblems);
  assertUniqueIds(operations);
  return Object.assign(document, Object.keys(webhooks).length > 0 && { webhooks });
}

/** Serves the document at /openapi.json and the reference at /docs. */
export function serveOpenApi(app: INestApplication, document: OpenAPIObject): void {
  SwaggerModule.setup(DOCS_PATH.slice(1), app, document, { jsonDocumentUrl: 'openapi.json', raw: ['json'] });
}

function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.values(document.paths).flatMap((path) =>
    Object.values(path).filter((part): part is Operation => typeof part === 'object' && 'operationId' in part),
  );
}

/** Every route can be refused; which codes a route has of its own, its `@ApiProblem` says. */
function addProblems(operation: Operation): void {
  operation.responses['default'] = { description: 'Any other refusal', content: PROBLEM_CONTENT };
  if (!operation.security?.length) return;
  operation.responses['401'] ??= { description: 'No valid key or token', content: PROBLEM_CONTENT };
  operation.responses['403'] ??= { description: '`permission-missing`, `agency-suspended`', content: PROBLEM_CONTENT };
}

/** Generated clients name their functions after these ids. */
function assertUniqueIds(operations: readonly Operation[]): void {
  const ids = operations.map((operation) => operation.operationId ?? '');
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`two routes have the method name ${twice}; rename one`);
}
