import { ACTIVITY, CONPEEK_BREAK, PEOPLE } from '../../simulators';
import { setActivity } from '../../simulators/twilio/demo';
import { fewAgents } from './agents';
import type { QueueScene } from './everything';
import { publish, runOnce } from './executions';
import type { Outcome } from './executions';
import { onRequest } from './queueWorkflows';

/** Each worker's first run cannot tell that a memory is lost. */
const RUNS = 6;
const CONPEEK = 'queueLostConpeek';
const GRACE = 'queueLostGrace';
const LOST = /^n8n has kept nothing from earlier runs of this node, so /;
const UNSURE = 'as far as this first run can tell';

/**
 * n8n 2.40 hands a worker empty static data. That is told, as soon as anyone can know it, and makes no state wrong. Should
 * an n8n keep the memory again, this says so.
 */
export async function checkLostMemory(scene: QueueScene): Promise<void> {
	await checkConpeek(scene);
	await checkGrace(scene);
}

async function checkConpeek(scene: QueueScene): Promise<void> {
	const { conpeek, checks, n8n } = scene;
	const rows = [
		{ agentId: PEOPLE.anna.login, desiredState: 'break', reason: CONPEEK_BREAK.lunch },
		{ agentId: PEOPLE.bob.login, desiredState: 'available' },
	];
	await publish(scene, onRequest({ id: CONPEEK, parameters: { vendor: 'conpeek' } }));
	const runs: Array<Outcome & { written: number }> = [];
	for (let run = 1; run <= RUNS; run += 1) {
		const before = conpeek.seen.length;
		const outcome = await runOnce(scene, CONPEEK, rows);
		runs.push({ ...outcome, written: conpeek.seen.length - before });
	}
	const untold = runs.filter(({ hints }) => !hints.some((hint) => LOST.test(hint)));
	checks.check(`lost memory, Conpeek: told in ${runs.length - untold.length} of ${runs.length} runs`, [
		untold.length > n8n.workers.length && `${untold.length} runs say nothing, with ${n8n.workers.length} workers`,
		runs.some(({ written }) => written !== rows.length) &&
			`n8n keeps the memory of workers: requests in the runs: ${runs.map(({ written }) => written).join(', ')}`,
		runs.some((run) => run.rows.some(({ outcome }) => outcome !== 'changed')) && 'a row is not "changed"',
	]);
}

/** The node's own change must not keep it from the next one; someone else's is then not respected, which is told. */
async function checkGrace(scene: QueueScene): Promise<void> {
	const { twilio, checks, n8n } = scene;
	const [agent] = fewAgents();
	if (!agent) throw new Error('There are no agents.');
	const activityNow = () => twilio.state.workers[agent.sid]?.activity_sid;
	await publish(
		scene,
		onRequest({
			id: GRACE,
			parameters: {
				vendor: 'twilioTaskRouter',
				workspace: { __rl: true, mode: 'name', value: 'Support' },
				options: { graceMinutes: 30 },
			},
		}),
	);
	const problems: Array<string | false> = [];
	let told = 0;
	let unsure = 0;
	for (let run = 1; run <= RUNS * 2; run += 1) {
		// Half of the time someone else has changed the agent since.
		if (run % 4 === 0) await setActivity(twilio, agent.sid, ACTIVITY.busy);
		const state = run % 2 === 0 ? 'break' : 'available';
		const { hints, rows } = await runOnce(scene, GRACE, [{ agentId: agent.name, desiredState: state }]);
		const isTold = hints.some((hint) => LOST.test(hint) && hint.includes('Grace Time has no effect'));
		const reason = JSON.stringify(rows[0]?.reason ?? '');
		if (isTold) told += 1;
		if (reason.includes(UNSURE)) unsure += 1;
		const isSet = activityNow() === ACTIVITY[state];
		if (isTold && !isSet) problems.push(`run ${run}: Grace Time left the agent alone all the same`);
		if (!isSet && !reason.includes(UNSURE)) problems.push(`run ${run}: ${JSON.stringify(rows[0])}`);
	}
	checks.check(
		`lost memory, Grace Time: told in ${told} of ${RUNS * 2} runs, ${unsure} left the agent alone and say that they cannot tell`,
		[told < RUNS * 2 - n8n.workers.length && 'too few runs tell it', ...problems],
	);
}
