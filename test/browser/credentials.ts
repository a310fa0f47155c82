import type { Stage } from './everything';

/** A credential as a person fills it in: a field's internal name, and what is typed there. */
interface Form {
	/** the node in which it is made */
	node: string;
	/** the action in the node panel by which it is added */
	action: string;
	/** the service as the demo's credential is called, whose data are the right ones */
	type: string;
	fields: string[];
	/** the field with the service's address */
	address: string;
	/** the field that is wrong at first */
	secret: string;
	wrong: string;
	/** what our test must say of it */
	refusal: string;
}

const FORMS: Form[] = [
	{
		node: 'Twilio TaskRouter',
		action: 'Get many workers',
		type: 'twilioContactCenterApi',
		fields: ['accountSid', 'authToken', 'apiRootOverride'],
		address: 'apiRootOverride',
		secret: 'authToken',
		wrong: '0123456789abcdef0123456789abcdef',
		refusal: 'Twilio did not accept the Account SID and Auth Token',
	},
	{
		node: 'VoipNow',
		action: 'Get many queue agents',
		type: 'voipNowOAuth2Api',
		fields: ['host', 'clientId', 'clientSecret'],
		address: 'host',
		secret: 'clientSecret',
		wrong: 'not-the-secret',
		refusal: 'VoipNow did not accept the App Key and App Secret',
	},
	{
		node: 'Conpeek',
		action: 'Update the work state of a user',
		type: 'conpeekApi',
		fields: ['baseUrl', 'apiKey'],
		address: 'baseUrl',
		secret: 'apiKey',
		wrong: 'not-the-key',
		refusal: 'Conpeek did not accept the API Key',
	},
];

/** Nothing listens there. */
const NOWHERE = 'http://127.0.0.1:9';

/** A credential of each type is made through its form, with a wrong address and a wrong secret first. */
export async function checkCredentials({ editor, vendors, checks }: Stage): Promise<void> {
	for (const { node, action, type, fields, address, secret, wrong, refusal } of FORMS) {
		const right = vendors.map(({ url, demo }) => demo.credential(url)).find((each) => each.type === type);
		if (!right) throw new Error(`The demo has no credential ${type}.`);
		await editor.openEmptyWorkflow();
		await editor.addFirstStep();
		await editor.search(node);
		await editor.take(node);
		await editor.takeAction(action);
		await editor.newCredential();
		for (const field of fields)
			await editor.fillCredential(
				field,
				{ [secret]: wrong, [address]: NOWHERE }[field] ?? String(right.data[field]),
			);
		const unreached = await editor.saveCredential();
		checks.check(`${node}: an address where nothing answers is told in our words`, [
			unreached?.includes(' could not be reached. Check the address') !== true &&
				`the form says: ${unreached ?? 'nothing, it has closed'}`,
		]);
		await editor.fillCredential(address, String(right.data[address]));
		const refused = await editor.saveCredential();
		checks.check(`${node}: a wrong secret is told in our words`, [
			refused?.includes(refusal) !== true && `the form says: ${refused ?? 'nothing, it has closed'}`,
		]);
		await editor.fillCredential(secret, String(right.data[secret]));
		const accepted = await editor.saveCredential();
		checks.check(`${node}: the right secret is accepted, and the node has the new credential`, [
			accepted !== undefined && `the form says: ${accepted}`,
			accepted === undefined && (await editor.credentialName()) === right.name && 'it has the one from before',
		]);
	}
}
