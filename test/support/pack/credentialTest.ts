import axios from 'axios';
import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	Workflow,
	createRunExecutionData,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type ICredentialType,
	type IDataObject,
	type INode,
	type INodeType,
	type NodeParameterValueType,
} from 'n8n-workflow';
import { additionalData, type Bench } from '../bench/bench';
import { CredentialStore } from '../bench/credentialStore';
import type { Pack } from './pack';

/** The credential type of a name. */
export function typeOf(pack: Pack, name: string): ICredentialType {
	const found = pack.credentials.find((credential) => credential.name === name);
	if (!found) throw new Error(`No credential ${name}`);
	return found;
}

/** n8n's own expressions, with the credential at hand as in n8n's credential test. */
export async function resolve(value: unknown, credentials: ICredentialDataDecryptedObject): Promise<unknown> {
	const { expression } = new Workflow({
		nodes: [],
		connections: {},
		active: false,
		nodeTypes: { getByName: never, getByNameAndVersion: never, getKnownTypes: never },
	});
	return await expression.withIsolate(async () =>
		expression.getParameterValue(value as NodeParameterValueType, null, 0, 0, 'Test', [], 'internal', {
			$credentials: credentials,
		}),
	);
}

const never = (): never => {
	throw new Error('not needed');
};

/** Sends a credential's test request as n8n does: baseURL and url joined by axios, the credential applied. */
export async function tryOut(
	pack: Pack,
	name: string,
	data: ICredentialDataDecryptedObject,
): Promise<{ status: number; url: string }> {
	const type = typeOf(pack, name);
	const { request } = type.test as ICredentialTestRequest;
	const { baseURL, url, qs } = (await resolve(
		{ baseURL: request.baseURL, url: request.url, qs: request.qs },
		data,
	)) as {
		baseURL: string;
		url: string;
		qs: IDataObject;
	};
	const authenticate = typeof type.authenticate === 'function' ? type.authenticate.bind(type) : undefined;
	const { auth, headers } = authenticate ? await authenticate(data, { url }) : {};
	const answer = await axios.request({
		baseURL,
		url,
		params: qs,
		...(auth && { auth: { username: auth.username, password: auth.password } }),
		headers: (headers ?? {}) as Record<string, string>,
		validateStatus: () => true,
	});
	return { status: answer.status, url: axios.getUri({ baseURL, url, params: qs }) };
}

/**
 * Presses *Test* as n8n does: the request of the credential goes through n8n's own routing, and what is told of a failure
 * is that of the first rule with the status, else the code of the error, else its message.
 *
 * @returns what the dialog shows; empty where all is well
 */
export async function testCredential(
	bench: Bench,
	name: string,
	data: ICredentialDataDecryptedObject,
): Promise<string> {
	const store = new CredentialStore(bench.loader);
	const reference = store.keep(name, data);
	const { test } = bench.loader.getCredential(name).type;
	if (!test) throw new Error(`${name} has no test`);
	const routing = { request: test.request };
	const type = {
		description: {
			...{ displayName: 'Test', name: 'test', group: [], version: 1, description: '', defaults: {} },
			...{ inputs: ['main'], outputs: ['main'], credentials: [{ name, required: true }] },
			properties: [{ displayName: 'Test', name: 'test', type: 'string', default: '', routing }],
		},
	} as unknown as INodeType;
	const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };
	const node = {
		...{ id: 'test', name: 'Test', type: 'test', typeVersion: 1, position: [0, 0], parameters: {} },
		credentials: { [name]: reference },
	} as INode;
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const more = additionalData(store);
	const decrypted = await store.getDecrypted(more, reference, name, 'internal');
	const context = new ExecuteContext(
		workflow,
		node,
		more,
		'internal',
		createRunExecutionData({}),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	try {
		await new RoutingNode(context, type, { id: name, name, type: name, data: decrypted }).runNode();
		return '';
	} catch (error) {
		const { message, cause } = error as Error & { cause?: { code?: string; response?: { status: number } } };
		const status = cause?.response?.status;
		const rule = test.rules?.find(({ properties }) => 'value' in properties && properties.value === status);
		return rule?.properties.message ?? (status === undefined ? cause?.code : undefined) ?? message;
	}
}
