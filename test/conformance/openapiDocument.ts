import type { AnySchemaObject } from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { splitAddress } from '../../simulators/address';

export interface Parameter {
	name: string;
	in: 'path' | 'query' | 'header';
	required?: boolean;
	schema: AnySchemaObject;
}

interface Content {
	schema: AnySchemaObject;
}

export interface Operation {
	operationId: string;
	parameters?: Parameter[];
	requestBody?: { content: Record<string, Content | undefined> };
	responses: Record<string, { content?: Record<string, Content | undefined> } | undefined>;
}

export type Method = 'get' | 'post' | 'delete' | 'put' | 'patch';
export type PathItem = Partial<Record<Method, Operation>>;

/** The parts of an OpenAPI 3.0 file of Twilio's that the validator reads. */
export interface OpenApiDocument {
	paths: Record<string, PathItem>;
	components: { schemas: Record<string, AnySchemaObject> };
}

/** Twilio's files are data beside the project, not part of it. */
const FOLDER = resolve(__dirname, '../../../shared/twilio-oai');
const FILES: Record<string, string> = { 'frontline-api': 'frontline' };

function fileOf(product: string): string {
	return resolve(FOLDER, `twilio_${FILES[product] ?? product}_v1.json`);
}

/** Whether Twilio's OpenAPI file for the product (the first label of its host) is there to validate against. */
export function hasOpenApi(product: string): boolean {
	return existsSync(fileOf(product));
}

export function readOpenApi(product: string): OpenApiDocument {
	return JSON.parse(readFileSync(fileOf(product), 'utf8'), withoutIdleNullable) as OpenApiDocument;
}

/** `nullable` beside no `type` says nothing, as anything goes there, and the validator refuses it. */
function withoutIdleNullable(_key: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || !('nullable' in value) || 'type' in value) return value;
	const { nullable: _idle, ...rest } = value;
	return rest;
}

export interface Match {
	template: string;
	item: PathItem;
	/** Still percent-encoded. */
	values: Record<string, string>;
}

/** The documented path that an address means; a literal segment wins over a placeholder, as OpenAPI 3.0 rules. */
export function matchPath(document: OpenApiDocument, path: string): Match | undefined {
	const candidates = Object.entries(document.paths).sort(([a], [b]) => placeholders(a) - placeholders(b));
	for (const [template, item] of candidates) {
		const found = new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(
			path,
		);
		if (found) return { template, item, values: { ...found.groups } };
	}
	return undefined;
}

function placeholders(template: string): number {
	return template.split('{').length;
}

/** Names of a record's documented fields, for the answer to one record or to a list of them. */
export function responseProperties(product: string, path: string, method: string, status: number): string[] {
	const document = readOpenApi(product);
	const operation = matchPath(document, splitAddress(path).path)?.item[method.toLowerCase() as Method];
	const schema = resolveRef(document, operation?.responses[String(status)]?.content?.['application/json']?.schema);
	const properties = (schema?.properties ?? {}) as Record<string, AnySchemaObject>;
	const array = Object.values(properties).find((property) => 'meta' in properties && property.type === 'array');
	const record = array ? resolveRef(document, array.items as AnySchemaObject) : schema;
	return Object.keys((record?.properties ?? {}) as object);
}

function resolveRef(document: OpenApiDocument, schema: AnySchemaObject | undefined): AnySchemaObject | undefined {
	const name = /^#\/components\/schemas\/(.+)$/.exec(String(schema?.$ref))?.[1];
	return name === undefined ? schema : document.components.schemas[name];
}
