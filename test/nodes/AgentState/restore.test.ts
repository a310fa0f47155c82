import type { IDataObject } from 'n8n-workflow';
import { ACTIVITY, CHAT_SERVICE_SID, PEOPLE, ROLE, VOIPNOW_QUEUE } from '../../../simulators';
import type { Native } from '../../../nodes/shared/state/adapter';
import { writeRestoreText } from '../../../nodes/shared/state/input/restoreText';
import { originOf } from '../../support/pack/workers';
import { each, rowsOf, taskRouter, textAt, useStage, wish, writesIn } from '../../support/pack/stage';
import { byName, bySid } from '../../support/pack/vendors';

const { anna, bob, carla, dawid } = PEOPLE;
const stage = useStage();

const restore = async (rows: IDataObject[], more: IDataObject = {}, job = {}) =>
	await stage.run({ operation: 'restorePrevious', ...(more as object) }, rows, job);
const writes = () => writesIn(stage.twilio.seen);
const activityOf = (worker: string) => stage.twilio.state.workers[worker]?.activity_sid;

const textOf = ({ restore }: IDataObject): string => (typeof restore === 'string' ? restore : '');

/** As the node would have put the row out with these cells and this state before. */
function resealed(row: IDataObject, fields: Native['fields'] = { ActivitySid: ACTIVITY.offline }): IDataObject {
	const cell = (name: string) => (typeof row[name] === 'string' ? row[name] : '');
	const [service, scope, agentId] = [cell('service'), cell('scope'), cell('agentId')];
	const cells = { service, scope, agentId, previous: cell('previous'), requested: cell('requested') };
	const given: Native = { label: 'Given', fields: { ActivitySid: ACTIVITY.available } };
	return { ...row, restore: writeRestoreText(cells, { label: 'Before', fields }, given, 'Before') };
}

/** Anna to available, Dawid from his break to offline, Carla to a break. */
async function rowsOfChange(): Promise<IDataObject[]> {
	const { out } = await stage.run(taskRouter(), [
		wish(anna.worker, 'available'),
		wish(dawid.worker, 'offline', { reason: 'end of shift' }),
		wish(carla.worker, 'break'),
	]);
	stage.twilio.seen.length = 0;
	return rowsOf(out);
}

