import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { AgentState } from '../../../nodes/AgentState/AgentState.node';

const { description } = new AgentState();
const { properties, credentials = [] } = description;

const valuesOf = ({ options = [] }: INodeProperties): unknown[] =>
	options.flatMap((option) => ('value' in option ? [option.value] : []));

/** What the editor shows for these values and the defaults of all others. */
function shown(given: INodeParameters): INodeProperties[] {
	const values = NodeHelpers.getNodeParameters(properties, given, true, false, null, description) ?? {};
	return properties.filter((property) => NodeHelpers.displayParameter(values, property, null, description));
}

const credentialsFor = (vendor: string): string[] =>
	credentials
		.filter((credential) => NodeHelpers.displayParameter({ vendor }, credential, null, description))
		.map(({ name }) => name);

it.each(properties.filter(({ type }) => type === 'options'))(
	'the editor leaves $displayName in the form, not taking it for a choice of authentication',
	(property) => {
		const choosing = credentials.flatMap(
			({ displayOptions }) => (displayOptions?.show?.[property.name] as unknown[] | undefined) ?? [],
		);
		expect(valuesOf(property).filter((value) => !choosing.includes(value))).not.toEqual([]);
	},
);

it.each([
	['conpeek', ['conpeekApi']],
	['twilioTaskRouter', ['twilioContactCenterApi']],
	['twilioFrontline', ['twilioContactCenterApi']],
	['voipNow', ['voipNowOAuth2Api']],
	['fromItem', ['conpeekApi', 'twilioContactCenterApi', 'voipNowOAuth2Api']],
])('%s asks for %j', (vendor, names) => {
	expect(credentialsFor(vendor)).toEqual(names);
});

describe.each(['setState', 'getState', 'getHistory', 'compare', 'restorePrevious'])('%s', (operation) => {
	const vendors = valuesOf(properties.find(({ name }) => name === 'vendor') as INodeProperties) as string[];

	it.each(vendors)('%s: every field has a label of its own', (vendor) => {
		const labels = shown({ operation, vendor }).map(({ displayName }) => displayName);
		expect(labels).not.toContain('');
		expect(labels).toEqual([...new Set(labels)]);
	});
});

it('restoring asks for nothing that the rows say', () => {
	const names = shown({ operation: 'restorePrevious', vendor: 'fromItem' }).map(({ name }) => name);
	expect(names).not.toEqual(expect.arrayContaining(['workspace']));
	expect(names).not.toEqual(expect.arrayContaining(['queues']));
	expect(names).not.toEqual(expect.arrayContaining(['serviceScope']));
});
