import { timeZoneField } from '../../../../nodes/shared/n8n/timeZone';

it('the field for a time zone is a list that may be an expression, and empty at first', () => {
	expect(timeZoneField).toEqual({
		displayName: 'Time Zone Name or ID',
		name: 'zone',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getZones' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	});
});
