// How Google says things.
import type { FakeAnswer } from '../providers/fake-provider.ts';

export const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): FakeAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
  body: JSON.stringify(body),
});

export const html = (status: number, body: string): FakeAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html>${body}</html>`,
});

/** An error of the Calendar API. */
export const apiError = (
  code: number,
  reason: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): FakeAnswer =>
  json(code, { error: { errors: [{ domain: 'global', reason, message }], code, message } }, headers);

/** An error of the token endpoint (RFC 6749 §5.2). */
export const tokenError = (error: string, description: string, status = 400): FakeAnswer =>
  json(status, { error, error_description: description });