describe('Restore Previous', () => {
	it('brings agents back, needs no field but the rows, and puts out rows again', async () => {
		const { out, error } = await restore(await rowsOfChange());

		expect(error).toBeUndefined();
		expect(out.map(originOf)).toEqual([0, 1, 2]);
		expect(each(out, 'outcome')).toEqual(['changed', 'changed', 'changed']);
		expect(each(out, 'requested')).toEqual(['offline', 'break', 'available']);
		expect([anna, dawid, carla].map(({ worker }) => activityOf(worker))).toEqual([
			ACTIVITY.offline,
			ACTIVITY.break,
			ACTIVITY.available,
		]);
		// And back again: a restore can be taken back like any other change.
		const again = await restore(rowsOf(out));
		expect(each(again.out, 'current')).toEqual(['available', 'offline', 'break']);
	});

	it('leaves alone who has changed since', async () => {
		const rows = await rowsOfChange();
		Object.assign(stage.twilio.state.workers[anna.worker] ?? {}, { activity_sid: ACTIVITY.busy });
		const { out, error } = await restore(rows);

		expect(error).toBeUndefined();
		expect(each(out, 'outcome')).toEqual(['skipped', 'changed', 'changed']);
		expect(out[0]?.json.reason).toBe('has changed to "Busy" since then, and is no longer in "Available"');
		expect(activityOf(anna.worker)).toBe(ACTIVITY.busy);

		const anyway = await restore(rows, { options: { restoreAnyway: true } });
		expect(each(anyway.out, 'outcome')).toEqual(['changed', 'unchanged', 'unchanged']);
		expect(activityOf(anna.worker)).toBe(ACTIVITY.offline);
	});

	it('has nothing to do for who is back already', async () => {
		const rows = await rowsOfChange();
		Object.assign(stage.twilio.state.workers[anna.worker] ?? {}, { activity_sid: ACTIVITY.offline });
		const { out } = await restore(rows.slice(0, 1));

		expect(each(out, 'outcome')).toEqual(['unchanged']);
		expect(writes()).toEqual([]);
	});

	it.each(['unchanged', 'failed', 'preview', 'skipped'])('skips rows with the outcome %s', async (outcome) => {
		const [row] = await rowsOfChange();
		const { out, error } = await restore([{ ...row, outcome }]);

		expect(error).toBeUndefined();
		expect(out[0]?.json).toMatchObject({
			outcome: 'skipped',
			agent: anna.name,
			reason: `nothing was changed then (${outcome}), so there is nothing to restore`,
		});
		expect(stage.twilio.seen).toEqual([]);
	});

	it.each(['pending', 'unconfirmed'])('takes rows with the outcome %s', async (outcome) => {
		const [row] = await rowsOfChange();
		const { out } = await restore([{ ...row, outcome }]);

		expect(each(out, 'outcome')).toEqual(['changed']);
	});

	it('skips rows that do not know what was before', async () => {
		const { out: rows } = await stage.run({ vendor: 'twilioConversations' }, [wish(anna.identity, 'busy')]);
		const { out, error } = await restore(rowsOf(rows), { vendor: 'twilioConversations' });

		expect(error).toBeUndefined();
		expect(out[0]?.json).toMatchObject({ outcome: 'skipped', reason: 'the state before is not known' });
		expect(writes()).toHaveLength(1);
	});

	it.each<[string, (row: IDataObject) => IDataObject, string]>([
		[
			'is not a row',
			() => ({ agentId: 'anna', desiredState: 'busy' }),
			"is not a result row: 'Restore Previous' takes",
		],
		[
			'is of the first version',
			(row) => ({ ...row, vendor: row.service, native: { version: 1, previous: null, requested: null } }),
			'is a result row of another version (1): this node reads version 2',
		],
		[
			'is of a later version',
			(row) => ({ ...row, restore: textOf(row).replace('v2:', 'v3:') }),
			'is a result row of another version (3): this node reads version 2',
		],
		['has lost its text', ({ restore: _lost, ...row }) => row, "has nothing in the column 'restore'"],
		[
			'has been cut',
			(row) => ({ ...row, restore: textOf(row).slice(0, -1) }),
			"was changed or cut since 'Set State' put it out",
		],
		[
			'is about another agent',
			(row) => ({ ...row, agentId: bob.worker }),
			"was changed or cut since 'Set State' put it out",
		],
		[
			'has an unknown outcome',
			(row) => ({ ...row, outcome: 'done' }),
			'has an outcome that this node does not know',
		],
		['does not name an agent', (row) => ({ ...row, agentId: '' }), 'does not say which agent it is about'],
		[
			'is of an unknown service',
			(row) => resealed({ ...row, service: 'genesys' }),
			'there is no service "genesys"',
		],
		[
			'sets something else than a state',
			(row) => resealed(row, { FriendlyName: 'Eve' }),
			'the row keeps the state in FriendlyName, this node in ActivitySid',
		],
	])('stops with nobody changed over an item that %s', async (_what, spoil, words) => {
		const [row = {}, ...others] = await rowsOfChange();
		const items = [...others, spoil(row)];
		const { error } = await restore(items);

		expect(error?.message).toContain(words);
		expect(error?.message).toMatch(/^Row 3: /);
		expect(writes()).toEqual([]);

		const { out } = await restore(items, {}, { onError: 'continueRegularOutput' });
		expect(each(out, 'outcome')).toEqual(['changed', 'changed', 'failed']);
		const split = await restore(items, {}, { onError: 'continueErrorOutput' });
		expect(split.failed.map(originOf)).toEqual([2]);
	});

	it('goes where each row says, over several services at once', async () => {
		const changed = [
			...(await stage.run(taskRouter(), [wish(anna.worker, 'available')])).out,
			...(
				await stage.run({ vendor: 'voipNow', user: '@me', queues: VOIPNOW_QUEUE }, [
					wish(anna.extension, 'available'),
				])
			).out,
			...(await stage.run({ vendor: 'twilioFrontline' }, [wish(anna.identity, 'available')])).out,
		];
		const { out, error } = await restore(rowsOf(changed), { vendor: 'fromItem' });

		expect(error).toBeUndefined();
		expect(each(out, 'service')).toEqual(['twilioTaskRouter', 'voipNow', 'twilioFrontline']);
		expect(each(out, 'current')).toEqual(['offline', 'offline', 'offline']);
		expect(stage.voipNow.state.queues[VOIPNOW_QUEUE]?.agents[anna.extension]).toBe('0');
	});

	it('protects states like any other change', async () => {
		const rows = await rowsOfChange();
		const { out } = await restore(rows, { options: { protectedStates: 'Available' } });

		expect(each(out, 'outcome')).toEqual(['skipped', 'changed', 'changed']);
	});

	it('fails one agent whose state of then is gone', async () => {
		const rows = await rowsOfChange();
		const { [ACTIVITY.offline]: _gone, ...activities } = stage.twilio.state.activities;
		stage.twilio.state.activities = activities;
		const { out } = await restore(rows, {}, { onError: 'continueRegularOutput' });

		expect(each(out, 'outcome')).toEqual(['failed', 'changed', 'changed']);
		expect(textAt(out, 0)).toContain('no longer exists');
	});
});

