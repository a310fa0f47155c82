import { listZones } from '../../../../nodes/shared/n8n/timeZone';

it("the zones begin with the workflow's and end with UTC, which is there once", async () => {
	const zones = await listZones();

	expect(zones[0]).toEqual({ name: "The Workflow's", value: '' });
	expect(zones.at(-1)).toEqual({ name: 'UTC', value: 'UTC' });
	expect(zones).toContainEqual({ name: 'Europe/Warsaw', value: 'Europe/Warsaw' });
	expect(new Set(zones.map(({ value }) => value)).size).toBe(zones.length);
});
