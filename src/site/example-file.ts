/** The files that an example consists of, and what may stand in them. */
import { z } from 'astro/zod';
import { parse } from 'yaml';
import type { BuildInput } from '../model/build-input.js';
import { TOPICS } from '../rules/rule.js';

/** What is known of a build beside its Dockerfile. */
const inputFields = {
  dockerignore: z.string().optional(),
  context: z
    .array(z.strictObject({ path: z.string(), bytes: z.int().nonnegative(), text: z.string().optional() }))
    .optional(),
  target: z.string().optional(),
  buildArguments: z.record(z.string(), z.string()).optional(),
  platform: z.string().optional(),
};

const inputSchema = z.strictObject(inputFields);

const exampleSchema = z.strictObject({
  title: z.string(),
  shows: z.string(),
  topic: z.enum(TOPICS),
  rules: z.array(z.string()).default([]),
  ...inputFields,
});

/** A build input without its text and its day. */
export type InputFile = Omit<BuildInput, 'text' | 'path' | 'today'>;

/** What `example.yaml` says. */
export type ExampleFile = z.infer<typeof exampleSchema>;

/** Reads the text of an `example.yaml`; an unknown or missing key is an error that names the file. */
export function readExampleFile(text: string, path: string): ExampleFile {
  return checked(exampleSchema, text, path);
}

/** Reads the text of an `input.yaml`. */
export function readInputFile(text: string, path: string): InputFile {
  return withoutUndefined(checked(inputSchema, text, path));
}

/** The part of an example file that a builder sees. */
export function inputOf({
  title: _title,
  shows: _shows,
  topic: _topic,
  rules: _rules,
  ...input
}: ExampleFile): InputFile {
  return withoutUndefined(input);
}

function checked<S extends z.ZodType>(schema: S, text: string, path: string): z.infer<S> {
  const result = schema.safeParse(parse(text) ?? {});
  if (!result.success) throw new Error(`${path}: ${z.prettifyError(result.error)}`);
  return result.data;
}

function withoutUndefined(input: z.infer<typeof inputSchema>): InputFile {
  return JSON.parse(JSON.stringify(input)) as InputFile;
}
