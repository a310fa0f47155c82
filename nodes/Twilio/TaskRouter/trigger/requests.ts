import type { Client } from '../../../shared/http/client';
import { plainFailure, type Failure } from '../../../shared/http/failure';
import { readList } from '../../../shared/http/pagination';
import { getRequest, type VendorRequest } from '../../../shared/http/request';
import { isRecord } from '../../../shared/values/record';
import { pages } from '../../pagination';

/** What a request led to: what was asked for, `undefined` where Twilio has no such thing, or a failure. */
export type Asked<T> = { kind: 'found'; found: T } | { kind: 'failed'; failure: Failure };

type TwilioRecord = Record<string, unknown>;

export const found = <T>(one: T): Asked<T> => ({ kind: 'found', found: one });
export const failedWith = (message: string, advice?: string) => ({
	kind: 'failed' as const,
	failure: plainFailure(message, advice),
});

/** A record; only 404 means that it does not exist. */
export const readRecord = async (client: Client, path: string): Promise<Asked<TwilioRecord | undefined>> =>
	await recordAnswered(client, { ...getRequest('form', path), expected: ({ status }) => status === 404 });

/** @param repeated fields that are sent once for each value */
export async function post(
	client: Client,
	path: string,
	body: Record<string, string>,
	{ repeated = {}, idempotent }: { repeated?: Record<string, string[]>; idempotent: boolean },
): Promise<Asked<TwilioRecord | undefined>> {
	return await recordAnswered(client, { ...getRequest('form', path), method: 'POST', body, repeated, idempotent });
}

/** Deletes a record; one that does not exist any more is deleted. */
export async function deleteRecord(client: Client, path: string): Promise<Failure | undefined> {
	const sent = await client.send({
		...getRequest('form', path),
		method: 'DELETE',
		expected: ({ status }) => status === 404,
	});
	if (sent.kind === 'answered') return undefined;
	return sent.kind === 'failed' ? sent.failure : unsent.failure;
}

export async function listRecords(
	client: Client,
	path: string,
	key: string,
	query: VendorRequest['query'] = {},
): Promise<Asked<TwilioRecord[]>> {
	const listed = await readList(client, getRequest('form', path, query), pages(key, 1000), Infinity);
	if (listed.kind === 'listed') return found(listed.entries.filter(isRecord));
	return listed.kind === 'failed' ? listed : unsent;
}

async function recordAnswered(client: Client, request: VendorRequest): Promise<Asked<TwilioRecord | undefined>> {
	const sent = await client.send(request, ({ status, body }) =>
		isRecord(body) ? undefined : `Twilio answered with status ${status} but without the record`,
	);
	if (sent.kind !== 'answered') return sent.kind === 'failed' ? sent : unsent;
	const { status, body } = sent.response;
	return found(status !== 404 && isRecord(body) ? body : undefined);
}

const unsent = failedWith('Twilio was not asked in time');
