import { workload } from '../../../../nodes/Twilio/TaskRouter/workload';

const entry = (more: object) => ({ worker_sid: 'WK1', reservation_status: 'accepted', date_updated: 'then', ...more });

it.each([
	[{}, { agent: 'WK1', work: { what: 'on a task', since: 'then' } }],
	[
		{ reservation_status: 'wrapping', date_updated: null },
		{ agent: 'WK1', work: { what: 'wrapping up a task', since: null } },
	],
	[{ reservation_status: 'completed' }, undefined],
	[{ worker_sid: null }, undefined],
])('a reservation with %j tells %j', (more, told) => expect(workload.observe(entry(more))).toEqual(told));

it('looks for open work in all the statuses that a task or a reservation may have then', () => {
	expect(workload.all.map(({ query }) => query)).toEqual(
		['assigned', 'wrapping', 'reserved', 'pending'].map((status) => ({ AssignmentStatus: status })),
	);
	expect(workload.one.map(({ path, query }) => [path, query])).toEqual(
		['accepted', 'wrapping'].map((status) => [
			'/v1/Workspaces/{workspace}/Workers/{agent}/Reservations',
			{ ReservationStatus: status },
		]),
	);
	expect(workload.behind?.idOf({ sid: 'WT1' })).toBe('WT1');
});
