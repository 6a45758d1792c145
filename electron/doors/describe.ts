import { OpenAPIGenerator } from '@orpc/openapi';
import type { AnyRouter } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { programVersion } from '../host/program.ts';

/** The OpenAPI 3.1 document of the REST door, made from the contract. */
export function describe(router: AnyRouter): Promise<unknown> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(router, {
    info: {
      title: 'Stint',
      version: programVersion(),
      description:
        'The timesheet on this machine. Send `Authorization: Bearer <token>`; the token lies in the data folder.',
    },
    servers: [{ url: '/api' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    customErrorResponseBodySchema: (errors) => ({
      type: 'object',
      required: ['error'],
      properties: {
        error: {
          type: 'object',
          required: ['code', 'message', 'remedy'],
          properties: {
            code: { enum: errors.map(([code]) => code.toLowerCase().replaceAll('_', '-')) },
            message: { type: 'string' },
            remedy: { type: 'string' },
          },
        },
      },
    }),
  });
}
