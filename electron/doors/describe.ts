import type { OpenAPI } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import type { AnyRouter } from '@orpc/server';
import { resolveContractProcedures } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { describedBy } from '#shared/contract/looked-through.ts';
import { programVersion } from '../host/program.ts';
import { PROBLEM_COMPONENTS, problemsOf, RATE_HEADERS } from './describe-problems.ts';
import { metaOf } from './operation-meta.ts';

/** An OpenAPI 3.1 document. */
export type Description = OpenAPI.Document;

const METHODS = ['get', 'post', 'patch', 'put', 'delete'] as const;

/** The OpenAPI 3.1 document of the REST door, made from the contract. */
export async function describe(router: AnyRouter): Promise<Description> {
  const converter = new ZodToJsonSchemaConverter({
    interceptors: [({ schema, next, ...rest }) => next({ ...rest, schema: describedBy(schema) })],
  });
  const generator = new OpenAPIGenerator({ schemaConverters: [converter] });
  const document = await generator.generate(router, {
    info: {
      title: 'Stint',
      version: programVersion(),
      description:
        'The timesheet on this machine. Send `Authorization: Bearer <token>`; the token lies in the data folder. Whatever goes wrong is answered as `application/problem+json` (RFC 9457).',
      contact: { name: 'The founders of Stint' },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } }, ...PROBLEM_COMPONENTS },
  });
  const commands = await commandsOf(router);
  const nouns = new Set<string>();
  for (const { method, operation } of operationsOf(document)) {
    const id = operation.operationId ?? '';
    const [noun = ''] = id.split('.');
    nouns.add(noun);
    operation.tags = [noun];
    const command = commands.get(id);
    operation.description = `${operation.summary ?? id}. ${
      command === undefined ? 'Not on the command line.' : `On the command line: \`stint ${command}\`.`
    }`;
    operation.parameters = operation.parameters?.map(withDescription);
    const answers = Object.entries(operation.responses ?? {}).filter(([status]) => Number(status) < 400);
    operation.responses = {
      ...Object.fromEntries(
        answers.map(([status, answer]) => [status, { ...answer, headers: RATE_HEADERS }]),
      ),
      ...problemsOf(method),
    };
  }
  document.tags = [...nouns].toSorted().map((name) => ({ name }));
  return document;
}

/** What a field means stands in its schema; readers of such documents look for it at the parameter. */
function withDescription(
  parameter: OpenAPI.ParameterObject | OpenAPI.ReferenceObject,
): OpenAPI.ParameterObject | OpenAPI.ReferenceObject {
  if ('$ref' in parameter || parameter.schema === undefined) return parameter;
  const { description } = parameter.schema as OpenAPI.SchemaObject;
  return description === undefined ? parameter : { ...parameter, description };
}

/** The methods that a path of the document can be asked with, in capitals; none: nothing is there. */
export function methodsAt(document: Description, path: string): string[] {
  const asked = path.split('/');
  const isAt = (template: string): boolean => {
    const parts = template.split('/');
    return (
      parts.length === asked.length &&
      parts.every((part, at) => (/^\{.+\}$/.test(part) ? asked[at] !== '' : part === asked[at]))
    );
  };
  const found = operationsOf(document).filter((one) => isAt(one.path));
  return [...new Set(found.map(({ method }) => method.toUpperCase()))];
}

function operationsOf(document: Description): {
  path: string;
  method: (typeof METHODS)[number];
  operation: OpenAPI.OperationObject;
}[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item?.[method];
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
}

/** What the command line calls each operation that it has. */
async function commandsOf(router: AnyRouter): Promise<ReadonlyMap<string, string>> {
  const commands = new Map<string, string>();
  await resolveContractProcedures({ router, path: [] }, ({ contract, path }) => {
    const { cli } = metaOf(contract);
    if (cli !== null) commands.set(path.join('.'), cli.command);
  });
  return commands;
}