describe('a role', () => {
	const rule = [
		{ state: 'available', reason: '', native: 'service admin' },
		{ state: 'offline', reason: '', native: ROLE.agent },
	];
	const kept = {
		vendor: 'twilioConversations',
		serviceScope: 'specific',
		service: byName('Support'),
		keptIn: 'role',
		twilioConversationsMapping: { rule },
	};
	const roleOf = () => stage.twilio.state.conversationUsers[anna.conversationUser]?.role_sid;

	it('is set by name or SID and restored in its own service', async () => {
		const { out } = await stage.run(kept, [wish(anna.identity, 'available')]);

		expect(out[0]?.json).toMatchObject({
			outcome: 'changed',
			scope: CHAT_SERVICE_SID,
			previous: 'offline',
			current: 'available',
		});
		expect(writes().map(({ body }) => body)).toEqual([`RoleSid=${ROLE.supervisor}`]);

		const back = await restore(rowsOf(out), { ...kept, service: bySid(CHAT_SERVICE_SID) });
		expect(back.out[0]?.json).toMatchObject({ outcome: 'changed', current: 'offline' });
		expect(roleOf()).toBe(ROLE.agent);
	});

	it('is not written among the attributes when the restoring node looks there', async () => {
		const { out } = await stage.run(kept, [wish(anna.identity, 'available')]);
		const { error } = await restore(rowsOf(out), { vendor: 'twilioConversations' });

		expect(error?.message).toContain('the state before no longer exists there, or was kept in another field');
		expect(writes()).toHaveLength(1);
	});
});

it('restores at Conpeek what this node had set before', async () => {
	const staticData = {};
	const conpeek = { vendor: 'conpeek', onlineModeId: 99 };
	await stage.run(conpeek, [wish(anna.login, 'available')], { staticData });
	const { out } = await stage.run(conpeek, [wish(anna.login, 'break', { reason: 'Obiad' })], { staticData });
	expect(out[0]?.json).toMatchObject({ previous: 'available', current: 'break', outcome: 'changed' });
	const back = await restore(rowsOf(out), { vendor: 'conpeek' }, { staticData });

	expect(back.out[0]?.json).toMatchObject({ previous: 'break', current: 'available', outcome: 'changed' });
	expect(stage.conpeek.state.users[anna.conpeekId]).toMatchObject({ work_state: 'ONLINE', online_mode_id: 99 });
});

describe('rows that a sheet or a data table kept', () => {
	it.each<[string, (row: IDataObject) => IDataObject]>([
		[
			'every cell as text',
			(row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, asText(cell)])),
		],
		['more columns, in another order', (row) => ({ id: 7, updatedAt: 'today', ...reversed(row), note: '' })],
		[
			'blanks around every cell',
			(row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, ` ${asText(cell)} `])),
		],
	])('are read: %s', async (_how, keep) => {
		const rows = await rowsOfChange();
		const { out, error } = await restore(rows.map(keep));

		expect(error).toBeUndefined();
		expect(each(out, 'outcome')).toEqual(['changed', 'changed', 'changed']);
		expect(each(out, 'current')).toEqual(['offline', 'break', 'available']);
	});

	it('are read though the sheet took an id for a number', async () => {
		const conpeek = { vendor: 'conpeek' };
		const staticData = {};
		const id = String(anna.conpeekId);
		await stage.run(conpeek, [wish(id, 'available')], { staticData });
		const { out: rows } = await stage.run(conpeek, [wish(id, 'offline')], { staticData });
		const { out } = await restore(
			rowsOf(rows).map((row) => ({ ...row, agentId: Number(row.agentId) })),
			conpeek,
			{
				staticData,
			},
		);

		expect(each(out, 'current')).toEqual(['available']);
	});

	const asText = (cell: unknown): string =>
		typeof cell === 'string' || typeof cell === 'number' ? cell.toString() : '';
	const reversed = (row: IDataObject): IDataObject => Object.fromEntries(Object.entries(row).reverse());
});
