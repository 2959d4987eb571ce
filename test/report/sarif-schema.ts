/**
 * What the published schema of SARIF 2.1.0 demands of the parts that we write, as a function from a log to problems:
 * required keys, allowed keys, types, enumerations, minima, unique items.
 */
type Check = (value: unknown, path: string) => string[];

const string: Check = (value, path) => (typeof value === 'string' ? [] : [`${path} is no string`]);
const boolean: Check = (value, path) => (typeof value === 'boolean' ? [] : [`${path} is no boolean`]);
const anything: Check = () => [];
const integer =
  (minimum: number): Check =>
  (value, path) =>
    Number.isInteger(value) && (value as number) >= minimum ? [] : [`${path} is no integer from ${minimum}`];
const oneOf =
  (...allowed: string[]): Check =>
  (value, path) =>
    allowed.includes(value as string) ? [] : [`${path} is ${String(value)}`];
/** A URI reference: no blanks, no backslashes, every percent sign begins an octet. */
const uri: Check = (value, path) =>
  typeof value === 'string' && /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/.test(value)
    ? []
    : [`${path} is no URI reference: ${String(value)}`];
const list =
  (item: Check, { unique = false, least = 0 } = {}): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return [`${path} is no array`];
    const keys = value.map((entry) => JSON.stringify(entry));
    return [
      ...(unique && new Set(keys).size < keys.length ? [`${path} has an item twice`] : []),
      ...(value.length < least ? [`${path} has too few items`] : []),
      ...value.flatMap((entry, index) => item(entry, `${path}[${index}]`)),
    ];
  };
const object =
  (required: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`];
    const checks = { ...required, ...optional };
    return [
      ...Object.keys(required)
        .filter((key) => !(key in value))
        .map((key) => `${path} has no ${key}`),
      ...Object.entries(value).flatMap(([key, entry]) =>
        checks[key] ? checks[key](entry, `${path}.${key}`) : [`${path} has an unknown ${key}`],
      ),
    ];
  };

const message = object({ text: string });
const properties = object({}, { tags: list(string, { unique: true }) });
const level = oneOf('none', 'note', 'warning', 'error');
const artifactLocation = object({}, { uri });
const region = object({
  startLine: integer(1),
  startColumn: integer(1),
  endLine: integer(1),
  endColumn: integer(1),
});
const location = object({ physicalLocation: object({ artifactLocation }, { region }) });
const replacement = object({ deletedRegion: region }, { insertedContent: object({ text: string }) });
const fix = object(
  {
    artifactChanges: list(object({ artifactLocation, replacements: list(replacement, { least: 1 }) }), {
      unique: true,
      least: 1,
    }),
  },
  { description: message },
);
const rule = object(
  { id: string },
  {
    shortDescription: message,
    help: message,
    helpUri: uri,
    defaultConfiguration: object({}, { enabled: boolean, level }),
    properties,
  },
);
const result = object(
  { message },
  {
    ruleId: string,
    ruleIndex: integer(-1),
    level,
    locations: list(location),
    fixes: list(fix, { unique: true }),
    suppressions: list(object({ kind: oneOf('inSource', 'external') }, { location, justification: string }), {
      unique: true,
    }),
    properties: anything,
  },
);
const run = object(
  {
    tool: object({
      driver: object({ name: string }, { version: string, informationUri: uri, rules: list(rule, { unique: true }) }),
    }),
  },
  {
    columnKind: oneOf('utf16CodeUnits', 'unicodeCodePoints'),
    invocations: list(
      object(
        { executionSuccessful: boolean },
        {
          toolExecutionNotifications: list(object({ message }, { level, locations: list(location, { unique: true }) })),
        },
      ),
    ),
    artifacts: list(object({}, { location: artifactLocation }), { unique: true, least: 1 }),
    results: list(result),
  },
);
const log = object({ version: oneOf('2.1.0'), runs: list(run) }, { $schema: uri });

export function sarifProblems(value: unknown): string[] {
  return log(value, 'log');
}
