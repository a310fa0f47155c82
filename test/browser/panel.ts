import type { Stage } from './everything';

const AGENT_STATE = 'Agent State';
const SHIFT_SCHEDULE = 'Shift Schedule';

/** What people type, and the nodes that they must find by it. */
const WORDS: Record<string, string[]> = {
	available: [AGENT_STATE],
	offline: [AGENT_STATE],
	status: [AGENT_STATE, 'VoipNow', 'Conpeek'],
	lunch: [AGENT_STATE, SHIFT_SCHEDULE],
	break: [AGENT_STATE, SHIFT_SCHEDULE, 'Conpeek'],
	presence: [AGENT_STATE, 'VoipNow'],
	'call centre': [AGENT_STATE, SHIFT_SCHEDULE],
	'contact center': [AGENT_STATE, SHIFT_SCHEDULE],
	rota: [SHIFT_SCHEDULE],
	wfm: [AGENT_STATE, 'Schedule Adherence'],
	twilio: ['Twilio TaskRouter', 'Twilio Frontline', 'Twilio Conversations'],
	taskrouter: ['Twilio TaskRouter'],
	frontline: ['Twilio Frontline'],
	conversations: ['Twilio Conversations'],
	voipnow: ['VoipNow'],
	conpeek: ['Conpeek'],
	adherence: ['Schedule Adherence'],
};

/** Nodes with a trigger: the panel shows both as one, and the trigger among its actions. */
const TRIGGERS = { [AGENT_STATE]: 'On new Agent State event', 'Twilio TaskRouter': 'On worker activity changed' };

/** Each node is found by the words that people type. */
export async function checkPanel({ editor, checks }: Stage): Promise<void> {
	await editor.openEmptyWorkflow();
	await editor.addFirstStep();
	for (const [word, names] of Object.entries(WORDS)) {
		const found = await editor.search(word);
		const missing = names.filter((name) => !found.includes(name));
		checks.check(`"${word}" finds ${names.join(', ')}`, [
			missing.length > 0 && `not found: ${missing.join(', ')}; found: ${found.join(', ') || 'nothing'}`,
		]);
	}
	for (const [name, trigger] of Object.entries(TRIGGERS)) {
		await editor.search(name.toLowerCase());
		await editor.take(name);
		const offered = await editor.offered();
		checks.check(`${name} offers its trigger`, [!offered.includes(trigger) && `it offers ${offered.join(', ')}`]);
		await editor.backInPanel();
	}
}
