import axios from 'axios';
import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type ICredentialType,
	type IDataObject,
	type NodeParameterValueType,
} from 'n8n-workflow';
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
