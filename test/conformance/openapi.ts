import Ajv from 'ajv';
import type { AnySchemaObject, ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

import { splitAddress } from '../../simulators/address';
import { matchPath, readOpenApi } from './openapiDocument';
import type { Method, OpenApiDocument, Operation } from './openapiDocument';

export { hasOpenApi } from './openapiDocument';

/** One request and its answer. */
export interface Exchange {
	method: string;
	/** Without the product's host or prefix, with the query: `/v1/Workspaces?PageSize=1`. */
	path: string;
	headers: Record<string, string | string[] | undefined>;
	/** The request's body as on the wire. */
	body: string;
	status: number;
	/** Parsed, or the text of JSON; empty for 204. */
	responseBody: unknown;
}

type Check = (schema: AnySchemaObject, value: unknown, where: string) => string[];

/**
 * Everything in which an exchange departs from Twilio's OpenAPI file; none is an empty list.
 *
 * Checked are path, method, path and query parameters, the headers that the file knows, the form's fields, the status
 * and the body of the answer. The file documents no error body: an answer of 400 and more is held to the form that
 * Twilio's pages give all errors.
 *
 * @param product first label of the product's host: taskrouter, frontline-api, conversations, events
 * @throws when the product's file is not there; ask `hasOpenApi` first
 */
export function validateExchange(product: string, exchange: Exchange): string[] {
	const { document, check } = load(product);
	const { path, query } = splitAddress(exchange.path);
	const match = matchPath(document, path);
	if (!match) return [`${path} is not a path of ${product}`];
	const operation = match.item[exchange.method.toLowerCase() as Method];
	if (!operation) return [`${exchange.method} is not a method of ${match.template}`];
	return [
		...checkPath(operation, match.values, check),
		...checkQuery(operation, query, check),
		...checkHeaders(operation, exchange.headers, check),
		...checkForm(operation, exchange, check),
		...checkResponse(operation, exchange, check),
	].map((fault) => `${operation.operationId}: ${fault}`);
}

function checkPath(operation: Operation, values: Record<string, string>, check: Check): string[] {
	return Object.entries(values).flatMap(([name, encoded]) => {
		const parameter = operation.parameters?.find((one) => one.in === 'path' && one.name === name);
		if (!parameter) return [`the path parameter ${name} is not documented`];
		try {
			const value = typed(decodeURIComponent(encoded), parameter.schema);
			return check(parameter.schema, value, `path parameter ${name}`);
		} catch {
			return [`the path parameter ${name} is not a valid percent-encoding: ${encoded}`];
		}
	});
}

function checkQuery(operation: Operation, query: URLSearchParams, check: Check): string[] {
	return [...query].flatMap(([name, raw]) => {
		const parameter = operation.parameters?.find((one) => one.in === 'query' && one.name === name);
		return parameter
			? check(parameter.schema, typed(raw, parameter.schema), `query parameter ${name}`)
			: [`the query parameter ${name} is not documented`];
	});
}

function checkHeaders(operation: Operation, headers: Exchange['headers'], check: Check): string[] {
	const documented = operation.parameters?.filter((one) => one.in === 'header') ?? [];
	return Object.entries(headers).flatMap(([name, value]) => {
		const parameter = documented.find((one) => one.name.toLowerCase() === name.toLowerCase());
		if (parameter) return check(parameter.schema, [value].flat()[0], `header ${name}`);
		return /^(if-match|x-twilio-.*)$/i.test(name) ? [`the header ${name} is not documented`] : [];
	});
}

function checkForm(operation: Operation, { body, headers }: Exchange, check: Check): string[] {
	const content = operation.requestBody?.content['application/x-www-form-urlencoded'];
	if (!content) return body === '' ? [] : ['the request has a body, which is not documented'];
	const type = [headers['content-type'] ?? headers['Content-Type']].flat()[0] ?? '';
	const form = new URLSearchParams(body);
	const properties = (content.schema.properties ?? {}) as Record<string, AnySchemaObject>;
	const required = (content.schema.required ?? []) as string[];
	return [
		...(body !== '' && !type.startsWith('application/x-www-form-urlencoded')
			? [`the content type is ${type}`]
			: []),
		...required.filter((name) => !form.has(name)).map((name) => `the form field ${name} is missing`),
		...[...new Set(form.keys())].flatMap((name) => {
			const schema = properties[name];
			if (!schema) return [`the form field ${name} is not documented`];
			const values = form.getAll(name);
			if (schema.type === 'array') return check(schema, values, `form field ${name}`);
			if (values.length > 1) return [`the form field ${name} is repeated`];
			return values.flatMap((raw) => check(schema, typed(raw, schema), `form field ${name}`));
		}),
	];
}

function checkResponse(operation: Operation, { status, responseBody }: Exchange, check: Check): string[] {
	const body = typeof responseBody === 'string' && responseBody !== '' ? parse(responseBody) : responseBody;
	if (status >= 400) return check(ERROR_BODY, body, `body of ${status}`);
	const response = operation.responses[String(status)];
	if (!response) return [`the status ${status} is not documented`];
	const schema = response.content?.['application/json']?.schema;
	if (!schema)
		return body === undefined || body === null || body === ''
			? []
			: [`the answer ${status} has a body, which is not documented`];
	return check(schema, body, 'answer');
}

const ERROR_BODY = {
	type: 'object',
	required: ['code', 'message', 'more_info', 'status'],
	properties: {
		code: { type: 'integer' },
		message: { type: 'string' },
		more_info: { type: 'string' },
		status: { type: 'integer' },
	},
};

/** A value in a form, a query or a path as the schema's type; what cannot be converted stays text and fails the schema. */
function typed(raw: string, schema: AnySchemaObject): unknown {
	if (schema.type === 'boolean' && /^(true|false)$/.test(raw)) return raw === 'true';
	if ((schema.type === 'integer' || schema.type === 'number') && raw.trim() !== '') return Number(raw);
	// Repeated for each value: one of them is a list of one.
	if (schema.type === 'array') return [raw];
	return raw;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

const loaded = new Map<string, { document: OpenApiDocument; check: Check }>();

/** Reading a file and compiling its schemas takes a second, so each is kept for the life of the process. */
function load(product: string) {
	const known = loaded.get(product) ?? compile(readOpenApi(product));
	loaded.set(product, known);
	return known;
}

function compile(document: OpenApiDocument): { document: OpenApiDocument; check: Check } {
	const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
	addFormats(ajv);
	// Twilio's own examples answer '' for a webhook that is not set, though the field's format is uri.
	ajv.addFormat('uri', (value: string) => value === '' || URL.canParse(value));
	ajv.addFormat('uri-map', true);
	const compiled = new WeakMap<AnySchemaObject, ValidateFunction>();
	const check: Check = (schema, value, where) => {
		const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components: document.components });
		compiled.set(schema, validate);
		return validate(value)
			? []
			: (validate.errors ?? []).map(
					({ instancePath, message }) => `${where}${instancePath} ${message ?? 'is invalid'}`,
				);
	};
	return { document, check };
}
