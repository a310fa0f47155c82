import { fetchToken, withBearer, withFreshToken } from '../../../../nodes/shared/http/clientCredentials';

it.each([
	['119999', ''],
	['120000', 'abc'],
	['100000', ''],
	[500_000, 'abc'],
	['never', 'abc'],
	[undefined, 'abc'],
])('a token that ends within a minute is not used: at 60 s, one until %j ms', (accessExpiresAt, accessToken) => {
	const credential = { host: 'x', accessToken: 'abc', ...(accessExpiresAt !== undefined && { accessExpiresAt }) };
	expect(withFreshToken(credential, 60_000)).toEqual({ ...credential, accessToken });
});

it('a request is signed with the token, and keeps what else it says', () => {
	const options = { url: '/x', headers: { Accept: 'a', Authorization: 'old' } };
	expect(withBearer({ accessToken: 'abc' }, options)).toEqual({
		url: '/x',
		headers: { Accept: 'a', Authorization: 'Bearer abc' },
	});
	expect(withBearer<{ headers?: object }>({ accessToken: 'abc' }, {})).toEqual({
		headers: { Authorization: 'Bearer abc' },
	});
	expect(options.headers.Authorization).toBe('old');
});

it('a token is fetched from allowed domains only, in every n8n', async () => {
	const asked: string[] = [];
	const helpers = {
		httpRequest: async ({ url }: { url: string }) => {
			asked.push(url);
			return await Promise.resolve({ access_token: 'abc', expires_in: 60 });
		},
	};
	const fetchFor = async (allowedDomains: string) =>
		await fetchToken(
			{ helpers },
			{ allowedHttpRequestDomains: 'domains', allowedDomains },
			{
				...{
					field: 'Address',
					address: 'https://a.example',
					path: '/token',
					clientId: 'id',
					clientSecret: 'secret',
				},
				keys: { service: 'Acme', names: 'keys', advice: '' },
			},
		);
	await expect(fetchFor('b.example')).rejects.toThrow('Domain not allowed');
	expect(asked).toEqual([]);
	await expect(fetchFor('a.example')).resolves.toMatchObject({ accessToken: 'abc' });
	expect(asked).toEqual(['https://a.example/token']);
});
