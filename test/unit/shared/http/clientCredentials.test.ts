import { withBearer, withFreshToken } from '../../../../nodes/shared/http/clientCredentials';

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
