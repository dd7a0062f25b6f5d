/** JSON Schemas as the types that people read: `Citation[]`, `"answered" | "not-found"`. */

/** The parts of JSON Schema that Zod produces. */
export interface JsonSchema {
  $ref?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: readonly string[];
  additionalProperties?: boolean | JsonSchema;
  description?: string;
  example?: unknown;
  examples?: readonly unknown[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

/** `Answer` of `#/components/schemas/Answer`. */
export function refName(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ');
}

function describeObject({ properties = {}, required = [] }: JsonSchema): string {
  const fields = Object.entries(properties).map(
    ([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${describeType(schema)}`,
  );
  return fields.length === 0 ? 'object' : `{ ${fields.join('; ')} }`;
}

/** The type in TypeScript's notation, with named schemas by their names. */
export function describeType(schema: JsonSchema): string {
  const { $ref, type, items, enum: values, const: constant } = schema;
  const choices = schema.anyOf ?? schema.oneOf;
  if ($ref !== undefined) return refName($ref);
  if (values !== undefined) return union(values.map((value) => JSON.stringify(value)));
  if (constant !== undefined) return JSON.stringify(constant);
  if (choices !== undefined) return union(choices.map(describeType));
  if (type === 'array') {
    const one = items === undefined ? 'unknown' : describeType(items);
    return one.includes(' | ') ? `(${one})[]` : `${one}[]`;
  }
  if (type === 'object') return describeObject(schema);
  if (type === undefined) return 'unknown';
  return typeof type === 'string' ? type : union(type);
}

function describeRange(least: number | undefined, most: number | undefined, unit: string): string[] {
  // Zod limits every integer to the safe range, which is not worth saying.
  const low = least === Number.MIN_SAFE_INTEGER ? undefined : least?.toLocaleString('en');
  const high = most === Number.MAX_SAFE_INTEGER ? undefined : most?.toLocaleString('en');
  if (low !== undefined && high !== undefined) return [`${low} to ${high}${unit}.`];
  if (low !== undefined) return [`At least ${low}${unit}.`];
  return high === undefined ? [] : [`At most ${high}${unit}.`];
}

/** How long or large a value may be and what it is by default, in short sentences: `1 to 100. By default 10.` */
export function describeLimits(schema: JsonSchema): string {
  return [
    ...describeRange(schema.minLength, schema.maxLength, ' characters'),
    ...describeRange(schema.minimum, schema.maximum, ''),
    ...describeRange(schema.minItems, schema.maxItems, ' values'),
    ...(schema.default === undefined ? [] : [`By default ${JSON.stringify(schema.default)}.`]),
  ].join(' ');
}

/** A value to start from: the example or default if there is one, for an object its required fields. */
export function sampleOf(schema: JsonSchema, schemas: Record<string, JsonSchema>): unknown {
  if (schema.$ref !== undefined) return sampleOf(schemas[refName(schema.$ref)] ?? {}, schemas);
  const given = schema.example ?? schema.examples?.[0] ?? schema.default;
  if (given !== undefined) return given;
  if (schema.type === 'object') {
    const required = Object.entries(schema.properties ?? {}).filter(([name]) =>
      schema.required?.includes(name),
    );
    return Object.fromEntries(required.map(([name, field]) => [name, sampleOf(field, schemas)]));
  }
  return schema.type === 'array' ? [] : '';
}
