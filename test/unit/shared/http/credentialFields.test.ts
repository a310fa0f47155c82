import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { checkAddress, keyIn, withoutBlanks } from '../../../../nodes/shared/http/credentialFields';

it('blanks that were pasted with a text of a credential are left out', () => {
	const given = { key: ' \tabc\n', more: 5, flag: false, nested: { a: ' x ' } };
	expect(withoutBlanks(given)).toEqual({ key: 'abc', more: 5, flag: false, nested: { a: ' x ' } });
	expect(given.key).toBe(' \tabc\n');
});

describe('a key of a credential', () => {
	const check = (key: string) => (key.startsWith('AC') ? undefined : 'must begin with AC');

	it('has no blanks around it', () => {
		expect(keyIn({ sid: ' AC1\n' }, 'sid', 'Account SID', check)).toBe('AC1');
		expect(keyIn({ sid: ' x ' }, 'sid', 'Account SID')).toBe('x');
	});

	it.each<[ICredentialDataDecryptedObject, string]>([
		[{ sid: '' }, "'Account SID' is empty"],
		[{ sid: ' \n' }, "'Account SID' is empty"],
		[{ sid: 5 }, "'Account SID' is empty"],
		[{}, "'Account SID' is empty"],
		[{ sid: 'SK1' }, "'Account SID' must begin with AC"],
	])('in %j is told by its field: %s', (credential, told) => {
		expect(() => keyIn(credential, 'sid', 'Account SID', check)).toThrow(new Error(told));
	});
});

describe('an address of a credential', () => {
	it('is checked as the nodes do', () => {
		expect(() => checkAddress(' https://example.com/ ', 'Host')).not.toThrow();
	});

	it.each([
		[undefined, '\'Host\': "" is not an address; give it in full, such as https://example.com'],
		[5, '\'Host\': "" is not an address; give it in full, such as https://example.com'],
		['x', '\'Host\': "x" is not an address; give it in full, such as https://example.com'],
		[
			'http://example.com',
			'\'Host\': "http://" would send the key unencrypted: the address must begin with https://',
		],
		['https://example.com?a', "'Host': the address must not contain a user name, a question mark or a number sign"],
	])('%j is told by its field', (given, told) => {
		expect(() => checkAddress(given, 'Host')).toThrow(new Error(told));
	});
});
